"""One cut of a family, as what a text is measured and drawn with."""

from dataclasses import dataclass, field
from typing import Any

LARGE = 16.0
"""Points: the smallest letters of large print."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One cut of one family, with the widths of its glyphs in ems.

    ``scale`` fits a borrowed glyph to the body text; ``thicken`` asks for a bold made by an
    outline, because the borrowed family has one weight only.
    """

    name: str
    font: Any = field(repr=False)
    widths: dict[str, float] = field(repr=False)
    scale: float = 1.0
    thicken: bool = False

    def drawn(self, size: float) -> float:
        """Return the size in which it is drawn beside body text; large print stays large."""
        least = LARGE if size >= LARGE else 0.0
        return max(size * self.scale, least)

    def width(self, text: str) -> float:
        """Return the width of a text in ems; every character must be in this face."""
        return sum(map(self.widths.__getitem__, text))
