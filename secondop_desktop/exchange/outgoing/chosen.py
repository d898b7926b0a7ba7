"""Which entries go out: of a person, of a case, without some, with private ones or not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from secondop_desktop.journal.case_scope import belongs
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind


@dataclass(frozen=True)
class Selection:
    """What was asked for: a person, a case, without some entries, with private ones or not."""

    person: str | None = None
    case: str | None = None
    left_out: frozenset[str] = frozenset()
    private: bool = False

    def fits(self, kind: str, row: Any) -> bool:
        """Tell what belongs, private or not; what names no case belongs to all of them."""
        of_person = self.person in (None, row.person)
        own = row.id == self.case if kind == "case" else belongs(row, self.case)
        of_case = self.case is None or own
        return of_person and of_case and row.id not in self.left_out


class Chosen:
    """The entries of a journal at one moment, without those that were not asked for.

    What is owned by an entry that stays out stays out with it, and so does its name.
    """

    def __init__(self, journal: Journal, selection: Selection) -> None:
        self._journal, self._selection = journal, selection
        self._names = journal.names(at_once=True)
        self._held_back: Counter[str] = Counter()
        self._out = set(selection.left_out)
        with journal.reading() as connection:
            read = {name: journal.entries(name, connection=connection) for name in journal.kinds}
        self._rows = {name: self._kept(name, rows) for name, rows in read.items()}
        for kind in journal.kinds.values():
            self._drop_owned(kind)

    def of(self, kind: str) -> list[Any]:
        """Return the entries of a kind that were asked for."""
        return self._rows[kind]

    def name(self, entry: str | None) -> str:
        """Return the title of an entry, but of none that stays out."""
        return "" if entry in self._out else self._names(entry)

    def removed(self, kind: str) -> list[Any]:
        """Return the entries in the bin that would have been asked for."""
        found = self._journal.entries(kind, binned=True)
        fitting = [row for row in found if self._selection.fits(kind, row)]
        return [row for row in fitting if self._selection.private or not row.private]

    def held_back(self, *kinds: str) -> int:
        """Count the entries of these kinds that stay out only because they are private."""
        return sum(self._held_back[kind] for kind in kinds)

    def _kept(self, kind: str, rows: Sequence[Any]) -> list[Any]:
        kept = []
        for row in rows:
            fits = self._selection.fits(kind, row)
            if fits and (self._selection.private or not row.private):
                kept.append(row)
            else:
                self._held_back[kind] += fits
                self._out.add(row.id)
        return kept

    def _drop_owned(self, kind: Kind) -> None:
        for field in (one for one in kind.fields if one.owner):
            rows = self.of(kind.name)
            self._out.update(row.id for row in rows if getattr(row, field.name) in self._out)
            self._rows[kind.name] = [row for row in rows if row.id not in self._out]
