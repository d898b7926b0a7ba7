"""Words as paragraphs to print: of a text, a web page or an e-mail, with who wrote it when."""

import re

from secondop_desktop.exchange.pack.paper import Shown
from secondop_desktop.journal.files.readable import readable

_MOST = 300_000  # letters: about a hundred pages
_FURTHER_APART = re.compile(r"\n[ \t]*\n\s*")


def words_of(data: bytes, content_type: str) -> Shown:
    """Return the words of a file that is text; one without any is empty."""
    return printed(readable(data, content_type))


def printed(text: str) -> Shown:
    """Return a text as paragraphs, at most a hundred pages of it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").expandtabs(4)
    parts = [part.strip("\n") for part in _FURTHER_APART.split(plain[:_MOST])]
    words = tuple(part for part in parts if part.strip())
    if not words:
        return Shown(why="empty")
    return Shown(words=words, size=len(plain), cut=len(plain) > _MOST)
