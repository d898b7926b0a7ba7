"""After an appointment: how it turned out, tasks, what is unclear, and the opinion."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.features.appointments.page.after import AfterView
from secondop_desktop.features.appointments.page.appointments import AppointmentsPage
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from tests.features.appointments.page.conftest import ASKED, Clinic
from tests.features.desk import settle
from tests.features.page_desk import full_disk
from tests.widgets.walker import cut_off, small, unnamed
from tests.window.keyboard import focused, play, press, tab_to, use, write


def after(clinic: Clinic) -> tuple[AppointmentsPage, AfterView]:
    """Show the visit, and turn to what comes after it."""
    page = clinic.at_visit()
    use("After", "Shift+Tab")
    assert page.view is not None
    assert isinstance(page.view.shown, AfterView)
    page.view.shown.take_focus()
    return page, page.view.shown


def test_a_past_one_opens_with_what_came_of_it(clinic: Clinic) -> None:
    past = clinic.desk.add("appointment", purpose="Scan", when=PartialDate(2020, 1, 2))
    page = clinic.page("appointment")
    page.open_entry(past, focus=True)
    assert page.view is not None
    assert page.view.view == "after"
    assert focused() == "Planned"


def test_what_they_said_is_saved_as_typed(clinic: Clinic) -> None:
    _page, view = after(clinic)
    press("Right")
    press("Space")
    assert focused() == "It went ahead"
    tab_to("What they said")
    write("All is well.")
    tab_to("What happens next")
    write("A scan.")
    assert view.flush()
    row = clinic.row("appointment", clinic.visit)
    assert (row.status, row.summary, row.next_steps) == ("done", "All is well.", "A scan.")


def test_who_does_what_by_when_becomes_a_task(clinic: Clinic) -> None:
    _page, view = after(clinic)
    assert view.no_task.isVisible()

    def fill() -> None:
        write("Send the pictures")
        for name, text in (("Day", "31"), ("Month", "February"), ("Year", "2031")):
            tab_to(name)
            write(text)
        tab_to("Who does it")
        write("Ruth")
        press("Escape")

    play(clinic.qtbot, partial(use, "Add who does what"), fill, settle)
    (task,) = clinic.journal.entries("task")
    assert (task.text, task.who, task.linked) == ("Send the pictures", "Ruth", (clinic.visit,))
    assert (task.case, task.done, task.due) == (clinic.desk.case, False, None)
    assert "February" in task.unread["due"]
    assert [button.row.title for button in view.tasks.buttons] == ["Send the pictures"]
    assert focused() == "Add who does what"

    def mend() -> None:
        tab_to("Month")
        press("Ctrl+A")
        write("3")
        press("Escape")

    play(clinic.qtbot, partial(use, view.tasks.buttons[0].accessibleName(), "Shift+Tab"), mend)
    (button,) = view.tasks.buttons
    assert button.row.detail == "Ruth · by 31 March 2031"


def test_what_is_unclear_becomes_questions_once(clinic: Clinic) -> None:
    _page, view = after(clinic)
    assert not view.turn.isEnabled()
    tab_to("What are you not sure about?")
    write("Is it urgent?")
    press("Return")
    write("Who rings me?")
    use("Turn into a question")
    assert view.turned.text() == "2 questions were added to your list."
    assert focused() == "Turn into a question"
    assert clinic.order() == [*ASKED, "Is it urgent?", "Who rings me?"]
    press("Space")
    assert view.turned.text() == "These are on your list of questions already."
    assert len(clinic.order()) == 5
    assert clinic.row("appointment", clinic.visit).unsure == "Is it urgent?\nWho rings me?"
    clinic.journal.undo()
    assert len(clinic.order()) == 3


def test_a_long_text_becomes_one_question(clinic: Clinic) -> None:
    _page, view = after(clinic)
    view.edits["unsure"].set_value("\n".join([*map(str, range(40)), ASKED[0]]))
    view.edits["unsure"].edited.emit()
    view.turn.click()
    assert len(clinic.order()) == 4
    view.edits["unsure"].set_value(f"CAN  I wait?\n{ASKED[0]}\nNew?\nnew?")
    view.edits["unsure"].edited.emit()
    view.turn.click()
    assert view.turned.text() == "1 question was added to your list."


def test_answers_are_shown_and_settled_by_one_act(clinic: Clinic) -> None:
    start = {"appointment": clinic.visit, "provider": clinic.doctor}
    clinic.desk.add("answer", question=clinic.questions[0], text="Very sure.", **start)
    clinic.desk.add("answer", question=clinic.questions[1], no_answer="later", **start)
    _page, view = after(clinic)
    said = [(b.row.detail, b.row.status.word if b.row.status else "") for b in view.rows.buttons]
    assert said == [("Very sure.", ""), ("", "To ask later"), ("", "No answer yet")]
    assert view.count.text() == "1 of 3 answered"
    use("Mark 1 question as answered")
    states = [clinic.row("question", entry).status for entry in clinic.questions]
    assert states == ["answered", "open", "open"]
    assert not view.settle.isVisible()
    assert QApplication.focusWidget() is view.rows.buttons[0]
    clinic.journal.undo()
    assert view.settle.isVisible()


def test_what_another_doctor_is_to_be_asked_stays_open(clinic: Clinic) -> None:
    other = clinic.desk.add("appointment", purpose="Third", when=PartialDate(2031, 9, 1))
    with clinic.journal.change("Ask both") as change:
        change.edit("question", clinic.questions[0], appointments=(clinic.visit, other))
    clinic.desk.add("answer", question=clinic.questions[0], appointment=clinic.visit, text="Yes")
    _page, view = after(clinic)
    assert not view.settle.isVisible()


def test_the_opinion_is_written_down_once(clinic: Clinic, qtbot: QtBot) -> None:
    page, view = after(clinic)
    clinic.desk.add("opinion", place=1)
    with qtbot.waitSignal(page.entry_wanted) as heard:
        use("Write down this opinion")
    (made,) = clinic.journal.entries("opinion", appointment=clinic.visit)
    assert heard.args == [made.id]
    assert (made.place, made.provider, made.case) == (2, clinic.doctor, clinic.desk.case)
    assert made.date.iso == "2031-07-14"
    assert view.opinion.text() == "Open this opinion"
    with qtbot.waitSignal(page.entry_wanted) as heard:
        press("Space")
    assert heard.args == [made.id]
    assert len(clinic.journal.entries("opinion")) == 2


@pytest.mark.parametrize("where", [{}, {"case": None}], ids=["of the case", "of no case"])
def test_an_opinion_of_that_place_is_taken_rather_than_made_twice(
    clinic: Clinic, where: dict[str, None]
) -> None:
    page, view = after(clinic)
    known = clinic.desk.add("opinion", place=1, overall="Operate", **where)
    view.edits["opinion_place"].set_value(1)
    view.edits["opinion_place"].edited.emit()
    with clinic.qtbot.waitSignal(page.entry_wanted) as heard:
        view.opinion.click()
    assert heard.args == [known]
    assert clinic.row("opinion", known).appointment == clinic.visit


def test_the_bin_takes_the_visit_and_undo_brings_it_back(clinic: Clinic) -> None:
    page, view = after(clinic)
    with clinic.journal.change("Elsewhere") as change:
        change.edit("appointment", clinic.visit, summary="From elsewhere", purpose="Another")
    assert page.view is not None
    assert page.view.title.text() == "Another"
    assert view.edits["summary"].value() == "From elsewhere"


def test_a_failing_disk_holds_the_person(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    page, view = after(clinic)
    tab_to("What they said")
    write("Important")

    with full_disk(monkeypatch):
        assert not page.flush()
        assert view.trouble.isVisible()
        assert page.view is not None
        page.view.turn_to("prepare")
        assert page.view.shown is view
    assert page.flush()
    assert clinic.row("appointment", clinic.visit).summary == "Important"


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_is_named_and_nothing_is_cut(
    clinic: Clinic, percent: int, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.DARK, percent)
    clinic.desk.add("task", text="Wörd " * 20_000, linked=(clinic.visit,))
    with clinic.journal.change("Much") as change:
        change.edit("appointment", clinic.visit, unsure="مرحبا 👩‍⚕️\t" * 9000)
    page, _view = after(clinic)
    settle()
    assert unnamed(page) == []
    assert small(page) == []
    clinic.desk.qtbot.waitUntil(lambda: cut_off(page) == [])  # a bar that comes narrows the rows


def test_an_opinion_is_offered_at_the_top_only_where_one_was_given(clinic: Clinic) -> None:
    page, _view = after(clinic)
    assert page.view is not None
    assert not page.view.opinion.isVisible()
    with clinic.desk.journal.change("Second opinion") as change:
        change.edit("appointment", clinic.visit, opinion_place=2)
    assert page.view.opinion.isVisible()
    assert page.view.opinion.text() == "Write down the opinion"
    page.view.opinion.click()
    assert page.view.opinion.text() == "Open the opinion"
    use("Prepare", "Shift+Tab")
    assert not page.view.opinion.isVisible()


def test_the_recording_of_it_is_a_press_away(clinic: Clinic) -> None:
    page, shown = after(clinic)
    assert not shown.listen.isVisible()
    memo = clinic.desk.add("record", title="Memo", file_type="audio/mp4", linked=(clinic.visit,))
    settle()
    wanted: list[str] = []
    page.entry_wanted.connect(wanted.append)
    assert shown.listen.isVisible()
    shown.listen.click()
    assert wanted == [memo]
