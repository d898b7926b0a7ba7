"""Everything that belongs to one case, read at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names

KINDS = (
    "person",
    "provider",
    "diagnosis",
    "record",
    "appointment",
    "question",
    "answer",
    "opinion",
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


@dataclass(frozen=True)
class CaseRows:
    """One case and the entries around it; ``now`` is local time without a zone.

    What names no case belongs to it while it is the person's only one.
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
        name = " ".join(self.names(entry).split())
        return name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()}…"


def read_rows(journal: Journal, case: Any, now: datetime) -> CaseRows:
    """Read all that belongs to a case, in one reading."""
    with journal.reading():
        alone = len(journal.entries("case", person=case.person)) == 1
        owners = {case.id, None} if alone else {case.id}
        found = {kind: journal.entries(kind, person=case.person) for kind in KINDS}
        names = journal.names()
    return CaseRows(case, now, {k: _of_case(rows, owners) for k, rows in found.items()}, names)


def _of_case(rows: Sequence[Any], owners: set[str | None]) -> list[Any]:
    return [row for row in rows if getattr(row, "case", None) in owners or not hasattr(row, "case")]
