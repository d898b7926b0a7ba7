"""An imaging disc becomes one record that holds all of it, bit by bit, and says what is on it."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.imaging import disc_record
from secondop_desktop.exchange.imaging.disc_files import is_disc
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal.file import Journal
from tests.exchange.imaging import discs


class StoppedError(Exception):
    """Somebody pressed Cancel."""


def _disc(tmp_path: Path) -> Path:
    return discs.disc(tmp_path / "DISC 7", *discs.three())


def test_a_folder_becomes_one_record_that_holds_every_file(
    journal: Journal, tmp_path: Path
) -> None:
    folder = _disc(tmp_path)
    plan = importing.read([folder], journal)
    importing.apply(journal, plan)
    (row,) = journal.entries("record")
    assert (row.title, row.type, row.accession) == (
        "CT Thorax, 3 September 2026",
        "imaging",
        "RX-2026-118",
    )
    assert row.date.first_day == discs.TAKEN
    assert journal.name(row.from_provider) == "Bryngwyn Infirmary"
    assert row.text.splitlines() == [
        "Patient: Ceridwen Llwyd, 12 August 1949",
        "CT Thorax · 3 September 2026 · Bryngwyn Infirmary · number RX-2026-118",
        "  Axial 1, CT scan, 2 pictures",
        "  Axial 2, CT scan, 1 picture",
    ]
    kept = zipfile.ZipFile(io.BytesIO(journal.file(row.file)))
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert kept.testzip() is None
    assert len(kept.namelist()) == len(files) == 5
    for path in files:
        assert kept.read(path.relative_to(folder).as_posix()) == path.read_bytes()
    again = importing.read([folder], journal)
    assert not again.new and not again.changed
    journal.undo()
    assert not journal.entries("record") and not journal.entries("provider")


@pytest.mark.parametrize("within", ["", "CD/"])
def test_a_zip_of_a_disc_is_kept_as_it_is(journal: Journal, tmp_path: Path, within: str) -> None:
    folder, path = _disc(tmp_path), tmp_path / "pictures.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for one in sorted(folder.rglob("*")):
            out.write(one, within + one.relative_to(folder).as_posix())
    importing.apply(journal, importing.read([path], journal))
    (row,) = journal.entries("record")
    assert journal.file(row.file) == path.read_bytes()
    assert "Axial 1, CT scan, 2 pictures" in row.text


def test_pictures_without_their_disc_are_one_record(journal: Journal, tmp_path: Path) -> None:
    paths = [tmp_path / f"IM{number}" for number in range(3)]
    for path, data in zip(paths, discs.three(), strict=True):
        path.write_bytes(data)
    (tmp_path / "note.txt").write_text("From the ward")
    importing.apply(journal, importing.read([*paths, tmp_path / "note.txt"], journal))
    rows = {row.title: row for row in journal.entries("record")}
    assert set(rows) == {"CT Thorax, 3 September 2026", "note"}
    assert "Axial 2, CT scan, 1 picture" in rows["CT Thorax, 3 September 2026"].text


def test_one_picture_is_kept_as_its_file(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(discs.scan())
    importing.apply(journal, importing.read([path], journal))
    (row,) = journal.entries("record")
    assert (row.file_type, journal.file(row.file)) == ("application/dicom", path.read_bytes())


def test_a_disc_of_somebody_else_is_told(journal: Journal, tmp_path: Path) -> None:
    folder = discs.disc(tmp_path / "D", discs.scan(name="PRYS^OWAIN"))
    person = journal.entries("person")[0].id
    with pytest.raises(SomebodyElseError, match="Prys"):
        importing.read([folder], journal, person, sure=False)


def test_a_disc_of_two_people_is_refused(journal: Journal, tmp_path: Path) -> None:
    folder = discs.disc(tmp_path / "D", discs.scan(), discs.scan(name="PRYS^OWAIN"))
    with pytest.raises(UserError, match="different people"):
        importing.read([folder], journal)


def test_what_the_disc_lists_and_lacks_is_told(journal: Journal, tmp_path: Path) -> None:
    folder = _disc(tmp_path)
    lost = next(path for path in sorted(folder.rglob("IM*")) if path.is_file())
    lost.unlink()
    plan = importing.read([folder], journal)
    assert plan.notices == ("DISC 7 lists 1 picture that is not on it.",)


def test_a_broken_list_of_the_disc_is_no_obstacle(journal: Journal, tmp_path: Path) -> None:
    folder = _disc(tmp_path)
    (folder / "DICOMDIR").write_bytes(b"\x00" * 900)
    (item,) = [one for one in importing.read([folder], journal).new if one.kind == "record"]
    assert "Axial 1, CT scan, 2 pictures" in item.draft.values["text"]


def test_a_large_disc_can_stay_where_it_is(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disc_record, "_WORTH_ASKING", 1000)
    monkeypatch.setattr(disc_record, "LARGEST", 2000)
    folder = _disc(tmp_path)
    plan = importing.read([folder], journal)
    assert [one.key for one in plan.unanswered] == ["disc"]
    importing.apply(journal, importing.read([folder], journal, answers={"disc": "elsewhere"}))
    (row,) = journal.entries("record")
    assert (row.file, row.place) == ("", str(folder))
    assert "5 files" in row.notes and "sha256:" in row.notes
    again = importing.read([folder], journal, answers={"disc": "elsewhere"})
    assert not again.new and not again.changed


def test_what_goes_on_is_told_and_can_be_stopped_with_nothing_left(
    journal: Journal, tmp_path: Path
) -> None:
    folder, told = _disc(tmp_path), list[tuple[int, int]]()

    def hear(text: str, done: int, total: int) -> None:
        told.extend([] if text else [(done, total)])

    plan = importing.read([folder], journal, step=hear)
    assert told == sorted(told) and told[-1][0] == told[-1][1]

    def stop(_text: str, _done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        importing.apply(journal, plan, step=stop)
    with pytest.raises(StoppedError):
        importing.read([folder], journal, step=stop)
    assert not journal.entries("record")


def test_a_zip_of_anything_else_is_no_disc(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "letters.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("a.txt", "Dear Ms Llwyd")
    shutil.copy(path, tmp_path / "copy.zip")
    assert not is_disc(path)
