"""What Marjorie takes, and what she no longer takes and why."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook


def medicines(book: Notebook, cast: Cast, days: Days) -> None:
    """Copy the labels on the boxes, then the ones that were stopped."""
    book.add(
        "medicine",
        case=None,
        name="Ramipril",
        dose="5 mg capsule",
        how_taken="One in the morning",
        reason="blood pressure",
        prescriber=cast.gp,
        start=days.year(-2),
        status="taking",
    )
    book.add(
        "medicine",
        case=None,
        name="Atorvastatin",
        dose="20 mg tablet",
        how_taken="One at bedtime",
        reason="cholesterol",
        prescriber=cast.gp,
        start=days.year(-9, about=True),
        status="taking",
    )
    book.add(
        "medicine",
        case=None,
        name="Paracetamol",
        dose="500 mg tablet",
        how_taken="Two when the knee is bad",
        route="By mouth",
        maximum="8 tablets in 24 hours",
        reason="sore knee",
        start=days.year(-6, about=True),
        status="as needed",
        notes="From the chemist, without a prescription.",
    )
    _no_longer(book, cast, days)


def _no_longer(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "medicine",
        case=None,
        name="Ferrous fumarate",
        dose="210 mg tablet",
        how_taken="One a day with orange juice",
        reason="low iron",
        prescriber=cast.gp,
        start=days.month(-14),
        stop=days.month(-7),
        why_stopped="Iron was back up, and they upset my stomach",
        status="stopped",
    )
    book.add(
        "medicine",
        case=None,
        name="Amlodipine",
        dose="5 mg tablet",
        how_taken="One in the morning",
        reason="blood pressure",
        prescriber=cast.gp,
        start=days.year(-4),
        stop=days.year(-2),
        why_stopped="My ankles swelled up; changed to ramipril",
        status="stopped",
    )
