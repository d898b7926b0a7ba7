"""At an appointment: questions one by one, answers and notes, by keyboard alone."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.features.appointments.page.during import DuringView
from secondop_desktop.features.appointments.page.visit import Visit
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Text
from tests.features.appointments.page.conftest import ASKED, Clinic
from tests.features.desk import settle
from tests.features.page_desk import full_disk
from tests.widgets.walker import cut_off, unnamed
from tests.window.keyboard import focused, press, tab_to, use, write

Clock = Callable[[], datetime]


def at(clinic: Clinic, clock: Clock) -> DuringView:
    """Show the view alone."""
    view = DuringView(Visit(clinic.journal, clinic.visit), clock=clock)
    clinic.show(view)
    view.take_focus()
    return view


def said(clinic: Clinic) -> dict[str, str]:
    """Return what was answered to which question."""
    rows = clinic.journal.entries("answer", appointment=clinic.visit)
    return {clinic.journal.name(row.question): row.text or row.no_answer for row in rows}


def test_a_whole_appointment_by_keyboard(clinic: Clinic) -> None:
    page = clinic.at_visit()
    use("During")
    view = page.at_visit
    assert view is not None
    assert view.progress.text() == "Question 1 of 3"
    assert focused() == "What they say"
    assert not page.heading.isVisible()
    write("Fairly sure.")
    press("Ctrl+Return")
    assert view.progress.text() == "Question 2 of 3"
    tab_to("Not yet")
    press("Right")
    assert focused() == "They did not answer"
    press("Ctrl+PgDown")
    assert focused() == "What they say"
    write("She does.")
    tab_to("Your notes")
    write("Kind.")
    tab_to("A question that comes up")
    write("And the stitches?")
    press("Return")
    assert view.progress.text() == "Question 4 of 4"
    write("A week.")
    press("Ctrl+PgUp")
    assert view.question.text() == ASKED[2]
    press("Ctrl+PgDown")
    press("Ctrl+Enter")
    assert page.at_visit is None
    assert said(clinic) == {
        ASKED[0]: "Fairly sure.",
        ASKED[1]: "not answered",
        ASKED[2]: "She does.",
        "And the stitches?": "A week.",
    }
    (notes,) = {row.notes for row in clinic.journal.entries("appointment")}
    assert notes == "Kind."
    assert page.view is not None
    assert page.view.view == "after"
    assert page.heading.isVisible()
    states = {row.text: row.status for row in clinic.journal.entries("question")}
    assert states[ASKED[0]] == states[ASKED[2]] == "answered"
    assert states[ASKED[1]] == "open"


def test_an_answer_belongs_to_who_gave_it_and_when(clinic: Clinic, clock: Clock) -> None:
    view = at(clinic, clock)
    write("Yes")
    assert view.flush()
    (row,) = clinic.journal.entries("answer")
    assert (row.question, row.provider, row.appointment) == (
        clinic.questions[0],
        clinic.doctor,
        clinic.visit,
    )
    assert (row.person, row.case) == (clinic.desk.person, clinic.desk.case)
    assert row.date.iso == "2031-07-14T10:42"
    assert view.box is not None
    assert view.box.written.text() == "Written down: 14 July 2031, 10:42am"


def test_on_another_day_it_is_dated_by_the_appointment(clinic: Clinic) -> None:
    view = DuringView(Visit(clinic.journal, clinic.visit))
    clinic.show(view)
    view.take_focus()
    write("Yes")
    assert view.flush()
    assert [row.date.iso for row in clinic.journal.entries("answer")] == ["2031-07-14"]


def test_the_time_is_put_where_one_writes(clinic: Clinic, clock: Clock) -> None:
    view = at(clinic, clock)
    write("He drew it")
    press("Ctrl+T")
    write("twice")
    tab_to("Your notes")
    press("Ctrl+T")
    write("Tea")
    use("Add the time")
    assert focused() == "Your notes"
    assert view.flush()
    (row,) = clinic.journal.entries("answer")
    assert row.text == "He drew it\n10:42am  twice"
    assert clinic.row("appointment", clinic.visit).notes == "10:42am  Tea\n10:42am"


def test_who_answers_after_all_was_not_silent(clinic: Clinic, clock: Clock) -> None:
    view = at(clinic, clock)
    tab_to("Not yet")
    press("Right")
    press("Right")
    assert focused() == "To ask later"
    assert said(clinic) == {ASKED[0]: "later"}
    assert view.box is not None
    view.box.text.setFocus()
    write("Now he does")
    assert view.flush()
    assert said(clinic) == {ASKED[0]: "Now he does"}
    (row,) = clinic.journal.entries("answer")
    assert row.no_answer == ""
    assert not view.box.none.isVisible()


def test_leaving_returns_to_where_it_was_and_coming_back_too(clinic: Clinic) -> None:
    page = clinic.at_visit()
    use("During")
    press("Ctrl+Return")
    write("Half a year")
    press("Escape")
    assert page.at_visit is None
    assert focused() == "During"
    assert page.view is not None
    assert page.view.view == "prepare"
    assert said(clinic) == {ASKED[1]: "Half a year"}
    press("Space")
    view = page.at_visit
    assert view is not None
    assert view.progress.text() == "Question 2 of 3"
    assert view.box is not None
    assert view.box.text.value() == "Half a year"


def test_without_questions_there_are_notes(clinic: Clinic, clock: Clock) -> None:
    with clinic.journal.change("Away") as change:
        for question in clinic.questions:
            change.put_away("question", question)
    view = at(clinic, clock)
    assert "no question" in view.question.text()
    assert focused() == "Your notes"
    tab_to("A question that comes up")
    write("Why?")
    press("Ctrl+Return")
    assert view.progress.text() == "Question 1 of 1"
    assert [row.text for row in clinic.journal.entries("question")] == ["Why?"]


def test_undo_takes_an_answer_back_and_typing_begins_anew(clinic: Clinic, clock: Clock) -> None:
    view = at(clinic, clock)
    write("Yes")
    assert view.flush()
    clinic.journal.undo()
    view.refresh()
    assert view.box is not None
    assert view.box.text.value() is None
    write("No")
    assert view.flush()
    assert said(clinic) == {ASKED[0]: "No"}


def test_a_disk_that_fails_keeps_what_was_typed(
    clinic: Clinic, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = at(clinic, clock)
    write("Three months")

    with full_disk(monkeypatch):
        press("Ctrl+Return")
        assert view.progress.text() == "Question 1 of 3"
        assert view.trouble.isVisible()
        assert "The disk is full." in view.trouble.text.text()
        press("Escape")
        view.more.field.set_value("One more?")
        assert not view.flush()
        assert view.more.field.value() == "One more?"
    view.more.field.set_value(None)
    view.trouble.again.click()
    assert not view.trouble.isVisible()
    assert said(clinic) == {ASKED[0]: "Three months"}


def test_who_types_without_a_pause_is_saved_as_well(
    clinic: Clinic, clock: Clock, qtbot: QtBot
) -> None:
    view = at(clinic, clock)
    assert view.box is not None
    saving = view.box.typed.autosave
    saving._timer.setInterval(1_000_000)
    with qtbot.waitSignal(view.box.saved):
        write("On and on")
    assert said(clinic) == {ASKED[0]: "On and on"}


@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_large_named_and_whole(
    clinic: Clinic, clock: Clock, percent: int, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    clinic.desk.add("question", text="x" * 90 + " w" * 40, appointments=(clinic.visit,))
    view = at(clinic, clock)
    settle()
    assert view.notes.text.font().pointSizeF() == 20 * percent / 100
    assert view.question.font() == theme.current().font(Text.NOTES, theme.Weight.BOLD)
    assert unnamed(view) == []
    assert cut_off(view) == []


def test_absurd_text_is_kept(clinic: Clinic, clock: Clock) -> None:
    text = "\tمرحبا 👩‍⚕️ ŵŷ " * 6000
    long = clinic.desk.add("question", text=text, appointments=(clinic.visit,))
    view = at(clinic, clock)
    view._show(long)
    assert view.box is not None
    view.box.text.text.setPlainText(text)
    assert view.flush()
    (row,) = clinic.journal.entries("answer", question=long)
    assert row.text == text.strip()
