"""The form of a treatment."""

from tests.features.desk import Desk, unfold


def test_what_was_done_and_how_it_went_are_saved(desk: Desk) -> None:
    form = desk.open("treatment")
    desk.type(form.edits["name"], "Knee replacement")
    form.edits["type"].set_value("operation")
    form.edits["type"].edited.emit()
    desk.type(form.edits["response"], "I walk again")
    desk.type(form.edits["implants"], "Knee, cobalt chrome")
    row = desk.get(form)
    assert (row.name, row.type, row.response) == ("Knee replacement", "operation", "I walk again")
    assert row.implants == "Knee, cobalt chrome"


def test_cycles_and_dose_are_kept_as_told(desk: Desk) -> None:
    form = desk.open("treatment")
    unfold(form)
    desk.type(form.edits["name"], "Radiotherapy")
    desk.type(form.edits["cycles"], "15 of 20, then stopped")
    desk.type(form.edits["dose"], "40 Gy")
    row = desk.get(form)
    assert (row.cycles, row.dose) == ("15 of 20, then stopped", "40 Gy")


def test_without_a_name_it_says_what_to_enter(desk: Desk) -> None:
    form = desk.open("treatment")
    assert not form.done()
    assert [problem.text for problem in form.problems()] == [
        "Enter what was done, or is to be done"
    ]
