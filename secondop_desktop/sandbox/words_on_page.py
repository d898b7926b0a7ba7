"""Finding words on a page of a PDF, also those that a line's end breaks in two."""

import re
from collections.abc import Iterator
from typing import Any

_BROKEN = "(?:[\ufffe\x02\xad]\\s*|[-\u2010]\\s*[\r\n]+\\s*)?"
"""What may stand within a word: PDFium gives U+FFFE or U+0002 for a hyphen at a line's end."""


def spots(text_page: Any, words: str) -> Iterator[tuple[int, int]]:
    """Yield the first character and the number of characters of each find on a page.

    Capitals do not matter, nor how many spaces or lines lie between two words.
    """
    pattern = _pattern(words)
    if pattern is None:
        return
    for found in pattern.finditer(characters(text_page)):
        yield found.start(), found.end() - found.start()


def _pattern(words: str) -> re.Pattern[str] | None:
    said = r"\s+".join(_BROKEN.join(map(_letter, word)) for word in words.split())
    return re.compile(said, re.IGNORECASE) if said else None


def _letter(letter: str) -> str:
    """Find a letter, and hyphens and apostrophes in whichever form they are set."""
    if letter in "-\u2010\u2011":
        return "[-\u2010\u2011\ufffe\x02\xad]\\s*"
    return "['\u2018\u2019]" if letter in "'\u2019" else re.escape(letter)


def characters(text_page: Any) -> str:
    """Return the page's characters one by one, each at its own number, as no text of it is."""
    from pypdfium2 import raw

    read = raw.FPDFText_GetUnicode
    return "".join(chr(read(text_page, at)) for at in range(text_page.count_chars()))
