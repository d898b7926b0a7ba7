"""Which entries an export takes."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from secondop_desktop.cli.whose import chosen_case, chosen_person
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import ngettext


@dataclass(frozen=True)
class Selection:
    """What was asked for: a person, a case, without some entries, with private ones or not."""

    person: str | None = None
    case: str | None = None
    left_out: frozenset[str] = frozenset()
    private: bool = False

    @classmethod
    def asked(cls, journal: Journal, args: Namespace) -> "Selection":
        """Read it from the command line; raises UserError for ids that are not there."""
        for entry in args.leave_out:
            journal.kind_of(entry)
        return cls(
            chosen_person(journal, args.person),
            chosen_case(journal, args.case),
            frozenset(args.leave_out),
            args.with_private,
        )

    def of(self, rows: Iterable[Any]) -> list[Any]:
        """Return the rows that were asked for."""
        return [row for row in rows if self._fits(row) and (self.private or not row.private)]

    def held_back(self, rows: Iterable[Any]) -> int:
        """Count the rows that are left out only because they are private."""
        return sum(self._fits(row) and bool(row.private) and not self.private for row in rows)

    def _fits(self, row: Any) -> bool:
        """Tell what belongs; what can belong to no case belongs to all of them."""
        of_person = self.person in (None, row.person)
        of_case = self.case in (None, getattr(row, "case", self.case), row.id)
        return of_person and of_case and row.id not in self.left_out


def private_said(count: int) -> list[str]:
    """Say how many private entries were left out, if any."""
    text = ngettext(
        "{count} private entry was left out; --with-private puts it in.",
        "{count} private entries were left out; --with-private puts them in.",
        count,
    )
    return [text.format(count=count)] if count else []
