"""A file that the computer stops giving while it is brought in is told of, and nothing is left."""

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange import read_entries
from secondop_desktop.exchange.containers import packed_stream
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.private_files import open_regular

LIST = '[{"resourceType": "AllergyIntolerance", "id": "p", "code": {"text": "Latex"}}]'


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file from a hospital."""
    path = tmp_path / "letter.json"
    path.write_text(LIST, "utf-8")
    return path


def refusing(number: int) -> object:
    def refuse(path: Path) -> bytes:
        raise OSError(number, os.strerror(number), str(path))

    return refuse


@pytest.mark.parametrize("number", [errno.EMFILE, errno.EIO, errno.EACCES])
def test_while_it_is_read(
    journal: Journal, letter: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    person = journal.entries("person")[0].id
    monkeypatch.setattr(packed_stream, "open_regular", refusing(number))
    with pytest.raises(UserError, match=r"^letter\.json cannot be read: "):
        importing.read([letter], journal, person)


def test_of_several_the_others_are_read(
    journal: Journal, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "note.txt"
    other.write_text("Seen on Tuesday.", "utf-8")

    def without_letter(path: Path) -> BinaryIO:
        if path == letter:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return open_regular(path)

    monkeypatch.setattr(packed_stream, "open_regular", without_letter)
    plan = importing.read([letter, other], journal, journal.entries("person")[0].id)
    assert [item.kind for item in plan.new] == ["record"]
    assert [skipped.where for skipped in plan.skipped] == ["letter.json"]


@pytest.mark.parametrize("name", ["letter.json", "note.txt"])
def test_between_the_plan_and_the_change(
    journal: Journal, letter: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = letter.with_name(name)
    path.write_text(LIST if path == letter else "Seen on Tuesday.", "utf-8")
    plan = importing.read([path], journal, journal.entries("person")[0].id)
    monkeypatch.setattr(read_entries, "open_regular", refusing(errno.EACCES))
    with pytest.raises(UserError, match=rf"^{name} cannot be read: "):
        importing.apply(journal, plan)
    assert not journal.entries("allergy")
    assert not journal.entries("record")
