"""What was done for Marjorie before the valve, her vaccinations, and what runs in the family."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook


def treatments(book: Notebook, cast: Cast, discharge: str, days: Days) -> None:
    """Write down an operation with what it left in the eye, and exercises for the knee."""
    book.add(
        "treatment",
        case=None,
        name="Cataract operation",
        type="operation",
        body_site="Right eye",
        date=days.year(-7, about=True),
        reason="cloudy lens",
        place=cast.hospital,
        status="done",
        response="I can read the hymn book again without holding it to the lamp.",
        side_effects="Gritty eye for two weeks, nothing worse.",
        implants="Artificial lens, right eye; acrylic, no metal",
        implant_card="Card from the eye clinic, in my purse behind the library card",
        records=[discharge],
    )
    book.add(
        "treatment",
        case=None,
        name="Physiotherapy for the knee",
        type="therapy",
        body_site="Left knee",
        date=days.month(-20),
        until=days.month(-18),
        date_words="Tuesday mornings",
        cycles="6 sessions",
        dose="40 minutes each",
        given_by=cast.nurse,
        status="done",
        response="Helped with the stairs. I still do the exercises.",
        notes="In the back room of the surgery.",
    )


def vaccinations(book: Notebook, cast: Cast, days: Days) -> None:
    """Copy the card from the surgery."""
    book.add(
        "vaccination",
        name="Flu vaccine for over-65s",
        against="flu",
        date=days.month(-9),
        dose_number="yearly",
        lot="FX4471A",
        site="Left arm",
        route="Injection",
        given_by=cast.nurse,
        place=cast.gp,
        status="given",
        reaction="Sore arm for a day.",
    )
    book.add(
        "vaccination",
        name="Polio",
        date_words="As a child, at school",
        status="given",
        notes="Pink drops on a lump of sugar.",
    )


def relatives(book: Notebook) -> None:
    """Write down what the doctors ask about the family."""
    book.add(
        "relative",
        who="Father",
        condition="Heart attack",
        age="61",
        died_of_it=True,
        living="died",
        age_died="61",
        notes="He had a murmur too, my mother always said.",
    )
    book.add(
        "relative",
        who="Sister",
        condition="Breast cancer",
        age="58",
        died_of_it=False,
        living="living",
        notes="Treated and well since.",
    )
