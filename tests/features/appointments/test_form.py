"""The forms of appointments, questions, answers and tasks."""

from PySide6.QtCore import QTimer

from secondop_desktop.journal.values.dates import PartialDate
from tests.features.desk import Desk, opened, settle


def test_an_appointment_has_a_day_and_a_time(desk: Desk) -> None:
    form = desk.open("appointment")
    desk.type(form.edits["purpose"], "Second opinion")
    when = form.edits["when"]
    for box, text in ((when.day, "14"), (when.month, "7"), (when.year, "2026")):
        box.setText(text)
    when.clock.setText("10:30am")
    assert when.note() == "Tuesday 14 July 2026, 10:30am"
    assert desk.get(form).when == PartialDate.parse("2026-07-14T10:30")


def test_what_to_bring_is_ticked_off(desk: Desk) -> None:
    entry = desk.add("appointment", purpose="Scan", bring=(("Letter", False),))
    form = desk.open("appointment", entry)
    desk.press(form.edits["bring"].rows[0].box)
    assert desk.get(form).bring == (("Letter", True),)


def test_a_question_is_open_at_first(desk: Desk) -> None:
    form = desk.open("question")
    desk.type(form.edits["text"], "Can I wait?")
    assert desk.get(form).status == "open"


def test_answers_are_added_to_a_question(desk: Desk) -> None:
    form = desk.open("question")
    (add,) = form.answers.adds
    assert not add.isVisible()
    assert form.answers.wait.isVisible()
    desk.type(form.edits["text"], "Can I wait?")
    row = desk.get(form)
    assert add.isVisible()

    def answer() -> None:
        dialog = opened()
        assert "question" not in dialog.form.edits
        desk.type(dialog.form.edits["text"], "Yes, half a year")
        dialog.form.done()

    QTimer.singleShot(0, answer)
    add.click()
    settle()
    (kept,) = desk.journal.entries("answer")
    assert (kept.question, kept.text, kept.case) == (row.id, "Yes, half a year", desk.case)
    (line,) = form.answers.buttons()
    assert "Yes, half a year" in line.accessibleName()


def test_answers_are_said_with_who_gave_them(desk: Desk) -> None:
    doctor = desk.add("provider", name="Dr Bell")
    question = desk.add("question", text="Can I wait?")
    for day, text in ((2, "No"), (1, "Yes")):
        date = PartialDate(2026, 7, day)
        desk.add("answer", question=question, provider=doctor, text=text, date=date)
    form = desk.open("question", question)
    said = [button.row for button in form.answers.buttons()]
    assert [(row.title, row.detail, row.trailing) for row in said] == [
        ("Dr Bell", "Yes", "1 July 2026"),
        ("Dr Bell", "No", "2 July 2026"),
    ]


def test_a_task_begins_undone_and_is_ticked(desk: Desk) -> None:
    form = desk.open("task")
    desk.type(form.edits["text"], "Ring the hospital")
    assert desk.get(form).done is False
    desk.press(form.edits["done"].box)
    assert desk.get(form).done is True
