"""The form of a letter."""

from tests.features.desk import Desk


def test_the_letter_keeps_its_lines(desk: Desk) -> None:
    form = desk.open("letter")
    desk.type(form.edits["title"], "Please refer me")
    form.edits["text"].text.setPlainText("Dear Dr Bell,\n\nI would like to ask you.")
    row = desk.get(form)
    assert row.text == "Dear Dr Bell,\n\nI would like to ask you."
    assert desk.open("letter", row.id).edits["text"].value() == row.text
