"""The case on paper."""

from secondop_desktop.features.cases.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

CASES, NOTES = CHAPTERS["case"], CHAPTERS["step-notes"]


def test_the_question_why_and_who_said_that_waiting_is_safe() -> None:
    sheet = Sheet()
    doctor = sheet.add("provider", name="Dr Shah")
    wait = {"safe_to_wait": "yes", "safe_said_by": doctor, "safe_date": day("2026-05")}
    sheet.add("case", question="Operate?", title="Knee", reasons=("rare",), **wait)
    assert sheet.printed(CASES) == (
        "Operate? In short Knee Why a second opinion It is a rare illness "
        "Is it safe to wait? Yes, I was told it is safe to wait · Dr Shah · May 2026"
    )


def test_each_day_of_the_referral() -> None:
    sheet = Sheet()
    days = {"referral_asked": day("2026-05-01"), "chase": day("2026-06")}
    sheet.add("case", question="Operate?", **days)
    sheet.add("case", question="Wait?", referral_accepted=day("2026-06-02"), **days)
    printed = sheet.printed(CASES)
    assert "Referral asked for 1 May 2026, to ask again June 2026" in printed
    assert "Referral asked for 1 May 2026, accepted 2 June 2026" in printed


def test_notes_on_the_steps_follow_the_journey() -> None:
    sheet = Sheet()
    notes = {"2.3": "Asked once more", "7": "All told", "1": "Talked"}
    sheet.add("case", question="Operate?", step_notes=notes, round=2)
    printed = sheet.printed(NOTES)
    order = [printed.index(text) for text in ("Talked", "Asked once more", "All told")]
    assert order == sorted(order)


def test_a_case_without_a_question_goes_by_its_title() -> None:
    sheet = Sheet()
    sheet.add("case", title="Knee")
    assert sheet.printed(CASES) == "Knee"
