"""The look of the paper: colours, sizes and spaces, in a standard and a large-print cut."""

from dataclasses import dataclass, replace
from typing import Literal

StyleName = Literal[
    "body",
    "lead",
    "strong",
    "small",
    "label",
    "title",
    "h1",
    "h2",
    "h3",
    "part",
    "cell",
    "head",
    "tight",
    "grid",
    "fact",
]
"""``part`` heads a part of page one, ``tight`` is its text, ``grid`` the figures of a table."""

Tint = Literal["calm", "plain", "notice", "alert"]
MM = 72 / 25.4
_ASCENT = 0.76  # of the size, from the top of the letters to their baseline
PAGE = (210 * MM, 297 * MM)


def rgb(code: str) -> tuple[float, float, float]:
    """Return a colour such as ``1F2933`` as three parts from 0 to 1."""
    red, green, blue = (int(code[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue


TEXT = "1F2933"
MUTED = "4A5763"
DIVIDER = "CFC9BC"
EDGE = "6B7680"
PRIMARY = "1B5E63"
LINK = "1C5687"
BAND = "DCECED"
MARKED = "FFF6DF"
"""Behind a row of a table that the person marked."""
# Fill and bar of a box.
TINTS: dict[Tint, tuple[str, str]] = {
    "calm": ("EEF5F5", PRIMARY),
    "plain": ("FFFFFF", EDGE),
    "notice": ("FDF0CF", "7A4B00"),
    "alert": ("FBEAEA", "A32A2A"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How one kind of text looks: size, line distance and the spaces around it, in points.

    ``even`` makes lines of about the same length.
    """

    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    colour: str = TEXT
    even: bool = False

    def baseline(self, top: float) -> float:
        """Return the height of the first baseline below the top of a paragraph."""
        return top - (self.leading - self.size) / 2 - self.size * _ASCENT


@dataclass(frozen=True, slots=True)
class Sheet:
    """All measures of one document, in points. ``unit`` is the step the spaces are made of.

    ``top`` is where the text begins; a document adds the lines of its header to it.
    """

    styles: dict[StyleName, Style]
    unit: float
    chrome: Style
    top: float
    bottom: float
    writing_line: float
    large: bool = False
    side: float = 18 * MM
    turned: bool = False

    @property
    def page(self) -> tuple[float, float]:
        """Return the width and the height of the paper: A4, upright or turned."""
        return (PAGE[1], PAGE[0]) if self.turned else PAGE

    @property
    def width(self) -> float:
        """Return the width of the text."""
        return self.page[0] - 2 * self.side

    @property
    def height(self) -> float:
        """Return the height of the text on one page."""
        return self.page[1] - self.top - self.bottom

    @property
    def gutter(self) -> float:
        """Return the space between columns."""
        return 2 * self.unit

    def gap(self, size: Literal["s", "m", "l"]) -> float:
        """Return a small, middle or large space."""
        return self.unit * {"s": 1.0, "m": 2.0, "l": 4.0}[size]


STANDARD = Sheet(
    styles={
        "body": Style(10.5, 15, 0, 6),
        "lead": Style(13, 18.5, 2, 8, even=True),
        "strong": Style(10.5, 15, 0, 6, bold=True),
        "small": Style(9, 12.5, 0, 5, colour=MUTED),
        "label": Style(9, 12.5, 3, 1, bold=True, colour=MUTED),
        "title": Style(22, 27, 0, 4, bold=True, colour=PRIMARY, even=True),
        "h1": Style(17, 20, 0, 4, bold=True, colour=PRIMARY, even=True),
        "h2": Style(14, 18, 11, 3, bold=True, colour=PRIMARY, even=True),
        "h3": Style(11, 14.5, 7, 2, bold=True, even=True),
        "cell": Style(9.5, 13),
        "head": Style(9.5, 13, bold=True),
        "part": Style(10.5, 13, 4, 1, bold=True, colour=PRIMARY),
        "tight": Style(9, 11.3),
        "grid": Style(8.5, 10.7),
        "fact": Style(10.5, 15, colour=MUTED),
    },
    unit=6,
    chrome=Style(8.3, 11, colour=MUTED),
    top=14 * MM,
    bottom=17.5 * MM,
    side=15 * MM,
    writing_line=7.5 * MM,
)

LARGE = Sheet(
    styles={
        "body": Style(16, 22.5, 0, 9),
        "lead": Style(19, 26, 3, 11, even=True),
        "strong": Style(16, 22.5, 0, 9, bold=True),
        "small": Style(16, 22.5, 0, 7, colour=MUTED),
        "label": Style(16, 20, 4, 1, bold=True, colour=MUTED),
        "title": Style(30, 36, 0, 6, bold=True, colour=PRIMARY, even=True),
        "h1": Style(26, 31, 0, 10, bold=True, colour=PRIMARY, even=True),
        "h2": Style(22, 27, 16, 5, bold=True, colour=PRIMARY, even=True),
        "h3": Style(18, 23, 9, 3, bold=True, even=True),
        "cell": Style(16, 21.5),
        "head": Style(16, 21.5, bold=True),
        "part": Style(18, 23, 9, 1, bold=True, colour=PRIMARY),
        "tight": Style(16, 19.2),
        "grid": Style(16, 19.2),
        "fact": Style(16, 22.5, colour=MUTED),
    },
    unit=9,
    chrome=Style(16, 19.5, colour=MUTED),
    top=12 * MM,
    bottom=30 * MM,
    side=14 * MM,
    writing_line=10 * MM,
    large=True,
)


def paper(*, large: bool = False, turned: bool = False) -> Sheet:
    """Return the measures wanted; ``turned`` lays the paper on its side, for wide tables."""
    return replace(LARGE if large else STANDARD, turned=turned)
