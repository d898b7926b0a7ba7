"""Fields of one entry that are typed into on a page itself, outside a form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft


class Typed(QObject):
    """Saves them while somebody types; ``failed`` carries a sentence when the file cannot.

    ``entry`` may be None: the entry is made, from ``given``, once something is written.
    """

    saved = Signal()
    failed = Signal(str)

    def __init__(
        self,
        journal: Journal,
        kind: str,
        entry: str | None,
        given: Mapping[str, Any],
        edits: Mapping[str, FieldEdit],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.edits = edits
        self.draft = EntryDraft(journal, journal.kinds[kind], entry, given)
        self.autosave = Autosave(self.draft, edits, self)
        self.autosave.saved.connect(self.saved)
        self.autosave.failed.connect(self.failed)
        for name, edit in edits.items():
            self.autosave.follow(name, edit)
        self.show()

    def show(self) -> None:
        """Show what is saved, except what is being typed; one that is gone begins anew."""
        row = self.draft.row()
        if row is None or row.deleted_at:
            self.draft.entry, row = None, None
        waiting = self.autosave.waiting()
        for name, edit in self.edits.items():
            if name not in waiting:
                value = getattr(row, name) if row is not None else self.draft.given.get(name)
                edit.put(value, row.unread.get(name, "") if row is not None else "")

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush()
