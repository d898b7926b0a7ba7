"""Which case an entry belongs to: the one it names; what names none belongs to each."""

from collections.abc import Iterable
from typing import Any

from secondop_desktop.journal.reader import Reader


def belongs(row: Any, case: str | None) -> bool:
    """Tell whether a row belongs to a case, by its id; a kind that names no cases is of each."""
    return getattr(row, "case", None) in (None, case)


def of_case(rows: Iterable[Any], case: str | None) -> tuple[Any, ...]:
    """Return the rows that belong to a case, by its id; without one, what names none.

    What came without a case, such as by an import, is never out of sight.
    """
    wanted = {None, case}
    return tuple(row for row in rows if getattr(row, "case", None) in wanted)


def entries_of_case(
    journal: Reader, kind: str, person: str | None, case: str | None
) -> tuple[Any, ...]:
    """Return a person's entries of one kind that belong to a case, the newest change last."""
    return tuple(journal.of_case(kind, case, person=person))
