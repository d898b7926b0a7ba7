"""Finding in a text, as it is written, what was looked for, and showing the words around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from unicodedata import normalize

from secondop_desktop.journal.search.dates_in_text import days_said
from secondop_desktop.journal.search.numbers_in_text import NHS_FIGURES, NHS_PARTS
from secondop_desktop.journal.search.other_spellings import GREEK, TWO_LETTERS
from secondop_desktop.journal.search.plain_words import plain
from secondop_desktop.journal.search.typed_query import Wanted

MATCH_START, MATCH_END = "\x02", "\x03"
"""Stand around the words found; they are taken out of what is shown."""

_ALPHABETS = ((0x80, 0x250), (0x1E00, 0x2000), (0x2070, 0x20A0), (0x2100, 0x2150), (0x370, 0x590))
_MORE_ALPHABETS = ((0xFB00, 0xFB07), (0xFF01, 0xFF5F), (0x2460, 0x2500), (0x1D400, 0x1D800))
_MARK = "[\u0300-\u036f]*"
_WITHIN = "(?:[\xad\u200b-\u200f\u2060\ufeff]|[-'’ʼʻˈ′`´＇‐‑\ufffe\x02^*]\\s*)?"
_WITHIN_PLAIN = "(?:[-'^*]\\s*)?"
_BETWEEN_FIGURES = "[\\s().,-]{0,3}"
_MIDDLE = 5
"""Figures that are also found within a longer number, which the index knows in its groups."""

_IN_NHS_NUMBER = "|".join(
    rf"(?<=(?<!\w)\d{{{at}}})(?=\d{{{NHS_FIGURES - at}}}(?!\w))" for at in NHS_PARTS
)
"""Within ten figures, where the index knows what follows."""

_LENGTHS = (7, 5, 4, 3, 2)
"""How many letters one may stand for, the most first."""

_BRITISH = {"e": "[ao]?e"}
"""A plain letter for which British words have two, such as the e of hemoglobin."""

_BEFORE, _AROUND, _SHORTEST_TEXT = 40, 150, 180
"""Characters shown before the first word found, and in all."""

_Spot = tuple[int, int]
Spots = list[list[_Spot]]
"""For each thing looked for, where it stands in a text."""


class Marker:
    """Knows the spots of what was looked for in any text."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        self._wanted = [(_Spelled(one), frozenset(one.days)) for one in wanted]

    def spots(self, text: str) -> Spots:
        """Return for each thing looked for where it stands."""
        said = list(days_said(text)) if any(days for _one, days in self._wanted) else []
        return [
            [*one.spots(text), *((d.start, d.end) for d in said if days & {*d.day, *d.wider})]
            for one, days in self._wanted
        ]


