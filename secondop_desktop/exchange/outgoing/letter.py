"""A letter as every format understands it: its blocks, and the parts that its text is made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BULLET = re.compile(r"\s*[-•*–]\s+(?=\S)")
_BEFORE = 3  # paragraphs, among which the greeting is looked for
_NAME = 300  # letters
_GREETING = re.compile(
    r"\s*(?:dear|hello|hi|good (?:morning|afternoon|evening)|to whom|annwyl)\b", re.IGNORECASE
)
_GREETS = 80  # letters: a longer line is text
_SENTENCE = re.compile(r"[.?]\s*$")
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


@dataclass(frozen=True)
class Subject:
    """What a letter is about, in one line below its greeting."""

    text: str


@dataclass(frozen=True)
class Closing:
    """The last words and the name below them, with room between to sign."""

    words: str
    name: str


Part = Paragraph | Items | Title | Subject | Closing


def parts(letter: Letter) -> list[Part]:
    """Return what the text is made of, its subject below the greeting; nothing typed is lost."""
    blocks = _EMPTY_LINES.split(letter.text.replace("\r\n", "\n").strip())
    found = [part for block in blocks if block.strip() for part in _parts(block, letter.sheet)]
    if letter.sheet:
        return [*([Subject(letter.subject)] if letter.subject else []), *found]
    return _signed(_with_subject(found, letter.subject))


def _with_subject(found: list[Part], subject: str) -> list[Part]:
    """Put the subject below the greeting; without one it stands first."""
    if not subject:
        return found
    for at, part in enumerate(found[:_BEFORE]):
        if isinstance(part, Paragraph) and (ends := _greeting_ends(part.text)):
            halves = part.text[:ends].rstrip(), part.text[ends:].strip("\n")
            first, *rest = (Paragraph(half) for half in halves if half)
            return [*found[:at], first, Subject(subject), *rest, *found[at + 1 :]]
    return [Subject(subject), *found]


def _greeting_ends(text: str) -> int:
    """Return where a greeting at the start of a paragraph ends; 0 where it has none.

    By hand it is often written without its comma, or with the text on the very next line.
    """
    lines = text.split("\n")
    if len(lines) == 1 and text.rstrip().endswith(","):
        return len(text)
    for at, line in enumerate(lines):
        greets = _GREETING.match(line)
        if greets and len(line) <= _GREETS and not _SENTENCE.search(line):
            return len("\n".join(lines[: at + 1]))
    return 0


def _signed(found: list[Part]) -> list[Part]:
    """Part the last words from the name: a short paragraph after the text that ends in a comma."""
    for at in range(len(found) - 1, 0, -1):
        part = found[at]
        words, _line, name = part.text.partition("\n") if isinstance(part, Paragraph) else ("",) * 3
        if words.endswith(",") and name and len(name) <= _NAME:
            return [*found[:at], Closing(words, name), *found[at + 1 :]]
    return found


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
