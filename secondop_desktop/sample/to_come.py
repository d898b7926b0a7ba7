"""The appointments to come."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers


def nurse(book: Notebook, cast: Cast, days: Days) -> str:
    """Write down the next blood test and return it."""
    return book.add(
        "appointment",
        purpose="Blood pressure and blood test",
        when=days.at(9, 9, 10),
        provider=cast.nurse,
        how="in person",
        place="Bramblecote Surgery, room 4",
        status="planned",
        bring=[["Form for the blood test", False]],
    )


def talk(book: Notebook, cast: Cast, papers: Papers, days: Days) -> str:
    """Write down the visit at which both opinions are talked over, and return it."""
    return book.add(
        "appointment",
        purpose="Talk over both opinions",
        when=days.at(16, 14, 30),
        provider=cast.first,
        how="in person",
        place="Heart Centre, Level 3, Westermere General Hospital\nCar park C, 10 minutes early",
        who_comes="Ruth",
        bring=[
            ["Dr Varmaraj's letter", True],
            ["Summary PDF in large print", False],
            ["List of medicines", False],
            ["Our questions, in order", False],
            ["Hearing aid batteries", False],
        ],
        status="planned",
        opinion_place=1,
        records=[papers.first, papers.second],
    )


def later(book: Notebook, cast: Cast, days: Days) -> None:
    """Write down what is further away, one of it known only to the month."""
    book.add(
        "appointment",
        purpose="Three-monthly call from the clinic's heart nurse",
        when=days.at(37, 11, 0),
        provider=cast.second,
        how="video",
        place="Link comes by email the day before",
        who_comes="Ruth sets up the tablet",
        status="planned",
    )
    book.add(
        "appointment",
        purpose="Next heart scan",
        when=days.month(5, about=True),
        provider=cast.hospital,
        how="in person",
        place="Here or at Quillhaven, not settled yet",
        status="planned",
    )
