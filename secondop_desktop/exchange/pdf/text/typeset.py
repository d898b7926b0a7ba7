"""Words to lines, in time proportional to their length, and lines to the page."""

import functools
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from secondop_desktop.exchange.pdf.sheet import LINK, MUTED, Style
from secondop_desktop.exchange.pdf.text.bidi import base_level, has_rtl, levels
from secondop_desktop.exchange.pdf.text.faces import Face
from secondop_desktop.exchange.pdf.text.fonts import family
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.runs import Run, Words, runs
from secondop_desktop.exchange.pdf.text.shaping import ScriptFace
from secondop_desktop.exchange.pdf.text.ties import TIE, tied

_BREAKABLE = frozenset("-/\\_.,:;?&=@+#")

_CLOSING = frozenset(",.;:!?)")
"""No line begins with one of these."""

_BALANCED = 4  # lines: longer texts are filled, not balanced

_HELD = 0.6  # of a line: longer stretches are not held together


@dataclass(frozen=True, slots=True, eq=False)
class RunStyle:
    """How a stretch is drawn: face, size in points, colour, and the run it links from.

    ``level`` is odd where it runs from right to left (``bidi``), ``base`` where its line does.
    """

    face: Face
    size: float
    colour: str
    link: Run | None = None
    level: int = 0
    base: int = 0

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        return self.face.width(text) * self.size


Stretch = tuple[str, RunStyle]


class Line(NamedTuple):
    """One line: its stretches, and its width without the space that joins it to the next.

    The stretches are in the order in which they are read.
    """

    stretches: list[Stretch]
    width: float

    @property
    def base(self) -> int:
        """Return 1 when the line runs from right to left, otherwise 0."""
        return self.stretches[0][1].base if self.stretches else 0

    @property
    def has_rtl(self) -> bool:
        """Return whether any of it runs from right to left."""
        return any(ink.level or ink.base for _text, ink in self.stretches)


def styled_lines(
    words: Words, style: Style, missing: Missing, base: int | None = None
) -> list[list[Stretch]]:
    """Return for each typed line its stretches of one look; what no font has goes to missing.

    ``base`` says which way the line runs whatever it begins with: 0 from left to right.
    """
    if isinstance(words, str) and words.isascii() and words.isprintable():
        return [[(words, _plain_ink(style))]]
    typed: list[list[Stretch]] = [[]]
    for run in runs(words):
        first, *rest = readable(run.text, missing).split("\n")
        typed[-1] += _stretches(first, run, style)
        typed += [_stretches(text, run, style) for text in rest]
    return [_directed(line, base) for line in typed]


def _directed(line: list[Stretch], base: int | None) -> list[Stretch]:
    return _levelled(line, base) if any(has_rtl(text) for text, _look in line) else line


@functools.lru_cache(64)
def _plain_ink(style: Style) -> RunStyle:
    face = family(bold=style.bold).main
    return RunStyle(face, face.drawn(style.size), style.colour)


def _stretches(text: str, run: Run, style: Style) -> list[Stretch]:
    if not text:
        return []
    shown = run.target and not run.quiet
    colour = LINK if shown else MUTED if run.muted else style.colour
    link = run if run.target else None
    faces = family(bold=run.bold or style.bold, italic=run.italic)
    inks: dict[Face, RunStyle] = {}
    found: list[Stretch] = []
    for face, part in faces.faced(text):
        if face not in inks:
            inks[face] = RunStyle(face, face.drawn(style.size), colour, link)
        found.append((part, inks[face]))
    return found


def _levelled(line: list[Stretch], base: int | None) -> list[Stretch]:
    """Split a typed line where its direction changes, and remember which way each part runs."""
    whole = "".join(text for text, _ink in line)
    base = base_level(whole) if base is None else base
    ways = iter(levels(whole, base))
    found: list[Stretch] = []
    for text, ink in line:
        start = 0
        for level, group in itertools.groupby(itertools.islice(ways, len(text))):
            end = start + sum(1 for _level in group)
            found.append((text[start:end], replace(ink, level=level, base=base)))
            start = end
    return found


def broken(typed: Sequence[list[Stretch]], width: float) -> list[Line]:
    """Break typed lines to this width; a word longer than a line is broken inside."""
    return list(_broken(typed, width))


def first_line(typed: Sequence[list[Stretch]], width: float) -> Line:
    """Return the first line alone, however much comes after it."""
    return next(_broken(typed, width))


def _broken(typed: Sequence[list[Stretch]], width: float) -> Iterator[Line]:
    return itertools.chain.from_iterable(
        _broken_one(stretches, max(width, 1.0)) for stretches in typed
    )


def balanced(typed: Sequence[list[Stretch]], width: float) -> list[Line]:
    """Break to as few lines as fit, of about the same length: for headings and short notices."""
    lines = broken(typed, width)
    if not 1 < len(lines) <= _BALANCED:
        return lines
    low, high = width / 2, width
    for _step in range(6):
        middle = (low + high) / 2
        fewer = broken(typed, middle)
        if len(fewer) > len(lines):
            low = middle
        else:
            lines, high = fewer, middle
    return lines


def _broken_one(stretches: list[Stretch], limit: float) -> Iterable[Line]:
    stretches = _trimmed(stretches)
    if len(stretches) == 1:
        text, ink = stretches[0]
        whole = ink.width(text)
        if whole <= limit:
            return [Line(stretches, whole)]
        return map(_loosened, _plain_lines(_held(text, ink, limit), ink, limit))
    total = sum(ink.width(text) for text, ink in stretches)
    if total <= limit:
        return [Line(stretches, total)]
    held = [(_held(text, ink, limit), ink) for text, ink in stretches]
    return map(_loosened, _mixed_lines(held, limit))


