"""A letter as every format understands it: its blocks, and the parts that its text is made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BULLET = re.compile(r"\s*[-•*–]\s+(?=\S)")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Letter:
    """One letter in words that are ready to print.

    ``sender`` and ``recipient`` have a line for each line of the paper. A ``sheet`` is no letter
    but notes to talk from: lines that end in a colon are its headings. ``name`` is what the file
    calls it where there is no subject.
    """

    sender: str
    recipient: str
    date: str
    subject: str
    text: str
    name: str = ""
    sheet: bool = False
    lang: str = "en-GB"

    @property
    def title(self) -> str:
        """What the document is called in its own properties."""
        return self.subject or self.name


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list with a mark before each item."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Title:
    """A heading inside a sheet; ``bare`` when nothing stands below it, so that notes may."""

    text: str
    bare: bool = False


Part = Paragraph | Items | Title


def parts(letter: Letter) -> list[Part]:
    """Return what the text is made of; nothing typed is lost."""
    blocks = _EMPTY_LINES.split(letter.text.replace("\r\n", "\n").strip())
    return [part for block in blocks if block.strip() for part in _parts(block, letter.sheet)]


def _parts(block: str, sheet: bool) -> Iterator[Part]:
    lines = block.split("\n")
    if sheet and lines[0].rstrip().endswith(":"):
        rest = lines[1:]
        yield Title(lines[0].rstrip().removesuffix(":"), bare=not any(map(str.strip, rest)))
        lines = rest
    yield from _grouped(lines)


def _grouped(lines: Sequence[str]) -> Iterator[Part]:
    """Yield paragraphs and lists in turn."""
    waiting: list[str] = []
    listed = False
    for line in lines:
        is_item = bool(_BULLET.match(line))
        if waiting and is_item is not listed:
            yield _closed(waiting, listed)
            waiting = []
        listed = is_item
        waiting.append(_BULLET.sub("", line, count=1) if is_item else line)
    if waiting:
        yield _closed(waiting, listed)


def _closed(lines: list[str], listed: bool) -> Part:
    return Items(tuple(lines)) if listed else Paragraph("\n".join(lines))
