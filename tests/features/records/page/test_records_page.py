"""The records with their pages, and files coming in by drop and paste."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from secondop_desktop.errors import UserError
from secondop_desktop.features.records.operations.photographs import one_paper
from secondop_desktop.features.records.page.arranging import ArrangingDialog
from secondop_desktop.widgets.dialogs.messages import Question
from tests.features.desk import Desk
from tests.features.page_desk import FULL, answering, full_disk, open_page, rest
from tests.widgets.preview.samples import pdf
from tests.widgets.walker import unnamed


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Three photos whose names are in order only by number."""
    made = []
    for number, colour in ((9, "red"), (10, "blue"), (11, "green")):
        path = tmp_path / f"IMG_{number}.png"
        Image.new("RGB", (60, 80), colour).save(path)
        made.append(path)
    return made


def drop(page: Any, data: QMimeData) -> None:
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    rest()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def picture() -> QImage:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def test_a_dropped_file_becomes_a_record_and_is_shown(desk: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(pdf(2))
    page = open_page(desk, "record")
    drop(page, files(letter))
    (row,) = desk.journal.entries("record")
    assert (row.title, row.pages, row.person) == ("letter", 2, desk.person)
    assert page.view.row.id == row.id
    assert unnamed(page) == []
    desk.journal.undo()
    assert desk.journal.entries("record") == []


def test_a_record_is_opened_at_a_page(desk: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(pdf(5))
    page = open_page(desk, "record")
    drop(page, files(letter))
    (row,) = desk.journal.entries("record")
    page.open_entry(f"{row.id}#page=4")
    assert page.view.preview.page() == 4
    page.open_entry(f"{row.id}#page=99")
    page.open_entry(f"{row.id}#page=x")
    assert page.view.preview.page() == 4
    page.close_form()
    page.open_entry(f"{row.id}#page=3")
    rest()
    assert page.view.preview.page() == 3
    assert page.here() == row.id


def test_several_photos_become_the_pages_of_one_record(desk: Desk, photos: list[Path]) -> None:
    page = open_page(desk, "record")
    answering(Question, lambda dialog: dialog._leave("one"))
    answering(ArrangingDialog, lambda dialog: dialog.save.click())
    drop(page, files(photos[1], photos[0], photos[2]))
    (row,) = desk.journal.entries("record")
    assert (row.pages, row.file_type, row.title) == (3, "application/pdf", "IMG 9")
    desk.journal.undo()
    assert desk.journal.entries("record") == []


def test_or_a_record_each_in_one_step(desk: Desk, photos: list[Path]) -> None:
    page = open_page(desk, "record")
    answering(Question, lambda dialog: dialog._leave("each"))
    drop(page, files(*photos))
    assert len(desk.journal.entries("record")) == 3
    desk.journal.undo()
    assert desk.journal.entries("record") == []


def test_stepping_back_from_photos_keeps_none(desk: Desk, photos: list[Path]) -> None:
    page = open_page(desk, "record")
    answering(Question, lambda dialog: dialog.reject())
    drop(page, files(*photos))
    assert desk.journal.entries("record") == []
    assert not page.said.isVisible()


def _form_with(page: Any, paths: list[Path]) -> Any:
    """Drop files on the file of a new record."""
    form = page.start_new()
    drop(form.file, files(*paths))
    return form


def test_photos_dropped_on_the_file_of_a_record_become_its_pages(
    desk: Desk, photos: list[Path]
) -> None:
    page = open_page(desk, "record")
    answering(Question, lambda dialog: dialog._leave("one"))
    answering(ArrangingDialog, lambda dialog: dialog.save.click())
    form = _form_with(page, photos)
    (row,) = desk.journal.entries("record")
    assert (row.pages, row.file_type, row.id) == (3, "application/pdf", form.draft.entry)
    assert form.file.shown.name.text() == "IMG_9.pdf"


def test_or_the_first_is_kept_there_and_the_others_beside_it(
    desk: Desk, photos: list[Path]
) -> None:
    page = open_page(desk, "record")
    answering(Question, lambda dialog: dialog._leave("each"))
    form = _form_with(page, photos)
    rows = desk.journal.entries("record")
    assert sorted(row.file_name for row in rows) == ["IMG_10.png", "IMG_11.png", "IMG_9.png"]
    assert desk.journal.get("record", form.draft.entry).file_name == "IMG_9.png"
    assert "2 others as records of their own" in form.file.note()


def test_files_of_other_sorts_dropped_there_are_all_kept(desk: Desk, tmp_path: Path) -> None:
    made = [tmp_path / name for name in ("letter.txt", "plan.txt")]
    for path in made:
        path.write_text(f"Dear Mrs Hale, {path.stem}", "utf-8")
    form = _form_with(open_page(desk, "record"), made)
    rows = desk.journal.entries("record")
    assert sorted(row.file_name for row in rows) == ["letter.txt", "plan.txt"]
    assert "1 other as a record of its own" in form.file.note()


def test_stepping_back_there_keeps_none(desk: Desk, photos: list[Path]) -> None:
    page = open_page(desk, "record")
    answering(Question, lambda dialog: dialog.reject())
    form = _form_with(page, photos)
    assert desk.journal.entries("record") == []
    assert form.file.shown.isHidden()


def test_photos_are_joined_in_the_order_of_their_numbers(photos: list[Path]) -> None:
    assert one_paper([photos[2], photos[1], photos[0]]).name == "IMG_9"


def test_several_files_that_are_no_photos_are_not_one_paper(tmp_path: Path) -> None:
    made = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in made:
        path.write_text("words")
    with pytest.raises(UserError, match="holds one file"):
        one_paper(made)


def test_a_dropped_picture_without_a_file_is_kept(desk: Desk) -> None:
    data = QMimeData()
    data.setImageData(picture())
    page = open_page(desk, "record")
    drop(page, data)
    (row,) = desk.journal.entries("record")
    assert (row.file_type, row.case) == ("image/png", desk.case)


def test_a_folder_is_refused_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    page = open_page(desk, "record")
    drop(page, files(tmp_path))
    assert desk.journal.entries("record") == []
    assert page.said.text.text().startswith("A folder or a disc is read under")


def test_a_picture_is_pasted_by_keyboard(desk: Desk) -> None:
    desk.add("record", title="Letter")
    QGuiApplication.clipboard().setImage(picture())
    page = open_page(desk, "record")
    page.focus_start()
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert [row.title for row in desk.journal.entries("record")] == ["Letter", "Pasted picture"]


def test_files_are_pasted_and_nothing_is_said_to_be_nothing(desk: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Mrs Evans")
    page = open_page(desk, "record")
    QGuiApplication.clipboard().setMimeData(files(letter))
    page.ways_in.paste()
    assert len(desk.journal.entries("record")) == 1
    page.ways_in.paste()
    said = "Nothing was added: these files are in the journal already, or in its bin."
    assert page.said.text.text() == said
    QGuiApplication.clipboard().setText("only words")
    page.ways_in.paste()
    assert page.said.text.text().startswith("Nothing to paste.")


def test_a_file_that_cannot_be_read_is_said(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "scan.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    page = open_page(desk, "record")
    drop(page, files(broken))
    assert desk.journal.entries("record") == []
    assert "scan.pdf" in page.said.text.text()


def test_a_full_disk_puts_nothing_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = desk.add("record", title="Letter")
    page = open_page(desk, "record")
    page.open_entry(entry)
    with full_disk(monkeypatch):
        page.view.away.trigger()
    assert page.said.text.text() == FULL
    assert page.view is not None
    page.view.away.trigger()
    rest()
    assert desk.journal.entries("record") == []
    assert page.empty.isVisible()


def test_the_views_are_changed_by_keyboard(desk: Desk) -> None:
    desk.add("record", title="Letter")
    page = open_page(desk, "record")
    page.switch.buttons["have"].setFocus()
    for key in ("gather", "needed"):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.switch.buttons[key].hasFocus()
        QTest.keyClick(page.switch.buttons[key], Qt.Key.Key_Space)
        assert page.here() == key
        assert page.switch.buttons[key].hasFocus()
    assert not page.panes.isVisible()
    page.open_entry("have")
    assert page.panes.isVisible()


def test_records_of_one_title_are_told_apart_in_the_list(desk: Desk) -> None:
    desk.add("record", title="Report", file_name="report.mp3")
    desk.add("record", title="report", file_name="report.rtf")
    for _copy in range(2):
        desk.add("record", title="Bill", file_name="bill.pdf", type="other")
    desk.add("record", title="Letter", file_name="letter.pdf")
    rows = {str(row.key): row for row in open_page(desk, "record").list.items()}
    said = sorted((row.title, row.detail) for row in rows.values())
    assert [detail for title, detail in said if title == "Letter"] == [""]
    assert [detail for title, detail in said if title.lower() == "report"] == [
        "report.mp3",
        "report.rtf",
    ]
    bills = [detail for title, detail in said if title == "Bill"]
    assert all(detail.startswith("Added ") for detail in bills)
    assert all(detail.endswith(" · Something else") for detail in bills)
