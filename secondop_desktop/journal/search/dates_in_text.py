"""Dates within a text, in figures or words, so that each is found however it was written.

Day and month are read as in the UK; a month above 12 can only be the American order. A year of
two figures may be of this century or the last, and stands for both.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from secondop_desktop.lang import MONTHS, _, code

_END = r"(?![^\W_])"
_START = r"(?<![\w.,/-])"


class DaySaid(NamedTuple):
    """A date at a place of a text, by what it is known by in the index.

    ``day`` holds the words for a whole date (two where the century is open), or the one for what
    is known of it; ``wider`` those for its month, and for its day in any year.
    """

    start: int
    end: int
    day: tuple[str, ...]
    wider: tuple[str, ...]


def days_said(text: str) -> Iterator[DaySaid]:
    """Yield the dates that a text holds, in their order, none within another."""
    for found in _pattern(code()).finditer(text):
        parts = {name.rstrip("23456"): part for name, part in found.groupdict().items() if part}
        day, month = int(parts.get("day", 0)), _month(parts)
        if month > 12 >= day > 0:
            day, month = month, day
        if words := _words(_years(parts.get("year", "").strip("'")), month, day):
            yield DaySaid(found.start(), found.end(), *words)


def _month(parts: dict[str, str]) -> int:
    if "name" in parts:
        return _months(code())[parts["name"].casefold().rstrip(".")]
    return int(parts["month"])


def _years(said: str) -> tuple[int, ...]:
    if not said:
        return ()
    return (int(said),) if len(said) == 4 else (1900 + int(said), 2000 + int(said))


def _words(
    years: tuple[int, ...], month: int, day: int
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
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
    """Return the months by name, in English and in the language in use, whole and in short."""
    found = {}
    for at, name in enumerate(MONTHS, 1):
        for word in (name, _(name)):
            found[word.casefold()] = found[word.casefold()[:3]] = at
    return found | {"sept": 9}


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    names = sorted(map(re.escape, _months(language)), key=len, reverse=True)
    name = f"(?:{'|'.join(names)})\\b\\.?"
    year, short = r"(?:1[89]|20)\d\d", r"'?\d\d"
    return re.compile(
        rf"{_START}(?:(?P<year>{year})(?P<sep>[-/.])(?P<month>\d\d?)"
        rf"(?:(?P=sep)(?P<day>\d\d?)(?:(?=T\d)|{_END})|{_END}(?!(?P=sep)\d))"
        rf"|(?P<day2>\d\d?)(?P<sep2>[-/.])(?P<month2>\d\d?)(?:(?P=sep2)(?P<year2>{year}|\d\d))?"
        rf"{_END}(?!(?P=sep2)?\d)"
        rf"|(?P<month3>\d\d?)[-/](?P<year3>{year}){_END}"
        rf"|(?P<day3>\d\d?)(?:st|nd|rd|th)?[ -]?(?:of )?(?P<name>{name})"
        rf"(?:,?[ -]?(?P<year4>{year}|{short}(?! ?\w)))?"
        rf"|(?P<name2>{name})(?: ?(?P<day4>\d\d?)(?:st|nd|rd|th)?,)?[ -]?(?P<year5>{year}){_END}"
        rf"|(?P<name3>{name}) (?P<day5>\d\d?)(?:st|nd|rd|th)?,? (?P<year6>{year}){_END})",
        re.IGNORECASE,
    )
