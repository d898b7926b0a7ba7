"""What can be done with entries from their list; each act is one step to undo."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Turn
from secondop_desktop.journal.turning import turned
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.dialogs.messages import tell

Write = Callable[[str, Callable[[Change], Any]], Any]
"""Makes one change under a label and returns what it made; says why where it fails."""


def writer(journal: Journal, page: QWidget) -> Write:
    """Return what makes one change, and tells over the page what stands in its way."""

    def write(label: str, does: Callable[[Change], Any]) -> Any:
        try:
            with journal.change(label) as change:
                return does(change)
        except UserError as error:
            tell(page, _("That could not be done"), str(error))
            return None

    return write


class EntryActs:
    """Acts on the entries of one kind; ``write`` makes each change."""

    def __init__(self, journal: Journal, kind: Kind, write: Write) -> None:
        self._journal, self._kind, self._write = journal, kind, write

    def duplicate(self, entries: Sequence[str], without: frozenset[str]) -> list[str]:
        """Make another entry of each with the same answers, but ``without`` those fields."""
        label = self._label(
            entries,
            _("Duplicate: {title}"),
            ngettext("Duplicate {number}", "Duplicate {number}", len(entries)),
        )
        made = self._write(label, lambda change: [self._copy(change, e, without) for e in entries])
        return list(made or [])

    def _copy(self, change: Change, entry: str, without: frozenset[str]) -> str:
        row = self._journal.get(self._kind.name, entry)
        fields = {field.name for field in self._kind.fields} | {"person", "case", "private"}
        kept = (fields & set(self._kind.types)) - without
        return change.add(self._kind.name, **{name: getattr(row, name) for name in kept})

    def put_in_bin(self, entries: Sequence[str]) -> bool:
        """Put entries into the bin; False when the file could not take it."""
        label = self._label(
            entries,
            _("Put in the bin: {title}"),
            ngettext("Put {number} in the bin", "Put {number} in the bin", len(entries)),
        )
        return bool(self._write(label, lambda change: self._put_away(change, entries)))

    def _put_away(self, change: Change, entries: Sequence[str]) -> bool:
        for entry in entries:
            change.put_away(self._kind.name, entry)
        return True

    def turn(self, entry: str, turn: Turn, case: str | None) -> str:
        """Make of an entry what it can become, in this case where the entry is in none.

        Returns the id of what was made, or an empty text where that failed.
        """
        row = self._journal.get(self._kind.name, entry)
        values = turned(self._journal, self._kind, turn, row)
        if "case" in self._journal.kinds[turn.into].types:
            values["case"] = values.get("case") or case

        def does(change: Change) -> str:
            made = change.add(turn.into, **values)
            if not turn.stays:
                change.put_away(self._kind.name, entry)
            return made

        title = self._journal.name(entry) or _(self._kind.label)
        label = _("{act}: {title}").format(act=_(turn.words), title=title)
        return str(self._write(label, does) or "")

    def _label(self, entries: Sequence[str], one: str, several: str) -> str:
        if len(entries) == 1:
            return one.format(title=self._journal.name(entries[0]) or _(self._kind.label))
        return several.format(number=len(entries))
