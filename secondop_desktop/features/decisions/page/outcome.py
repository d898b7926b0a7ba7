"""One benefit or risk as it stands in its option's card: the chance in words and as people."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.features.decisions.page.matters import MattersField
from secondop_desktop.features.decisions.rules import (
    ACROSS,
    chance_fits,
    compared_words,
    differs,
    people_words,
    shown,
    told_words,
)
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.icon_array import IconArray
from secondop_desktop.widgets.controls.labels import Label, paragraph, small
from secondop_desktop.widgets.controls.move_buttons import show_moves
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space, Text, Weight


class OutcomeView(QWidget):
    """What may happen, how likely it is, who says so, and how much it matters.

    ``among`` is the number of people that every chance of the case is shown out of.
    """

    edit_wanted = Signal()
    moved = Signal(int)
    record_wanted = Signal(str)

    def __init__(self, journal: Journal, row: Any, among: int, names: Names) -> None:
        super().__init__()
        self.row = row
        self.title = in_short(row.text) or _("Not described yet")
        self.array: IconArray | None = None
        self.draft = EntryDraft(journal, journal.kinds["outcome"], row.id, {})
        self.matters = MattersField()
        self.autosave = Autosave(self.draft, {"matters": self.matters}, self)
        self.autosave.follow("matters", self.matters)
        self.matters.put(row.matters)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HAIR)
        self._column.addWidget(Label(self.title, Text.BODY, Weight.BOLD))
        self._build_chance(among)
        self._build_source(names)
        self._build_foot()

    def _build_chance(self, among: int) -> None:
        row, chance = self.row, shown(self.row, among)
        said = compared_words(row, among)
        if said:
            self._column.addWidget(paragraph(said[0].upper() + said[1:]))
        if chance is not None and chance.drawn:
            words = people_words(chance)
            self.array = IconArray(chance.people, chance.among, words, ACROSS[chance.among])
            self._column.addWidget(self.array)
        if differs(row, among):
            self._column.addWidget(small(_("As told: {figure}").format(figure=told_words(row))))
        wrong = chance_fits(row)
        if wrong:
            self._column.addWidget(Label(wrong, Text.SMALL, Weight.BOLD, "error"))

    def _build_source(self, names: Names) -> None:
        row, record = self.row, names(self.row.record)
        said = row.source or record
        page = _("page {page}").format(page=row.page) if row.page else ""
        where = ", ".join(part for part in (said, "" if page in said else page) if part)
        if not where:
            return
        if not record:
            self._column.addWidget(small(where))
            return
        self.letter = RowButton(Row(where), self, arrow=False)
        self.letter.setAccessibleName(_("Open: {source}").format(source=where))
        self.letter.setAccessibleDescription(self.title)
        self.letter.setObjectName(f"{row.id}/letter")
        self.letter.clicked.connect(lambda: self.record_wanted.emit(row.record))
        self._column.addWidget(self.letter)

    def _build_foot(self) -> None:
        self.matters.set_label(_("How much it matters to you: {title}").format(title=self.title))
        self.matters.combo.setObjectName(f"{self.row.id}/matters")
        caption = small(_("How much it matters to you: 0 is not at all, 5 is the most"))
        self._column.addWidget(caption)
        self._column.addWidget(self.matters)
        self._column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.up = IconButton(_("Move up: {title}").format(title=self.title), "arrow-up")
        self.down = IconButton(_("Move down: {title}").format(title=self.title), "arrow-down")
        self.edit = IconButton(_("Edit: {title}").format(title=self.title), "edit")
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.edit.clicked.connect(self.edit_wanted)
        line = QHBoxLayout()
        line.setSpacing(Space.HAIR)
        for button, name in ((self.up, "up"), (self.down, "down"), (self.edit, "edit")):
            button.setObjectName(f"{self.row.id}/{name}")
            line.addWidget(button)
        line.addStretch(1)
        return line

    def place(self, at: int, count: int) -> None:
        """Switch off what the first and the last one cannot do; a single one cannot move."""
        show_moves(self.up, self.down, self.title, at, count, stacked=True)
