"""The words of a web page, an XML file or a narrative, without markup, styles and scripts."""

import re
from html.parser import HTMLParser
from typing import Final

from secondop_desktop.journal.files.decoding import text_of

LONGEST: Final = 200_000
"""Characters of one narrative that are kept."""

_SILENT = frozenset({"script", "style", "template", "noscript", "object", "svg", "math"})
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
"""Tags that hold nothing and are never closed."""
_WORDLESS = frozenset({"input", "link", "meta"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    {"br", "caption", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "table"}
    | {"tbody", "thead", "tr", "ul", "ol", "hr"}
    | {"title", "section", "paragraph", "list", "item"}
)
"""Tags of HTML and C-CDA that begin a line."""
_IN_LINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
    | {"content"}
)
"""Tags of HTML and C-CDA that stand inside a word or sentence."""
_SPOKEN = frozenset({"alt", "title", "displayname", "value"})
"""Attributes that hold words: of pictures, of C-CDA and of FHIR."""
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = 2048
"""Bytes from the beginning in which a file may name its encoding."""


def markup_text(data: bytes, told: str = "") -> str:
    """Return the words of HTML or XML; `told` is the encoding that came with it."""
    declared = _CHARSET.search(data[:_DECLARED])
    label = told or (declared[1].decode("ascii", "ignore") if declared else "")
    return words_of(text_of(data, label))


def words_of(markup: str) -> str:
    """Return the words of a whole file, a line for each block, element or row of a table."""
    return _read(_Words("\n", _SILENT, spoken=True), markup)


def narrative_words(markup: str) -> str:
    """Return the words of a narrative as a person sees them: tags it does not know part words."""
    hidden = _SILENT | {"title"}
    return _read(_Words(" ", hidden, spoken=False), markup[: 4 * LONGEST])


def summary_words(markup: str) -> str:
    """Return the words of a C-CDA as its reader sees them, each under the title it stands under."""
    return _read(_Words(" ", _SILENT, spoken=False), markup)


def _read(reader: "_Words", markup: str) -> str:
    reader.feed(markup)
    reader.close()
    rows = "".join(reader.parts).split("\n")
    lines = (" · ".join(filter(None, map(_plain, row.split("\t")))) for row in rows)
    return "\n".join(filter(None, lines))


def _plain(cell: str) -> str:
    return " ".join("".join(char for char in cell if char >= " ").split())


class _Words(HTMLParser):
    """Collects what is shown; nothing is run or fetched.

    ``apart`` parts what stands in tags that it does not know; ``spoken`` says attributes too.
    """

    def __init__(self, apart: str, hidden: frozenset[str], *, spoken: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._apart, self._hidden, self._spoken = apart, hidden, spoken
        self._inside: list[str] = []
        """The tags open from one that is hidden on."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part what follows, and say what its attributes say."""
        if tag not in _EMPTY and (self._inside or tag in self._hidden or _is_unseen(attrs)):
            self._inside.append(tag)
        self._part(tag)
        if tag in _CELLS:
            self.parts.append("\t")
        if self._spoken and not self._inside and tag not in _WORDLESS:
            self.parts += [f"{text}\n" for name, text in attrs if name in _SPOKEN and text]

    def handle_endtag(self, tag: str) -> None:
        """Part what follows, and listen again after what is hidden."""
        if tag in self._inside:
            del self._inside[len(self._inside) - 1 - self._inside[::-1].index(tag) :]
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._inside:
            self.parts.append(" ".join(re.split(r"[\t\n\r\f\v]", data)))

    def unknown_decl(self, data: str) -> None:
        """Keep the words of a CDATA section."""
        if data.startswith("CDATA["):
            self.handle_data(data.removeprefix("CDATA["))

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag not in _IN_LINE and tag not in _CELLS:
            self.parts.append(self._apart)


def _is_unseen(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name == "style" and _UNSEEN.search(value or "") for name, value in attrs)
