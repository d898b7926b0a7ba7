"""The form of a record, and the file it keeps."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from secondop_desktop.journal.values.dates import PartialDate
from tests.features.desk import Desk


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter_from_june.txt"
    path.write_text("Dear Mrs Evans", "utf-8")
    return path


def test_a_file_makes_a_record_with_its_own_name(desk: Desk, letter: Path) -> None:
    form = desk.open("record")
    with desk.qtbot.waitSignal(form.created):
        form.file._take([letter])
    row = desk.get(form)
    assert desk.journal.file(row.file) == b"Dear Mrs Evans"
    assert (row.title, row.file_name) == ("letter from june", "letter_from_june.txt")
    assert (row.file_type, row.file_size) == ("text/plain", 14)
    assert (row.text, row.person, row.case) == ("Dear Mrs Evans", desk.person, desk.case)
    assert form.edits["title"].value() == "letter from june"
    assert form.file.shown.name.text() == "letter_from_june.txt"


def test_a_file_leaves_what_was_written_alone(desk: Desk, letter: Path) -> None:
    form = desk.open("record")
    desk.type(form.edits["title"], "My letter")
    form.file._take([letter])
    row = desk.get(form)
    assert (row.title, row.text) == ("My letter", "Dear Mrs Evans")


def test_another_file_takes_the_place_of_the_first(
    desk: Desk, letter: Path, tmp_path: Path
) -> None:
    form = desk.open("record")
    form.file._take([letter])
    other = tmp_path / "second.txt"
    other.write_text("Dear Dr Bell", "utf-8")
    form.file._take([other])
    row = desk.get(form)
    assert (row.file_name, row.text, row.title) == (
        "second.txt",
        "Dear Dr Bell",
        "letter from june",
    )
    assert len(desk.journal.entries("record")) == 1


def test_undo_takes_the_file_away_again(desk: Desk, letter: Path) -> None:
    entry = desk.add("record", title="My letter")
    form = desk.open("record", entry)
    form.file._take([letter])
    desk.journal.undo()
    assert not desk.journal.get("record", entry).file
    assert form.file.shown.isHidden()


def test_a_file_that_cannot_be_kept_says_why(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "scan.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    form = desk.open("record")
    form.file._take([broken])
    assert form.trouble.isVisible()
    assert form.draft.entry is None
    assert form.file.shown.isHidden()
    assert desk.journal.entries("record") == []


def test_a_pasted_picture_is_kept(desk: Desk) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    form = desk.open("record")
    form.file.take_pasted()
    row = desk.get(form)
    assert (row.file_type, row.pages, row.title) == ("image/png", 1, "Pasted picture")
    assert QImage.fromData(desk.journal.file(row.file)).size() == picture.size()


def test_several_files_are_for_the_page_to_ask_about(
    desk: Desk, letter: Path, tmp_path: Path
) -> None:
    other = tmp_path / "second.txt"
    other.write_text("Dear Dr Bell", "utf-8")
    form = desk.open("record")
    with desk.qtbot.waitSignal(form.several) as told:
        form.file._take([letter, other])
    assert told.args == [[letter, other]]
    assert form.file.value() is None
    assert form.draft.entry is None


def test_it_says_by_when_an_answer_is_due(desk: Desk) -> None:
    today = datetime.now().astimezone().date()
    form = desk.open("record", desk.add("record", title="Scans", state="asked"))
    form.edits["asked"].set_value(PartialDate.of(today))
    form.edits["asked"].edited.emit()
    desk.get(form)
    assert form.edits["asked"].note()


def test_what_is_typed_next_survives_the_saving_before_it(desk: Desk) -> None:
    form = desk.open("record")
    form.edits["title"].line.setText("Letter")
    form.edits["notes"].text.setPlainText("In the hall")
    row = desk.get(form)
    assert (row.title, row.notes) == ("Letter", "In the hall")
