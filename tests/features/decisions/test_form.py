"""The forms of options, benefits and risks, the decision and the checks before it."""

from datetime import datetime

from PySide6.QtCore import QTimer

from secondop_desktop.journal.values.dates import PartialDate
from tests.features.desk import Desk, opened, settle
from tests.widgets.walker import unnamed


def test_a_risk_is_added_to_an_option(desk: Desk) -> None:
    form = desk.open("option")
    desk.type(form.edits["name"], "Operation")
    row = desk.get(form)

    def add() -> None:
        dialog = opened()
        assert unnamed(dialog) == []
        assert dialog.form.edits["good_or_bad"].value() == "bad"
        desk.type(dialog.form.edits["text"], "Infection")
        dialog.form.done()

    QTimer.singleShot(0, add)
    form.outcomes.adds[1].click()
    (kept,) = desk.journal.entries("outcome")
    assert (kept.option, kept.good_or_bad, kept.text) == (row.id, "bad", "Infection")
    settle()
    assert [button.row.title for button in form.outcomes.buttons()] == ["Infection"]


def test_closing_an_empty_benefit_adds_nothing(desk: Desk) -> None:
    form = desk.open("option", desk.add("option", name="Operation"))
    QTimer.singleShot(0, lambda: opened().close())
    form.outcomes.adds[0].click()
    assert desk.journal.entries("outcome") == []


def test_benefits_come_first_and_a_row_opens_its_own(desk: Desk) -> None:
    option = desk.add("option", name="Operation")
    start = {"option": option, "x": 2, "n": 100}
    desk.add("outcome", text="Infection", good_or_bad="bad", matters=5, **start)
    benefit = desk.add("outcome", text="Less pain", good_or_bad="good", matters=2, **start)
    form = desk.open("option", option)
    assert [button.row.title for button in form.outcomes.buttons()] == ["Less pain", "Infection"]
    assert form.outcomes.buttons()[0].row.detail == "2 in 100 people · matters 2 of 5 to you"
    found = []

    def look() -> None:
        dialog = opened()
        found.append(dialog.form.draft.entry)
        dialog.close()

    QTimer.singleShot(0, look)
    form.outcomes.buttons()[0].click()
    assert found == [benefit]


def test_each_opinion_of_the_case_has_its_view_of_an_option(desk: Desk) -> None:
    first = desk.add("opinion", place=1)
    form = desk.open("option")
    desk.type(form.edits["name"], "Operation")
    second = desk.add("opinion", place=2)
    stances = form.stances
    assert [label.text() for label in stances.labels.values()] == [
        "First opinion",
        "Second opinion",
    ]
    stances.combos[second].setCurrentIndex(stances.combos[second].findData("advised against"))
    stances.combos[first].setCurrentIndex(stances.combos[first].findData("possible"))
    row = desk.get(form)
    assert row.stances == {first: "possible", second: "advised against"}
    stances.combos[first].setCurrentIndex(0)
    assert desk.get(form).stances == {second: "advised against"}


def test_an_opinion_of_another_case_has_no_view(desk: Desk) -> None:
    other = desk.add("case", question="Another question?")
    desk.add("opinion", place=1, case=other)
    form = desk.open("option")
    assert form.stances.combos == {}
    assert form.stances.nothing.isVisible()


def test_a_view_kept_for_an_opinion_in_the_bin_stays(desk: Desk) -> None:
    gone, here = desk.add("opinion", place=1), desk.add("opinion", place=2)
    entry = desk.add("option", name="Wait", stances={gone: "possible"})
    with desk.journal.change("bin") as change:
        change.put_away("opinion", gone)
    form = desk.open("option", entry)
    form.stances.combos[here].setCurrentIndex(1)
    assert desk.get(form).stances == {gone: "possible", here: "recommended"}


def test_a_chance_that_cannot_be_is_refused_on_done(desk: Desk) -> None:
    option = desk.add("option", name="Operation")
    form = desk.open("outcome", option=option)
    desk.type(form.edits["text"], "Infection")
    desk.type(form.edits["x"], "7")
    desk.type(form.edits["n"], "5")
    form.done()
    assert form.summary.isVisible()
    (problem,) = form.problems()
    assert problem.text == "7 in 5 people cannot be: the first number must not be the larger one."
    assert problem.widget is form.edits["x"].focus_widget()
    kept = desk.get(form)
    assert (kept.x, kept.n) == (7, 5)
    desk.type(form.edits["n"], "0")
    form.done()
    assert form.problems() == []


def test_how_much_it_matters_goes_from_0_to_5(desk: Desk) -> None:
    option = desk.add("option", name="Operation")
    form = desk.open("outcome", option=option)
    form.edits["matters"].parts()[5][0].click()
    assert desk.get(form).matters == 5


def test_a_check_begins_with_today_and_is_kept_as_answered(desk: Desk) -> None:
    form = desk.open("readiness")
    for name in ("sure", "know_options", "clear_values", "support"):
        desk.answer(form.edits[name], "Yes")
    kept = desk.get(form)
    assert (kept.sure, kept.know_options, kept.clear_values, kept.support) == (True,) * 4
    assert kept.date == PartialDate.of(datetime.now().astimezone().date())


def test_a_decision_offers_the_options_of_its_case(desk: Desk) -> None:
    other = desk.add("case", question="Another question?")
    desk.add("option", name="Elsewhere", case=other)
    operate = desk.add("option", name="Operate", rank=2)
    desk.add("option", name="Wait", rank=1, waiting=True)
    form = desk.open("decision")
    asked = form.edits["option"]
    assert [name for _part, name in asked.parts()] == ["None chosen yet", "Wait", "Operate"]
    desk.answer(asked, "Operate")
    assert desk.get(form).option == operate


def test_an_option_chosen_once_is_named_even_when_it_is_in_the_bin(desk: Desk) -> None:
    gone = desk.add("option", name="Operate", waiting=True)
    entry = desk.add("decision", stage="made", option=gone)
    with desk.journal.change("bin") as change:
        change.put_away("option", gone)
    form = desk.open("decision", entry)
    offered = [name for _part, name in form.edits["option"].parts()]
    assert offered == ["None chosen yet", "Operate", "Wait, or do nothing for now"]
    assert form.edits["option"].value() == gone


def test_benefits_stand_in_the_persons_own_order_not_by_how_much_they_matter(desk: Desk) -> None:
    option = desk.add("option", name="Operation")
    for text, matters in (("First", 0), ("Second", 5), ("Third", 3)):
        desk.add("outcome", text=text, good_or_bad="good", option=option, matters=matters)
    form = desk.open("option", option)
    assert [button.row.title for button in form.outcomes.buttons()] == ["First", "Second", "Third"]


def test_options_that_differ_only_at_their_end_can_be_told_apart(desk: Desk) -> None:
    begun = "An operation through the groin under a local anaesthetic, at the centre in town, "
    for end in ("with a night in hospital", "home the same day"):
        desk.add("option", name=begun + end)
    form = desk.open("decision")
    words = [name for _button, name in form.edits["option"].parts()]
    assert {begun + "with a night in hospital", begun + "home the same day"} <= set(words)
