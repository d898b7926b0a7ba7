"""Which case an entry belongs to: the one it names, or else the only one its person has."""

from collections.abc import Iterable, Sequence
from typing import Any

from secondop_desktop.journal.reader import Reader


def of_case(rows: Iterable[Any], case: str | None, cases: Sequence[Any]) -> tuple[Any, ...]:
    """Return the rows that belong to a case, by its id, among all ``cases`` of their person."""
    alone = cases[0].id if len(cases) == 1 else None
    return tuple(row for row in rows if (row.case or alone) == case)


def entries_of_case(
    journal: Reader, kind: str, person: str | None, case: str | None
) -> tuple[Any, ...]:
    """Return a person's entries of one kind that belong to a case, the newest change last."""
    cases = journal.entries("case", person=person)
    return of_case(journal.entries(kind, person=person), case, cases)
