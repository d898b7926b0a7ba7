"""Pack and sheets in the window: what is offered, shown and saved, and who got it."""

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import pyzipper
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from secondop_desktop.summary.reader import ME
from secondop_desktop.window.handing_over.making import FOLDER, FORMS, PDF, ZIP
from secondop_desktop.window.session import Session


@pytest.fixture
def page(session: Session) -> Any:
    session.go("pack")
    return session.page


def _choose(page: Any, form: str) -> None:
    page.form.setCurrentIndex(page.form.findData(form))
    page.form.activated.emit(page.form.currentIndex())
    page._draw()


def _read_by(page: Any, reader: str) -> None:
    page.reader.list.setCurrentIndex(page.reader.list.findData(reader))


def _pages(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def test_what_is_ticked_for_the_second_doctor_is_the_start(page: Any) -> None:
    assert page.records.chosen()
    assert f"{_pages(page._data)} pages." in page.told.text()


def test_a_record_is_unticked_and_the_pages_follow(page: Any) -> None:
    before = _pages(page._data)
    page.records.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    page._draw()
    assert _pages(page._data) < before


def test_records_move_by_keys_and_buttons(page: Any) -> None:
    first, second, *_others = page.records.chosen()
    page.records.list.setFocus()
    QTest.keyClick(page.records.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.records.chosen()[:2] == (second, first)
    page.records.up.click()
    assert page.records.chosen()[:2] == (first, second)
    assert not page.records.up.isEnabled()


def test_other_screens_lead_here_with_their_records(session: Session, page: Any) -> None:
    wanted = page.records.chosen()[1]
    session.go(f"pack:form=folder&records={wanted}")
    there: Any = session.page
    assert there.records.chosen() == (wanted,)
    assert there.wanted().form == FOLDER
    assert there.save.text() == "Make the folder…"


@pytest.mark.parametrize("form", [form for form in FORMS if form not in {PDF, FOLDER, ZIP}])
def test_a_sheet_asks_for_no_records(page: Any, form: str, tmp_path: Path) -> None:
    _choose(page, form)
    assert page.records.isHidden()
    assert page.along.isHidden()
    assert _pages(page._data) == 1
    page.save_to(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").is_file()


def test_a_pack_is_saved(page: Any, tmp_path: Path) -> None:
    _read_by(page, ME)
    page.save_to(tmp_path / "pack.pdf")
    assert page.said.text.text() == "pack.pdf was saved."
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert len(pdf.pages) == _pages(page._data)


def test_who_got_a_pack_is_written_down_in_one_step(
    session: Session, page: Any, tmp_path: Path
) -> None:
    before, given = session.journal.entries("told"), page.records.chosen()
    doctor = next(row.id for row in session.journal.entries("provider"))
    _read_by(page, doctor)
    page.save_to(tmp_path / "pack.pdf")
    page.save_to(tmp_path / "pack.pdf")
    (noted,) = [row for row in session.journal.entries("told") if row not in before]
    assert (noted.provider, set(noted.records)) == (doctor, set(given))
    assert "“pack.pdf”, a pack of" in noted.what
    assert "“Who was told” now says" in page.said.text.text()
    session.journal.undo()
    assert session.journal.entries("told") == before


def test_a_folder_is_made_and_written_down(session: Session, page: Any, tmp_path: Path) -> None:
    before = session.journal.entries("told")
    given = page.records.chosen()
    _choose(page, FOLDER)
    page.save_to(tmp_path / "For the doctor")
    assert (tmp_path / "For the doctor" / "Pack.pdf").is_file()
    (noted,) = [row for row in session.journal.entries("told") if row not in before]
    assert noted.records == given
    assert "Who was told" in page.said.text.text()


def test_a_zip_wants_its_password_twice(page: Any, tmp_path: Path) -> None:
    _choose(page, ZIP)
    for first, again, said in (
        ("", "", "needs a password"),
        ("three plain words", "three plain", "not the same"),
        ("short", "short", "at least 10"),
    ):
        page.along.first.setText(first)
        page.along.again.setText(again)
        page.save.click()
        assert said in page.said.text.text()
    page.along.first.setText("three plain words")
    page.along.again.setText("three plain words")
    assert page.along.problem() == ""
    page.save_to(tmp_path / "out.zip")
    with pyzipper.AESZipFile(tmp_path / "out.zip") as found:
        found.setpassword(b"three plain words")
        assert "Pack.pdf" in found.namelist()
    assert page.along.password() == ""  # it is kept nowhere


def test_discs_go_with_a_folder_alone(page: Any, tmp_path: Path) -> None:
    _choose(page, FOLDER)
    page.along.set_discs([tmp_path])
    assert page.wanted().discs == (tmp_path,)
    _choose(page, PDF)
    assert page.wanted().discs == ()


def test_what_cannot_be_saved_is_said(page: Any, tmp_path: Path) -> None:
    page.save_to(tmp_path / "nowhere" / "pack.pdf")
    assert "That folder is not there" in page.said.text.text()
    page.save_to(tmp_path / "pack.pdf")
    assert (tmp_path / "pack.pdf").is_file()


def test_private_records_are_offered_only_when_they_may_go_in(session: Session, page: Any) -> None:
    entry = page.records.chosen()[0]
    with session.journal.change("Private") as change:
        change.edit("record", entry, private=True)
    assert entry not in page.records.chosen()
    page.private.setChecked(True)
    assert entry in [one for one, _text in page.records._rows()]
