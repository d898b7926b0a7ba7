"""The form of a case."""

from tests.features.desk import Desk, settle


def test_reasons_are_check_boxes(desk: Desk) -> None:
    form = desk.open("case", desk.case)
    boxes = form.edits["reasons"].boxes
    assert len(boxes) == 8
    desk.press(boxes["rare"])
    desk.press(boxes["uncertain"])
    assert desk.get(form).reasons == ("uncertain", "rare")


def test_the_steps_are_left_to_the_cases_own_page(desk: Desk) -> None:
    entry = desk.add("case", question="Wait?", steps={"1": "completed"}, round=2)
    form = desk.open("case", entry)
    assert not {"steps", "step_notes", "round"} & form.edits.keys()
    desk.type(form.edits["reasons_words"], "I want to be sure")
    row = desk.get(form)
    assert (row.steps, row.round, row.reasons_words) == ({"1": "completed"}, 2, "I want to be sure")


def test_a_long_question_is_seen_whole(desk: Desk) -> None:
    form = desk.open("case")
    question = "Do I need the operation this year, or can I wait and take the tablets first? " * 2
    desk.type(form.edits["question"], question)
    assert desk.get(form).question == question.strip()
    settle()
    text = form.edits["question"].text
    assert text.verticalScrollBar().maximum() == 0
