"""What goes on around it all: who was told, what there is to do, and what it costs."""

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
    _task(book, "Send the clinic's bill to the insurer", "Ruth", days.day(6))
    _task(book, "Ask Des about a lift to the hospital", "Marj", days.day(7))


def _task(book: Notebook, text: str, who: str, due: object, *, done: bool | None = None) -> None:
    book.add("task", text=text, due=due, who=who, done=done, done_on=due if done else None)


def costs(book: Notebook, cast: Cast, papers: Papers, days: Days) -> None:
    """Write down the price in writing, what was paid, and what the insurer is asked for."""
    _fee(
        book,
        cast,
        papers,
        what="Visit to Dr Varmaraj",
        amount="265",
        state="quote",
        payer="me",
        date=days.day(-45),
    )
    _fee(
        book,
        cast,
        papers,
        what="Visit to Dr Varmaraj",
        amount="265",
        state="claimed",
        payer="insurer",
        date=days.day(-21),
    )
    _fee(
        book,
        cast,
        papers,
        what="Second heart scan",
        amount="430",
        state="claimed",
        payer="insurer",
        date=days.day(-21),
    )
    _fee(
        book,
        cast,
        papers,
        what="Blood tests at the clinic",
        amount="85",
        state="paid",
        payer="me",
        date=days.day(-21),
    )
    book.add(
        "cost",
        what="Our own part of the claim (excess)",
        amount="100",
        state="due",
        payer="me",
        provider=cast.insurer,
        policy="HM-77-120934",
        date=days.day(-2),
        due=days.day(10),
    )
    book.add(
        "cost",
        what="Train to Quillhaven for two",
        notes="Two returns, bought at the station.",
        amount="31.80",
        state="paid",
        payer="me",
        date=days.day(-21),
    )


def _fee(book: Notebook, cast: Cast, papers: Papers, **said: object) -> None:
    book.add(
        "cost",
        provider=cast.second,
        policy="HM-77-120934",
        authorisation="HM-204417-V",
        record=papers.fees,
        currency="GBP",
        **said,
    )
