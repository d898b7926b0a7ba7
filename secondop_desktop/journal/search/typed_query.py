"""What was typed into the search: words, phrases, dates and long numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from secondop_desktop.journal.search.dates_in_text import days_said, month_said
from secondop_desktop.journal.search.index_words import joined
from secondop_desktop.journal.search.numbers_in_text import at_home
from secondop_desktop.journal.search.other_spellings import others_of
from secondop_desktop.journal.search.plain_words import apart, plain
from secondop_desktop.patterns import pattern

MOST_WORDS = 64
"""Words typed beyond this number are not looked for."""

_PHRASES = pattern(r'"([^"]*)"?|([^"]+)')
_NUMBERS = pattern(r"(?<!\S)\+?\(?\d+\)?(?:[ ()-]{1,2}\d+\)?)+(?!\S)|(?<!\S)\+\d+(?!\S)")
_AREA_IN_BRACKETS = pattern(r"(?<=\+44)\s*\(0\)|(?<=0044)\s*\(0\)")
_READABLE = pattern(r"[^\W_]")
_POSTCODE = pattern(r"(?<!\S)([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})(?!\S)", re.IGNORECASE)
_AMOUNT = pattern(
    r"(?<![\w.,])(\d+(?:[.,]\d+)?) ?(mcg|ug|mg|g|kg|ml|l|dl|cm|mm|mmol|units?|iu|bpm)(?!\S)",
    re.IGNORECASE,
)
_TEN_TO = pattern(r"(?<!\S)(?:[x×*] ?)?10 (3|6|9|12)(?![^\s/])", re.IGNORECASE)
"""A power of ten as it is typed where no figure can be raised: 10 9."""

_COUNT = pattern(r"(?<!\S)(\d+(?:[.,]\d+)?)[x×] ?10[\^*]{0,2}(3|6|9|12)(?![^\s/])", re.IGNORECASE)
"""A number and its power of ten in one word: 5x10^9."""

_CLOCK = pattern(
    r"(?<!\S)(?:([01]?\d|2[0-3]):([0-5]\d)|"
    r"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?([ap])\.?m\.?)(?!\S)",
    re.IGNORECASE,
)
_LONGEST_AMOUNT = 6
_FEWEST = 4
"""Figures of a number in groups from which on it is also looked for in one."""


_SAME_UNITS = (
    ("mcg", "ug", "microgram"),
    ("mg", "milligram"),
    ("g", "gram"),
    ("ml", "millilitre"),
    ("l", "litre"),
    ("iu", "unit"),
)
"""Units that are written in several ways; a word may go on, as ``micrograms`` does."""

_POWERS = ("103", "106", "109", "1012")
"""How the index knows the powers of ten that laboratories print, of which x10 is the beginning."""

_Others = Mapping[str, tuple[str, ...]]
"""Other spellings of what was typed, by the plain one."""


class Wanted(NamedTuple):
    """One thing looked for: the ways it may be written, each a few words in a row.

    A last word may go on, unless ``exact``. ``days`` are the words for a date, which stand in the
    index alone; ``number`` is a long number, which may have spaces between its figures.
    The words of an ``amount`` may also stand apart, as value and unit of a result do.
    """

    ways: tuple[str, ...]
    exact: bool = False
    days: tuple[str, ...] = ()
    number: bool = False
    amount: bool = False

    @property
    def match(self) -> str:
        """What the index is asked."""
        star = "" if self.exact else "*"
        parts = [f'"{way}"{star}' for way in self.ways] + [f'"{day}"' for day in self.days]
        if self.number or self.amount:
            parts[0] = "({})".format(" AND ".join(f'"{one}"*' for one in self.ways[0].split()))
        return f"({' OR '.join(parts)})" if len(parts) > 1 else parts[0]


def wanted(typed: str) -> list[Wanted]:
    """Return what was typed as the things to look for, all of which an entry must hold."""
    text = typed.replace("\x00", "").encode("utf-8", "replace").decode()
    found: list[Wanted] = []
    for phrase, rest in _PHRASES.findall(text):
        if rest:
            found += _loose(plain(rest), _spelled_otherwise(rest))
        elif one := _wanted_word(plain(phrase), exact=True):
            found.append(one)
        if len(found) >= MOST_WORDS:
            break
    return found[:MOST_WORDS]


def _spelled_otherwise(text: str) -> _Others:
    """Return the other spellings of the words typed, by their plain one."""
    return {plain(word): others for word in text.split() if (others := others_of(word))}


def _loose(text: str, others: _Others) -> Iterator[Wanted]:
    """Yield dates and long numbers as one thing each, and the words between them."""
    at = 0
    for start, end, one in sorted(_spans(text), key=lambda span: (span[0], -span[1])):
        if start >= at:
            yield from _words(text[at:start], others)
            yield one
            at = end
    yield from _words(text[at:], others)


def _spans(text: str) -> Iterator[tuple[int, int, Wanted]]:
    for said in days_said(text, typed=True):
        spot = text[said.start : said.end]
        yield said.start, said.end, Wanted((spot,), days=said.day)
    for code in _POSTCODE.finditer(text):
        yield code.start(), code.end(), Wanted((f"{code[1]} {code[2]}", f"{code[1]}{code[2]}"))
    for one in _AMOUNT.finditer(text):
        units = (one[2], *_same_unit(one[2]))
        ways = tuple(way for unit in units for way in (f"{one[1]} {unit}", f"{one[1]}{unit}"))
        yield one.start(), one.end(), Wanted(ways, amount=True)
    for power in _TEN_TO.finditer(text):
        ways = (f"10{power[1]}", f"10 {power[1]}")
        yield power.start(), power.end(), Wanted(ways)
    for count in _COUNT.finditer(text):
        yield count.start(), count.end(), Wanted(_counted(count))
    for clock in _CLOCK.finditer(text):
        yield clock.start(), clock.end(), Wanted(_at_clock(clock))
    for found in _NUMBERS.finditer(text):
        if ways := _number(found[0]):
            yield found.start(), found.end(), Wanted(ways, number=True)


def _counted(found: re.Match[str]) -> tuple[str, ...]:
    """Return how a number stands before its power of ten, apart or in one word with it."""
    number, power = found[1], found[2]
    between = (f"{number} ", f"{number}x")
    return tuple(f"{one}10{gap}{power}" for one in between for gap in ("", " "))


def _at_clock(found: re.Match[str]) -> tuple[str, ...]:
    """Return how a time of day is written on the clock of 24 hours and on that of twelve."""
    hour, minute = int(found[1] or found[3]), found[2] or found[4] or "00"
    if half := (found[5] or "").lower():
        hour = hour % 12 + (12 if half == "p" else 0)
    day, short = ("pm" if hour >= 12 else "am"), hour % 12 or 12
    round_hour = (f"{short}{day}", f"{short} {day}") if minute == "00" else ()
    twelve = (f"{short}:{minute}{day}", f"{short}:{minute} {day}", *round_hour)
    return (f"{hour:02}:{minute}", *([f"{hour}:{minute}"] if hour < 10 else []), *twelve)


def _same_unit(text: str) -> tuple[str, ...]:
    unit = text.lower()
    if unit == "x10":
        return _POWERS
    known = next((units for units in _SAME_UNITS if unit in units), ())
    return tuple(one for one in known if one != unit)


def _number(text: str) -> tuple[str, ...]:
    """Return the ways of a number in groups: as typed, in one, and as it is dialled at home."""
    text = _AREA_IN_BRACKETS.sub(" ", text)
    figures = re.sub(r"[^\d+]", "", text)
    if len(figures) < _FEWEST:
        return ()
    return tuple(
        dict.fromkeys((" ".join(re.findall(r"\d+", text)), figures.lstrip("+"), at_home(figures)))
    )


def _in_one(figures: str) -> tuple[str, ...]:
    """Return the words for a date typed without anything between its figures: 05032024."""
    parts = f"{figures[:2]}/{figures[2:4]}/{figures[4:]}" if len(figures) == 8 else ""
    said = next(days_said(parts), None)
    return said.day if said and figures[4:6] in {"19", "20"} else ()


def _with_commas(figures: str) -> tuple[str, ...]:
    """Return a number as typed, and as it is printed with a comma before its thousands."""
    long = figures.startswith("0") or len(figures) > _LONGEST_AMOUNT
    return (figures,) if long else (figures, f"{int(figures):,}")


def _words(text: str, others: _Others) -> Iterator[Wanted]:
    for word in text.split():
        if one := _wanted_word(word, others.get(word, ())):
            yield one


def _wanted_word(text: str, others: Sequence[str] = (), *, exact: bool = False) -> Wanted | None:
    if not _READABLE.search(text):
        return None
    if text.isdecimal() and len(text) > _FEWEST and not exact:
        return Wanted(_with_commas(text), days=_in_one(text), number=True)
    if text.isdecimal() and len(text) == _FEWEST and not exact:
        return Wanted(_with_commas(text))
    also = () if exact else (joined(text.strip("'-")), *others, *_same_unit(text))
    said = next(days_said(text, typed=True), None) if exact else None
    days = said.day if said and said.end - said.start == len(text.strip()) else ()
    days = days if exact else month_said(text)
    return Wanted(tuple(filter(None, (apart(text).strip(), *also))), exact, days)
