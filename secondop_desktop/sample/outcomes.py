"""What each way may bring, as the two letters put it, and how much it matters to Marjorie."""

from secondop_desktop.sample.deciding import Options
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers


def outcomes(book: Notebook, options: Options, papers: Papers) -> None:
    """Write down benefits and risks, each with its page."""
    first = {"source": "Dr Ashdown-Lacey's letter, page 2", "record": papers.first, "page": 2}
    second = {"source": "Dr Varmaraj's letter, page 2", "record": papers.second, "page": 2}
    _surgery(book, options.surgery, first)
    _catheter(book, options.catheter, second)
    _waiting(book, options.waiting, first, second)


def _good(book: Notebook, option: str, text: str, **said: object) -> None:
    book.add("outcome", option=option, text=text, good_or_bad="good", **said)


def _bad(book: Notebook, option: str, text: str, **said: object) -> None:
    book.add("outcome", option=option, text=text, good_or_bad="bad", **said)


def _surgery(book: Notebook, option: str, told: dict[str, object]) -> None:
    year = {"x": 95, "n": 100, "period": "after one year"}
    month = {"n": 100, "period": "within 30 days"}
    _good(book, option, "Alive and feeling better", chance="very likely", matters=5, **year, **told)
    _good(book, option, "The kind of valve with the longest record", matters=3, **told)
    _bad(book, option, "Dying of it", chance="rare", x=2, matters=5, **month, **told)
    _bad(book, option, "A stroke", chance="rare", x=2, matters=5, **month, **told)
    _bad(
        book,
        option,
        "An uneven heartbeat",
        chance="fairly common",
        x=30,
        n=100,
        period="for some days",
        matters=2,
        **told,
    )
    _bad(book, option, "Two to three months before I can manage alone", matters=5, **told)


def _catheter(book: Notebook, option: str, told: dict[str, object]) -> None:
    month = {"n": 100, "period": "within 30 days"}
    _good(book, option, "Breathing gets easier", chance="most people", matters=4, **told)
    _good(book, option, "Home after two or three days", chance="most people", matters=5, **told)
    _bad(book, option, "Dying of it", chance="rare", x=2, matters=5, **month, **told)
    _bad(book, option, "A stroke", chance="rare", x=3, matters=5, **month, **told)
    _bad(book, option, "Needing a pacemaker", x=12, n=100, matters=3, **told)
    _bad(book, option, "Trouble with the blood vessel in the groin", x=5, n=100, matters=2, **told)


def _waiting(
    book: Notebook, option: str, first: dict[str, object], second: dict[str, object]
) -> None:
    _good(book, option, "The next months at home, in the choir", matters=5, source="My own words")
    _good(book, option, "Time to see the CT pictures first", matters=4, **second)
    _bad(
        book,
        option,
        "Needing a new valve after all",
        chance="about half",
        x=50,
        n=100,
        period="within two years",
        matters=3,
        **second,
    )
    _bad(book, option, "More breathless, perhaps fainting", chance="likely", matters=4, **first)
