"""One benefit or risk as it stands in its option's card: the chance in words and as people."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.features.decisions.page.line_menu import LineMenu
from secondop_desktop.features.decisions.page.matters import MattersField
from secondop_desktop.features.decisions.rules.chances import (
    ACROSS,
    compared_words,
    differs,
    people_words,
    shown,
)
from secondop_desktop.features.decisions.rules.outcomes import chance_fits, told_words
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.icon_array import IconArray
from secondop_desktop.widgets.controls.labels import Label, paragraph, small
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space, Text, Weight


class OutcomeView(QWidget):
    """What may happen, how likely it is, who says so, and how much it matters.

    ``among`` is the number of people that every chance of the case is shown out of.
    """

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
        self._build_title()
        self._build_chance(among)
        self._build_source(names)
        self._build_foot()

    def _build_title(self) -> None:
        self.menu = LineMenu(self.row.id, self.title)
        self.menu.serve(self)
        line = QHBoxLayout()
        self._column.addLayout(line)
        line.setSpacing(Space.HAIR)
        line.addWidget(Label(self.title, Text.BODY, Weight.BOLD), 1)
        line.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)

    def _build_chance(self, among: int) -> None:
        row, chance = self.row, shown(self.row, among)
        said = compared_words(row, among)
        if said:
            self._column.addWidget(paragraph(said[0].upper() + said[1:]))
        if chance is not None and chance.drawn:
            words = people_words(chance)
            self.array = IconArray(
                chance.people, chance.among, words, ACROSS[chance.among], small=True
            )
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
        """Ask how much it matters; what the numbers mean is said once, over the table."""
        self.matters.set_label(_("How much it matters to you: {title}").format(title=self.title))
        self.matters.combo.setObjectName(f"{self.row.id}/matters")
        caption = small(_("It matters"))
        caption.setWordWrap(False)
        line = QHBoxLayout()
        self._column.addLayout(line)
        line.setSpacing(Space.SMALL)
        line.addWidget(caption)
        # Its list may be narrower than it would like: it must not make its column wider.
        policy = self.matters.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.matters.setSizePolicy(policy)
        line.addWidget(self.matters, 1)
