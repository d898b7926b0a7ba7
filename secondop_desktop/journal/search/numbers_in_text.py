"""Long numbers written in groups or in one: telephone numbers, NHS numbers, postcodes.

A number is found with its spaces and without, and from the beginning of each usual group; an NHS
number, which people know in part, from any of its figures.
"""

import re
from collections.abc import Iterator

from secondop_desktop.patterns import pattern

_GROUPS = pattern(
    r"(?<![\w.,/-])\+?\(?\d{2,8}\)?(?:[ .-]{1,2}\(?\d{1,8}\)?| ?\(\d{1,6}\) ?\d{2,8}){1,4}"
    r"(?![\w/-]|[.,]\d)"
)
_IN_ONE = pattern(r"(?<![\w.,/-])\+?\d{10,14}(?![\w/-]|[.,]\d)")
_AREA_IN_BRACKETS = pattern(r"(?<=\+44)\s*\(0\)|(?<=0044)\s*\(0\)")
_POSTCODE = pattern(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
_POSTCODE_ENDS = pattern(r"\d[A-Za-z]{2}\b")
_LONG = pattern(r"\d[\d\s.()-]{4,}\d")
"""Six figures in a row, which is what any long number holds, found sooner than one."""
_SHORTEST, _LONGEST = 6, 15
NHS_FIGURES = 10
NHS_PARTS = tuple(range(1, NHS_FIGURES - 3))
"""Where a part of an NHS number may begin; it has four figures or more."""

_LOCAL = (6, 7, 8)
"""Figures of a telephone number that are dialled without its area."""


def numbers_said(text: str) -> Iterator[str]:
    """Yield how else the long numbers of a text may be typed."""
    if _LONG.search(text):
        text = _AREA_IN_BRACKETS.sub(" ", text)
        for found in _GROUPS.finditer(text):
            yield from in_other_words(found[0])
        for found in _IN_ONE.finditer(text):
            yield from in_other_words(found[0])
    for found in _POSTCODE.finditer(text) if _POSTCODE_ENDS.search(text) else ():
        yield f"{found[1]}{found[2]}"
        yield f"{found[1]} {found[2]}"


def in_other_words(number: str) -> Iterator[str]:
    """Yield a number without its spaces, a British one also as it is dialled at home."""
    figures = re.sub(r"\D", "", number)
    if not _SHORTEST <= len(figures) <= _LONGEST:
        return
    yield figures
    if len(figures) == NHS_FIGURES and not number.startswith(("+", "0")):
        yield f"{figures[:3]} {figures[3:6]} {figures[6:]}"
        yield from (figures[at:] for at in NHS_PARTS)
    home = at_home(figures if not number.startswith("+") else f"+{figures}")
    if home != figures:
        yield home
    if len(home) == 11 and home.startswith("0"):
        yield from (home[-many:] for many in _LOCAL)


def at_home(number: str) -> str:
    """Return a number of figures as it is dialled in the UK, as far as it is typed."""
    for abroad in ("+440", "+44", "00440", "0044"):
        if number.startswith(abroad):
            return "0" + number.removeprefix(abroad)
    return number.removeprefix("+")
