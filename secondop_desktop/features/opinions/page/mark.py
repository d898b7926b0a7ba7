"""The user's own mark on one aspect: a word with its icon, a note, and a way to ask about it."""

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.opinions.rules import MARKS, Row
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets import icons, theme
from secondop_desktop.widgets.autosave import Autosave
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.draft import Draft
from secondop_desktop.widgets.fields import FieldEdit, TextField
from secondop_desktop.widgets.fields.base import Parts
from secondop_desktop.widgets.fields.choice import StillCombo
from secondop_desktop.widgets.text import small
from secondop_desktop.widgets.theme import Space

_ICONS = {"not discussed": "not-discussed"}


class MarkField(FieldEdit):
    """One of the five marks, or none, each with its icon and word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = StillCombo(self)
        # Its longest word must not make its column wider than the heading over it.
        policy = StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.combo.setSizeAdjustPolicy(policy)
        self.combo.setMinimumContentsLength(6)
        self.combo.addItem(_("Not marked yet"), None)
        for word, label in MARKS:
            self.combo.addItem(_(label), word)
        self.combo.currentIndexChanged.connect(self._changed)
        self.body.addWidget(self.combo)
        theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = icons.side()
        self.combo.setIconSize(QSize(side, side))
        for at, (word, _label) in enumerate(MARKS, start=1):
            self.combo.setItemIcon(at, icons.icon(_ICONS.get(word, word), "text", side))

    def value(self) -> str | None:
        """Return the stored word of the mark, or None."""
        found = self.combo.currentData()
        return str(found) if found else None

    def parts(self) -> Parts:
        """The list carries the label's name."""
        return [(self.combo, "")]

    def _fill(self, value: str | None) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(value)))


class MarkEdit(QWidget):
    """How the opinions compare in one aspect, in the user's own judgement."""

    failed = Signal(str)
    asked = Signal()
    """The person wants to turn this aspect into a question."""

    def __init__(self, journal: Journal, row: Row, given: dict[str, Any]) -> None:
        super().__init__()
        draft_given = {**given, "aspect": row.aspect}
        self.draft = Draft(journal, journal.kinds["mark"], row.mark_id or None, draft_given)
        self.mark, self.note = MarkField(), TextField(1, 6)
        edits: dict[str, FieldEdit] = {"mark": self.mark, "note": self.note}
        self.autosave = Autosave(self.draft, edits, self)
        self.autosave.failed.connect(self.failed)
        for name, edit in edits.items():
            self.autosave.follow(name, edit)
        self.mark.edited.connect(self.autosave.flush)
        label = _(row.label)
        self.mark.set_label(_("Your mark: {aspect}").format(aspect=label))
        self.note.set_label(_("Your note: {aspect}").format(aspect=label))
        self.ask = Button(_("Turn into a question"), "question", Rank.QUIET)
        self.ask.setAccessibleName(_("Turn into a question: {aspect}").format(aspect=label))
        self.ask.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        for part in (small(_("You say")), self.mark, small(_("Note")), self.note, self.ask):
            column.addWidget(part)
        column.addStretch(1)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show what is saved, except what is being typed."""
        waiting = self.autosave.waiting()
        for name, edit, value in (("mark", self.mark, row.mark), ("note", self.note, row.note)):
            if name not in waiting:
                edit.put(value)

    def take_focus(self) -> None:
        """Bring the focus to the mark."""
        self.mark.setFocus()

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush()
