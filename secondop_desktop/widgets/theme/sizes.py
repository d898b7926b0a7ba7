"""Sizes: the steps of spacing, the sizes of type and how the chosen text size scales them."""

from enum import IntEnum, StrEnum
from typing import Final

MIN_PERCENT: Final = 100
MAX_PERCENT: Final = 200
STACK_PERCENT: Final = 150


class Space(IntEnum):
    """The only distances between things, in device-independent pixels."""

    HAIR = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24
    ROOMY = 32
    HUGE = 48


class Radius(IntEnum):
    """How round corners are, in device-independent pixels."""

    TAG = 4
    CONTROL = 6
    CARD = 8


class Text(StrEnum):
    """The roles a text can have; each has one size."""

    SMALL = "small"
    BODY = "body"
    H2 = "h2"
    H1 = "h1"
    NOTES = "notes"


class Weight(StrEnum):
    """The two weights in use."""

    REGULAR = "regular"
    BOLD = "bold"


_POINTS: Final = {Text.SMALL: 12.0, Text.BODY: 13.0, Text.H2: 16.0, Text.H1: 22.0, Text.NOTES: 20.0}


def points(role: Text, percent: int) -> float:
    """Return the size in points of a role at a text size of 100 to 200 percent."""
    return _POINTS[role] * clamp(percent) / 100


def clamp(percent: int) -> int:
    """Return the nearest text size that the window offers."""
    return max(MIN_PERCENT, min(MAX_PERCENT, percent))
