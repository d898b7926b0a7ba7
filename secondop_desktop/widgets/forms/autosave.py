"""Saving while typing: after a pause, on leaving a field, on closing; failures lose nothing."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal

if TYPE_CHECKING:
    from secondop_desktop.widgets.fields.base import FieldEdit

PAUSE_MS = 800
"""A pause in typing after which everything typed is saved."""
LONGEST_MS = 1500
"""Who types without a pause is saved after this (at most 2 s are promised, the save included)."""


class Draft(Protocol):
    """What is written field by field: an entry, or several that are written as one."""

    journal: Journal

    def save(self, values: Mapping[str, Any], unread: Mapping[str, str]) -> None:
        """Save some fields; raises UserError when the file cannot take it."""


class Autosave(QObject):
    """Watches the fields of one form and saves those that were edited.

    ``saved`` follows each save; ``failed`` carries a sentence and keeps what was typed, to be
    tried again with the next edit or by ``flush``.
    """

    saved = Signal()
    failed = Signal(str)

    def __init__(self, draft: Draft, edits: "Mapping[str, FieldEdit]", parent: QObject) -> None:
        super().__init__(parent)
        self._draft, self._edits = draft, edits
        self._waiting: dict[str, None] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.flush)

    def follow(self, name: str, edit: "FieldEdit") -> None:
        """Save this field from now on."""
        edit.edited.connect(lambda: self._note(name))
        edit.left.connect(self.flush)

    def change_draft(self, draft: Draft) -> None:
        """Save into another draft from now on."""
        self._draft = draft

    def move_to(self, journal: Journal) -> bool:
        """Save what is waiting into another journal; return False where that cannot take it."""
        self._draft.journal = journal
        return self.flush()

    def waiting(self) -> frozenset[str]:
        """The fields typed into and not saved yet."""
        return frozenset(self._waiting)

    def forget(self) -> None:
        """Drop what is waiting: its entry is gone."""
        self._stop()
        self._waiting.clear()

    def _note(self, name: str) -> None:
        # Another field begins another undo step, so the one before is saved on its own.
        if self._waiting and name not in self._waiting:
            self.flush()
        if not self._waiting:
            self._longest.start()
        self._waiting[name] = None
        self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        self._longest.stop()

    def flush(self) -> bool:
        """Save now; return False when the file could not take it."""
        self._stop()
        names = tuple(self._waiting)
        if not names:
            return True
        values = {name: self._edits[name].value() for name in names}
        typed = {name: self._edits[name].typed() for name in names}
        try:
            self._draft.save(values, typed)
        except UserError as error:
            self.failed.emit(str(error))
            return False
        self._waiting.clear()
        self.saved.emit()
        return True
