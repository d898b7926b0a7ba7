"""What the second opinion costs, and who pays for it."""

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.sample.days import Days
from secondop_desktop.sample.doctors import Cast
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers

_POLICY = "HM-77-120934"
_PAYER = {"quote": "me", "paid": "me", "claimed": "insurer"}


def costs(book: Notebook, cast: Cast, papers: Papers, days: Days) -> None:
    """Write down the price in writing, what was paid, and what the insurer is asked for."""
    then = days.day(-21)
    _fee(book, cast, papers, "Visit to Dr Varmaraj", "265", "quote", days.day(-45))
    _fee(book, cast, papers, "Visit to Dr Varmaraj", "265", "claimed", then)
    _fee(book, cast, papers, "Second heart scan", "430", "claimed", then)
    _fee(book, cast, papers, "Blood tests at the clinic", "85", "paid", then)
    _excess(book, cast, days)
    book.add(
        "cost",
        what="Train to Quillhaven for two",
        amount="31.80",
        state="paid",
        payer="me",
        date=then,
        notes="Two returns, bought at the station.",
    )


def _excess(book: Notebook, cast: Cast, days: Days) -> None:
    book.add(
        "cost",
        what="Our own part of the claim (excess)",
        amount="100",
        state="due",
        payer="me",
        provider=cast.insurer,
        policy=_POLICY,
        date=days.day(-2),
        due=days.day(10),
    )


def _fee(
    book: Notebook,
    cast: Cast,
    papers: Papers,
    what: str,
    amount: str,
    state: str,
    date: PartialDate,
) -> None:
    book.add(
        "cost",
        what=what,
        amount=amount,
        currency="GBP",
        state=state,
        payer=_PAYER[state],
        provider=cast.second,
        policy=_POLICY,
        authorisation="HM-204417-V",
        date=date,
        record=papers.fees,
    )
