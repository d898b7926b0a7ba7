"""The form of a medicine."""

from tests.features.desk import Desk


def test_a_medicine_is_written_as_on_the_box(desk: Desk) -> None:
    form = desk.open("medicine")
    desk.type(form.edits["name"], "Amlodipine 5 mg")
    desk.type(form.edits["how_taken"], "once a day")
    row = desk.get(form)
    assert (row.name, row.how_taken, row.status) == ("Amlodipine 5 mg", "once a day", "")
    again = desk.open("medicine", row.id)
    assert again.edits["how_taken"].value() == "once a day"
    assert again.heading.title.text() == "Amlodipine 5 mg"


def test_why_it_was_stopped_shows_once_there_is_something(desk: Desk) -> None:
    entry = desk.add("medicine", name="Amlodipine", why_stopped="Swollen feet")
    assert desk.open("medicine", entry).edits["why_stopped"].isVisible()
    assert not desk.open("medicine").edits["why_stopped"].isVisible()
