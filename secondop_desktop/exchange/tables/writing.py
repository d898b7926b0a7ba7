"""A date as it stands in a cell, taken apart: figures whose order may still be open."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from secondop_desktop.exchange.fhir.dates import EARLIEST
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.month_names import is_weekday, month_of

_MONTH = r"(?P<word>[^\W\d]{3,10})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[ºª°.])?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_TIME = (
    r"(?:(?:,?\s+(?:(?:at|um|kl\.?|à)\s+)?|t)(?P<time>\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:[ap]\.?m\.?)?))?"
)
_ZONE = r"(?:\s*(?P<zone>z|utc|gmt|bst|[+-]\d\d:?\d\d))?"
_FIGURES = re.compile(
    r"(?P<a>\d{1,2})(?P<gap>[-/. ])\s?(?P<b>\d{1,2})(?P=gap)\s?(?P<c>\d{4}|\d{2})" + _TIME + _ZONE
)
_PLAIN = (
    re.compile(
        r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?" + _TIME + _ZONE
    ),
    re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)" + _TIME + _ZONE),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(
        rf"(?:(?P<weekday>[^\W\d]+)\.?,?\s+)?{_DAY}[-/ .]*(?:de )?{_MONTH}"
        rf"[-/ ,.]*(?:del? )?{_YEAR}{_TIME}{_ZONE}"
    ),
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}{_ZONE}"),
    re.compile(rf"{_MONTH}[- ](?P<year>\d{{4}})"),
)
_SERIAL = re.compile(r"(\d{5})(\.\d+)?")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?|(?=\s*[ap]\.?m))\s*(?:([ap])\.?m\.?)?"
)
_UK_ZONES = {"gmt": "Z", "utc": "Z", "z": "Z", "bst": "+01:00"}
_FIRST_SERIAL = date(1899, 12, 30)
_SERIALS = range(10_000, 70_000)
"""Days since the end of 1899, as a spreadsheet counts them: from 1927 to 2091."""


class Shape(StrEnum):
    """How three parts of a date stand beside each other."""

    PLAIN = "plain"
    LAST = "year last"
    SHORT = "three times two figures"
    SERIAL = "serial"


@dataclass(frozen=True)
class Written:
    """Three figures in the order of the cell, or a date whose parts are plain; and its time.

    ``short_year`` says that the year has two figures; ``zone`` is an offset or empty; ``dotted``
    that full stops part the figures, as only those do who put the day first.
    """

    shape: Shape
    figures: tuple[int, int | None, int | None]
    short_year: bool = False
    clock: time | None = None
    zone: str = ""
    dotted: bool = False

    @property
    def local_clock(self) -> time | None:
        """The time on the clock here; midnight too where it was midnight where it was written.

        A day that a computer wrote as a moment bears the offset of that computer.
        """
        told = self.zone and self.shape is Shape.PLAIN and self.clock != time(0)
        try:
            whole = self.date(*self.figures) if told else None
        except ValueError:
            whole = None
        return whole.clock if whole else self.clock

    def date(self, year: int, month: int | None, day: int | None) -> PartialDate:
        """Put the date together; raises ValueError where the calendar has none."""
        plain = PartialDate(year, month, day, self.clock if day else None)
        return PartialDate.parse(plain.iso + self.zone) if plain.clock and self.zone else plain


@lru_cache(maxsize=8192)
def written(text: str, clock: str = "") -> Written:
    """Take a cell apart, perhaps with its time of day in a cell beside it; raises ValueError."""
    plain = _without_weekday(" ".join(text.split()).lower())
    if found := _FIGURES.fullmatch(plain):
        return _figures(found, clock)
    if (found := _SERIAL.fullmatch(plain)) and int(found[1]) in _SERIALS:
        return _serial(found, clock)
    for shape in _PLAIN:
        if found := shape.fullmatch(plain):
            return _named(found.groupdict(), clock)
    raise ValueError(f"not a date: {text[:40]}")


def _without_weekday(text: str) -> str:
    first, _space, rest = text.partition(" ")
    return rest if rest[:1].isdecimal() and is_weekday(first.strip(".,")) else text


def read_time(text: str) -> time:
    """Read a time of day on the 24 or 12 hour clock; raises ValueError."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(f"not a time: {text[:40]}")
    hour = int(found[1])
    if found[3]:
        if not 1 <= hour <= 12:
            raise ValueError(f"not a time: {text[:40]}")
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return time(hour, int(found[2] or 0))


def is_time(text: str) -> bool:
    """Tell whether a text is a time of day."""
    try:
        read_time(text)
    except ValueError:
        return False
    return True


def _figures(found: re.Match[str], clock: str) -> Written:
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    short = _is_short(found["c"])
    shape = Shape.SHORT if short and found["gap"] == "-" else Shape.LAST
    told = _clock(found["time"] or clock, found["zone"])
    return Written(shape, (a, b, c), short, *told, dotted=found["gap"] == ".")


def _serial(found: re.Match[str], clock: str) -> Written:
    day = _FIRST_SERIAL + timedelta(days=int(found[1]))
    minutes = round(float(found[2] or 0) * 24 * 60)
    told = f"{minutes // 60 % 24}:{minutes % 60:02}" if minutes else clock
    return Written(Shape.SERIAL, (day.year, day.month, day.day), False, *_clock(told, ""))


def _named(parts: dict[str, str | None], clock: str) -> Written:
    month = int(parts.get("month") or 0) or None
    if word := parts.get("word"):
        month = month_of(word)
    if month == 0 or ((weekday := parts.get("weekday")) and not is_weekday(weekday)):
        raise ValueError("not a date")
    day = int(parts.get("day") or 0) or None
    year = parts["year"] or ""
    if parts.get("day") and not day and (word or int(year) <= _FIRST_SERIAL.year + 1):
        raise ValueError("an empty cell, as a spreadsheet shows it as a date")
    told = _clock(parts.get("time") or clock, parts.get("zone"))
    return Written(Shape.PLAIN, (int(year), month, day), _is_short(year), *told)


def _is_short(year: str) -> bool:
    """Tell a year of two figures; raises ValueError for one before all records."""
    if len(year) > 2 and int(year) < EARLIEST:
        raise ValueError(f"before {EARLIEST}: {year}")
    return len(year) == 2


def _clock(text: str, zone: str | None) -> tuple[time | None, str]:
    return (read_time(text) if text else None), _UK_ZONES.get(zone or "", zone or "")