def _held(text: str, ink: RunStyle, limit: float) -> str:
    """Tie together what belongs on one line, as far as it leaves lines of fair length."""
    held = tied(text)
    if held == text:
        return text
    words = held.split(" ")
    return " ".join(
        word.replace(TIE, " ") if TIE in word and ink.width(word) > limit * _HELD else word
        for word in words
    )


def _loosened(line: Line) -> Line:
    """Give back the spaces that were held: who copies the line gets the text as it was."""
    if not any(TIE in text for text, _ink in line.stretches):
        return line
    return line._replace(stretches=[(text.replace(TIE, " "), ink) for text, ink in line.stretches])


def _trimmed(stretches: list[Stretch]) -> list[Stretch]:
    """Leave out spaces at the end of a typed line: they would make an empty line."""
    if not stretches or not stretches[-1][0].endswith(" "):
        return stretches
    kept = list(stretches)
    while kept and not kept[-1][0].strip(" "):
        kept.pop()
    if kept:
        text, ink = kept[-1]
        kept[-1] = (text.rstrip(" "), ink)
    return kept


def _plain_lines(text: str, ink: RunStyle, limit: float) -> Iterator[Line]:
    """Break a text of one look: the common case, kept short for long records."""
    space, measure, size = ink.width(" "), ink.face.width, ink.size
    waiting: list[str] = []
    filled = -space
    for word in text.split(" "):
        wide = measure(word) * size
        if filled + space + wide <= limit:
            waiting.append(word)
            filled += space + wide
            continue
        if waiting:
            yield Line([(" ".join(waiting) + " ", ink)], filled)
        pieces = _chopped(word, ink, limit) if wide > limit else iter((word,))
        rest = next(pieces)
        for piece in pieces:
            yield Line([(rest, ink)], ink.width(rest))
            rest = piece
        waiting, filled = [rest], measure(rest) * size
    yield Line([(" ".join(waiting), ink)], filled)


def _mixed_lines(stretches: list[Stretch], limit: float) -> Iterator[Line]:
    """Break a text of several looks; a word may change its look inside."""
    waiting: list[Stretch] = []
    filled = 0.0
    for word, before in _words(stretches):
        for n, piece in enumerate(_fitting(word, limit)):
            wide = sum(ink.width(text) for text, ink in piece)
            blank = _between(waiting[-1][1], before) if waiting and n == 0 else None
            gap = blank.width(" ") if blank else 0.0
            if waiting and filled + gap + wide > limit:
                yield _closed(waiting, filled) if n == 0 else Line(_merged(waiting), filled)
                waiting, filled, gap = [], 0.0, 0.0
            if gap and blank:
                waiting.append((" ", blank))
            waiting += piece
            filled += gap + wide
    yield Line(_merged(waiting), filled)


def _closed(waiting: list[Stretch], filled: float) -> Line:
    """Return a full line that ends in a space, so that its last word stays apart in the text."""
    return Line(_merged([*waiting, (" ", waiting[-1][1])]), filled)


def _between(before: RunStyle, own: RunStyle) -> RunStyle:
    """Return how a space is drawn: like what it follows, unless directions meet there."""
    return own if own.base or own.level or before.level else before


def _words(stretches: list[Stretch]) -> Iterator[tuple[list[Stretch], RunStyle]]:
    """Yield each word, which may change its look inside, and the ink of the space before it."""
    word: list[Stretch] = []
    before = stretches[0][1]
    for text, ink in stretches:
        first, *rest = text.split(" ")
        if first:
            word.append((first, ink))
        for part in rest:
            yield word or [("", ink)], before
            word, before = [(part, ink)] if part else [], ink
    if word:
        yield word, before


def _fitting(word: list[Stretch], limit: float) -> Iterator[list[Stretch]]:
    """Yield the word, or its pieces when it is wider than a line."""
    if sum(ink.width(text) for text, ink in word) <= limit:
        yield word
        return
    waiting: list[Stretch] = []
    for text, ink in word:
        for piece in _chopped(text, ink, limit):
            kept, carried = _carried(waiting, (piece, ink), limit)
            if kept:
                yield kept
            waiting = carried
    yield waiting


def _carried(
    before: list[Stretch], piece: Stretch, limit: float
) -> tuple[list[Stretch], list[Stretch]]:
    """Part two pieces of a word so that no line begins with a comma: a letter goes with it."""
    if not before or piece[0][:1] not in _CLOSING:
        return before, [piece]
    *first, (text, ink) = before
    at = len(text) - 1
    while at > 0 and (text[at] in _CLOSING or unicodedata.combining(text[at])):
        at -= 1
    carried = [(text[at:], ink), piece]
    if at <= 0 or sum(look.width(part) for part, look in carried) > limit:
        return before, [piece]
    return [*first, (text[:at], ink)], carried


def _chopped(word: str, ink: RunStyle, limit: float) -> Iterator[str]:
    """Break a long word, after a sign such as a slash where there is one in reach."""
    if isinstance(ink.face, ScriptFace):
        yield from ink.face.chopped(word, limit / ink.size)
        return
    start, filled = 0, 0.0
    widths, size = ink.face.widths, ink.size
    last_sign = 0
    for n, char in enumerate(word):
        wide = widths[char] * size
        if filled + wide > limit and n > start:
            end = n - 1 if char in _CLOSING and n - 1 > start else n
            end = last_sign if last_sign > start + (n - start) // 2 and last_sign < n else end
            yield word[start:end]
            start, filled = end, ink.width(word[end:n])
        filled += wide
        if char in _BREAKABLE:
            last_sign = n + 1
    yield word[start:]


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for text, ink in stretches:
        if merged and merged[-1][1] is ink:
            merged[-1] = (merged[-1][0] + text, ink)
        else:
            merged.append((text, ink))
    return merged
