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


@pytest.mark.parametrize("key", ["letter", "pdf", "question", "appointment", "task"])
def test_the_page_has_most_of_the_window(session: Session, key: str) -> None:
    page, shell = go(session, key), session.shell
    share = page.scroller.width() * page.scroller.height() / (shell.width() * shell.height())
    assert share >= 0.72


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


# Questions -------------------------------------------------------------------------------


def _rows_in_sight(page: Any) -> int:
    rows, room = page.list, page.list.viewport().rect()
    places = [rows.visualRect(rows.model().index(at, 0)) for at in range(len(rows.items()))]
    return sum(room.contains(place) for place in places)


def test_seven_questions_and_more_are_in_sight(session: Session) -> None:
    page = go(session, "question")
    assert _rows_in_sight(page) >= 7
    assert page.here()
    assert nested(page) == []


@pytest.mark.parametrize(("held", "over", "after"), [(0, 2, [1, 2, 0]), (3, 0, [3, 0, 1])])
def test_a_question_is_dragged_to_its_place(
    session: Session, held: int, over: int, after: list[int]
) -> None:
    page = go(session, "question")
    rows = page.list
    before = [item.key for item in rows.items()]
    start, end = (rows.visualRect(rows.model().index(at, 0)) for at in (held, over))
    below = held < over
    spot = QPoint(end.center().x(), end.bottom() - 2 if below else end.top() + 2)
    view, left = rows.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=start.center())
    QTest.mouseMove(view, start.center() + QPoint(0, 15 if below else -15))
    QTest.mouseMove(view, spot)
    QTest.mouseRelease(view, left, pos=spot)
    assert [item.key for item in rows.items()][:3] == [before[at] for at in after]
    assert rows.current_key() == before[held]
    session.undo()
    assert [item.key for item in rows.items()] == before


def test_a_question_goes_into_the_bin_and_is_doubled(session: Session) -> None:
    page = go(session, "question")
    first = page.list.items()[0].key
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert first not in [item.key for item in page.list.items()]
    count = len(page.list.items())
    page.duplicate_chosen()
    assert len(page.list.items()) == count + 1


# Appointments ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [USUAL, SMALL])
def test_appointments_open_with_the_next_one_in_a_pane_of_its_own(
    session: Session, size: tuple[int, int]
) -> None:
    page = go(session, "appointment", size)
    assert page.here() == page.list.items()[0].key
    assert page.list.hasFocus()
    assert nested(page) == []


def test_an_appointment_goes_into_the_bin_and_is_doubled_by_keys(session: Session) -> None:
    page = go(session, "appointment")
    first, second = (item.key for item in page.list.items()[:2])
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.here() == second
    session.undo()
    assert first in [item.key for item in page.list.items()]
    before = {row.id for row in session.journal.entries("appointment")}
    page.open_entry(second)
    page.duplicate_chosen()
    (made,) = {row.id for row in session.journal.entries("appointment")} - before
    assert page.here() == made
    copy, of = session.journal.get("appointment", made), session.journal.get("appointment", second)
    assert (copy.purpose, copy.provider, copy.status) == (of.purpose, of.provider, "")


@pytest.mark.parametrize(("size", "share"), [(USUAL, 0.4), (SMALL, 0.25)])
def test_during_uses_the_whole_height(
    session: Session, size: tuple[int, int], share: float
) -> None:
    page = go(session, "appointment", size)
    page.open_entry(max(_asked(session), key=_asked(session).count))
    page.go_during()
    pictures.settle(QApplication.instance())  # type: ignore[arg-type]
    view = page.at_visit
    bottom = view.columns.mapTo(session.shell, view.columns.rect().bottomLeft()).y()
    assert session.shell.height() - bottom < 90
    assert seen(view.box.text.text).height() >= session.shell.height() * share
    assert seen(view.next) == view.next.rect()
    assert nested(page) == []


def _asked(session: Session) -> list[str]:
    return [at for row in session.journal.entries("question") for at in row.appointments]


def test_a_new_appointment_asks_five_things(session: Session) -> None:
    page = go(session, "appointment")
    page.start_new()
    shown = [name for name, edit in page.form.edits.items() if edit.isVisible()]
    assert shown[:5] == ["purpose", "when", "provider", "how", "place"]
    assert set(shown[5:]) <= {"private"}


def test_the_opinion_of_an_appointment_is_begun_in_three(session: Session) -> None:
    """Choose the appointment, After, and the button that writes it down."""
    page = go(session, "appointment")
    page.open_entry(page.list.items()[1].key)
    QTest.mouseClick(page.view.after, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.view.shown.opinion, Qt.MouseButton.LeftButton)
    assert session.key == "opinion"


# To do, and a medicine -------------------------------------------------------------------


def test_what_is_due_is_ticked_in_place(session: Session) -> None:
    page = go(session, "task")
    line = page.lines[0]
    assert seen(line.tick) == line.tick.rect()
    QTest.mouseClick(line.tick, Qt.MouseButton.LeftButton, pos=line.tick.rect().center())
    assert session.journal.get("task", line.due.entry).done


def test_a_medicine_is_written_down_in_six(session: Session) -> None:
    """The button, the name, and Ctrl+Enter: three, with three left for dose and times."""
    page = go(session, "medicine")
    QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    has = QApplication.focusWidget()
    assert has is not None
    QTest.keyClicks(has, "Bisoprolol")
    QTest.keyClick(has, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.journal.entries("medicine", name="Bisoprolol")
    assert page.form is None
