"""Files and pictures dropped anywhere on the window, or pasted where no text is written."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.records.page.letter_card import LetterCard
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.widgets.preview.samples import pdf
from tests.window.keyboard import press

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def leave(session: Session) -> None:
    """Move it out of the window again."""
    QApplication.sendEvent(session.shell.windowHandle(), QDragLeaveEvent())


def drag(session: Session, data: QMimeData) -> bool:
    """Move something over the window; returns whether it would be taken."""
    event = QDragEnterEvent(QPoint(700, 400), COPY, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(session.shell.windowHandle(), event)
    return event.isAccepted()


def drop(session: Session, data: QMimeData) -> None:
    """Let it go over the window."""
    event = QDropEvent(QPointF(700, 400), COPY, data, LEFT, NONE)
    QApplication.sendEvent(session.shell.windowHandle(), event)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    pictures.settle(app)


def card() -> Any:
    """Return the card that asks what came in."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, LetterCard)
    return found


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter as a text, of a doctor whom the example knows."""
    path = tmp_path / "scan0007.txt"
    path.write_text(
        "Date typed: 26 November 2026\n\nDear Mrs Wensleydown\n\nThank you for coming.\n\n"
        "Yours sincerely\n\nDr Anjali Varmaraj\n"
    )
    return path


def test_words_are_not_taken_and_a_folder_goes_where_discs_are_read(
    session: Session, tmp_path: Path
) -> None:
    words = QMimeData()
    words.setText("only words")
    assert not drag(session, words)
    assert not session.shell.drops.frame.isVisible()
    assert drag(session, files(tmp_path))
    assert session.shell.drops.frame.text == "Let go to bring this in"


def test_a_letter_is_attached_and_said_to_be_what_it_is_in_two_acts(
    session: Session, letter: Path
) -> None:
    session.go("medicine")
    drop(session, files(letter))
    asked = card()
    assert asked.value("date").stored == "2026-11-26"
    assert asked.value("from_provider") == "Dr Anjali Varmaraj"
    assert asked.value("type") == "letter"
    press("Return")
    (row,) = session.journal.entries("record", file_name="scan0007.txt")
    assert (row.type, row.date.stored) == ("letter", "2026-11-26")
    assert session.journal.name(row.from_provider) == "Dr Anjali Varmaraj"
    assert row.title.startswith("Letter, Dr Anjali Varmaraj")
    page: Any = session.page
    assert page.here() == row.id
    assert session.shell.focusWidget() is page.list
    session.journal.undo()
    (row,) = session.journal.entries("record", file_name="scan0007.txt")
    assert (row.title, row.type) == ("scan0007", "")


def test_escape_keeps_the_file_with_its_name(session: Session, letter: Path) -> None:
    drop(session, files(letter))
    assert card().isVisible()
    press("Escape")
    (row,) = session.journal.entries("record", file_name="scan0007.txt")
    assert (row.title, row.type, row.date, row.from_provider) == ("scan0007", "", None, None)


def test_data_is_read_into_a_plan(session: Session, tmp_path: Path) -> None:
    table = tmp_path / "results.csv"
    table.write_text("Test,Value,Unit,Date\nSodium,139,mmol/L,2026-11-02\n")
    session.go("home")
    drop(session, files(table))
    assert session.key == "import"


def test_a_picture_is_pasted_from_any_page_and_the_menu_says_so(session: Session) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    session.go("task")
    act = session.shell.editing._acts["paste text"]
    session.shell.editing.offer()
    assert act.isEnabled()
    before = len(session.journal.entries("record"))
    session.shell.editing.do("paste text")
    assert len(session.journal.entries("record")) == before + 1
    assert card().isVisible()
    card().reject()
    QGuiApplication.clipboard().setText("")
    session.go("task")
    session.shell.editing.offer()
    assert session.shell.paste() is False


def test_one_drop_of_two_files_asks_about_each(
    session: Session, letter: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(pdf(1))
    drop(session, files(letter, other))
    assert card().windowTitle() == "What is this? (1 of 2)"
    press("Return")
    assert card().windowTitle() == "What is this? (2 of 2)"
    press("Escape")
    assert not isinstance(QApplication.activeModalWidget(), LetterCard)


def test_nothing_is_taken_while_no_journal_is_open(session: Session, letter: Path) -> None:
    session.shell.open_for_use(False)
    assert not drag(session, files(letter))
    session.shell.open_for_use(True)
    assert drag(session, files(letter))


def test_papers_brought_in_with_other_files_are_asked_about_too(
    session: Session, tmp_path: Path
) -> None:
    paths = [tmp_path / "one.pdf", tmp_path / "two.txt"]
    paths[0].write_bytes(pdf(1))
    paths[1].write_text("Clinic letter of 3 May 2024", "utf-8")
    session.go("import")
    page: Any = session.page
    assert page.what.isHidden()
    page.read(paths)
    page.agree.click()
    pictures.settle(QApplication.instance())  # type: ignore[arg-type]
    first = card()
    try:
        assert first.windowTitle() == "What is this? (1 of 2)"
        first.edits["type"].set_value("discharge")
        first.save.click()
        assert card().windowTitle() == "What is this? (2 of 2)"
    finally:
        while isinstance(asked := QApplication.activeModalWidget(), LetterCard):
            asked.reject()
    [kept] = session.journal.entries("record", file_name="one.pdf")
    assert kept.type == "discharge"
    text = session.journal.entries("record", file_name="two.txt")[0]
    session.go(f"record:{text.id}")
    view: Any = session.page
    assert not view.view.what.isHidden()
    view.view.what.click()
    try:
        assert card().row.file_name == "two.txt"
    finally:
        card().reject()


def test_a_mixture_is_read_of_first_and_its_papers_are_asked_about_by_a_button(
    session: Session, tmp_path: Path
) -> None:
    table, photo = tmp_path / "r.csv", tmp_path / "leg.png"
    table.write_text("Test,Result,Unit,Date\nZinc,11,µmol/L,2024-04-13\n", "utf-8")
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(photo))
    session.go("import")
    page: Any = session.page
    page.read([table, photo])
    page.agree.click()
    pictures.settle(QApplication.instance())  # type: ignore[arg-type]
    assert QApplication.activeModalWidget() is None
    assert page.what.isVisible()
    page.what.click()
    pictures.settle(QApplication.instance())  # type: ignore[arg-type]
    try:
        assert card().edits["type"].value() == "photo"
    finally:
        while isinstance(asked := QApplication.activeModalWidget(), LetterCard):
            asked.reject()
