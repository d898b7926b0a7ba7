"""Dates within a text, in figures or words, so that each is found however it was written.

Day and month are read as in the UK; a month above 12 can only be the American order. A year of
two figures may be of this century or the last, and stands for both.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from secondop_desktop.journal.search.plain_words import plain
from secondop_desktop.journal.values.month_names import MONTHS_ELSEWHERE
from secondop_desktop.lang import MONTHS, _, code
from secondop_desktop.patterns import as_matched, pattern

_END = r"(?![^\W_])"
_START = r"(?<![\w.,/-])"


_DAY_OR_YEAR = "day9"
"""The group of two figures behind the name of a month, which may be either."""

_WHOLE_NAME = 4
"""Letters of the name of a month that is more than its beginning."""

_YEARS = range(1950, 2050)

_Known = tuple[tuple[str, ...], tuple[str, ...]]
"""What a date is known by, and what is wider."""


class DaySaid(NamedTuple):
    """A date at a place of a text, by what it is known by in the index.

    ``day`` holds the words for a whole date (two where the century is open), or the one for what
    is known of it; ``wider`` those for its month, and for its day in any year.
    """

    start: int
    end: int
    day: tuple[str, ...]
    wider: tuple[str, ...]


def days_said(text: str, *, typed: bool = False) -> Iterator[DaySaid]:
    """Yield the dates that a text holds, in their order, none within another.

    Of a date that is ``typed`` to be looked for, "the" and the day of the week are part.
    """
    folded = text.casefold()
    abroad = not _abroad().isdisjoint(folded.split())
    if not (abroad or _may_say_a_day(text, folded)):
        return
    for found in _pattern(code(), abroad=abroad, typed=typed).finditer(text):
        given = {name: part for name, part in found.groupdict().items() if part}
        parts = {name.rstrip("0123456789"): part for name, part in given.items()}
        day, month = int(parts.get("day", 0)), _month(parts)
        if month > 12 >= day > 0:
            day, month = month, day
        known = _words(_years(parts.get("year", "").strip("'")), month, day)
        if len(given.get(_DAY_OR_YEAR, "")) == 2:
            known = _either(known, _words(_years(given[_DAY_OR_YEAR]), month, 0))
        if known:
            yield DaySaid(found.start(), found.end(), *known)


def month_said(word: str) -> tuple[str, ...]:
    """Return the words by which the index knows the days of a month, if this is its whole name.

    Those without a day are known from 1950 on.
    """
    month = _months(code()).get(word.casefold(), 0)
    if not month or (len(word) < _WHOLE_NAME and word.casefold() != MONTHS[month - 1].casefold()):
        return ()
    days = (f"n{month:02}{day:02}" for day in range(1, 32))
    return (*days, *(f"m{year}{month:02}" for year in _YEARS))


def _either(one: _Known | None, other: _Known | None) -> _Known | None:
    """Return the words of two readings: March 24 may be a day, or a month of 2024."""
    if one and other:
        return (*one[0], *other[0]), (*one[1], *other[1])
    return one or other


def _month(parts: dict[str, str]) -> int:
    if "name" in parts:
        return _months(code())[as_matched(parts["name"]).rstrip(".")]
    return int(parts["month"])


def _years(said: str) -> tuple[int, ...]:
    if not said:
        return ()
    return (int(said),) if len(said) == 4 else (1900 + int(said), 2000 + int(said))


def _words(years: tuple[int, ...], month: int, day: int) -> _Known | None:
    """Return how the index knows a date, or None where the calendar has no such day."""
    if not all(_exists(year, month, day) for year in years or (2024,)):
        return None
    in_any_year = (f"n{month:02}{day:02}",) if day else ()
    if not years:
        return (in_any_year, ()) if day else None
    months = tuple(f"m{year:04}{month:02}" for year in years)
    if not day:
        return months, ()
    return tuple(f"d{year:04}{month:02}{day:02}" for year in years), (*months, *in_any_year)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day or 1)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4)
def _months(_language: str) -> dict[str, int]:
    """Return the months by name, in English and in the language in use, whole and in short.

    Those of other languages, as letters from abroad have them, are known by their whole name.
    """
    found = {}
    for names in MONTHS_ELSEWHERE:
        for at, name in enumerate(names.split(), 1):
            found[name] = found[plain(name)] = at
    for at, name in enumerate(MONTHS, 1):
        for word in (name, _(name)):
            found[word.casefold()] = found[word.casefold()[:3]] = at
    return found | {"sept": 9}


@cache
def _abroad() -> frozenset[str]:
    """Return months looked for only in a text that has one: each more makes reading slower."""
    spelled = {
        one for names in MONTHS_ELSEWHERE for name in names.split() for one in (name, plain(name))
    }
    return frozenset(spelled - {name.casefold() for name in MONTHS})


_FIGURES_OF_A_DATE = pattern(r"(?:1[89]|20)\d\d|\d[-/.\\]\d")
"""A year, or two of the figures of a date: what any date holds that names no month."""


def _may_say_a_day(text: str, folded: str) -> bool:
    """Tell whether a text may hold a date; it is a third of the work to look for one.

    ``folded`` is the same without capitals. Other letters than ASCII's may be a month's too.
    """
    if not text.isascii() or _FIGURES_OF_A_DATE.search(text):
        return True
    return any(map(folded.__contains__, _beginnings(code())))


@lru_cache(maxsize=4)
def _beginnings(language: str) -> tuple[str, ...]:
    """Return how the months begin that are looked for in every text."""
    names = (name for name in _months(language) if name not in _abroad() or _is_here(name))
    return tuple({name[:3]: None for name in names})


def _is_here(name: str) -> bool:
    """Tell a month that is called so in the language in use."""
    return any(name == _(one).casefold() for one in MONTHS)


@lru_cache(maxsize=8)
def _pattern(language: str, *, abroad: bool, typed: bool) -> re.Pattern[str]:
    known = [
        name for name in _months(language) if abroad or name not in _abroad() or _is_here(name)
    ]
    names = sorted(map(re.escape, known), key=len, reverse=True)
    name = f"(?:{'|'.join(names)})(?![^\\W\\d_])\\.?"
    year, short, th = r"(?:1[89]|20)\d\d", r"'?\d\d", "(?:st|nd|rd|th)"
    weekday = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )"
    before = f"(?:the )?{weekday}?(?:the )?" if typed else ""
    clock = r"(?:T\d\d:\d\d(?::\d\d)?Z?)"
    return re.compile(
        rf"{_START}(?:(?P<year>{year})(?P<sep>[-/. \\])(?P<month>\d\d?)"
        rf"(?:(?P=sep)(?P<day>\d\d?)(?:{clock}|(?=T\d)|{_END})"
        rf"|(?<! \d)(?<! \d\d){_END}(?!(?P=sep)\d))"
        rf"|(?P<year7>{year})(?P<month7>0[1-9]|1[0-2])(?P<day7>0[1-9]|[12]\d|3[01]){_END}"
        rf"|(?P<day2>\d\d?)(?P<sep2>[-/.\\])(?P<month2>\d\d?)(?:(?P=sep2)(?P<year2>{year}|\d\d))?"
        rf"{_END}(?!(?P=sep2)?\d)"
        rf"|(?P<day8>\d\d?) (?P<month8>\d\d?) (?P<year8>{year}){_END}"
        rf"|(?P<month3>\d\d?)[-/](?P<year3>{year}){_END}"
        rf"|{before}(?P<day3>\d\d?){th}?\.?[ -]?(?:of )?(?P<name>{name})"
        rf"(?:,?[ -]?(?P<year4>{year}|{short}(?! ?\w))|-(?P<year9>\d\d){_END})?"
        rf"|(?P<name2>{name})(?: ?(?P<day4>\d\d?){th}?,)?[ -]?(?P<year5>{year}){_END}"
        rf"|(?P<name3>{name}) (?P<day5>\d\d?){th}?,? (?P<year6>{year}){_END}"
        rf"|(?P<name6>{name})(?:-| ?')(?P<year12>\d\d){_END}"
        rf"|(?P<year10>{year}) (?P<name4>{name})(?: (?P<day6>\d\d?){th}?)?{_END}"
        rf"|(?P<name5>{name}) (?P<day9>\d\d?){th}?{_END}(?![.,:/]?\d))",
        re.IGNORECASE,
    )
