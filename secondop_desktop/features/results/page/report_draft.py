"""A lab report while it is written: several results, made at the first save, kept as one step."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from secondop_desktop.features.results.rules.report import Printed, decimal_of
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _

SHARED = ("date", "lab", "record")
"""What a report says once, for all of its results."""


class ReportDraft:
    """The results of one report, by the line in which each is typed.

    ``entries`` has the id of the result of each line, None where there is none yet. All that is
    saved in one sitting is one step to undo, however long the pauses.
    """

    def __init__(
        self, journal: Journal, given: Mapping[str, Any], rows: Sequence[Any] = ()
    ) -> None:
        self.journal = journal
        self.given = dict(given)
        self.entries: list[str | None] = [row.id for row in rows]
        self.lines: tuple[Printed, ...] = tuple(Printed.of(row) for row in rows)
        first = rows[0] if rows else None
        self.shared = {name: getattr(first, name, given.get(name)) for name in SHARED}
        self.unread = first.unread.get("date", "") if first else ""
        self._sitting = ("lab report", uuid4().hex)

    def rows(self) -> list[Any]:
        """Return the results as they are saved now, without those in the bin."""
        kept = {row.id: row for row in self._saved()}
        return [kept[entry] for entry in self.entries if entry in kept]

    def _saved(self) -> Sequence[Any]:
        return self.journal.entries("result", person=self.given.get("person"))

    def save(self, values: Mapping[str, Any], unread: Mapping[str, str]) -> None:
        """Save what changed of the report; raises UserError when the file cannot take it."""
        shared = self.shared | {name: values[name] for name in SHARED if name in values}
        lines = values.get("lines", self.lines)
        typed = unread.get("date", self.unread)
        label = _("Enter a lab report")
        with self.journal.change(
            label, merge=self._sitting, initiator=self, lasting=True
        ) as change:
            entries = self._written(change, lines, _stored(shared, typed))
        self.entries, self.lines = entries, tuple(lines)
        self.shared, self.unread = shared, typed

    def _written(
        self, change: Change, lines: Sequence[Printed], shared: dict[str, Any]
    ) -> list[str | None]:
        """Write each line; what is said only once is kept by an unfinished first result."""
        decimal = decimal_of(lines)
        begun = any((shared["date"], shared["lab"], shared["record"], shared["unread"]))
        alone = begun and all(line.is_empty for line in lines)
        entries: list[str | None] = []
        known = {row.id for row in self._saved()}
        for at, line in enumerate(lines or [Printed()]):
            entry = self.entries[at] if at < len(self.entries) else None
            entry = entry if entry in known else None
            kept = not line.is_empty or (alone and at == 0)
            entries.append(self._write(change, entry, line.values(decimal) | shared, kept))
        for entry in self.entries[len(lines or [Printed()]) :]:
            self._write(change, entry if entry in known else None, {}, kept=False)
        return entries

    def _write(
        self, change: Change, entry: str | None, values: Mapping[str, Any], kept: bool
    ) -> str | None:
        if entry is None:
            return change.add("result", **{**self.given, **values}) if kept else None
        if kept:
            change.edit("result", entry, **values)
            return entry
        change.put_away("result", entry)
        return None


def _stored(shared: Mapping[str, Any], typed: str) -> dict[str, Any]:
    unread = {"date": typed} if typed else {}
    return {**shared, "lab": shared["lab"] or "", "unread": unread}
