"""One opinion as a page to read: every aspect in full, where it says so, and by whom and when."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.features.opinions.page.pressable_text import Link
from secondop_desktop.features.opinions.rules.aspects import MARKS
from secondop_desktop.features.opinions.rules.side_by_side import (
    Cell,
    Row,
    Said,
    place_in_record,
    where_said,
)
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import heading, muted, small
from secondop_desktop.widgets.fields.whole_text import WholeText
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space

_WIDEST_CHARS = 88


class Prose(WholeText):
    """A text in full, without a frame of its own."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(name, text)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { background: transparent; border: none; padding: 0px }")
        self.document().setDocumentMargin(0)


class Reading(QWidget):
    """One opinion to be read in peace.

    ``left`` leads back to all of them; ``place_wanted`` carries a record and its page;
    ``printed``, ``edited`` and ``turned`` (to another opinion) carry an opinion's id.
    """

    left = Signal()
    place_wanted = Signal(str)
    printed = Signal(str)
    edited = Signal(str)
    turned = Signal(str)

    def __init__(self, opinion: Any, by: str, rows: Sequence[Row], about: Sequence[str]) -> None:
        """Take the opinion, who gave it, all aspects with its cell alone, and what else is known.

        ``about`` are lines such as which records were looked at.
        """
        super().__init__()
        self.opinion = opinion
        self.texts: list[Prose] = []
        self.links: list[Link] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.MEDIUM)
        self._add_buttons()
        self.column.addWidget(muted(by))
        self._card = Card()
        self._card.content.setSpacing(Space.HAIR)
        self._card.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST_CHARS)
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._fill(rows)
        self._add_about(about)
        # In a row of its own, where its height follows from the width that it really has.
        narrow = QHBoxLayout()
        self.column.addLayout(narrow)
        narrow.addWidget(self._card, 1)
        narrow.addStretch(0)
        self.column.addStretch(1)

    def _add_buttons(self) -> None:
        entry = self.opinion.id
        self.back = Button(_("Back to side by side"), "arrow-left")
        self.print_button = Button(_("Print or save as PDF"), "print")
        self.edit = Button(_("Details…"), "edit")
        self.back.clicked.connect(self.left)
        self.print_button.clicked.connect(lambda: self.printed.emit(entry))
        self.edit.clicked.connect(lambda: self.edited.emit(entry))
        self.row = Flow()
        self.column.addLayout(self.row)
        for button in (self.back, self.print_button, self.edit):
            self.row.addWidget(button)

    def offer(self, title: str, entry: str) -> None:
        """Offer to read another opinion next."""
        button = Button(_("Read: {opinion}").format(opinion=title), "arrow-right")
        button.clicked.connect(lambda: self.turned.emit(entry))
        self.row.addWidget(button)

    # What it says --------------------------------------------------------------------------

    def _fill(self, rows: Sequence[Row]) -> None:
        if self.opinion.overall:
            self._add_title(_("In a few lines"))
            self._add_text(self.opinion.overall, _("In a few lines"))
        for row in rows:
            (cell,) = row.cells
            if cell.text:
                self._add_aspect(row, cell)
        self._add_listed(_("Not discussed"), [row for row in rows if row.cells[0].not_discussed])
        self._add_listed(
            _("Nothing written yet"), [row for row in rows if not _filled(row.cells[0])]
        )

    def _add_title(self, title: str) -> None:
        if self._card.content.count():
            self._card.content.addSpacing(Space.LARGE)
        self._card.add(heading(title, 3))

    def _add_text(self, text: str, title: str) -> None:
        prose = Prose(text, title)
        self.texts.append(prose)
        self._card.add(prose)

    def _add_aspect(self, row: Row, cell: Cell) -> None:
        label = _(row.label)
        self._add_title(label)
        for said in cell.said:
            if said.text:
                self._add_text(said.text, label)
                self._add_source(said, label)
        if row.mark or row.note:
            mark = _(dict(MARKS).get(row.mark, row.mark))
            words = ". ".join(part for part in (mark, row.note) if part)
            self._card.add(small(_("Your mark: {mark}").format(mark=words)))

    def _add_source(self, said: Said, label: str) -> None:
        where, place = where_said(said), place_in_record(said, self.opinion.record)
        if place:
            link = Link((where or _("Open the letter")).replace("&", "&&"), "record")
            link.setAccessibleName(_("{source}: open it. {what}").format(source=where, what=label))
            link.clicked.connect(lambda: self.place_wanted.emit(place))
            self.links.append(link)
            self._card.content.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        elif where:
            self._card.add(small(where))

    def _add_listed(self, title: str, rows: Sequence[Row]) -> None:
        if rows:
            self._add_title(title)
            self._card.add(muted(" · ".join(_(row.label) for row in rows)))

    def _add_about(self, lines: Sequence[str]) -> None:
        if lines:
            self._add_title(_("About this opinion"))
        for line in lines:
            self._card.add(muted(line))


def _filled(cell: Cell) -> bool:
    return bool(cell.text) or cell.not_discussed
