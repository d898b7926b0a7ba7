"""What page one is made of: parts that can be told more or less fully, and how they look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, Para
from secondop_desktop.exchange.pdf.text.runs import Run, Words, bold, muted, page_of
from secondop_desktop.lang import TITLE, _, in_short
from secondop_desktop.summary.who import full_name

MORE = "more"
"""The place on page two where what page one has no room for stands in full."""


@dataclass(frozen=True)
class Part:
    """One part of page one: ``make`` lays it out at a level from 0 (least) to ``most``.

    At every level it names what it leaves for page two.
    """

    most: int
    make: Callable[[int], list[Block]]


def nothing() -> Part:
    """Return a part that has nothing to say."""
    return Part(0, lambda _level: [])


def head(title: str, *beside: str | Run) -> Heading:
    """Return the heading of a part: of the second level, yet small; what is beside it is smaller.

    Only the title goes into the outline.
    """
    heading = Heading(2, [title, *beside], outline=title)
    heading.style = "part"
    return heading


def line(words: Words) -> Block:
    """Return a paragraph in the size of page one."""
    return Para(words, "tight")


def named_in_full(person: Any) -> list[Block]:
    """Say the whole name where the header of the pages cannot."""
    name = full_name(person)
    return [line([bold(_("Name in full: ")), name])] if name else []


def labelled(label: str, text: str) -> list[str | Run]:
    """Return words after what they are about."""
    return [bold(label), f" {text} "]


def dots(said: Sequence[Sequence[str | Run]]) -> list[str | Run]:
    """Put several things with looks of their own into one paragraph, a dot between any two."""
    words: list[str | Run] = []
    for one in said:
        words += [" · " if words else "", *one]
    return words


def short(name: str) -> str:
    """Return the name of an entry in one line of ordinary length."""
    return in_short(name, TITLE)


def elsewhere(text: str, place: str) -> list[str | Run]:
    """Say on which page the rest is: ``text`` ends where the number goes."""
    return [muted(f"{text} "), page_of(place, text, muted=True)]


def not_asked() -> Run:
    """Say that nobody has asked yet, which is not the same as no."""
    return muted(_("not asked"))
