"""The question that Marjorie wants answered, and the steps she has gone so far."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook

QUESTION = (
    "Do I need open-heart surgery for my narrowed heart valve soon, or can I safely wait, "
    "or have a new valve put in through a catheter?"
)


def opened(book: Notebook, days: Days) -> str:
    """Start the case with the question alone, and return its id."""
    return book.add(
        "case",
        question=QUESTION,
        title="My heart valve",
        kind_of="heart",
        plan=(
            "Dr Ashdown-Lacey says the aortic valve is severely narrowed and that I should have "
            "it replaced in an open-heart operation within three months."
        ),
        reasons=["major treatment", "serious", "peace of mind"],
        reasons_words=(
            "It is a big operation at my age, and I still walk to the shops. I want to hear "
            "from somebody else before anyone opens my chest."
        ),
        opened=days.day(-61),
    )


def under_way(book: Notebook, case: str, cast: Cast, diagnosis: str, days: Days) -> None:
    """Write down how the referral went and how far each step is."""
    book.edit(
        "case",
        case,
        diagnosis=diagnosis,
        safe_to_wait="yes",
        safe_said_by=cast.gp,
        safe_date=days.day(-48),
        route="both",
        insurer="Hearthside Mutual",
        authorisation="HM-204417-V",
        referral_by=cast.gp,
        referral_asked=days.day(-49),
        referral_sent=days.day(-46),
        referral_accepted=days.day(-40),
        chase=days.day(-41),
        review=days.day(21),
        round=1,
        steps=_STEPS,
        step_notes=_NOTES,
        notes=(
            "If the two doctors still see it differently after the next visit, we may ask "
            "Mr Fennimarsh at Castlebury for a third opinion."
        ),
    )


_STEPS = {
    "1": "completed",
    "2": "completed",
    "3": "completed",
    "4": "completed",
    "5": "completed",
    "6": "in progress",
    "7": "in progress",
}
_NOTES = {
    "1": (
        "Dr Threlkettle rang the Heart Centre for us. The answer: it is safe to wait up to three "
        "months, as long as I do not faint and the breathlessness does not get worse."
    ),
    "2": "Dr Varmaraj, because she does not work with Dr Ashdown-Lacey and does both methods.",
    "3": "The surgery sent the referral in three days. The insurer wanted its own form as well.",
    "4": "Most of it came in time. The CT pictures are still to come; take them to the next visit.",
    "5": "Ruth came along and took notes. We had 40 minutes and asked nearly everything.",
    "6": "Compare both letters with Ruth on Sunday. Ask Dr Ashdown-Lacey why they differ.",
    "7": "Dr Threlkettle knows. Dr Ashdown-Lacey's letter is written but not sent.",
}
