"""Letters that join, stack or change their order, drawn as their script writes them.

HarfBuzz finds the glyphs and their places. It and the fonts are read when the first such text
is met, and not before.
"""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from secondop_desktop.exchange.pdf.text.added_fonts import added_font
from secondop_desktop.exchange.pdf.text.faces import Face
from secondop_desktop.exchange.pdf.text.scripts import JOINERS, SHARED, Script

_KEPT = 8_000  # words: a journal says the same ones again and again
_LONG = 40  # letters: a longer word is hardly said again
_NARROW = 3  # letters to an em, more or less
_WORD = re.compile("([^ ]*)( *)")
_BOLD, _REGULAR = 700, 400


class Glyph(NamedTuple):
    """One glyph of a word, in the order from left to right.

    ``start`` is the first of its letters in the word. ``across`` is how far the pen goes on,
    ``right`` and ``up`` how far the glyph is moved from the pen: in units of the font.
    """

    number: int
    start: int
    across: int
    right: int
    up: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ScriptFace(Face):
    """The letters of one script in one weight; ``font`` is HarfBuzz's, and no slope is known."""

    script: Script
    units: int

    def width(self, text: str) -> float:
        """Return the width of a text in ems, word by word as it is drawn."""
        if " " not in text:
            return self.wide(text)
        space = self.wide(" ")
        return sum(self.wide(word) + space * len(gap) for word, gap in worded(text))

    def wide(self, word: str) -> float:
        """Return the width of one word, or one space, in ems."""
        return (_wide if len(word) <= _LONG else _wide.__wrapped__)(self, word)

    def glyphs(self, word: str, from_right: bool) -> tuple[Glyph, ...]:
        """Return the glyphs of a word, which is read in this direction, from left to right."""
        return (_shaped if len(word) <= _LONG else _shaped.__wrapped__)(self, word, from_right)

    def draws(self, word: str) -> bool:
        """Return whether every letter of a word has a glyph."""
        return all(glyph.number for glyph in self.glyphs(word, self.script.from_right))

    def chopped(self, word: str, limit: float) -> Iterator[str]:
        """Break a word that is wider than a line of so many ems, between whole letters."""
        while word:
            end = self._fitting(word, limit)
            yield word[:end]
            word = word[end:]

    def _fitting(self, word: str, limit: float) -> int:
        """Return how much of a word fits: at least one letter with its marks."""
        ends = self._ends(word, limit)
        fitting = [end for end, wide in ends if wide <= limit * self.units]
        for end in reversed(fitting):  # letters may change their form where the word is parted
            if self.wide(word[:end]) <= limit:
                return end
        return ends[0][0]

    def _ends(self, word: str, limit: float) -> list[tuple[int, int]]:
        """Return where a word may be parted, to beyond the limit, and its width up to there."""
        reach = max(_NARROW, int(limit * _NARROW))
        while True:
            near = word[:reach]
            wide: Counter[int] = Counter()
            for glyph in self.glyphs(near, self.script.from_right):
                wide[glyph.start] += glyph.across
            if near == word or wide.total() > limit * self.units:
                break
            reach *= 2
        ends, pen = [], 0
        for start in sorted(wide):
            if start and _begins(word[start]):
                ends.append((start, pen))
            pen += wide[start]
        return [*ends, (len(near), pen)] if near == word or not ends else ends


def _begins(char: str) -> bool:
    """Return whether a line may begin with a character: a mark goes with its letter."""
    return char not in JOINERS and unicodedata.category(char)[0] != "M"


def worded(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text, each with the spaces behind it."""
    for match in _WORD.finditer(text):
        if match.group():
            yield match.group(1), match.group(2)


@functools.cache
def can_shape() -> bool:
    """Tell whether this installation has HarfBuzz; none is to be had for Windows on ARM."""
    try:
        import uharfbuzz  # noqa: F401 - whether it is there is all that is asked
    except ImportError:
        return False
    return True


@functools.cache
def script_face(script: Script, bold: bool) -> ScriptFace:
    """Return the face of a script in one of its two weights."""
    import uharfbuzz

    name = f"NotoSans{script.font}"
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_file(script))))
    cut = uharfbuzz.SubsetInput()
    cut.keep_everything()
    cut.pin_axis_location(face, "wght", _BOLD if bold else _REGULAR)
    font = uharfbuzz.Font(uharfbuzz.subset(face, cut))
    return ScriptFace(
        f"{name}-{'Bold' if bold else 'Regular'}", font, {}, script=script, units=face.upem
    )


@functools.cache
def lacking(script: Script) -> re.Pattern[str]:
    """Return a pattern for the stretches of letters that the font of a script has not."""
    codes = script_face(script, False).font.face.unicodes
    known = [char for char in map(chr, codes) if script.holds(char) or char in SHARED]
    return re.compile(f"[^ {JOINERS}{re.escape(''.join(known))}]+")


def can_draw(script: Script) -> bool:
    """Tell whether there is a font for a script; those of Chinese, Japanese, Korean are extra."""
    return can_shape() and (not script.extra or added_font(script.font) is not None)


def _file(script: Script) -> Path:
    """Return the font of a script."""
    if script.extra:
        return added_font(script.font) or Path()
    import manimgx_fonts

    return Path(manimgx_fonts.__file__).parent / f"NotoSans{script.font}[wght].ttf"


@functools.lru_cache(_KEPT)
def _wide(face: ScriptFace, word: str) -> float:
    glyphs = face.glyphs(word, face.script.from_right)
    return sum([glyph.across for glyph in glyphs]) / face.units


@functools.lru_cache(_KEPT)
def _shaped(face: ScriptFace, word: str, from_right: bool) -> tuple[Glyph, ...]:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(char) for char in word])
    buffer.direction = "rtl" if from_right else "ltr"
    if from_right:  # a mark keeps a number of its own, so that its letter can be told from it
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.script = face.script.tag
    uharfbuzz.shape(face.font, buffer)
    return tuple(
        Glyph(info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True)
    )
