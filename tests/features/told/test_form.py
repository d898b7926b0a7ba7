"""The form of telling somebody."""

from tests.features.desk import Desk


def test_who_was_told_is_required(desk: Desk) -> None:
    doctor = desk.add("provider", name="Dr Bell")
    form = desk.open("told")
    desk.type(form.edits["what"], "I will wait")
    form.done()
    assert [problem.text for problem in form.problems()] == ["Choose who you told"]
    form.edits["provider"].set_value(doctor)
    form.edits["provider"].edited.emit()
    form.done()
    assert form.summary.isHidden()
    row = desk.get(form)
    assert (row.provider, row.what) == (doctor, "I will wait")
