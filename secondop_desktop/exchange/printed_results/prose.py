"""Results within sentences: "her ferritin was 12 µg/L (normal 15-300)"; never taken as certain."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.looks import (
    is_amount,
    is_dose,
    is_name,
    is_remark,
    is_sentence,
    range_of,
    unit_of,
)
from secondop_desktop.exchange.printed_results.words import Line, Word, around
from secondop_desktop.exchange.tables.measures import is_test
from secondop_desktop.journal.values.numbers import NUMBER

_VERBS: Final = (
    "level|levels|result|of|was|is|were|are|at|now|today|again|still|only|came|back|as|has|"
    "been|risen|fallen|to|from"
)
_TEST: Final = r"(?P<test>[^\W_][\w/-]*(?:\s+[^\W_][\w/-]*){0,2}?)"
_FOUND: Final = re.compile(
    rf"(?<!\S){_TEST}(?:\s+(?:{_VERBS}))*\s*[:=]?\s+(?P<value>[<>≤≥]?\s?{NUMBER})(?![\w-])\s*"
    r"(?P<unit>[^\s(),;]*[^\s(),;.?!](?:\s(?:m²|m2))?)?(?:\s*\((?P<range>[^()]*\d[^()]*)\))?"
)
_APART: Final = "\u2003"
"""Between cells: a space as any, but none that groups the figures of one number."""

_ENDS: Final = re.compile(r"[.;?!]\s|;")
_BEFORE: Final = frozenset(
    {
        *("adjusted", "alkaline", "alpha", "anti", "blood", "body", "c-reactive", "corrected"),
        *("creatine", "direct", "fasting", "free", "gamma", "left", "mean", "non-hdl", "oxygen"),
        *("parathyroid", "peak", "plasma", "pro", "random", "red", "resting", "right", "serum"),
        *("total", "uric", "urinary", "urine", "vitamin", "white", "cell"),
    }
)
"""Words that begin the name of a test."""


def in_prose(found: Sequence[Line], page: int) -> Iterator[FoundRow]:
    """Yield the results in sentences of these lines, each named by the words before it."""
    cells = [cell.words for line in found for cell in line]
    words = [word for cell in cells for word in cell]
    text = _APART.join(" ".join(word.text for word in cell) for cell in cells)
    for one in _FOUND.finditer(text):
        said = _sentence(text, one.start("test"), one.end())
        unit = unit_of(one["unit"]) if one["unit"] else ""
        name = _name(one["test"])
        if not is_name(name) or is_dose(said) or is_amount(unit) or not unit:
            continue
        between = range_of(one["range"], unit) if one["range"] else ""
        start = one.start("test") + len(one["test"]) - len(name)
        yield FoundRow(
            test=name,
            value=one["value"].replace(" ", ""),
            unit=unit,
            range=between,
            flag="",
            date="",
            page=page,
            box=around(word.box for word in _words_at(words, start, one.end())),
            doubts=frozenset({Doubt.PROSE}),
        )


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a find, or its part up to a semicolon."""
    before = [one.end() for one in _ENDS.finditer(text, 0, start)]
    after = _ENDS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _name(text: str) -> str:
    """Return the last words that name a test; those before it belong to the sentence."""
    parts = text.split()
    at = len(parts) - 1
    while at and not is_sentence(parts[at - 1]) and _goes_before(parts[at - 1]):
        at -= 1
    name = " ".join(parts[at:])
    return name if len(name) > 2 and not (is_sentence(name) or is_remark(name)) else ""


def _goes_before(word: str) -> bool:
    figures = any(sign.isdigit() for sign in word) and not range_of(word)
    return word.casefold() in _BEFORE or figures or is_test(word)


def _words_at(words: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    at = 0
    for word in words:
        if at < end and at + len(word.text) > start:
            yield word
        at += len(word.text) + 1
