"""The words of HTML or XML as plain text; nothing in it is followed or run."""

import re
from html.parser import HTMLParser

from secondop_desktop.journal.files.markup import IN_LINE

LONGEST = 200_000
"""Characters of one text that are kept."""

_GAPS = re.compile(r"\s+")
_BLOCKS = frozenset(
    {"br", "caption", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "table"}
    | {"tbody", "thead", "tr", "ul", "ol", "hr"}
)
_HIDDEN = frozenset({"script", "style", "title"})
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_JOINED = IN_LINE | {"content"}
"""Tags inside a word or sentence; any other, as those of a name in C-CDA, parts two words."""
_UNSEEN = re.compile(r"display\s*:\s*none", re.I)


class _Words(HTMLParser):
    """Collects the words; nothing in the text is followed or run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            pass
        elif self._hidden or tag in _HIDDEN or _is_unseen(attrs):
            self._hidden.append(tag)
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in {"td", "th"}:
            self.parts.append("\t")
        elif tag not in _JOINED:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        while tag in self._hidden:
            if self._hidden.pop() == tag:
                break
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(_GAPS.sub(" ", data))


def _is_unseen(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name == "style" and _UNSEEN.search(value or "") for name, value in attrs)


def words_of(markup: str) -> str:
    """Return the words of HTML or XML as plain text; nothing in it is followed or run."""
    words = _Words()
    words.feed(markup[: 4 * LONGEST])
    words.close()
    cells = (
        " · ".join(filter(None, map(str.strip, row.split("\t"))))
        for row in "".join(words.parts).split("\n")
    )
    text = "\n".join(filter(None, cells))
    return "".join(char for char in text if char in "\n\t" or char >= " ").strip()
