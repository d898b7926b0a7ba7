"""The form of a diagnosis."""

from secondop_desktop.journal.values.dates import PartialDate
from tests.features.desk import Desk


def test_a_year_is_enough(desk: Desk) -> None:
    form = desk.open("diagnosis")
    desk.type(form.edits["name"], "Aortic stenosis")
    form.edits["date"].year.setText("2019")
    row = desk.get(form)
    assert (row.name, row.date, row.case) == ("Aortic stenosis", PartialDate(2019), desk.case)
    form.done()
    assert form.summary.isHidden()


def test_the_case_is_asked_only_where_there_are_several(desk: Desk) -> None:
    assert "case" not in desk.open("diagnosis").edits
    other = desk.add("case", question="Another question?")
    form = desk.open("diagnosis")
    assert form.edits["case"].value() == desk.case
    form.edits["case"].set_value(other)
    form.edits["case"].edited.emit()
    assert desk.get(form).case == other