class _Spelled:
    """One thing looked for, in all its spellings."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._made: dict[bool, re.Pattern[str]] = {}

    def spots(self, text: str) -> Iterator[_Spot]:
        for found in self._pattern(ascii_only=text.isascii()).finditer(text):
            yield found.span()

    def _pattern(self, *, ascii_only: bool) -> re.Pattern[str]:
        if ascii_only not in self._made:
            self._made[ascii_only] = re.compile(self._any_way(ascii_only), re.IGNORECASE)
        return self._made[ascii_only]

    def _any_way(self, ascii_only: bool) -> str:
        ways = sorted(self._wanted.ways, key=len, reverse=True)
        return "|".join(filter(None, (self._way(way, ascii_only) for way in ways))) or "(?!)"

    def _way(self, way: str, ascii_only: bool) -> str:
        tokens = re.findall(r"[^\W_]+", way)
        if self._wanted.number:
            return _figures("".join(tokens))
        spelled = r"[\W_]*".join(_token(token, ascii_only) for token in tokens)
        begins = "" if _apart(way[:1]) else rf"(?<![^\W_{'xX×' if way.startswith('10') else ''}])"
        begins = f"(?:{begins}|{_IN_NHS_NUMBER})" if way.isdecimal() else begins
        ends = r"(?![^\W_])" if self._wanted.exact else "" if _apart(way[-1:]) else r"[^\W_]*"
        return f"{begins}{spelled}{ends}" if tokens else ""


def _apart(letter: str) -> bool:
    """Tell letters of scripts whose words are not set apart."""
    return letter >= "\u2e80" or "\u0e00" <= letter < "\u0f00"


def _figures(number: str) -> str:
    """Find a number whatever its spaces, and a British one however it begins."""
    if number.startswith("0"):
        begins = rf"(?:0|(?:\+|00)44{_BETWEEN_FIGURES}(?:\(0\))?{_BETWEEN_FIGURES})"
        number = number[1:]
    else:
        begins = ""
    return (begins or r"(?<!\d)" * (len(number) < _MIDDLE)) + _BETWEEN_FIGURES.join(number) + r"\d*"


def _token(token: str, ascii_only: bool) -> str:
    """Find a word in any spelling that the index takes for the same."""
    if ascii_only:
        plain_letters = (_BRITISH.get(one, re.escape(one)) for one in token.lower())
        return _WITHIN_PLAIN.join(plain_letters) if token.isascii() else "(?!)"
    return f"{_MARK}{_WITHIN}".join(_letters(token.lower())) + _MARK


def _letters(token: str) -> Iterator[str]:
    at = 0
    while at < len(token):
        for many in _LENGTHS:
            part = token[at : at + many]
            if len(part) == many and part in _several():
                yield f"(?:{'|'.join(_ways_to_spell(part))})"
                break
        else:
            many = 1
            yield _letter(token[at])
        at += many


def _ways_to_spell(part: str) -> Iterator[str]:
    """Yield letters one by one, all as one letter, and two of three as one: ﬃ, fﬁ, ﬀi."""
    between = f"{_MARK}{_WITHIN}"
    yield between.join(map(_letter, part))
    yield f"[{_several()[part]}]"
    yield from (apart for one in _several()[part] if len(apart := normalize("NFD", one)) > 1)
    if len(part) == 3:
        for at, one in ((0, part[:2]), (1, part[1:])):
            if one in _several():
                joined = [f"[{_several()[one]}]", _letter(part[2 if at == 0 else 0])]
                yield between.join(reversed(joined) if at else joined)


def _letter(letter: str) -> str:
    before = _BRITISH.get(letter, letter)[:-1]
    return f"{before}[{re.escape(letter)}{_single().get(letter, '')}]"


@cache
def _single() -> dict[str, str]:
    """Return for a plain letter the others that are spelled like it."""
    return _spelled_as(1)


@cache
def _several() -> dict[str, str]:
    """Return for several letters those that stand for them: ß for ss, ü for ue, β for beta."""
    found = _spelled_as(2) | _spelled_as(3)
    for letter, spelled in (*TWO_LETTERS.items(), *GREEK.items()):
        found[spelled] = found.get(spelled, "") + letter
    return found


def _spelled_as(length: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for start, end in _ALPHABETS + _MORE_ALPHABETS:
        for char in map(chr, range(start, end)):
            spelled = plain(char).lower()
            if len(spelled) == length and spelled != char and spelled.isalnum():
                found[spelled] = found.get(spelled, "") + re.escape(char)
    return found


def snippet(text: str, spots: Iterable[_Spot]) -> str:
    """Return the words around the first spots, the words found between marks, in one line."""
    places = _apart_from_each_other(spots)
    start, end = _window(text, places)
    shown, at = "", start
    for first, last in places:
        if start <= first and last <= end:
            shown += f"{text[at:first]}{MATCH_START}{text[first:last]}{MATCH_END}"
            at = last
    shown = " ".join((shown + text[at:end]).replace("\ufffe", "-").replace("\xad", "").split())
    return ("…" if start else "") + shown + ("…" if end < len(text) else "")


def _apart_from_each_other(spots: Iterable[_Spot]) -> list[_Spot]:
    found: list[_Spot] = []
    for start, end in sorted(spots, key=lambda spot: (spot[0], -spot[1])):
        if end > start and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def _window(text: str, places: Sequence[_Spot]) -> _Spot:
    """Return what to show: all of a short text, else the words around most of the spots."""
    if len(text) <= _SHORTEST_TEXT or not places:
        return 0, len(text) if len(text) <= _SHORTEST_TEXT else _edge(text, _AROUND)
    first = max(places, key=lambda one: sum(one[0] <= s < one[0] + _AROUND for s, _e in places))[0]
    start = max(first - _BEFORE, 0)
    start = start and _next_word(text, start, first)
    return start, _edge(text, max(start + _AROUND, first + _AROUND - _BEFORE))


def _next_word(text: str, start: int, latest: int) -> int:
    found = re.compile(r"\s\S").search(text, start, latest)
    return found.start() + 1 if found else start


def _edge(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", end - _BEFORE, end), text.rfind("\n", end - _BEFORE, end))
    return space if space > 0 else end


def unmarked(text: str) -> str:
    """Return a text without marks."""
    return text.replace(MATCH_START, "").replace(MATCH_END, "")
