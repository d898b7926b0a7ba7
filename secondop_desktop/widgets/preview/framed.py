"""What of a page must be in sight so that all its frames can be compared with it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from secondop_desktop.widgets.preview.pdf import Hit

_A_ROW: Final = 0.5
"""Frames that take this part of the width of their page hold whole rows."""


def widest(frames: Sequence[Hit], sizes: Sequence[tuple[float, float]]) -> tuple[int, QRectF]:
    """Return the page, from 0, whose frames are widest in points, and that part of it.

    Single values belong to the names before them, so the part then begins where the page does.
    """
    parts: dict[int, QRectF] = {}
    for frame in frames:
        for box in frame.boxes:
            parts[frame.page] = parts.get(frame.page, QRectF()).united(box)
    for part in parts.values():
        if part.width() < _A_ROW:
            part.setLeft(0.0)
    page = max(parts, key=lambda one: parts[one].width() * sizes[one][0])
    return page, parts[page]
