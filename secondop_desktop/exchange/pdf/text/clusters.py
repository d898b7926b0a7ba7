"""Letters as they stand in a shaped word: each is one glyph of the font in the file.

A letter is often drawn from several glyphs (a body and its dots), and one glyph serves several
letters. Made into one glyph for each letter, a font can say of each what it means, so that every
program that takes text out of a page finds the letters that were written.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from secondop_desktop.exchange.pdf.text.shaping import Glyph, ScriptFace

_PILE = 60  # marks
_NOTHING = "\u200b"
_FAR = 8_000  # units of the font: eight lines and more


class Cluster(NamedTuple):
    """One letter, or what is written as one: all in units of the font.

    ``parts`` are the glyphs it is drawn from: number, how far right, how far up.
    """

    letters: str
    parts: tuple[tuple[int, int, int], ...]
    across: int


def clusters(face: ScriptFace, word: str, from_right: bool) -> list[Cluster]:
    """Return the letters of a word from left to right."""
    return list(_by_letter(word, face.glyphs(word, from_right)))


def _by_letter(word: str, glyphs: Sequence[Glyph]) -> Iterator[Cluster]:
    ends = dict(pairwise([*sorted({glyph.start for glyph in glyphs}), len(word)]))
    for start, group in groupby(glyphs, lambda glyph: glyph.start):
        parts, pen = [], 0
        for glyph in group:
            parts.append((glyph.number, _near(pen + glyph.right), _near(glyph.up)))
            pen += glyph.across
        letters = word[start : ends[start]]
        if max(len(letters), len(parts)) <= _PILE:
            yield Cluster(letters, tuple(parts), pen)
        else:
            yield from _apart(letters, parts, pen)


def _apart(letters: str, parts: Sequence[tuple[int, int, int]], across: int) -> Iterator[Cluster]:
    """Yield a letter with more marks than one glyph may have as several, all in its place."""
    for n in range(0, max(len(letters), len(parts)), _PILE):
        back = across if n else 0
        moved = ((number, _near(right - back), up) for number, right, up in parts[n : n + _PILE])
        said = letters[n : n + _PILE] or _NOTHING
        yield Cluster(said, tuple(moved), 0 if n else across)


def _near(distance: int) -> int:
    """Return a distance that a font can hold, however many marks are piled up."""
    return max(-_FAR, min(_FAR, distance))
