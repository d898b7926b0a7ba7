"""One file that is to go behind a summary, and what it comes to on paper."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Literal

from secondop_desktop.exchange.pdf.pages.guest_page import Matrix

Why = Literal[
    "locked", "damaged", "empty", "no reader", "too large", "too much", "no pages", "for a screen"
]
"""Why a file cannot be shown: ``no pages`` is of sound, pictures of a scanner and the like."""


@dataclass(frozen=True)
class Paper:
    """A file: its media type by content, its size in bytes, and how its bytes are had.

    ``text`` are words that are printed where there is no file.
    """

    key: str
    type: str = ""
    size: int = 0
    opened: Callable[[], BinaryIO] | None = None
    text: str = ""


@dataclass(frozen=True)
class Guest:
    """A page to be drawn: width and height upright in points, the way there, and its object.

    ``drawn`` takes the PDF that is being made and returns the object that draws the page there.
    """

    width: float
    height: float
    matrix: Matrix
    drawn: Callable[[Any], Any]


@dataclass(frozen=True)
class Shown:
    """What a file comes to: pages, or words, or else why neither.

    ``unfit`` says that its pages have letters which a reading machine cannot read; ``lasting``
    that they keep to PDF/A. ``size`` is about how many bytes it adds. ``layers`` are what the file
    says of its layers. ``cut`` says that not all of its words are shown.
    """

    guests: tuple[Guest, ...] = ()
    words: tuple[str, ...] = ()
    why: Why | None = None
    unfit: bool = False
    lasting: bool = True
    size: int = 0
    cut: bool = False
    layers: Any = field(default=None, compare=False)
