"""Medicines on paper."""

from secondop_desktop.features.medicines.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

MEDICINES = CHAPTERS["medicine"]


def test_what_is_taken_now_stands_before_what_was_stopped_and_why() -> None:
    sheet = Sheet()
    doctor = sheet.add("provider", name="Dr Shah")
    sheet.add("medicine", name="Amlodipine", status="stopped", stop=day("2024"), why_stopped="Itch")
    sheet.add("medicine", name="Ramipril", dose="5 mg", status="taking", prescriber=doctor)
    now, _heading, before = sheet.printed(MEDICINES).partition("Not taken now")
    assert "Ramipril 5 mg Dr Shah" in now
    assert "Amlodipine until 2024 Itch" in before
    assert "I take it now" not in now


def test_what_is_taken_when_needed_says_so() -> None:
    sheet = Sheet()
    sheet.add("medicine", name="Paracetamol", status="as needed", how_taken="Two")
    assert "Paracetamol Two I take it when I need it" in sheet.printed(MEDICINES)


def test_what_is_not_certain_stands_under_neither_answer() -> None:
    sheet = Sheet()
    sheet.add("medicine", name="Digoxin", status="taking", stop=day("2019-06"))
    sheet.add("medicine", name="Senna", status="not issued")
    unsure, _heading, before = sheet.printed(MEDICINES).partition("Not taken now")
    assert "Not certain whether taken now" in unsure
    assert "Digoxin marked as taken; stop date June 2019" in unsure
    assert "Senna" in before
    assert "Digoxin" not in before
