"""The form of an allergy."""

from tests.features.desk import Desk


def test_what_happens_and_how_bad_are_saved(desk: Desk) -> None:
    form = desk.open("allergy")
    desk.type(form.edits["substance"], "Penicillin")
    desk.type(form.edits["reaction"], "A rash")
    desk.answer(form.edits["severity"], "Severe")
    row = desk.get(form)
    assert (row.substance, row.reaction, row.severity) == ("Penicillin", "A rash", "severe")
