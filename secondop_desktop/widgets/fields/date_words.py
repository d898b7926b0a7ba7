"""Whole dates as people write or paste them: ISO or UK order; what may be two dates is asked."""

import re
from dataclasses import replace
from datetime import time

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.text_folding import fold
from secondop_desktop.widgets.fields.clock_words import read_clock
from secondop_desktop.widgets.fields.month_words import month_number, weekday_number

_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .\-/]*(?:of )?([^\W\d]{3,})[ .,\-/]*(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,})[ .]*(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTH_YEAR = re.compile(r"([^\W\d]{3,}|\d{1,2})[ .,\-/]*(\d{4})")
_ABOUT = re.compile(r"(?:about|around|approximately|approx\.?|circa|ca?\.|~)\s*")
_WEEKDAY = re.compile(r"([^\W\d]{3,})\.?,? +(?=\d|[^\W\d])")
_TIME = re.compile(r"(.*\d{4}),?(?: at)? +(\S.*)")


def read_date(text: str) -> tuple[PartialDate, ...]:
    """Return the dates a text can mean: none, one, or two to be asked about.

    ``3/4/2026`` can be 3 April or 4 March; ``14/07/2026`` only 14 July. ``07/14/2026`` comes
    back as 14 July, but it is not in UK order, so `is_certain` says no. Years have four numbers.
    """
    plain = " ".join(text.split())
    try:
        return (PartialDate.parse(plain),)
    except ValueError:
        about, rest = _without_about(fold(plain))
        return tuple(replace(date, about=date.about or about) for date in _with_time(rest))


def is_certain(text: str) -> bool:
    """Say whether the text means one date without doubt, in ISO or UK order."""
    found = read_date(text)
    numbers = _NUMBERS.search(text)
    return len(found) == 1 and (numbers is None or found[0].day == int(numbers[1]))


def _without_about(text: str) -> tuple[bool, str]:
    before, _date, after = fold(_("about {date}")).partition("{date}")
    if before and text.startswith(before) and text.endswith(after):
        return True, text[len(before) : len(text) - len(after)].strip()
    found = _ABOUT.match(text)
    return (True, text[found.end() :]) if found else (False, text)


def _with_time(text: str) -> tuple[PartialDate, ...]:
    if dates := _with_weekday(text):
        return dates
    found = _TIME.fullmatch(text)
    clocks = read_clock(found[2]) if found else ()
    if found is None or not clocks:
        return ()
    whole = [date for date in _with_weekday(found[1]) if date.day]
    return tuple(_at(date, clock) for date in whole for clock in clocks)


def _at(date: PartialDate, clock: time) -> PartialDate:
    return replace(date, clock=clock)


def _with_weekday(text: str) -> tuple[PartialDate, ...]:
    if dates := _plain(text):
        return dates
    found = _WEEKDAY.match(text)
    weekday = weekday_number(found[1]) if found else None
    if found is None or weekday is None:
        return ()
    dates = _plain(text[found.end() :])
    return tuple(date for date in dates if date.day and date.first_day.weekday() == weekday)


def _plain(text: str) -> tuple[PartialDate, ...]:
    if text.isdecimal() and len(text) == 4:
        return _made((int(text), None, None))
    if found := _NUMBERS.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        return _made((year, second, first), (year, first, second))
    if found := _DAY_FIRST.fullmatch(text):
        return _made((int(found[3]), month_number(found[2]) or 0, int(found[1])))
    if found := _MONTH_FIRST.fullmatch(text):
        return _made((int(found[3]), month_number(found[1]) or 0, int(found[2])))
    if found := _MONTH_YEAR.fullmatch(text):
        return _made((int(found[2]), month_number(found[1]) or 0, None))
    return ()


def _made(*parts: tuple[int, int | None, int | None]) -> tuple[PartialDate, ...]:
    dates = []
    for year, month, day in dict.fromkeys(parts):
        try:
            if 0 not in (month, day):
                dates.append(PartialDate(year, month, day))
        except ValueError:
            continue
    return tuple(dates)
