"""The date on which the tests of a page were done, as its own words name it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.printed_results.words import Line
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.days import Cell, Days, is_date
from secondop_desktop.journal.values.dates import PartialDate

_LABELS: Final = (
    r"collected|collection|taken|drawn|sample(?:d)?|specimen|date of test|test date|"
    r"blood(?: test)?s? (?:from|of|on)",
    r"received",
    r"reported|report date|date of report|authorised|issued|printed",
    r"date|dated",
)
"""What tells it best comes first: the day of the sample, then those on which it was handled."""

_DATE: Final = (
    r"(?P<date>\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}(?:st|nd|rd|th)?[- ][^\W\d]{3,9}\.?,?[- ]\d{2,4})"
)
_LEFT_OPEN: Final = dict.fromkeys(("date-order", "short-dates", "future-dates"), "open")
_NOT_THESE: Final = re.compile(
    r"birth|born|d\.?o\.?b|clinic|appointment|review|typed", re.IGNORECASE
)
_CLOSE: Final = 30


def dates_named(found: Iterable[Line]) -> list[str]:
    """Return the dates that the best label of a page names, as printed, each once."""
    texts = [" ".join(cell.text for cell in line) for line in found]
    for label in _LABELS:
        dates = list(dict.fromkeys(_with(label, texts)))
        if dates:
            return dates
    return []


def read_dates(named: Iterable[str], found: Iterable[Line]) -> dict[str, PartialDate]:
    """Return the dates by their texts, as far as the dates of the document tell their order.

    One that can be the third of January or the first of March is left out: the person says it.
    """
    texts = [" ".join(cell.text for cell in line) for line in found]
    others = [one["date"] for text in texts for one in re.finditer(_DATE, text)]
    cells = [Cell(number, text) for number, text in enumerate(dict.fromkeys(named), 1)]
    try:
        days = Days("", cells, Asked(_LEFT_OPEN), beside=filter(is_date, others))
    except UserError:  # some have the day first, some the month
        return {}
    read = {cell.text: _read(days, cell) for cell in cells}
    return {text: date for text, date in read.items() if date is not None}


def _read(days: Days, cell: Cell) -> PartialDate | None:
    try:
        date = days.read(cell).date
    except ValueError:
        return None
    return date.without_time() if date is not None else None


def _with(label: str, texts: Sequence[str]) -> Iterator[str]:
    pattern = re.compile(rf"\b(?:{label})\b(?P<gap>\D{{0,{_CLOSE}}}?){_DATE}", re.IGNORECASE)
    for text in texts:
        for one in pattern.finditer(text):
            before = text[max(one.start() - 12, 0) : one.start("date")]
            if not _NOT_THESE.search(before) and is_date(one["date"]):
                yield one["date"]
