"""The words of a web page or an XML file, without its markup, styles and scripts."""

import re
from html.parser import HTMLParser

from secondop_desktop.journal.files.decoding import text_of

_SILENT = frozenset({"script", "style", "template", "noscript", "object", "svg", "math"})
IN_LINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
"""Tags of HTML that stand inside a line of text."""

_SAID = frozenset({"alt", "title", "displayname", "value"})
"""Attributes that hold words: of pictures, of C-CDA and of FHIR."""

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = 2048
"""Bytes from the beginning in which a file may name its encoding."""


def markup_text(data: bytes, told: str = "") -> str:
    """Return the words of HTML or XML; `told` is the encoding that came with it."""
    declared = _CHARSET.search(data[:_DECLARED])
    label = told or (declared[1].decode("ascii", "ignore") if declared else "")
    return words_of(text_of(data, label))


def words_of(markup: str) -> str:
    """Return the words of a marked-up text, a line for each block."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Collects what is shown; nothing is run or fetched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block, and say what its attributes say."""
        if tag in _SILENT:
            self._silent.append(tag)
        self._break(tag)
        if not self._silent and tag not in {"input", "meta", "link"}:
            self.said += [f"{text}\n" for name, text in attrs if name in _SAID and text]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an empty element, which is never left open."""
        self._break(tag)
        if not self._silent and tag not in {"input", "meta", "link"}:
            self.said += [f"{text}\n" for name, text in attrs if name in _SAID and text]

    def handle_endtag(self, tag: str) -> None:
        """End a line with a block, and listen again after a script."""
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._silent:
            self.said.append(data.replace("\n", " ").replace("\r", " "))

    def unknown_decl(self, data: str) -> None:
        """Keep the words of a CDATA section."""
        if data.startswith("CDATA["):
            self.handle_data(data.removeprefix("CDATA["))

    def _break(self, tag: str) -> None:
        if tag not in IN_LINE:
            self.said.append("\n")
