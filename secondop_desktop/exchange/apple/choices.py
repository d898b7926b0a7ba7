"""What of an export comes in: asked by kind, with how many there are, and from when on."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from secondop_desktop.exchange.apple.measures import GROUPS, MEASURES
from secondop_desktop.exchange.apple.scanning import Scanned
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _, ngettext

_SINCE: Final = "apple-since"
_MONTHS: Final = {"all": 0, "five-years": 60, "year": 12, "three-months": 3}
_SAID: Final = {
    "all": N_("all of them"),
    "five-years": N_("the last five years"),
    "year": N_("the last year"),
    "three-months": N_("the last three months"),
}
_MANY: Final = 2_000
"""Entries from which nobody has chosen by keeping silent."""

_LONG: Final = 31
"""Days of pulse that come in without being asked for."""


class Choices:
    """What was chosen before, and the questions with their counts."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._given = {group: asked.answer(_key(group), ("yes", "no")) or "yes" for group in GROUPS}
        self._months = _MONTHS[asked.answer(_SINCE, tuple(_MONTHS)) or "all"]

    @property
    def wanted(self) -> set[str]:
        """The groups to keep while reading: all but those that were refused."""
        return {group for group, answer in self._given.items() if answer == "yes"}

    def since(self, exported: str) -> str:
        """Return the first day that was chosen, empty for all; ``exported`` is an ISO date."""
        if not self._months:
            return ""
        with suppress(ValueError):
            day = date.fromisoformat(exported)
            months = day.year * 12 + day.month - 1 - self._months
            return f"{months // 12:04}-{months % 12 + 1:02}-{min(day.day, 28):02}"
        return ""

    def ask(self, found: Scanned) -> set[str]:
        """Ask what is there; return the groups that come in."""
        counts = {group: _count(found, group) for group in GROUPS}
        there = {group: count for group, count in counts.items() if count}
        if not there and not self._months:
            return set()
        self._ask_since(sum(there.values()))
        return {group for group in there if self._asked.ask(_question(group, found)) == "yes"}

    def _ask_since(self, count: int) -> None:
        choices = tuple(Choice(key, _(said)) for key, said in _SAID.items())
        text = _("How far back should the measurements from Apple Health go?")
        default = "all" if count <= _MANY else ""
        self._asked.ask(Question(_SINCE, text, choices, default))


def _key(group: str) -> str:
    return f"apple-{group}"


def kinds_of(group: str) -> Iterator[str]:
    """Yield the kinds of a group."""
    yield from (kind for kind, one in MEASURES.items() if one.group == group)


def _count(found: Scanned, group: str) -> int:
    """Return how many entries a group would become."""
    if group == "pulse":
        return 3 * len(found.days)
    return sum(found.counts[kind] for kind in kinds_of(group))


def _question(group: str, found: Scanned) -> Question:
    """Ask about a group; the two numbers of a blood pressure are one reading."""
    kinds = [kind for kind in kinds_of(group) if found.counts[kind]]
    first, last = min(found.first[one] for one in kinds), max(found.last[one] for one in kinds)
    count = max(found.counts[one] for one in kinds)
    text = ngettext(
        "{what}: {count} reading, {span}. Bring it in?",
        "{what}: {count} readings, {span}. Bring them in?",
        count,
    ).format(what=_(GROUPS[group]), count=f"{count:,}", span=_span(first, last))
    choices = (Choice("yes", _("bring in")), Choice("no", _("leave out")))
    default = "no" if group == "pulse" and len(found.days) > _LONG else "yes"
    return Question(_key(group), text, choices, default)


def _span(first: str, last: str) -> str:
    with suppress(ValueError):
        start, end = PartialDate.parse(first).words(), PartialDate.parse(last).words()
        if start == end:
            return start
        return _("{start} to {end}").format(start=start, end=end)
    return first or last or _("without a date")
