"""The figures of the pages on which one writes, asks, does and prints: room, sight and actions."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget

from secondop_desktop.features.letters.page.letters_page import LettersPage
from secondop_desktop.widgets.dialogs import print_dialog
from secondop_desktop.widgets.preview.pdf_view import PdfView
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window import pictures
from secondop_desktop.window.exporting import PdfPage
from secondop_desktop.window.session import Session

SMALL, USUAL = (1024, 640), (1366, 768)


def go(session: Session, key: str, size: tuple[int, int] = USUAL) -> Any:
    """Open a page as a person does, in a window of this size."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    session.shell.resize(*size)
    session.go(key)
    pictures.settle(app)
    return session.page


def seen(part: QWidget) -> QRect:
    """Return what is in sight of a widget."""
    return part.visibleRegion().boundingRect()


def nested(page: QWidget) -> list[tuple[QScrollArea, QScrollArea]]:
    """Return what scrolls inside something that scrolls."""
    scrolling = [
        area
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.verticalScrollBar().maximum() > 0
    ]
    pairs = [(outer, inner) for outer in scrolling for inner in scrolling]
    return [(a, b) for a, b in pairs if a is not b and a.isAncestorOf(b)]


# Letters ---------------------------------------------------------------------------------


def test_a_letter_is_read_beside_the_list_and_written_in_fourteen_lines(
    session: Session, look: Theme
) -> None:
    page = go(session, "letter")
    assert isinstance(page, LettersPage)
    assert page.here()
    assert page.list.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    pictures.settle(QApplication.instance())  # type: ignore[arg-type]
    assert page.desk is not None
    text: Any = page.desk.form.edits["text"]
    line = text.text.fontMetrics().lineSpacing()
    assert seen(text.text).height() // line >= 14
    QTest.keyClick(text.text, Qt.Key.Key_Escape)
    assert page.desk is None
    assert page.list.hasFocus()


# Make a PDF ------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "least"), [(USUAL, 400), (SMALL, 300)])
def test_the_pages_stand_beside_the_choices_under_the_button(
    session: Session, size: tuple[int, int], least: int
) -> None:
    page = go(session, "pdf", size)
    assert isinstance(page, PdfPage)
    assert seen(page.save) == page.save.rect()
    assert isinstance(page.preview.shown, PdfView)
    assert seen(page.preview.shown.scroller).height() >= least
    beside = page.preview.mapTo(page, QPoint()).x() - page.tree.mapTo(page, QPoint()).x()
    assert beside > 0
    assert nested(page) == []


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
    ],
)
def test_enter_saves_and_a_choice_ends_what_was_said(
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
) -> None:
    target = tmp_path / "Mine.pdf"
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page = go(session, "pdf")
    page.focus_start()
    has = QApplication.focusWidget()
    assert has is not None
    QTest.keyClick(has, key, held)
    assert asked == ["Summary Marjorie Wensleydown.pdf"]
    assert target.read_bytes().startswith(b"%PDF")
    assert page.said.open_button.isVisible()
    page.large.click()
    assert not page.said.isVisible()


def test_the_pdf_is_printed_in_three(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+P or the button at the foot, then Print; the third is the system's own dialog."""
    printed: list[str] = []

    def take(_parent: QWidget, _data: bytes, name: str) -> bool:
        printed.append(name)
        return True

    monkeypatch.setattr(print_dialog, "print_pdf", take)
    go(session, "symptom")
    QTest.mouseClick(session.shell.centre.make_pdf, Qt.MouseButton.LeftButton)
    page: Any = session.page
    QTest.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    assert printed == ["Summary Marjorie Wensleydown"]
