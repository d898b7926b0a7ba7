"""The user's own mark on one aspect: a word with its icon, a note, and a way to ask about it."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.opinions.page.editors import ListField, TextEditor
from secondop_desktop.features.opinions.page.inline_editing import InPlace
from secondop_desktop.features.opinions.page.words import Link
from secondop_desktop.features.opinions.rules import MARKS, Row
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.theme import Space, Text, icons

ICONS = {"not discussed": "not-discussed"}
"""Marks whose icon has another name than they have."""


class MarkField(ListField):
    """One of the five marks, or none, each with its icon and word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # Its longest word must not make its column wider than the heading over it.
        marks = ((word, _(label)) for word, label in MARKS)
        super().__init__(_("Not marked yet"), marks, 6, parent)
        theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = icons.side()
        self.combo.setIconSize(QSize(side, side))
        for at, (word, _label) in enumerate(MARKS, start=1):
            self.combo.setItemIcon(at, icons.icon(ICONS.get(word, word), "text", side))


class MarkEdit(QWidget):
    """How the opinions compare in one aspect, in the user's own judgement."""

    failed = Signal(str)
    saved = Signal()
    resized = Signal()
    asked = Signal()
    """The person wants to turn this aspect into a question."""

    def __init__(
        self, journal: Journal, row: Row, given: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        label = _(row.label)
        draft_given = {**given, "aspect": row.aspect}
        self.draft = EntryDraft(journal, journal.kinds["mark"], row.mark_id or None, draft_given)
        self.mark = MarkField(self)
        self.mark.set_label(_("Your mark: {aspect}").format(aspect=label))
        self.autosave = Autosave(self.draft, {"mark": self.mark}, self)
        self.autosave.follow("mark", self.mark)
        self.mark.edited.connect(self.autosave.flush)
        named = _("Your note: {aspect}").format(aspect=label)
        self.note = InPlace(
            _("Add a note"), lambda: TextEditor(self.draft, "note", named), self, Text.SMALL
        )
        self.note.name(named)
        self.ask = Link(_("Turn into a question"), "question", self)
        self.ask.setAccessibleName(_("Turn into a question: {aspect}").format(aspect=label))
        self.ask.clicked.connect(self.asked)
        self._few = False
        self._connect_signals()
        self.show_row(row)

    def _connect_signals(self) -> None:
        self.autosave.failed.connect(self.failed)
        self.autosave.saved.connect(self.saved)
        self.note.failed.connect(self.failed)
        self.note.saved.connect(self.saved)
        self.note.resized.connect(self.resized)
        self.note.changed.connect(self._say_note)

    def _say_note(self, _entry: str) -> None:
        row = self.draft.row()
        self.note.words.say(row.note if row is not None else "")

    def show_row(self, row: Row) -> None:
        """Show what is saved, except what is being typed."""
        if self.draft.entry != (row.mark_id or None):
            self.draft.entry = row.mark_id or None
            self.note.drop_editor()
            self.autosave.forget()
        if "mark" not in self.autosave.waiting():
            self.mark.put(row.mark)
        self.note.words.say(row.note)
        if self.note.editor is not None:
            self.note.editor.show_saved()

    def shrink(self, empty: bool) -> None:
        """Offer no note and no question where there is nothing to compare and no note yet."""
        self._few = empty and not self.note.words.said()
        self.note.setVisible(not self._few)
        self.ask.setVisible(not self._few)

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush() and self.note.flush()

    # Room ----------------------------------------------------------------------------------

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches, in order."""
        yield self.mark.combo
        yield from self.note.stops()
        yield self.ask

    def _heights(self, width: int) -> tuple[int, int, int]:
        if self._few:
            return self.mark.sizeHint().height(), 0, 0
        note = self.note.heightForWidth(width)
        return self.mark.sizeHint().height(), note, self.ask.heightForWidth(width)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width in device-independent pixels."""
        return sum(self._heights(width)) + Space.HAIR

    def place(self) -> None:
        """Put mark, note and question below one another."""
        mark, note, ask = self._heights(self.width())
        self.mark.setGeometry(0, 0, self.width(), mark)
        self.note.setGeometry(0, mark + Space.HAIR, self.width(), note)
        wide = min(self.width(), self.ask.sizeHint().width())
        self.ask.setGeometry(0, mark + Space.HAIR + note, wide, ask)
        self.note.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self.place()
