"""What goes on around it all: who was told, and what there is to do."""

from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers


def told(book: Notebook, cast: Cast, papers: Papers, days: Days) -> None:
    """Write down who was told and given what."""
    book.add(
        "told",
        provider=cast.second,
        date=days.day(-25),
        how="email",
        what="Sent what she asked for before the visit: the first letter, the scan, the bloods.",
        answer="Her secretary confirmed that all of it opens.",
        records=[papers.first, papers.scan, papers.blood],
    )
    book.add(
        "told",
        provider=cast.gp,
        date=days.day(-12),
        how="phone",
        what="That the second opinion is to watch and wait, and that I have not decided.",
        answer="She is glad we asked. She would like to hear how the talk in the hospital goes.",
        records=[papers.second],
    )


def tasks(book: Notebook, cast: Cast, late: str, days: Days) -> None:
    """Write down what is done, what is due and what is late; ``late`` are the CT pictures."""
    _task(book, "Get an authorisation number from the insurer", "Ruth", days.day(-42), done=True)
    _task(book, "Copy the first letter twice", "Ruth", days.day(-23), done=True)
    book.add(
        "task",
        text="Ring the records office about the CT pictures",
        due=days.day(-5),
        who="Ruth",
        linked=[late, cast.hospital],
        notes="01632 960333, ask for the reading of our letter. The month is over.",
    )
    _task(book, "Print the summary in large print", "Ruth", days.day(12))
    _task(book, "Put hearing aid batteries in the handbag", "Marj", days.day(14))
    _task(book, "Ask the insurer whether our claim has come", "Ruth", days.day(6))
    _task(book, "Ask Des about a lift to the hospital", "Marj", days.day(7))


def _task(book: Notebook, text: str, who: str, due: object, *, done: bool | None = None) -> None:
    book.add("task", text=text, due=due, who=who, done=done, done_on=due if done else None)
