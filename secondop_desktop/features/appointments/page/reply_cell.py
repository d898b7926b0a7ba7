"""What one clinician said to one question, edited in place, with where and when."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.appointments.page.autosaved_fields import Typed
from secondop_desktop.features.appointments.rules.answers import Cell, Reply
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.fields import TextField
from secondop_desktop.widgets.theme import Space

_MOST_LINES = 12


class ReplyEdit(QWidget):
    """One answer: its text, and the source under it."""

    def __init__(self, journal: Journal, reply: Reply | None, given: dict[str, Any]) -> None:
        super().__init__()
        self._journal = journal
        self.text = TextField(2, _MOST_LINES)
        self.source = small("")
        entry = reply.id if reply is not None else None
        self.typed = Typed(journal, "answer", entry, given, {"text": self.text}, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.text)
        column.addWidget(self.source)
        self.show_reply(reply)

    def show_reply(self, reply: Reply | None) -> None:
        """Show what is saved, except what is being typed, and say where it was said."""
        self.typed.show()
        words = self._journal.kinds["answer"].by_name["no_answer"]
        silent = _(words.label_of(reply.no_answer)) if reply is not None and not reply.text else ""
        when = reply.date.words() if reply is not None and reply.date else ""
        where = self._journal.name(reply.appointment) if reply is not None else ""
        said = " · ".join(part for part in (silent, when, where) if part)
        self.source.setText(said)
        self.source.setVisible(bool(said))


class ReplyCell(QWidget):
    """All answers of one clinician to one question, or room for the first."""

    failed = Signal(str)
    saved = Signal()

    def __init__(self, journal: Journal, cell: Cell, given: dict[str, Any]) -> None:
        super().__init__()
        self.provider = cell.provider
        start = {
            **given,
            "provider": cell.provider,
            "appointment": cell.appointment,
            "date": cell.date.without_time() if cell.date else None,
        }
        self.edits = [ReplyEdit(journal, reply, start) for reply in (cell.replies or (None,))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        for edit in self.edits:
            edit.typed.failed.connect(self.failed)
            edit.typed.saved.connect(self.saved)
            column.addWidget(edit)
        column.addStretch(1)

    def name(self, who: str, question: str) -> None:
        """Name the inputs for screen readers: who answers what."""
        for edit in self.edits:
            words = _("{who} answers: {question}").format(who=who, question=question)
            edit.text.set_label(words)

    def fits(self, cell: Cell) -> bool:
        """Tell whether there is a place here for each answer of the cell, and no other."""
        shown = [edit.typed.draft.entry for edit in self.edits if edit.typed.draft.entry]
        return self.provider == cell.provider and shown == [reply.id for reply in cell.replies]

    def show_cell(self, cell: Cell) -> None:
        """Show what is saved now."""
        for at, edit in enumerate(self.edits):
            edit.show_reply(cell.replies[at] if at < len(cell.replies) else None)
