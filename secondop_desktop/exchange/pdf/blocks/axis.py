"""Axes of a chart: round numbers, honest distances, labels that do not run into each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secondop_desktop.exchange.pdf.sheet import Style
from secondop_desktop.exchange.pdf.structure.lettering import say
from secondop_desktop.exchange.pdf.text.readable import Missing
from secondop_desktop.exchange.pdf.text.typeset import first_line, styled_lines

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

_ABOUT = 4  # round numbers along the upright axis
_LEAST = 1e-300  # what is nearer to nothing has no parts


def ticks(numbers: Sequence[float]) -> list[float]:
    """Return round numbers, evenly apart, that reach around all numbers with some air."""
    low, high = min(numbers), max(numbers)
    spread = max(high - low or abs(high) or 1.0, _LEAST)
    step = _round_step(spread * 1.15 / _ABOUT)
    first = math.floor((low - spread * 0.06) / step)
    if low >= 0:
        first = max(first, 0)
    last = math.ceil((high + spread * 0.1) / step)
    return [float(f"{n * step:.10g}") for n in range(first, max(last, first + 1) + 1)]


def _round_step(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    for factor in (1, 2, 2.5, 5):
        if step <= factor * power:
            return float(factor * power)
    return 10 * power


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to points on the page; a single number lies in the middle."""

    first: float
    last: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Return where a number lies, in points."""
        if self.last == self.first:
            return (self.start + self.end) / 2
        part = (number - self.first) / (self.last - self.first)
        return self.start + part * (self.end - self.start)


def _width(text: str, style: Style) -> float:
    return first_line(styled_lines(text, style, Missing()), 1e6).width


@dataclass(slots=True)
class Axis:
    """The rectangle of a plot, in points, and the labels around it."""

    canvas: TaggedCanvas
    style: Style
    left: float
    foot: float
    width: float
    height: float
    _taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return self.foot + self.height

    def make_room(self, labels: Sequence[str]) -> None:
        """Move the left edge so that the numbers beside it have room."""
        room = max(_width(label, self.style) for label in labels) + 6
        self.left += room
        self.width -= room

    def keep_clear(self, left: float, y: float, right: float) -> None:
        """Let no value be written across this level line."""
        self._taken.append((left, y - 0.5, right, y + 0.5))

    def label_days(self, days: Sequence[tuple[float, str]]) -> None:
        """Write days below the axis: the first and the last always, others where there is room."""
        y = self.foot - 3 - self.style.size
        taken: list[tuple[float, float]] = []
        for n in [0, len(days) - 1, *range(1, len(days) - 1)]:
            x, text = days[n]
            half = _width(text, self.style) / 2
            x = min(max(x, self.left - 20 + half), self.right - half)
            if all(x + half + 8 < left or x - half - 8 > right for left, right in taken):
                taken.append((x - half, x + half))
                say(self.canvas, text, self.style, x, y, "centre")

    def label_spots(
        self, spots: Sequence[tuple[float, float]], labels: Sequence[str], radius: float
    ) -> None:
        """Write each value above its marker, below where above is taken, else not at all."""
        size = self.style.size
        self._taken += [(x - radius, y - radius, x + radius, y + radius) for x, y in spots]
        for (x, y), text in zip(spots, labels, strict=True):
            half = _width(text, self.style) / 2
            for foot in (y + radius + 3, y - radius - 2 - size * 0.8):
                box = (x - half, foot, x + half, foot + size * 0.75)
                if self._is_free(box):
                    self._taken.append(box)
                    say(self.canvas, text, self.style, x, foot, "centre")
                    break

    def _is_free(self, box: tuple[float, float, float, float]) -> bool:
        inside = box[1] > self.foot and box[3] < self.top + self.style.size
        return inside and not any(
            box[0] < right and left < box[2] and box[1] < top and foot < box[3]
            for left, foot, right, top in self._taken
        )
