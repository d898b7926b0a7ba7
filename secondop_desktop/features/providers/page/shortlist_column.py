"""One doctor or place of the shortlist: its cells, edited in place and saved while typing."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.button import Button, IconButton, Rank
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.controls.move_buttons import show_moves
from secondop_desktop.widgets.fields import FieldEdit, TextField
from secondop_desktop.widgets.fields.dropdown import DropdownField
from secondop_desktop.widgets.fields.flag import NOT_ASKED
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.screen.comparison_grid import Compared
from secondop_desktop.widgets.theme import Space

ROWS = (
    ("specialty", N_("What they specialise in")),
    ("organisation", N_("Where")),
    ("funding", N_("NHS or private")),
    ("independent", N_("Does not work with the first doctor")),
    ("experience", N_("Experience with this illness")),
    ("waiting_time", N_("How long the wait is")),
    ("distance", N_("How far away")),
    ("cost_note", N_("What it may cost")),
    ("notes", N_("Your notes")),
)
"""The fields compared, with their words; the last row, what to do next, has no field."""

NEXT = N_("If you choose them")
_MOST_LINES = 12


class WrappedLine(TextField):
    """One line of text that wraps in a narrow cell; line breaks in it become spaces."""

    def value(self) -> str | None:
        """Return the text as one line, or None when there is none."""
        return " ".join(self.text.toPlainText().split()) or None


class Head(QWidget):
    """Who a column is about, and the buttons that move it, take it off, or open its form."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.role = heading("", 2), small("")
        self.before, self.after = IconButton("", "arrow-left"), IconButton("", "arrow-right")
        self.edit, self.off = IconButton("", "edit"), IconButton("", "close")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.name)
        column.addWidget(self.role)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.setSpacing(Space.HAIR)
        for button in (self.before, self.after, self.edit, self.off):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addStretch(1)

    def say(self, name: str, role: str) -> None:
        """Name the column and all its buttons after the doctor or place."""
        self.setAccessibleName(name)
        self.name.setText(name)
        self.role.setText(role)
        self.role.setVisible(bool(role))
        self.edit.set_words(_("Edit: {name}").format(name=name))
        self.off.set_words(_("Take off the shortlist: {name}").format(name=name))

    def place(self, at: int, count: int, *, stacked: bool) -> None:
        """Offer the moves there are from this place; up and down where the cards are stacked."""
        show_moves(self.before, self.after, self.name.text(), at, count, stacked=stacked)


class ProviderColumn(QObject):
    """The cells of one doctor or place; ``moved`` carries -1 or 1.

    ``failed`` carries a sentence when the file could not take what was typed.
    """

    failed = Signal(str)
    saved = Signal()
    moved = Signal(int)
    taken_off = Signal()
    opened = Signal()
    referral_wanted = Signal()
    visit_wanted = Signal()

    def __init__(self, journal: Journal, kind: Kind, row: Any, parent: QObject) -> None:
        super().__init__(parent)
        self.draft = EntryDraft(journal, kind, row.id, {})
        self.head = Head()
        self.edits: dict[str, FieldEdit] = {name: _field(kind, name) for name, _words in ROWS}
        self.autosave = Autosave(self.draft, self.edits, self)
        for name, edit in self.edits.items():
            self.autosave.follow(name, edit)
        self.autosave.failed.connect(self.failed)
        self.autosave.saved.connect(self.saved)
        self.referral = Button(_("Ask for a referral"), "arrow-right")
        self.visit = Button(_("Make an appointment"), "appointment", Rank.QUIET)
        self._next = QWidget()
        buttons = Flow(self._next)
        buttons.addWidget(self.referral)
        buttons.addWidget(self.visit)
        self._connect_signals()
        self.show_row(row, kind.title(row, journal.name))

    def _connect_signals(self) -> None:
        self.head.before.clicked.connect(lambda: self.moved.emit(-1))
        self.head.after.clicked.connect(lambda: self.moved.emit(1))
        self.head.off.clicked.connect(self.taken_off)
        self.head.edit.clicked.connect(self.opened)
        self.referral.clicked.connect(self.referral_wanted)
        self.visit.clicked.connect(self.visit_wanted)

    def show_row(self, row: Any, title: str) -> None:
        """Show what is saved, except what is being typed."""
        self.head.say(title, row.role)
        waiting = self.autosave.waiting()
        for name, words in ROWS:
            edit = self.edits[name]
            edit.set_label(", ".join([_(words), title]))
            if name not in waiting:
                edit.put(getattr(row, name))
        asks = _("Ask for a referral to {name}").format(name=title)
        self.referral.setAccessibleName(asks)
        self.visit.setAccessibleName(_("Make an appointment with {name}").format(name=title))

    def compared(self) -> Compared:
        """Return the column as it stands beside the others."""
        return Compared(self.head, (*self.edits.values(), self._next))

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush()


def _field(kind: Kind, name: str) -> FieldEdit:
    field, type_name = kind.by_name[name], kind.type_of(name).name
    if type_name == "choice":
        return DropdownField([(word, _(label)) for word, label in field.choices])
    if type_name == "yes/no":
        return DropdownField([(True, _("Yes")), (False, _("No"))], NOT_ASKED)
    return TextField(2, _MOST_LINES) if type_name == "long text" else WrappedLine(1, _MOST_LINES)
