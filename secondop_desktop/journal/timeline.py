"""Everything dated, of every kind, in the order in which it happened."""

from dataclasses import dataclass

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate


@dataclass(frozen=True)
class Dated:
    """One entry on the timeline: its kind, id, date, title, second line, and if it is a draft."""

    kind: Kind
    id: str
    person: str | None
    date: PartialDate
    title: str
    line: str
    draft: bool


def timeline(journal: Journal, person: str | None = None) -> list[Dated]:
    """Return the dated entries of one person, or of all, the earliest first.

    Where days are not known, the less precise date stands before what it may contain.
    """
    names = journal.names()
    found = []
    for kind in journal.kinds.values():
        if kind.when:
            where = {"person": person} if person else {}
            for row in journal.entries(kind.name, **where):
                when = getattr(row, kind.when)
                if when is not None:
                    title, line = kind.title(row, names), kind.line(row, names)
                    one = (when, title, line, kind.is_draft(row))
                    found.append(Dated(kind, row.id, row.person, *one))
    return sorted(found, key=lambda one: (one.date.stored, one.kind.name, one.id))
