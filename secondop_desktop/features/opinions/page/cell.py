"""One cell of the comparison: what one opinion says about one aspect, edited in place."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.opinions.rules import Said
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.autosave import Autosave
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.draft import Draft
from secondop_desktop.widgets.fields import FieldEdit, LineField, TextField, TickField
from secondop_desktop.widgets.flow import Flow
from secondop_desktop.widgets.text import small
from secondop_desktop.widgets.theme import Space

MOST_LINES = 14


class StatementEdit(QWidget):
    """The text of one statement, the source under it, and "not discussed".

    ``failed`` carries a sentence when the file could not take what was typed.
    """

    failed = Signal(str)
    record_wanted = Signal(str)

    def __init__(self, journal: Journal, said: Said | None, given: dict[str, Any]) -> None:
        super().__init__()
        self.draft = Draft(journal, journal.kinds["statement"], said.id if said else None, given)
        self.text = TextField(2, MOST_LINES)
        self.source = LineField()
        self.not_discussed = TickField(_("Not discussed"))
        self.edits: dict[str, FieldEdit] = {
            "text": self.text,
            "source": self.source,
            "not_discussed": self.not_discussed,
        }
        self.autosave = Autosave(self.draft, self.edits, self)
        self.autosave.failed.connect(self.failed)
        for name, edit in self.edits.items():
            self.autosave.follow(name, edit)
        self.autosave.saved.connect(self._arrange)
        self.text.edited.connect(self._arrange)
        self._record: str | None = None
        self.letter = Button("", "record", Rank.QUIET)
        self.letter.clicked.connect(self._open_letter)
        self._place()
        self.show_said(said)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.text)
        self.source_label = small(_("Where it says so"))
        self.source_label.setBuddy(self.source.focus_widget())
        column.addWidget(self.source_label)
        column.addWidget(self.source)
        row = Flow()
        row.addWidget(self.not_discussed)
        row.addWidget(self.letter)
        column.addLayout(row)

    def name(self, opinion: str, aspect: str) -> None:
        """Name the inputs for screen readers: the aspect and whose words these are."""
        self.text.set_label(f"{aspect}, {opinion}")
        self.source.set_label(
            _("Where {opinion} says so: {aspect}").format(opinion=opinion, aspect=aspect)
        )
        self.not_discussed.set_label(
            _("{opinion}: {aspect} not discussed").format(opinion=opinion, aspect=aspect)
        )

    def show_said(self, said: Said | None) -> None:
        """Show what is saved, except what is being typed."""
        waiting = self.autosave.waiting()
        for name, edit in self.edits.items():
            if name not in waiting:
                edit.put(getattr(said, name) if said else None)
        self._record = said.record if said else None
        words = _("Open the letter, page {page}") if said and said.page else _("Open the letter")
        self.letter.setText(words.format(page=said.page if said else ""))
        self.letter.setVisible(bool(self._record))
        self._arrange()

    def _open_letter(self) -> None:
        if self._record:
            self.record_wanted.emit(self._record)

    def _arrange(self) -> None:
        """Ask for the source only beside a text, and for "not discussed" only without one."""
        said = bool(self.text.value())
        self.source_label.setVisible(said)
        self.source.setVisible(said)
        self.not_discussed.setVisible(not said)

    def take_focus(self) -> None:
        """Bring the focus to the text."""
        self.text.setFocus()

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush()
