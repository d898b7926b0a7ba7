"""The page of a case: a step at a time, by keyboard, and nothing typed is lost."""

from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from secondop_desktop.features.cases.form import ReferralForm
from secondop_desktop.features.cases.page import CasePage
from secondop_desktop.features.cases.rules.facts import Fact
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window import pictures
from tests.features.cases.conftest import Show
from tests.features.desk import Desk, settle
from tests.features.page_desk import full_disk
from tests.features.rows import day
from tests.widgets.walker import cut_off, small, unnamed
from tests.window.keyboard import focused, play, press, tab_to, use, write


def case_of(desk: Desk) -> Any:
    """Return the case as it is saved."""
    return desk.journal.get("case", str(desk.case))


def edit(desk: Desk, **values: Any) -> None:
    """Change the case from elsewhere."""
    with desk.journal.change("Elsewhere") as change:
        change.edit("case", str(desk.case), **values)


# One step ------------------------------------------------------------------------------------


def test_it_begins_at_the_step_that_is_not_finished(desk: Desk, show: Show) -> None:
    edit(desk, steps={"1": "completed", "2": "not needed"})
    page = show()
    assert page.here() == "3"
    assert focused() == "The steps"
    assert page.head.question.text() == "Operate now, or wait?"
    assert page.list.items()[0].detail == "Completed"


def test_status_is_set_by_keyboard_alone(desk: Desk, page: CasePage) -> None:
    press("Return")
    assert focused() == "Not started yet"
    press("Right")
    assert case_of(desk).steps == {"1": "in progress"}
    assert desk.journal.undo_label() == "Where step 1 has got to"
    status = page.list.items()[0].status
    assert status is not None
    assert status.word == "In progress"


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6", "7"])
def test_every_step_is_whole_and_named(qapp: QApplication, page: CasePage, key: str) -> None:
    page.show_known(lambda _case: {key: (Fact("2 of 3 things are known", "record", late=True),)})
    page.open_entry(key)
    settle()
    assert page.here() == key
    assert page.step is not None
    assert page.step.title.text()
    for percent in (100, 200):
        theme.apply(qapp, Scheme.LIGHT, percent)
        pictures.settle(qapp)
        assert unnamed(page) + small(page) + cut_off(page) == []


def test_a_step_leads_to_the_screens_that_serve_it(desk: Desk, page: CasePage) -> None:
    page.open_entry("6")
    press("Return")
    with desk.qtbot.waitSignal(page.place_wanted) as wanted:
        use("Opinions side by side")
    assert wanted.args == ["opinion"]


def test_a_fact_is_a_button_that_leads_to_its_screen(desk: Desk, page: CasePage) -> None:
    page.show_known(lambda _case: {"1": (Fact("First opinion from Dr Shah", "opinion:x"),)})
    press("Return")
    tab_to("First opinion from Dr Shah")
    with desk.qtbot.waitSignal(page.place_wanted) as wanted:
        press("Return")
    assert wanted.args == ["opinion:x"]


def test_a_fact_about_the_step_itself_leads_into_its_form(page: CasePage) -> None:
    facts = (Fact("Time to ask", "case:3", late=True), Fact("Sent 5 March", "case:3"))
    page.show_known(lambda _case: {"3": facts})
    page.open_entry("3")
    press("Return")
    assert page.step is not None
    assert [fact.text for fact in page.step.known.facts] == ["Time to ask"]
    use("Time to ask. Due now")
    assert focused() in {"Not answered", "NHS"}


def test_the_next_step_and_the_one_before(page: CasePage) -> None:
    press("Return")
    use("Next step. 2  Choose who to see")
    assert (page.here(), focused()) == ("2", "Not started yet")
    assert page.list.current_key() == "2"
    use("Previous step. 1  Talk to the first doctor, or your GP")
    assert page.here() == "1"


def test_the_last_step_has_none_after_it(page: CasePage) -> None:
    page.open_entry("7")
    assert page.step is not None
    assert [row.row.title for row in page.step.ways.buttons] == ["Previous step"]


def test_step_1_shows_what_the_case_is_about(desk: Desk, page: CasePage) -> None:
    edit(desk, plan="Open-heart operation", reasons=("rare",), reasons_words="I am afraid")
    press("Return")
    said = " ".join(label.text() for label in page.findChildren(Label))
    for words in ("Open-heart operation", "It is a rare illness", "I am afraid"):
        assert words in said


