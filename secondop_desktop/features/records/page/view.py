"""One record: what it is, where it stands, and its pages."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files.file_contents import MOST_TEXT
from secondop_desktop.features.records.rules import arrived, due_words
from secondop_desktop.features.records.rules.handing import handed, handed_words
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import Label, heading, muted
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.theme import Space

_LINES = 12


class RecordView(QWidget):
    """Shows a record; the signals ask for its form, a copy of its file, and the bin.

    ``entry_wanted`` carries an entry that tells to whom the record was handed.
    """

    edited = Signal()
    handed_over = Signal()
    came = Signal()
    entry_wanted = Signal(str)
    saved_as = Signal()
    put_away = Signal()

    def __init__(self, journal: Journal, kind: Kind, row: Any) -> None:
        super().__init__()
        self.journal, self.kind, self.row = journal, kind, row
        self.title = heading("", 2)
        self.facts = muted("")
        self.notes = Label("")
        self.preview = Preview()
        self.paper = Empty("record", _("No file here"), "")
        self.learn = Button(_("Let the search know its words"), "search")
        self.learn.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addLayout(self._buttons())
        self.handed = Rows(_("Given to"))
        self.handed.chosen.connect(lambda entry: self.entry_wanted.emit(str(entry)))
        column.addWidget(self.handed)
        column.addWidget(self.notes)
        column.addWidget(self.paper)
        column.addWidget(self.learn, 0, Qt.AlignmentFlag.AlignLeft)
        self.learn.clicked.connect(self._learn)
        self.preview.unlocked.connect(lambda: self.learn.setVisible(not self.row.text))
        column.addWidget(self.preview, 1)
        self.preview.setMinimumHeight(theme.current().line_height() * _LINES)
        self._shown = ""
        self.show_row(row)

    def _buttons(self) -> Flow:
        row = Flow()
        self.edit = Button(_("Details…"), "edit")
        self.save_as = Button(_("Save a copy…"), "export")
        self.away = Button(_("Put in the bin"), "bin")
        self.hand = Button(_("Hand over…"), "told")
        self.come = Button(_("It came…"), "check")
        self.edit.clicked.connect(self.edited)
        self.hand.clicked.connect(self.handed_over)
        self.come.clicked.connect(self.came)
        self.save_as.clicked.connect(self.saved_as)
        self.away.clicked.connect(self.put_away)
        for button in (self.edit, self.come, self.hand, self.save_as, self.away):
            row.addWidget(button)
        return row

    def show_row(self, row: Any) -> None:
        """Show the record as it is saved now; its pages stay where they are."""
        self.row = row
        names = self.journal.name
        self.title.setText(self.kind.title(row, names))
        self.facts.setText(_facts(row, self.kind, names(row.from_provider)))
        self.facts.setVisible(bool(self.facts.text()))
        self.notes.setText(row.notes)
        self.notes.setVisible(bool(row.notes))
        self.preview.setVisible(bool(row.file))
        self.save_as.setVisible(bool(row.file))
        self.paper.setVisible(not row.file)
        coming = not arrived(row) and row.state in {"wanted", "asked"}
        self.come.setVisible(coming)
        self.hand.setVisible(not coming)
        self._show_handed()
        if row.file and row.file != self._shown:
            self._shown = row.file
            self._open()

    def go_to(self, page: int) -> None:
        """Bring a page, from 1, into sight; pictures and texts have only one."""
        self.preview.go_to(page)

    def _show_handed(self) -> None:
        """List to whom the record was handed; what has the focus keeps it."""
        told = handed(self.row.id, self.journal.entries("told", person=self.row.person))
        says = [handed_words(one, self.journal.name) for one in told]
        if says != [button.row.title for button in self.handed.buttons]:
            self.handed.clear()
            for one, words in zip(told, says, strict=True):
                self.handed.add(one.id, Row(words)).show()
        self.handed.setVisible(bool(told))

    def _learn(self) -> None:
        """Keep the words of a PDF that was unlocked, for the search; the file stays locked."""
        pages, text = self.preview.words()
        self.learn.hide()
        if not pages:
            return
        label = _("Let the search know the words of {name}").format(name=self.row.title)
        with self.journal.change(label) as change:
            change.edit("record", self.row.id, pages=pages, text=text[:MOST_TEXT])

    def _open(self) -> None:
        self.learn.hide()
        name = self.row.file_name or self.row.title
        try:
            data = self.journal.file(self.row.file)
        except UserError:
            data = b""
        self.preview.open(data, self.row.file_type, name)


def _facts(row: Any, kind: Kind, sender: str) -> str:
    """Say what is known beside the title, in one line or two."""
    kind_words = _(kind.by_name["type"].label_of(row.type)) if row.type else ""
    state = _(kind.by_name["state"].label_of(row.state)) if row.state else ""
    day = row.date.words() if row.date else ""
    by = _("from {name}").format(name=sender) if sender else ""
    due = due_words(row, local_today())
    place = _("paper kept: {place}").format(place=row.place) if row.place else ""
    return " · ".join(part for part in (kind_words, day, by, state, due, place) if part)
