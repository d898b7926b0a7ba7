"""Words of a text that can be said in plain ones: where they stand, and what they mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_LEAST: Final = 3
"""Shorter words are known only in the capitals of an abbreviation."""
_MOST_CHARS: Final = 60_000
"""So much of a text is looked through; more would keep the window waiting."""
_MOST: Final = 2_000
"""So many places are marked in one text."""


@dataclass(frozen=True)
class KnownWord:
    """One place of a text: where it starts, its words as written, and what they mean."""

    start: int
    words: str
    meaning: str


class KnownWords:
    """Finds words of a glossary; ``meanings`` holds each by every way in which it is written."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = {name.casefold(): text for name, text in meanings.items()}
        names = sorted((name for name in meanings if _telling(name)), key=len, reverse=True)
        loose = "|".join(re.escape(name) for name in names if not name.isupper())
        exact = "|".join(re.escape(name) for name in names if name.isupper())
        parts = [part for part in (f"(?i:{loose})" if loose else "", exact) if part]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None

    def find(self, text: str) -> list[KnownWord]:
        """Return the places in order, the first ones of a text that has very many."""
        found: list[KnownWord] = []
        if self._pattern is None:
            return found
        for match in self._pattern.finditer(text, 0, _MOST_CHARS):
            meaning = self._meanings.get(match[0].casefold(), "")
            if meaning:
                found.append(KnownWord(match.start(), match[0], meaning))
            if len(found) >= _MOST:
                break
        return found


def _telling(name: str) -> bool:
    """Leave out marks such as "?" and short lengths of time: a text is full of them."""
    letters = sum(char.isalpha() for char in name)
    return letters >= _LEAST or (letters > 1 and name.isupper())


NONE: Final = KnownWords({})