def test_the_form_asks_the_four_things_first_and_no_dates_of_the_referral(desk: Desk) -> None:
    form = desk.open("case", desk.case)
    shown = [name for name, edit in form.edits.items() if edit.isVisible()]
    assert shown == ["question", "plan", "reasons", "route", "private"]
    assert not {name for name in form.edits if name.startswith(("referral", "chase", "safe"))}


def test_the_second_step_leads_to_the_shortlist(page: CasePage, qtbot: QtBot) -> None:
    page.open_entry("2")
    press("Return")
    with qtbot.waitSignal(page.place_wanted) as wanted:
        use("Your shortlist of doctors")
    assert wanted.args == ["provider:shortlist"]


# Notes ---------------------------------------------------------------------------------------


def notes(page: CasePage) -> QPlainTextEdit:
    """Return where the notes of the open step are typed."""
    assert page.step is not None
    return page.step.notes.text.text


def test_notes_are_saved_by_themselves_and_by_leaving(desk: Desk, page: CasePage) -> None:
    press("Return")
    tab_to("Your notes on this step")
    write("Rang the surgery")
    with desk.qtbot.waitSignal(page.step.noted):  # type: ignore[union-attr]
        pass
    assert case_of(desk).step_notes == {"1": "Rang the surgery"}
    write(" twice")
    page.open_entry("2")
    assert case_of(desk).step_notes == {"1": "Rang the surgery twice"}
    assert notes(page).toPlainText() == ""


def test_what_changes_elsewhere_leaves_what_is_being_typed(desk: Desk, page: CasePage) -> None:
    press("Return")
    tab_to("Your notes on this step")
    write("Half a sent")
    edit(desk, step_notes={"2": "other"}, title="Knee")
    assert notes(page).toPlainText() == "Half a sent"
    assert page.flush()
    assert case_of(desk).step_notes == {"1": "Half a sent", "2": "other"}


def test_absurd_notes_are_kept(desk: Desk, page: CasePage) -> None:
    absurd = "\t\U0001f600 مرحبا " + "long " * 20_000
    press("Return")
    notes(page).setPlainText(absurd)
    assert page.flush()
    assert case_of(desk).step_notes["1"] == absurd.strip()


