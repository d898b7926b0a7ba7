"""How bad something was, as a number out of ten, where a column certainly counts so."""

import re
from collections.abc import Sequence

from secondop_desktop.patterns import pattern

_NUMBER = pattern(r"(\d{1,2})(?:[.,]0)?")
_OF_TEN = pattern(r"(\d{1,2}) ?(?:/|out of|of|von|sur|de) ?10", re.IGNORECASE)
_SCALE = pattern(
    r"\b(?:[01] ?(?:-|–|to|bis|à|a) ?|out of |of |von |sur |/ ?)(\d{1,3})\b|/ ?(\d{1,3})\b",
    re.IGNORECASE,
)
_MOST, _LEAST = 10, 8
"""A number between these shows a scale of ten where none is named; six may be one of seven."""


def out_of_ten(heading: str, cells: Sequence[str]) -> bool:
    """Tell whether the mere numbers of a column count out of ten: its heading or they say so."""
    if named := _SCALE.search(heading):
        return (named[1] or named[2]) == str(_MOST)
    numbers = [int(found[1]) for cell in cells if (found := _NUMBER.fullmatch(cell))]
    return bool(numbers) and _LEAST <= max(numbers) <= _MOST


def of_ten(text: str, *, alone: bool) -> int | None:
    """Return a number out of ten; a mere one only if ``alone``, where its column counts so."""
    found = _OF_TEN.fullmatch(text) or (_NUMBER.fullmatch(text) if alone else None)
    number = int(found[1]) if found else _MOST + 1
    return number if number <= _MOST else None


def with_scale(text: str, heading: str) -> str:
    """Return words for how bad it was; a number with the scale that its heading names."""
    named = _NUMBER.fullmatch(text) and _SCALE.search(heading)
    return f"{text} ({heading})" if named else text
