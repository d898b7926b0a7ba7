"""Dates without a year, as people write them in a diary: the year is asked once for the table."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.journal.values import clock
from secondop_desktop.journal.values.month_names import is_weekday, month_of
from secondop_desktop.lang import _

OPEN: Final = "open"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_WEEKDAY: Final = r"(?:(?P<weekday>[^\W\d]+)\.?,?\s+)?"
_FORMS: Final = (
    re.compile(rf"{_WEEKDAY}{_DAY}(?: of)?[-/ .]*(?P<month>[^\W\d]{{3,10}})\.?"),
    re.compile(rf"{_WEEKDAY}(?P<month>[^\W\d]{{3,10}})\.?\s+{_DAY}"),
)
_DAYS: Final = range(1, 32)
_YEARS: Final = 6
_HALF: Final = 6
"""Months: a step by more leads over the turn of the year."""


def with_years(texts: Sequence[str], table: str, asked: Asked) -> dict[str, str]:
    """Return dates that have no year by their texts, each with the year that somebody said.

    ``texts`` are the dates of a table from top to bottom. Where none is without a year nothing is
    asked; where somebody does not know it, they stay as they are written. So does a day that
    comes again in another year, as its text does not tell the two apart.
    """
    found = [(text, month) for text in texts if (month := _month(text))]
    if not found:
        return {}
    answer = asked.ask(_question(found[0][0], table), once=table)
    if answer == OPEN:
        return {}
    years: dict[str, set[int]] = defaultdict(set)
    told = _years([month for _text, month in found], int(answer))
    for (text, _month_of), year in zip(found, told, strict=True):
        years[text].add(year)
    return {text: f"{text} {one.pop()}" for text, one in years.items() if len(one) == 1}


def _month(text: str) -> int:
    """Return the month of a date without a year, 0 for any other text."""
    plain = " ".join(text.split())
    for form in _FORMS:
        if found := form.fullmatch(plain):
            weekday = found["weekday"]
            known = not weekday or is_weekday(weekday)
            if known and int(found["day"]) in _DAYS:
                return month_of(found["month"])
    return 0


def _years(months: Sequence[int], first: int) -> Iterator[int]:
    """Yield the year of each date, where the first is of this year and they follow each other."""
    year, before = first, months[0]
    for month in months:
        if abs(month - before) > _HALF:
            year += 1 if month < before else -1
        before = month
        yield year


def _question(example: str, table: str) -> Question:
    text = _("The dates in {file}, such as “{date}”, have no year. From which year is the first?")
    this = clock.local_today().year
    years = (str(year) for year in range(this, this - _YEARS, -1))
    choices = (
        *(Choice(year, year) for year in years),
        Choice(OPEN, _("Not known: keep such dates as they are written")),
    )
    return Question("date-year", text.format(file=table, date=example[:40]), choices, OPEN)