def test_a_full_disk_loses_nothing_and_says_so(
    desk: Desk, page: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    press("Return")
    tab_to("Your notes on this step")
    write("Important")
    with full_disk(monkeypatch):
        assert not page.flush()
        assert page.trouble.isVisible()
        assert "disk is full" in page.trouble.text.text()
        play(desk.qtbot, partial(page.open_entry, "2"), partial(press, "Return"))
        assert page.here() == "1"
    assert notes(page).toPlainText() == "Important"
    play(desk.qtbot, partial(tab_to, "Your notes on this step"), partial(press, "Tab"))
    assert not page.trouble.isVisible()
    assert case_of(desk).step_notes == {"1": "Important"}


def test_a_full_disk_stops_another_round_and_keeps_the_case(
    desk: Desk, page: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_entry("6")
    press("Return")
    with full_disk(monkeypatch):
        use("Ask for a third opinion")
        assert page.trouble.isVisible()
    assert case_of(desk).round is None
    assert page.here() == "6"


# The referral --------------------------------------------------------------------------------


def test_the_referral_is_written_on_its_step(desk: Desk, page: CasePage) -> None:
    page.open_entry("3")
    press("Return")
    tab_to("Choose… Who refers you")
    assert page.step is not None
    form = page.step.own[0]
    assert isinstance(form, ReferralForm)
    form.edits["referral_asked"].setFocus()
    write("5")
    press("Tab")
    write("March")
    press("Tab")
    write("2026")
    assert page.flush()
    assert case_of(desk).referral_asked == day("2026-03-05")


# Again ---------------------------------------------------------------------------------------


def test_a_third_opinion_goes_round_with_room_for_a_new_referral(
    desk: Desk, page: CasePage
) -> None:
    doctor = desk.add("provider", name="Dr Bell")
    edit(desk, referral_by=doctor, referral_sent=day("2026-03-05"), step_notes={"3": "Rang"})
    page.open_entry("6")
    press("Return")
    use("Ask for a third opinion")
    case = case_of(desk)
    assert (case.round, case.referral_by, case.referral_sent) == (2, None, None)
    assert case.step_notes["3"] == "Rang\n\nReferral by Dr Bell: sent 5 March 2026."
    assert page.here() == "2.2"
    assert "For a third opinion" in page.head.state.text()
    assert [item.key for item in page.list.items()][5:8] == ["6", "2.2", "2.3"]
    page.open_entry("2.6")
    use("Ask for a fourth opinion")
    assert page.here() == "3.2"


def test_undo_takes_the_round_back_and_redo_brings_it_again(desk: Desk, page: CasePage) -> None:
    edit(desk, referral_sent=day("2026-03-05"))
    before = case_of(desk)
    page.open_entry("6")
    press("Return")
    use("Ask for a third opinion")
    desk.journal.undo()
    after = case_of(desk)
    assert (after.round, after.referral_sent, after.step_notes) == (
        before.round,
        before.referral_sent,
        before.step_notes,
    )
    assert page.here() == "1"
    assert len(page.list.items()) == 7
    desk.journal.redo()
    assert len(page.list.items()) == 12


def test_a_round_that_is_over_keeps_its_notes_and_offers_no_other(desk: Desk, show: Show) -> None:
    edit(desk, round=2, step_notes={"3": "Sent in March"})
    page = show()
    page.open_entry("3")
    assert page.step is not None
    assert page.step.own == []
    assert notes(page).toPlainText() == "Sent in March"
    page.open_entry("2.3")
    assert len(page.step.own) == 1


# Several -------------------------------------------------------------------------------------


def test_several_cases_are_listed_and_switched_between(desk: Desk, show: Show) -> None:
    other = desk.add("case", question="Which tablets?", closed=day("2026-01"))
    page = show()
    assert page.head.chooser.count() == 2
    assert page.head.chooser.itemText(1) == "Which tablets? (closed)"
    assert page.case.id == desk.case
    with desk.qtbot.waitSignal(page.case_chosen) as chosen:
        tab_to("Which question", "Shift+Tab")
        press("Down")
        page.head.chooser.activated.emit(page.head.chooser.currentIndex())
    assert chosen.args == [other]
    assert page.head.question.text() == "Which tablets?"
    assert page.head.ended.isVisible()


def test_another_question_is_begun_and_turned_to(desk: Desk, page: CasePage) -> None:
    play(
        desk.qtbot,
        partial(use, "Another question", "Shift+Tab"),
        partial(tab_to, "Your question, in one sentence"),
        partial(write, "Which tablets?"),
        partial(press, "Escape"),
    )
    assert page.head.question.text() == "Which tablets?"
    assert page.case.id != desk.case


def test_another_persons_case_is_never_shown(desk: Desk, page: CasePage) -> None:
    other = desk.add("person", name="Tom Evans")
    with desk.journal.change("add") as change:
        theirs = change.add("case", person=other, question="His question?")
    page.open_entry(theirs)
    assert page.case.id == desk.case
    assert page.head.chooser.count() == 1


def test_without_a_case_there_is_one_thing_to_do(desk: Desk, show: Show) -> None:
    with desk.journal.change("away") as change:
        change.put_away("case", str(desk.case))
    page = show()
    assert focused() == "Write down the question"
    assert not page.panes.isVisible()
    desk.journal.undo()
    assert page.panes.isVisible()


def test_a_step_never_stays_open_for_another_case(desk: Desk, page: CasePage) -> None:
    desk.add("case", question="Which tablets?", step_notes={"3": "Hers, elsewhere"})
    page.open_entry("3")
    before = page.step
    with desk.journal.change("away") as change:
        change.put_away("case", str(desk.case))
    assert page.step is not before
    page.open_entry("3")
    assert notes(page).toPlainText() == "Hers, elsewhere"


def test_a_case_put_away_while_its_notes_are_typed_comes_back_with_them(
    desk: Desk, page: CasePage
) -> None:
    assert page.step is not None
    page.step.notes.text.text.insertPlainText("Ask at the desk")
    with desk.journal.change("Away") as change:
        change.put_away("case", str(desk.case))
    settle()
    assert page.empty.isVisible()
    assert page.flush()
    with desk.journal.change("Back") as change:
        change.bring_back("case", str(desk.case))
    settle()
    assert case_of(desk).step_notes == {"1": "Ask at the desk"}
    assert page.head.isVisible()


def test_parts_of_a_step_follow_what_is_undone(desk: Desk, show: Show) -> None:
    edit(desk, referral_sent=day("2026-03-05"))
    page = show()
    edit(desk, round=2)
    page.open_entry("3")
    assert page.step is not None
    assert page.step.own == []
    desk.journal.undo()
    assert page.here() == "3"
    assert len(page.step.own) == 1


def test_a_question_without_a_gap_is_cut_and_not_lost(desk: Desk, page: CasePage) -> None:
    edit(desk, question="x" * 100_000)
    assert page.head.question.text().startswith("x" * 100)
    assert len(page.head.question.text()) < 400
