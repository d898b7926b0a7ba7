"""Putting the lines of bulk files into parts, so that what is read together lies in one part."""

from array import array
from collections.abc import Iterator, Sequence

from secondop_desktop.exchange.bulk.lines import Lines

MOST_LINES = 2_000
MOST_BYTES = 3_000_000
"""A part ends where it has so much, but never amid what belongs together."""


class Groups:
    """Lines that belong together, each group known by its first line (a union-find)."""

    def __init__(self, number: int) -> None:
        self._over = array("I", range(number))

    def first(self, line: int) -> int:
        """Return the first line of the group of a line."""
        over = self._over
        while over[line] != line:
            over[line] = over[over[line]]
            line = over[line]
        return line

    def join(self, several: Sequence[int]) -> None:
        """Let lines be one group, with all that belong to each of them."""
        first = self.first(several[0])
        for line in several[1:]:
            other = self.first(line)
            self._over[max(first, other)] = first = min(first, other)


def parted(lines: Lines, groups: Groups, turns: bytearray) -> Iterator[Sequence[int]]:
    """Yield the lines of each part in their order; ``turns`` says of each line which come first."""
    firsts = array("I", map(groups.first, range(len(lines))))
    part, size, last = array("I"), 0, -1
    for line in _in_turns(firsts, turns):
        begins = firsts[line] != last
        ends = last >= 0 and turns[firsts[line]] != turns[last]
        if part and begins and (ends or len(part) >= MOST_LINES or size >= MOST_BYTES):
            yield array("I", sorted(part))
            part, size = array("I"), 0
        part.append(line)
        size += lines.length(line)
        last = firsts[line]
    if part:
        yield array("I", sorted(part))


def _in_turns(firsts: Sequence[int], turns: bytearray) -> Iterator[int]:
    """Yield the lines turn by turn and group by group; to sort so many at once takes much room."""
    following, last = array("I", range(len(firsts))), array("I", firsts)
    for line, first in enumerate(firsts):
        following[last[first]] = line
        last[first] = line
    for turn in sorted(set(turns)):
        for line, first in enumerate(firsts):
            if line == first and turns[line] == turn:
                yield from _group(line, following)


def _group(line: int, following: Sequence[int]) -> Iterator[int]:
    """Yield a line and all that follow it; the last one follows itself."""
    yield line
    while following[line] != line:
        line = following[line]
        yield line
