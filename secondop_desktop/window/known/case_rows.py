"""Everything that belongs to one case, read at one moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.lang import in_short

KINDS = (
    "person",
    "provider",
    "diagnosis",
    "record",
    "appointment",
    "question",
    "answer",
    "opinion",
    "statement",
    "mark",
    "option",
    "decision",
    "readiness",
    "told",
    "letter",
    "cost",
)
"""The kinds that the facts are drawn from, the case itself aside."""

LONGEST = 80
"""Letters of a name or title that a fact shows."""


class CaseRows(NamedTuple):
    """One case and the entries around it; ``now`` is local time without a zone.

    What names no case belongs to it too.
    """

    case: Any
    now: datetime
    rows: Mapping[str, Sequence[Any]]
    names: Names

    def of(self, kind: str) -> Sequence[Any]:
        """Return the entries of a kind, the one changed last at the end."""
        return self.rows[kind]

    def name(self, entry: str | None) -> str:
        """Return the title of an entry, short enough for a line."""
        return in_short(self.names(entry), LONGEST)


def read_rows(journal: Journal, case: Any, now: datetime) -> CaseRows:
    """Read all that belongs to a case, in one reading."""
    with journal.reading():
        found: dict[str, Sequence[Any]] = {}
        for kind in KINDS:
            found[kind] = entries_of_case(journal, kind, case.person, case.id)
        return CaseRows(case, now, found, journal.names())
