"""Dates and times in tables: ISO, with the month's name, or in figures with the day first."""

import re
from collections.abc import Iterable
from datetime import time

from secondop_desktop.errors import UserError
from secondop_desktop.journal.dates import PartialDate
from secondop_desktop.lang import _

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<word>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_TIME = r"(?:(?:,\s*|\s+|t)(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?))?"
_ZONE = r"(?:\s*(?:z|utc|gmt|bst|[+-]\d\d:?\d\d))?"
_ISO = re.compile(
    r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?" + _TIME + _ZONE
)
_FIGURES = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ]" + _YEAR + _TIME + _ZONE)
_SHAPES = (
    _ISO,
    _FIGURES,
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(rf"(?:[a-z]{{3,9}},?\s+)?{_DAY}[-/ .]?{_MONTH}[-/ ,.]*{_YEAR}{_TIME}{_ZONE}"),
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}{_ZONE}"),
    re.compile(rf"{_MONTH}[- ](?P<year>\d{{4}})"),
)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?")


def read_date(text: str, clock: str = "") -> PartialDate:
    """Read a date, perhaps with its time of day in a cell beside it.

    Figures alone are read day first, as in the UK. Raises ValueError for anything else.
    """
    found = next(filter(None, (shape.fullmatch(text.strip().lower()) for shape in _SHAPES)), None)
    if found is None:
        raise ValueError(f"not a date: {text[:40]}")
    parts = found.groupdict()
    month = _month(parts)
    day = int(parts["day"] or 0) if parts.get("day") else None
    told = parts.get("time") or clock
    return PartialDate(
        _year(parts["year"] or ""), month, day, read_time(told) if told and day else None
    )


def read_time(text: str) -> time:
    """Read a time of day on the 24 or 12 hour clock; raises ValueError."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(f"not a time: {text[:40]}")
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return time(hour, int(found[2]))


def _month(parts: dict[str, str | None]) -> int | None:
    word = parts.get("word")
    if word:
        return 1 + _MONTHS.index(word[:3])
    figures = parts.get("month")
    return int(figures) if figures else None


def _year(text: str) -> int:
    """Read a year; two figures up to 68 are of this century (POSIX)."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 69 else 1900)


def check_order(dates: Iterable[tuple[int, str]], name: str) -> str:
    """Refuse a file whose dates in figures are not written day first.

    ``dates`` are line and text. Returns a date that could be read in two ways when no date of
    the file settles it, else an empty text.
    """
    doubtful, settled = "", False
    for line, text in dates:
        found = _FIGURES.fullmatch(text.strip().lower())
        if found is None:
            continue
        first, second = int(found["day"]), int(found["month"])
        if first <= 12 < second <= 31:
            raise UserError(
                _(
                    "{file}, line {number}: the date {date} is not written day, month, year. "
                    "Write the dates like 2024-03-25 and import the file again."
                ).format(file=name, number=line, date=text)
            )
        settled = settled or first > 12
        doubtful = doubtful or text
    return "" if settled else doubtful
