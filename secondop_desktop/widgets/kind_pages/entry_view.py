"""One entry laid out to be read: facts with their labels, long texts as prose, what it leads to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Field, Kind, Names, owned_kinds
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.wording import worded
from secondop_desktop.lang import _, ngettext, time_words
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, heading, muted, small
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space

_LONG: Final = 90
"""A text of more letters, or of several lines, stands under its label as prose."""


class ReadEntry(QWidget):
    """An entry that is read: which one, and what can be done with it.

    ``edit_wanted`` is sent by Edit and by a double click, ``entry_wanted`` with the id of a
    linked entry.
    """

    edit_wanted = Signal()
    bin_wanted = Signal()
    copy_wanted = Signal()
    entry_wanted = Signal(str)

    entry: str
    edit_button: Button

    def _buttons(self) -> QWidget:
        foot = QWidget()
        row = Flow(foot)
        self.edit_button = Button(_("Edit"), "edit", Rank.PRIMARY)
        self.copy_button = Button(_("Duplicate"), "copy", Rank.QUIET)
        self.bin_button = Button(_("Put in the bin"), "bin", Rank.QUIET)
        for button, signal in (
            (self.edit_button, self.edit_wanted),
            (self.copy_button, self.copy_wanted),
            (self.bin_button, self.bin_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        return foot

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit by a double click on what is read."""
        super().mouseDoubleClickEvent(event)
        self.edit_wanted.emit()


class Reading(ReadEntry):
    """Shows an entry as it is saved; nothing here can be changed by accident.

    ``foot`` holds the buttons, for who shows them apart.
    """

    def __init__(
        self,
        journal: Journal,
        kind: Kind,
        entry: str,
        leave_out: Sequence[str] = (),
        *,
        apart: bool = False,
    ) -> None:
        """Show all fields but those to ``leave_out``; heading and buttons may stand ``apart``."""
        super().__init__()
        self._left_out = frozenset(leave_out)
        self.journal, self.kind, self.entry = journal, kind, entry
        self.row = journal.get(kind.name, entry)
        self.title = heading(kind.title(self.row, journal.names()), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, Space.SMALL, Space.SMALL, Space.SMALL)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self.title)
        self._say_draft(column)
        self.add_parts(column)
        column.addWidget(small(_history(journal, entry)))
        self.foot = self._buttons()
        column.addWidget(self.foot)
        column.addStretch(1)
        self.setAccessibleName(self.title.text())
        for part in (self.title, self.foot):
            part.setVisible(not apart)

    def _say_draft(self, column: QVBoxLayout) -> None:
        missing = [_(field.label) for field in self.kind.missing(self.row)]
        if missing:
            text = _("A draft. Still to answer: {questions}")
            column.addWidget(muted(text.format(questions=", ".join(missing))))

    def add_parts(self, column: QVBoxLayout) -> None:
        """Put all facts, then the entries that belong to this one."""
        self.add_facts(column, [f for f in self.kind.fields if f.name not in self._left_out])
        for kind, owner in owned_kinds(self.kind, self.journal.kinds):
            self._add_owned(column, kind, owner)
        if self.row.private:
            column.addWidget(muted(_("Kept out of PDFs")))

    def add_facts(self, column: QVBoxLayout, fields: Sequence[Field]) -> None:
        """Put short facts into a grid, then the long texts, then what is linked."""
        names = self.journal.names()
        told = [(field, self.words_of(field, names)) for field in fields]
        shown = [(f, text) for f, text in told if text and text != self.title.text()]
        linked = [(f, text) for f, text in shown if "reference" in self._type(f)]
        plain = [(f, text) for f, text in shown if (f, text) not in linked]
        long = [(f, text) for f, text in plain if len(text) > _LONG or "\n" in text]
        add_facts_grid(column, [(_(f.label), t) for f, t in plain if (f, t) not in long])
        for field, text in long:
            column.addWidget(heading(_(field.label), 3))
            column.addWidget(_readable(text))
        for field, _text in linked:
            self._add_links(column, field)

    def _add_owned(self, column: QVBoxLayout, kind: Kind, owner: str) -> None:
        """Show the entries that belong to this one in full, such as the answers to a question."""
        rows = self.journal.entries(kind.name, as_made=True, **{owner: self.entry})
        if rows:
            column.addWidget(heading(_(kind.plural), 3))
        names = self.journal.names()
        for row in rows:
            fields = (field for field in kind.fields if field.name != owner)
            said = ((_(field.label), worded(kind, field, row, names)) for field in fields)
            add_facts_grid(column, [(label, text) for label, text in said if text])

    def words_of(self, field: Field, names: Names) -> str:
        """Say the answer to one question; what is typed and no value yet stands as typed."""
        typed: str = self.row.unread.get(field.name, "")
        return worded(self.kind, field, self.row, names) or typed

    def _type(self, field: Field) -> str:
        return self.kind.type_of(field.name).name

    def _add_links(self, column: QVBoxLayout, field: Field) -> None:
        value = getattr(self.row, field.name)
        links = QVBoxLayout()
        column.addLayout(links)
        links.setSpacing(0)
        links.addWidget(heading(_(field.label), 3))
        for entry in value if isinstance(value, tuple) else (value,):
            link = RowButton(Row(self.journal.name(entry) or str(entry)), arrow=False)
            link.clicked.connect(lambda _on=False, entry=entry: self.entry_wanted.emit(entry))
            links.addWidget(link)


def add_facts_grid(column: QVBoxLayout, facts: Sequence[tuple[str, str]]) -> None:
    """Lay labels and what they say out side by side, under what stands in a column."""
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setHorizontalSpacing(Space.WIDE)
    grid.setVerticalSpacing(Space.SMALL)
    grid.setColumnStretch(1, 1)
    for at, (label, text) in enumerate(facts):
        name = muted(label)
        name.setWordWrap(len(label) > _LONG // 4)
        grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_readable(text), at, 1, Qt.AlignmentFlag.AlignTop)


def _readable(text: str) -> Label:
    """Return a text that can be marked and copied by the mouse."""
    label = Label(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # to be read, not to be stopped at
    return label


def _history(journal: Journal, entry: str) -> str:
    """Say when an entry was begun and changed last, and how often."""
    try:
        steps = journal.history(entry)
    except UserError:
        return ""
    if not steps:
        return ""
    begun = _("Added {when}").format(when=_when(steps[-1].at))
    if len(steps) == 1:
        return begun
    number = len(steps) - 1
    text = ngettext(
        "{begun} · changed once, {when}", "{begun} · changed {number} times, last {when}", number
    )
    return text.format(begun=begun, number=number, when=_when(steps[0].at))


def _when(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    day = PartialDate.of(moment.date()).words()
    return _("{date}, {time}").format(date=day, time=time_words(moment.hour, moment.minute))
