"""The date of a letter: the one that its own label names, never a date of birth."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.month_names import month_of

_HEAD_LINES: Final = 30
_MONTHS: Final = 12
_MONTH: Final = r"(?P<month>[^\W\d_]{3,11})\.?"
_FORMS: Final = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|af|ail|ydd|ain|fed|eg)?(?:\s+(?:day\s+)?of?)?[\s\-./]*{_MONTH},?[\s\-./]*"
        r"(?P<year>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)\b"),
    re.compile(
        r"\b(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?"
        r"(?P<year>(?:19|20)\d\d)\b"
    ),
)
_NUMBERS: Final = _FORMS[-1]
_SHORT: Final = (
    re.compile(
        rf"(?<![\d./-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-./]+{_MONTH}[\s\-./]+['’]?"
        r"(?P<year>\d\d)(?![\d:./-])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\d./-])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d\d)(?![\d:./-])"
    ),
)
"""Years of two figures: taken only where the line says that it is the letter's date, or no more."""

_SHORT_NUMBERS: Final = _SHORT[-1]
_BORN: Final = re.compile(r"\b(d\.?o\.?b|date of birth|born|birth)\b", re.IGNORECASE)
_OF_LETTER: Final = re.compile(
    r"\b(letter date|date of (?:this )?letter|date of report|report(?:ed)?(?: date)?|"
    r"date (?:typed|dictated|reported|issued)|typed|dated|date)\b\W*(?:on\W*)?$",
    re.IGNORECASE,
)
_OF_COMING: Final = re.compile(r"\b(admi\w+|referr\w*)\b\W*(?:date|on|of)?\W*$", re.IGNORECASE)
"""What lies before all else that a letter tells of: it is never as late as the letter."""

_OF_EVENT: Final = re.compile(
    r"\b(clinic|seen|admi\w+|discharge\w*|appointment|attend\w*|operation|procedure|collected|"
    r"received|request\w*|sample|scan|exam\w*|review|follow|next|on|since|until|from|to)\b\W*"
    r"(?:date|on|of|for)?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dated:
    """A date, the line that says it, and whether its day and month may be the other way about."""

    date: PartialDate | None
    words: str
    both_ways: bool = False


def letter_date(lines: Sequence[str], today: date) -> Dated | None:
    """Return the date of a letter: one labelled so, else one alone on a line, else of a visit.

    Dates of birth and days still to come are never taken. Numbers are read with the day first,
    as they are written in Britain, unless others in the letter say that its writer does not.
    """
    month_first = _month_first(lines)
    best: tuple[int, Dated] | None = None
    for line, found, born in _dates(lines[:_HEAD_LINES]):
        dated = _read(found, line, month_first)
        if born or dated is None or dated.date is None or dated.date.first_day > today:
            continue
        rank = _rank(line, found)
        if rank > 1 and found.re in _SHORT:
            continue
        if best is None or rank < best[0]:
            best = rank, dated
    return best[1] if best else None


def _dates(lines: Sequence[str]) -> Iterator[tuple[str, re.Match[str], bool]]:
    """Yield each date with its line, and whether it is a day of birth."""
    before = ""
    for line in lines:
        for form in (*_FORMS, *_SHORT):
            for found in form.finditer(line):
                label = line[: found.start()] or before  # such as "Date of birth" above its day
                yield line, found, bool(_BORN.search(label[-40:]))
        before = "" if any(form.search(line) for form in _FORMS) else line


def _rank(line: str, found: re.Match[str]) -> int:
    label = line[: found.start()].rstrip()
    if _OF_COMING.search(label):
        return 4
    if _OF_EVENT.search(label):
        return 3
    if _OF_LETTER.search(label):
        return 0
    return 1 if line.strip(" .") == found[0].strip(" .") else 2


def _read(found: re.Match[str], line: str, month_first: bool) -> Dated | None:
    said = found["month"].lower()
    day, year = int(found["day"]), int(found["year"])
    year += 2000 if year < 100 else 0
    if not said.isdigit():
        return _dated(year, month_of(said), day, line)
    month = int(said)
    if found.re not in {_NUMBERS, _SHORT_NUMBERS}:
        return _dated(year, month, day, line)
    if month_first:
        month, day = day, month
    other = day <= _MONTHS and month != day
    return _dated(year, month, day, line, both_ways=other and not month_first)


def _dated(year: int, month: int, day: int, line: str, *, both_ways: bool = False) -> Dated | None:
    with suppress(ValueError):
        date(year, month, day)
        return Dated(PartialDate(year, month, day), line, both_ways)
    return None


def _month_first(lines: Sequence[str]) -> bool:
    """Tell whether some date in numbers can only be read with its month first, and none not."""
    found = [one for line in lines for one in _NUMBERS.finditer(line)]
    short = (one for line in lines for one in _SHORT_NUMBERS.finditer(line))
    found += [one for one in short if "/" in one[0]]  # else it may be the sort code of a bank
    return any(int(one["month"]) > _MONTHS for one in found) and not any(
        int(one["day"]) > _MONTHS for one in found
    )
