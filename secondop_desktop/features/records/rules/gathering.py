"""Records still to be gathered, by who holds them, and where each of them stands in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from secondop_desktop.features.records.rules.requests import arrived, awaited, due, overdue
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, ngettext


@dataclass(frozen=True)
class Holder:
    """Who holds some records and which; ``id`` is empty while nobody is named."""

    id: str
    rows: tuple[Any, ...]

    @property
    def wanted(self) -> tuple[Any, ...]:
        """What has not been asked for yet."""
        return tuple(row for row in self.rows if wanted(row))

    @property
    def awaited(self) -> tuple[Any, ...]:
        """What was asked for and has not come."""
        return tuple(row for row in self.rows if awaited(row))

    @property
    def open(self) -> tuple[Any, ...]:
        """What has not come, asked for or not."""
        return tuple(row for row in self.rows if not arrived(row))


def wanted(row: Any) -> bool:
    """Tell whether it is only wanted so far."""
    return row.state == "wanted" and not arrived(row) and not awaited(row)


def to_gather(row: Any) -> bool:
    """Tell whether a record was ever wanted or asked for; what simply lies here was not."""
    return bool(row.asked or row.state in {"wanted", "asked"} or (row.holder and arrived(row)))


def by_holder(rows: Iterable[Any], names: Names) -> tuple[Holder, ...]:
    """Group what is to be gathered by its holder, by name; those with nothing open come last."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        if to_gather(row):
            found.setdefault(row.holder or "", []).append(row)
    made = (Holder(entry, tuple(sorted(own, key=_order))) for entry, own in found.items())
    return tuple(sorted(made, key=lambda one: (not one.open, not one.id, names(one.id).casefold())))


def standing(row: Any, today: date) -> tuple[str, ...]:
    """Say where a record stands: asked for when, due when, or come when."""
    if arrived(row):
        came = _("Came {date}.").format(date=row.received.words()) if row.received else ""
        place = _("The paper is kept here: {place}").format(place=row.place) if row.place else ""
        return tuple(part for part in (came or _("You have it."), place) if part)
    if not awaited(row):
        return (_("You want this. You have not asked for it yet."),)
    return (*_asked(row), *_due(row, today))


def summary(holders: Sequence[Holder], today: date) -> str:
    """Say how many records are still to come, and how many of them are late."""
    asked = [row for holder in holders for row in holder.awaited]
    only = sum(len(holder.wanted) for holder in holders)
    late = sum(overdue(row, today) for row in asked)
    said = (
        (ngettext("{n} asked for", "{n} asked for", len(asked)), len(asked)),
        (ngettext("{n} still to ask for", "{n} still to ask for", only), only),
        (ngettext("{n} overdue", "{n} overdue", late), late),
    )
    words = ", ".join(text.format(n=number) for text, number in said if number)
    return words or _("Everything you wanted has come.")


def _order(row: Any) -> tuple[int, str, str]:
    """Put what was asked for first, the oldest asking first; then what is wanted, then the rest."""
    group = 0 if awaited(row) else 1 if not arrived(row) else 2
    when = row.received if group == 2 else row.asked
    return group, undated_first(when), row.created


def _asked(row: Any) -> tuple[str, ...]:
    if row.asked is None:
        return (_("You asked for it, but the date is not written down."),)
    return (_("You asked for it: {date}.").format(date=row.asked.words()),)


def _due(row: Any, today: date) -> tuple[str, ...]:
    last = due(row)
    if last is None:
        return (_("Add the month you asked, to see when it is due."),) if row.asked else ()
    if overdue(row, today):
        return (_("It was due {date}.").format(date=last.words()),)
    return (_("They have until {date}.").format(date=last.words()),)
