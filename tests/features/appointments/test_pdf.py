"""Appointments and questions on paper."""

from secondop_desktop.exchange.pdf.blocks.flow import Heading
from secondop_desktop.features.appointments.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

APPOINTMENTS, QUESTIONS, TASKS = CHAPTERS["appointment"], CHAPTERS["question"], CHAPTERS["task"]


def test_what_was_said_is_told_under_the_appointment() -> None:
    sheet = Sheet()
    doctor = sheet.add("provider", name="Dr Shah")
    seen = {"when": day("2026-05-02T10:30"), "provider": doctor, "how": "phone", "status": "done"}
    sheet.add("appointment", purpose="Check-up", summary="All is well.", **seen)
    assert sheet.printed(APPOINTMENTS) == (
        "2 May 2026, 10:30am: Check-up Who with, and where Dr Shah · By phone "
        "What was said All is well."
    )


def test_what_is_to_come_has_boxes_to_tick() -> None:
    sheet = Sheet()
    bring = (("Letters", False), ("List of medicines", True))
    sheet.add("appointment", purpose="Talk", when=day("2026-08"), bring=bring)
    printed = sheet.printed(APPOINTMENTS)
    assert "August 2026: Talk Who with, and where Still to come" in printed
    assert "To bring □ Letters □ List of medicines" in printed


def test_past_visits_with_little_to_tell_share_a_table() -> None:
    sheet = Sheet()
    sheet.add("appointment", purpose="Scan", when=day("2026-05"), status="cancelled", notes="Ill")
    assert sheet.printed(APPOINTMENTS) == (
        "Other appointments When What for Who with, and where May 2026 Scan Ill Cancelled"
    )


def test_a_planned_visit_of_which_nothing_else_is_known() -> None:
    sheet = Sheet()
    sheet.add("appointment", purpose="Talk", status="planned")
    assert sheet.printed(APPOINTMENTS) == "Talk Who with, and where Still to come"


def test_open_questions_come_first_with_room_to_write_in_two_columns() -> None:
    sheet = Sheet()
    sheet.add("question", text="How sure?", status="answered", rank=1)
    sheet.add("question", text="Why now?", rank=3, why="I am well.", group="Risks")
    sheet.add("question", text="Who operates?", rank=2)
    printed = sheet.printed(QUESTIONS)
    assert printed == ("Still to ask 1. Who operates? 2. Why now? I am well. Answered How sure?")
    heights = [type(block).__name__ for block in QUESTIONS.make(sheet)]
    assert heights == ["Heading", "SideBySide", "Heading", "Para"]


def test_answered_questions_take_a_line_and_stand_whole_among_the_answers() -> None:
    sheet = Sheet()
    doctor = sheet.add("provider", name="Dr Shah")
    question = sheet.add("question", text="How sure?", status="answered", why="It matters.")
    text = "Very sure, he said. " * 20
    said = {"provider": doctor, "date": day("2026-05-02"), "text": text}
    sheet.add("answer", question=question, **said)
    sheet.add("answer", question=question, provider=doctor, no_answer="later")
    sheet.add("answer", text="To nothing asked.")
    assert "How sure? Dr Shah, 2 May 2026: Very sure" in sheet.printed(QUESTIONS)
    assert "…" in sheet.printed(QUESTIONS)
    printed = sheet.printed(CHAPTERS["answer"])
    assert text.strip() in printed
    assert "Dr Shah: To ask later" in printed
    assert printed.endswith("Other answers Answer: To nothing asked.")
    sheet.hidden = {doctor}
    assert "Answer, 2 May 2026: Very sure" in sheet.printed(CHAPTERS["answer"])


def test_without_answered_ones_the_open_questions_need_no_heading() -> None:
    sheet = Sheet()
    sheet.add("question", text="Why now?")
    assert not any(isinstance(block, Heading) for block in QUESTIONS.make(sheet))


def test_a_task_says_whether_it_is_done() -> None:
    sheet = Sheet()
    sheet.add("task", text="Ring", due=day("2026-06-30"))
    sheet.add("task", text="Write", due=day("2026-08"), done=True, done_on=day("2026-06"))
    assert sheet.printed(TASKS) == (
        "By To do Done 30 June 2026 Ring overdue August 2026 Write done June 2026"
    )
