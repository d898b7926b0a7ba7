"""What is said of a journal that was begun beside one that another program wrote over."""

from collections.abc import Sequence
from datetime import datetime

from secondop_desktop.journal.ground import Ground, Source
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext, time_words

_NAMED = 12
"""Entries that are named; more of them make a message that nobody reads."""


def told_of(ground: Ground, opened: datetime, otherwise: Sequence[str]) -> str:
    """Say what it began with, what may be older than what was seen, and what differs there."""
    parts = [_began(ground, opened), *([_differs(otherwise)] if otherwise else [])]
    return "\n\n".join(parts)


def _began(ground: Ground, opened: datetime) -> str:
    at = time_words(opened.hour, opened.minute)
    if ground.source is Source.OTHER and ground.whole:
        return _(
            "It holds what the other file holds now, also what was changed in it elsewhere. Where "
            "you changed the same thing, it has your words."
        )
    if ground.whole:
        return _("It holds everything that your journal held.")
    if ground.source is Source.COPY and ground.made:
        return _(
            "It holds your safe copy of {copy}, and what you wrote since {opened}. What was "
            "changed between these two is not in it."
        ).format(copy=_moment(ground.made), opened=at)
    if ground.source is Source.OTHER:
        return _(
            "There was no safe copy to begin with, so it holds the other file, and what you wrote "
            "since {opened}. All else may be older than what you saw. Look it through."
        ).format(opened=at)
    return _("It holds only what you wrote since {opened}.").format(opened=at)


def _moment(at: datetime) -> str:
    day = PartialDate.of(at.date()).words()
    return _("{day}, {time}").format(day=day, time=time_words(at.hour, at.minute))


def _differs(titles: Sequence[str]) -> str:
    lead = ngettext(
        "{count} entry here is missing in the other file, or is different there:",
        "{count} entries here are missing in the other file, or are different there:",
        len(titles),
    ).format(count=len(titles))
    more = len(titles) - _NAMED
    rest = [ngettext("and {count} more", "and {count} more", more).format(count=more)]
    return "\n".join([lead, *titles[:_NAMED], *(rest if more > 0 else [])])
