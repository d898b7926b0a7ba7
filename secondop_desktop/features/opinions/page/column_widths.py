"""How wide the columns of the comparison are, the same in every row and over them."""

from dataclasses import dataclass

from secondop_desktop.widgets.theme import Space

_ASPECT, _OPINION, _MARK, _BOTH = 15, 26, 26, 26
"""Columns in average letters: an aspect's name, the least of an opinion, the person's mark, and
name and mark in one."""

_STACKED_SHARE = 1.6


@dataclass(frozen=True)
class Measures:
    """Widths in device-independent pixels; stacked, all is as wide as ``total``.

    ``aside`` says that the marks stand under the aspects' names, for want of room.
    """

    total: int
    aspect: int = 0
    opinion: int = 0
    mark: int = 0
    stacked: bool = False
    aside: bool = False

    @property
    def pad(self) -> int:
        """The space around what stands in a cell."""
        return Space.MEDIUM if self.stacked else Space.HAIR

    def left(self, column: int) -> int:
        """Return where an opinion's column begins; the one after the last is the mark's."""
        return self.aspect + column * self.opinion

    @property
    def full(self) -> int:
        """Return the width of what is not beside anything."""
        return self.total - 2 * self.pad


def measures(room: int, opinions: int, letter: int, *, large: bool) -> Measures:
    """Share the room; ``letter`` is the average width of one, ``large`` asks for a stack.

    Opinions share what is left, but are never narrower than reads well: first the marks give way,
    then the opinions go on past the edge, and the comparison scrolls sideways.
    """
    aspect, least = _ASPECT * letter, _OPINION * letter
    mark = _MARK * letter if opinions > 1 else 0
    if large or room < aspect + least * _STACKED_SHARE:
        return Measures(room, stacked=True)
    aside = bool(mark) and aspect + mark + least * opinions > room
    if aside:
        aspect, mark = _BOTH * letter, 0
    each = max(least, (room - aspect - mark) // max(opinions, 1))
    return Measures(aspect + each * opinions + mark, aspect, each, mark, aside=aside)
