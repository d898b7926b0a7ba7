"""Words with their places on a page, put together to lines and to the cells of a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_CELL_GAP: Final = 0.75
"""Of the height of a letter: words that stand further apart are in cells of their own."""

_NOISE: Final = frozenset(".…_-–—=")


@dataclass(frozen=True)
class Box:
    """A place on a page in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    def overlaps(self, other: "Box") -> bool:
        """Tell whether both share some part of the width."""
        return self.left < other.right and other.left < self.right


@dataclass(frozen=True)
class Word:
    """Letters without a space among them, and where they stand."""

    text: str
    box: Box


@dataclass(frozen=True)
class Cell:
    """Words of one line that stand close together."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The place of all its words."""
        return around(word.box for word in self.words)


Line = Sequence[Cell]


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all of these; raises ValueError for none."""
    lefts, tops, rights, bottoms = zip(
        *((box.left, box.top, box.right, box.bottom) for box in boxes), strict=True
    )
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def lines(words: Iterable[Word]) -> list[Line]:
    """Return the words by the lines in which they stand, from top to bottom, parted into cells."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.box.middle, word.box.left)):
        if found and _same_line(found[-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [_cells(sorted(line, key=lambda word: word.box.left)) for line in found]


def _same_line(line: Sequence[Word], word: Word) -> bool:
    """Tell whether the middle of the lower of both lies within the other."""
    box = around(one.box for one in line[-3:])
    low = min(box.height, word.box.height)
    return abs(box.middle - word.box.middle) < low * 0.5


def _cells(words: Sequence[Word]) -> list[Cell]:
    """Part a line at its wide gaps; rows of dots that lead to a value are none of its words."""
    parts: list[list[Word]] = []
    joined = False
    for word in words:
        if len(word.text) > 1 and set(word.text) <= _NOISE:
            joined = False
            continue
        close = joined and word.box.left - parts[-1][-1].box.right < _CELL_GAP * word.box.height
        if close:
            parts[-1].append(word)
        else:
            parts.append([word])
        joined = True
    return [Cell(tuple(part)) for part in parts]
