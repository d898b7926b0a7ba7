"""The form of a doctor or a place."""

from tests.features.desk import Desk


def test_who_they_are_and_the_shortlist_are_saved(desk: Desk) -> None:
    form = desk.open("provider")
    desk.type(form.edits["name"], "Dr Bell")
    desk.type(form.edits["specialty"], "Heart")
    desk.press(form.edits["shortlisted"].box)
    row = desk.get(form)
    assert (row.name, row.specialty, row.shortlisted) == ("Dr Bell", "Heart", True)
    assert row.person == desk.person


def test_hospitals_written_before_are_offered(desk: Desk) -> None:
    desk.add("provider", name="Dr Bell", organisation="St Mary's")
    form = desk.open("provider")
    assert form.earlier_values("organisation", "Hill Road") == ["St Mary's", "Hill Road"]
    completer = form.edits["organisation"].line.completer()
    assert completer.model().index(0, 0).data() == "St Mary's"
