"""Every way out of a journal, on a full disk and killed anywhere: the old file stays, or the new
one is whole, and the journal is as it was."""

import hashlib
import json
import random
from contextlib import closing
from itertools import cycle
from pathlib import Path

import pikepdf
import pytest
import pyzipper

from secondop_desktop.__main__ import main
from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from tests.faults import exporting
from tests.faults.test_archives import fill_up, killed

_WAYS = {
    **dict.fromkeys(("pdf", "pack", "questions", "questions-a5", "fridge", "wallet"), ".pdf"),
    **{"fhir": ".json", "ics": ".ics", "csv": ".csv", "xlsx": ".xlsx", "docx": ".docx"},
    **dict.fromkeys(("archive", exporting.LOCKED, "hand-over"), ".zip"),
}
_OLD = b"the old one"


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exports") / "a.secondop"
    write_sample(path)
    return path


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


_SHORT = {"fhir", "csv", "archive", exporting.LOCKED, "hand-over"}


@pytest.mark.parametrize(
    "way", [pytest.param(way, marks=() if way in _SHORT else pytest.mark.long) for way in _WAYS]
)
def test_a_full_disk(
    way: str, journal: Path, disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, elsewhere = disk / f"{way}{_WAYS[way]}", tmp_path / f"{way}{_WAYS[way]}"
    before = _hash(journal)
    assert main(exporting.asked(journal, elsewhere, way)) == 0
    capsys.readouterr()
    target.write_bytes(_OLD)
    fill_up(disk, but=elsewhere.stat().st_size // 2)
    assert main(exporting.asked(journal, target, way)) == 1
    told = capsys.readouterr().err
    assert ("The disk is full." in told, target.name in told, told.count("\n")) == (True, True, 1)
    assert target.read_bytes() == _OLD
    assert {path.name for path in disk.iterdir()} == {"filler", target.name}
    assert _hash(journal) == before


def test_a_full_disk_while_a_folder_is_handed_over(
    journal: Path, disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """None of it is there, and nobody is written down to have got it."""
    with Journal.look(journal, KINDS) as opened:
        before = opened.entries("told")
    fill_up(disk, but=300_000)
    asked = ["export", str(journal), "--to", str(disk / "For Dr Bell"), "--format", "hand-over"]
    assert main(asked) == 1
    told = capsys.readouterr().err
    assert ("The disk is full." in told, told.count("\n")) == (True, 1)
    assert [path.name for path in disk.iterdir()] == ["filler"]
    with Journal.look(journal, KINDS) as opened:
        assert opened.entries("told") == before


def _is_whole(path: Path) -> bool:
    """Tell whether a file can be read to its end by what reads its kind."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as opened:
            return len(opened.pages) > 0
    if path.suffix in {".zip", ".xlsx", ".docx"}:
        with closing(pyzipper.AESZipFile(path)) as zipped:
            zipped.setpassword(exporting.PASSWORD.encode())
            return zipped.testzip() is None
    text = path.read_text("utf-8-sig")
    if path.suffix == ".json":
        return bool(json.loads(text)["entry"])
    return text.rstrip().endswith("END:VCALENDAR") or text.endswith("\n")


def _are_killed(journal: Path, folder: Path, times: int) -> None:
    chance = random.Random(times)
    before = _hash(journal)
    for way, _each in zip(cycle(_WAYS), range(times), strict=False):
        target = folder / f"{way}{_WAYS[way]}"
        target.write_bytes(_OLD)
        killed(exporting.write_until_killed, journal, target, chance)
        assert target.read_bytes() == _OLD or _is_whole(target)
        assert _hash(journal) == before
        assert main(exporting.asked(journal, target, way)) == 0
        assert not list(folder.glob(".secondop-work-*"))


@pytest.mark.long
def test_many_kills(journal: Path, tmp_path: Path) -> None:
    _are_killed(journal, tmp_path, times=60)
