"""A statement is written in its cell by keyboard, undone, and never lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from tests.features.desk import Desk, settle
from tests.features.opinions.case import (
    cell,
    focused,
    key,
    opened,
    opinions,
    statements,
    write,
)

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
WHAT = "What they think it is, First opinion, Dr Shah 1"


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let nothing be saved meanwhile."""

    def fails(*_args: object, **_more: object) -> None:
        raise UserError("The disk is full, so nothing was saved.")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "change", fails)
        yield


def test_a_cell_is_written_by_keyboard_alone(desk: Desk) -> None:
    first, _second = opinions(desk)
    page = opened(desk)
    assert focused() == "In a few lines, First opinion, Dr Shah 1"
    key(Qt.Key.Key_Down)
    assert focused() == WHAT
    key(Qt.Key.Key_Down)
    write("Quite sure")
    assert focused() == "How sure they are, First opinion, Dr Shah 1"
    key(TAB)
    write("her letter, page 3")
    key(ESCAPE)
    assert statements(desk)["certainty", first] == "Quite sure"
    made = cell(page, "certainty")
    assert made.editor is None
    assert focused() == "How sure they are, First opinion, Dr Shah 1"
    assert made.words.said() == "Quite sure"
    assert [row.source for row in desk.journal.entries("statement")][-1] == "her letter, page 3"


def test_enter_opens_the_whole_statement_and_tab_leaves_it_saved(desk: Desk) -> None:
    first, _second = opinions(desk)
    page = opened(desk)
    key(Qt.Key.Key_Down)
    key(ENTER)
    editor = cell(page, "what").editor
    assert editor is not None
    assert editor.edits["text"].value() == "Said 1."
    assert editor.edits["page"].value() == 2
    write(" And more.")
    for _stop in range(12):
        if cell(page, "what").editor is not None:
            key(TAB)
    assert statements(desk)["what", first] == "Said 1. And more."
    assert cell(page, "what").words.said() == "Said 1. And more."


def test_arrows_go_through_the_cells_and_to_the_mark(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Right)
    assert focused() == "What they think it is, Second opinion, Dr Shah 2"
    key(Qt.Key.Key_Right)
    has = QApplication.focusWidget()
    assert has is not None and page.grid.isAncestorOf(has)
    assert (focused(), has.accessibleDescription()) == (
        "Same",
        "Your mark: What they think it is",
    )


def test_the_few_lines_are_written_here_too(desk: Desk) -> None:
    first, _second = opinions(desk)
    page = opened(desk)
    write("X")
    key(ESCAPE)
    assert next(page.grid.rows[0].every()).words.said() == "Overall 1X"
    assert desk.journal.get("opinion", first).overall == "Overall 1X"


def test_what_was_not_discussed_is_ticked_and_said(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    made = cell(page, "risks")
    editor = made.open()
    settle()
    key(TAB)
    key(Qt.Key.Key_Space)
    assert editor.flush()
    key(ESCAPE)
    assert made.words.said() == "Not discussed"
    assert desk.journal.entries("statement")[-1].not_discussed


def test_undo_takes_back_what_was_written_and_redo_brings_it_again(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    write("Sure")
    key(ESCAPE)
    desk.journal.undo()
    assert cell(page, "certainty").words.said() == ""
    desk.journal.redo()
    assert cell(page, "certainty").words.said() == "Sure"


def test_undo_while_a_new_statement_is_open_closes_it(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    made = cell(page, "certainty")
    made.open("S")
    assert page.flush()
    desk.journal.undo()
    settle()
    assert made.editor is None
    assert made.words.said() == ""
    made.open("T")
    assert page.flush()
    assert desk.journal.entries("statement")[-1].text == "T"


def test_a_disk_that_takes_nothing_loses_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opinions(desk)
    page = opened(desk)
    made = cell(page, "certainty")
    made.open("Sure")
    with full_disk(monkeypatch):
        assert not page.flush()
        assert page.trouble.isVisible()
        key(ESCAPE)
        assert made.editor is not None
    assert made.editor.edits["text"].value() == "Sure"
    assert page.flush()
    assert not page.trouble.isVisible()
    assert desk.journal.entries("statement")[-1].text == "Sure"
