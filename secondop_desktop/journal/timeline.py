"""Everything dated, of every kind, in the order in which it happened."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate


@dataclass(frozen=True, eq=False)
class Dated:
    """One entry on the timeline, in words when they are asked for: a long life has many."""

    kind: Kind
    row: Any
    date: PartialDate
    names: Names

    @property
    def id(self) -> str:
        """The entry's id."""
        return str(self.row.id)

    @property
    def person(self) -> str | None:
        """Whose it is, by id."""
        found: str | None = self.row.person
        return found

    @cached_property
    def title(self) -> str:
        """The entry in one line."""
        return self.kind.title(self.row, self.names)

    @cached_property
    def line(self) -> str:
        """What stands below it."""
        return self.kind.line(self.row, self.names)

    @property
    def draft(self) -> bool:
        """Whether it is only begun."""
        return self.kind.is_draft(self.row)


def timeline(journal: Journal, person: str | None = None) -> list[Dated]:
    """Return the dated entries of one person, or of all, the earliest first.

    Where days are not known, the less precise date stands before what it may contain.
    """
    names = journal.names()
    where = {"person": person} if person else {}
    found = [
        (when.stored, kind.name, row.id, Dated(kind, row, when, names))
        for kind in journal.kinds.values()
        if kind.when
        for row in journal.entries(kind.name, **where)
        if (when := getattr(row, kind.when)) is not None
    ]
    found.sort(key=lambda one: one[:3])
    return [one for *_order, one in found]
