"""Closing a case, and opening it again."""

from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.cases.page import CasePage
from secondop_desktop.features.cases.page.closing import CloseDialog
from tests.features.desk import Desk
from tests.features.page_desk import full_disk
from tests.features.rows import day
from tests.widgets.walker import unnamed
from tests.window.keyboard import play, press, tab_to, use, write


def case_of(desk: Desk) -> Any:
    """Return the case as it is saved."""
    return desk.journal.get("case", str(desk.case))


def dialog() -> CloseDialog:
    """Return the dialog that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, CloseDialog)
    return found


def closing(page: CasePage) -> None:
    """Press the button in the head."""
    tab_to("Close this question…", "Shift+Tab")
    press("Space")


def test_a_case_is_closed_with_what_came_of_it_and_opened_again(desk: Desk, page: CasePage) -> None:
    play(
        desk.qtbot,
        partial(closing, page),
        lambda: unnamed(dialog()) == [] or pytest.fail("without a name"),
        partial(write, "We wait, with a scan each year."),
        partial(dialog_date, "2027"),
        partial(use, "Close the question"),
    )
    case = case_of(desk)
    assert case.outcome == "We wait, with a scan each year."
    assert case.closed is not None
    assert case.review == day("2027")
    assert desk.journal.undo_label() == "Close the question"
    assert page.head.ended.isVisible()
    assert "We wait" in page.head.ended.text.text()
    assert "Look at it again: 2027" in page.head.ended.text.text()
    assert not page.head.close_button.isVisible()
    assert page.window().focusWidget() is page.list
    play(desk.qtbot, partial(tab_to, "Open it again", "Shift+Tab"), partial(press, "Space"))
    assert case_of(desk).closed is None
    assert case_of(desk).outcome == "We wait, with a scan each year."
    assert not page.head.ended.isVisible()


def dialog_date(year: str) -> None:
    """Type the year to look at it again."""
    dialog().review.year.setFocus()
    write(year)


def test_undo_opens_it_and_redo_closes_it(desk: Desk, page: CasePage) -> None:
    play(desk.qtbot, partial(closing, page), partial(use, "Close the question"))
    assert case_of(desk).closed is not None
    desk.journal.undo()
    assert case_of(desk).closed is None
    assert not page.head.ended.isVisible()
    desk.journal.redo()
    assert page.head.ended.isVisible()


def test_escape_changes_nothing(desk: Desk, page: CasePage) -> None:
    before = case_of(desk)
    play(desk.qtbot, partial(closing, page), partial(write, "No"), partial(press, "Escape"))
    assert case_of(desk) == before


def test_a_day_that_cannot_be_read_keeps_the_dialog_open(desk: Desk, page: CasePage) -> None:
    def wrong() -> None:
        closed = dialog().closed
        closed.day.setText("31")
        closed.month.setText("February")
        dialog().save()
        assert dialog().closed.problem()
        assert case_of(desk).closed is None
        closed.month.setText("January")

    play(desk.qtbot, partial(closing, page), wrong, partial(use, "Close the question"))
    assert case_of(desk).closed.month == 1


def test_the_day_it_was_finished_is_asked_for(desk: Desk, page: CasePage) -> None:
    def empty() -> None:
        for box in (dialog().closed.day, dialog().closed.month, dialog().closed.year):
            box.clear()
        dialog().save()
        assert dialog().isVisible()

    play(desk.qtbot, partial(closing, page), empty, partial(press, "Escape"))
    assert case_of(desk).closed is None


def test_a_full_disk_keeps_the_words_in_the_dialog(
    desk: Desk, page: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tried() -> None:
        with full_disk(monkeypatch):
            dialog().save()
        assert dialog().trouble.isVisible()
        assert dialog().outcome.value() == "All well"

    play(
        desk.qtbot,
        partial(closing, page),
        partial(write, "All well"),
        tried,
        partial(use, "Close the question"),
    )
    assert case_of(desk).outcome == "All well"


def test_how_it_ended_is_changed_later(desk: Desk, page: CasePage) -> None:
    with desk.journal.change("Elsewhere") as change:
        change.edit("case", str(desk.case), closed=day("2026-05"), outcome="Better")
    tab_to("Change how it ended", "Shift+Tab")
    play(
        desk.qtbot,
        partial(press, "Space"),
        partial(press, "Ctrl+End"),
        partial(write, " than before"),
        partial(use, "Save"),
    )
    assert case_of(desk).outcome == "Better than before"
    assert case_of(desk).closed == day("2026-05")
