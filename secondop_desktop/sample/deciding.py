"""The three ways on, what each may bring, and how far Marjorie is with deciding."""

from dataclasses import dataclass

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.opinions import Opinions


@dataclass(frozen=True)
class Options:
    """The ids of the three options."""

    catheter: str
    surgery: str
    waiting: str


def options(book: Notebook, opinions: Opinions) -> Options:
    """Write down the options in Marjorie's own order."""
    return Options(
        waiting=_option(
            book,
            name="Wait, with a scan every six months",
            description=(
                "No operation for now. A scan every six months and a call from the heart nurse in "
                "between. A new valve when it gets worse."
            ),
            waiting=True,
            stances={opinions.first: "advised against", opinions.second: "recommended"},
            rank=1,
        ),
        catheter=_option(
            book,
            name="New valve through a catheter (TAVI)",
            description=(
                "A folded valve is pushed up from the groin and opened inside the old one. Awake "
                "but drowsy. Two or three days in hospital."
            ),
            stances={opinions.first: "possible", opinions.second: "possible"},
            rank=2,
        ),
        surgery=_option(
            book,
            name="Open-heart operation",
            description=(
                "The chest is opened and the old valve is cut out and replaced by a tissue valve. "
                "About a week in hospital, two to three months to get over it."
            ),
            stances={opinions.first: "recommended", opinions.second: "possible"},
            rank=3,
            notes="Ruth could take two weeks off. Des offered to do the shopping.",
        ),
    )


def _option(book: Notebook, **said: object) -> str:
    return book.add("option", **said)


def decision(book: Notebook, days: Days) -> None:
    """Write down how far the decision is."""
    book.add(
        "decision",
        stage="considering",
        text="Not decided. I lean towards waiting until the CT pictures have been looked at.",
        who_decides="I do. Ruth helps me to think it through.",
        why=(
            "I can still do what I like doing. If I can keep that up without much danger, I would "
            "rather have the next months than lose them to getting over an operation."
        ),
        change_mind=(
            "If I faint, if I need three stops on the hill, or if the CT shows that it is severe."
        ),
        date=days.day(-5),
        review=days.day(21),
    )


def readiness(book: Notebook, days: Days) -> None:
    """Write down two checks, three weeks apart."""
    book.add(
        "readiness",
        date=days.day(-26),
        sure=False,
        know_options=False,
        clear_values=True,
        support=True,
        notes="Before Quillhaven. I only knew about the operation.",
    )
    book.add(
        "readiness",
        date=days.day(-5),
        sure=False,
        know_options=True,
        clear_values=True,
        support=True,
        notes="I understand the three ways now. I still go to and fro.",
    )
