"""The words that the index has of an entry that was changed: it forgets only what it is told.

They are kept nowhere. They are made again from the entry as it was, and trusted only where they
come to the hash that was kept of them: a word that stayed would be found for ever.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.search.docs import Doc, hashed
from secondop_desktop.journal.search.wording import body_of
from secondop_desktop.journal.storage.raw_rows import Raw, RowChange


class WordsBefore:
    """Tells the words of entries as they were before a change."""

    def __init__(
        self, rows: Collection[RowChange] = (), waiting: Mapping[str, str | None] | None = None
    ) -> None:
        """Take what was changed, and by its id the words of the entry that waited, if one did."""
        self._rows = {row.id: row for row in rows}
        self._waiting = waiting or {}

    def of(self, kind: Kind, entry: str, old: Doc, new: Doc | None, raw: Raw | None) -> Doc:
        """Return what was known of an entry with its words; without where nobody can tell them.

        ``raw`` is its row as it is now.
        """
        if old.binned:
            return old
        if new and new.words == old.words:
            return replace(old, body=new.body)
        body = self._waiting[entry] if entry in self._waiting else self._made(kind, entry, raw)
        return replace(old, body=body if body is not None and hashed(body) == old.words else None)

    def _made(self, kind: Kind, entry: str, raw: Raw | None) -> str | None:
        change = self._rows.get(entry)
        if change is None or change.before is None:
            return None
        # What was logged long ago may lack a column that came since.
        return body_of(kind, kind.row({**kind.blank, **(raw or {}), **change.before}))
