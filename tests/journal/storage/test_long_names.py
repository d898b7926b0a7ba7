"""Names made of a journal's name have room on the disk, and too long ones are told as that."""

import os
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.hot_journals import set_aside
from secondop_desktop.journal.storage.long_names import shortened


def test_a_name_is_cut_between_letters(tmp_path: Path) -> None:
    assert shortened(tmp_path, "Ann", 40) == "Ann"
    assert shortened(tmp_path, "é" * 127, 40) == "é" * 107
    assert shortened(tmp_path / "gone", "x" * 300, 5) == "x" * 250
    raw = os.fsdecode(b"\xff" * 255)
    assert os.fsencode(shortened(tmp_path, raw, 5)) == b"\xff" * 250


def test_a_folder_that_takes_short_names_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "pathconf", lambda _folder, _name: 143, raising=False)
    assert shortened(tmp_path, "x" * 200, 13) == "x" * 130
    assert shortened(tmp_path, "Ann", 150) == ""
    with pytest.raises(UserError, match="is too long for a journal"):
        Journal.create(tmp_path / f"{'x' * 130}.secondop", KINDS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [248, 250, 255])
def test_a_name_that_leaves_sqlite_no_room(tmp_path: Path, length: int) -> None:
    path = tmp_path / f"{'x' * (length - 9)}.secondop"
    with pytest.raises(UserError, match="Give the file a shorter name"):
        Journal.create(path, KINDS)
    assert list(tmp_path.iterdir()) == []
    Journal.create(tmp_path / "a.secondop", KINDS).close()
    (tmp_path / "a.secondop").rename(path)
    with pytest.raises(UserError, match="Give the file a shorter name"):
        Journal.open(path, KINDS)


def test_what_a_crash_left_beside_a_long_name_is_put_away(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 238}.secondop"
    path.with_name(f"{path.name}-journal").write_bytes(b"left")
    set_aside(path)
    (kept,) = tmp_path.iterdir()
    assert kept.name.endswith(".rollback")


@pytest.mark.parametrize("inside", [0, 30])
def test_a_path_is_no_longer_than_sqlite_opens(inside: int) -> None:
    folder = Path("/", *["d" * 99] * 4)
    stem = shortened(folder, "n" * 240, 41, inside=inside)
    beside = len(os.fsencode(os.path.realpath(folder / stem))) + 41 + inside
    assert (beside, set(stem)) == (512, {"n"})
