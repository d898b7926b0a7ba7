"""How Marjorie felt, in her own words, over half a year."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.notebook import Notebook


def symptoms(book: Notebook, days: Days) -> None:
    """Write down the notes in the order they were made."""
    book.add(
        "symptom",
        what="Out of breath on Pound Hill",
        date=days.month(-7),
        severity=3,
        severity_words="A nuisance, nothing more",
        helps="Stopping once at the postbox",
    )
    book.add(
        "symptom",
        what="Out of breath on Pound Hill",
        date=days.day(-92),
        severity=5,
        severity_words="I have to stop twice now",
        helps="Standing still for two or three minutes",
        notes="Des passed me with his dog and asked whether I was all right.",
    )
    _before_the_visit(book, days)
    _since(book, days)


def _before_the_visit(book: Notebook, days: Days) -> None:
    book.add(
        "symptom",
        what="Light-headed after climbing the stairs",
        date=days.at(-80, 21, 15),
        severity=4,
        severity_words="The landing seemed to sway for a moment",
        helps="Sitting on the top step",
        notes="I did not faint. It has happened this once.",
    )
    book.add(
        "symptom",
        what="Tightness across the chest",
        date=days.day(-57),
        severity=3,
        severity_words="Like a belt one hole too tight",
        helps="It went by itself in five minutes",
        notes="After carrying the shopping in from the car.",
    )


def _since(book: Notebook, days: Days) -> None:
    book.add(
        "symptom",
        what="A good week",
        date=days.day(-30),
        severity=1,
        severity_words="Walked to choir and back",
        notes="Slept well with two pillows, as always.",
    )
    book.add(
        "symptom",
        what="Tired in the afternoon",
        date=days.day(-12),
        severity=4,
        severity_words="I fall asleep over the crossword",
        helps="Half an hour on the sofa",
    )
    book.add(
        "symptom",
        what="Out of breath on Pound Hill",
        date=days.day(-4),
        severity=4,
        severity_words="About the same as three months ago: one stop, sometimes two",
        helps="Going slowly",
        notes="Not worse, then. That is what Dr Threlkettle wanted to know.",
    )
    book.add(
        "symptom",
        what="Lay awake worrying about the operation",
        date=days.day(-9),
        severity=6,
        severity_words="Round and round in my head",
        helps="Ringing Ruth in the morning",
        private=True,
    )
