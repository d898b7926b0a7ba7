"""Words chosen in what a preview shows, and where they stand in it."""

import re
from dataclasses import dataclass

_STEPS = 10_000
_FRAME = re.compile(r"(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5})")
_PLACE = re.compile(r"(\d{1,9})\+(\d{1,9})")


@dataclass(frozen=True)
class Quote:
    """Some words, their page (from 1; None in a text without pages), and their place on it.

    ``place`` is ``start+count`` in characters from 0; empty where it cannot be told.
    """

    text: str
    page: int | None = None
    place: str = ""


def place_words(start: int, count: int) -> str:
    """Return a place as it is written."""
    return f"{start}+{count}"


def frame_words(frame: tuple[float, float, float, float]) -> str:
    """Return a frame, its left, top, width and height as parts of the page, as it is written."""
    return ",".join(str(round(part * _STEPS)) for part in frame)


def read_frame(text: str) -> tuple[float, float, float, float] | None:
    """Return the frame that a place writes; None for what is none."""
    found = _FRAME.fullmatch(text)
    if found is None:
        return None
    left, top, width, height = (int(part) / _STEPS for part in found.groups())
    return left, top, width, height


def read_place(text: str) -> tuple[int, int] | None:
    """Return start and count of a place; None for what is none."""
    found = _PLACE.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None
