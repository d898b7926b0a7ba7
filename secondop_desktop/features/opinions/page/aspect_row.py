"""One aspect across all opinions: side by side where there is room, else one below another."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.features.opinions.page.cell import StatementEdit
from secondop_desktop.features.opinions.page.mark import MarkEdit
from secondop_desktop.features.opinions.page.shares import SHARES, put
from secondop_desktop.features.opinions.rules import Cell, Column, Row
from secondop_desktop.lang import _
from secondop_desktop.widgets.panel import Panel
from secondop_desktop.widgets.text import heading, small
from secondop_desktop.widgets.theme import Space

MakeCell = Callable[[Cell, int], StatementEdit]


class AspectRow(Panel):
    """The aspect and its meaning, a cell for each opinion, and the user's mark."""

    def __init__(
        self,
        row: Row,
        columns: tuple[Column, ...],
        titles: tuple[str, ...],
        make: MakeCell,
        mark: MarkEdit,
    ) -> None:
        super().__init__()
        self.row = row
        self.mark = mark
        self.cells = [
            [make(cell, at) for at in range(max(1, len(cell.said)))] for cell in row.cells
        ]
        self.key = tuple((c.opinion, *(s.id for s in c.said)) for c in row.cells)
        self._captions: list[QWidget] = []
        self.setAccessibleName(_(row.label))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        self._box.setSpacing(Space.LARGE)
        put(self._box, self._words(row), SHARES[0])
        for title, edits in zip(titles, self.cells, strict=True):
            put(self._box, self._cell(title, _(row.label), edits), SHARES[1])
        if len(columns) > 1:
            put(self._box, mark, SHARES[2])
        else:
            mark.setParent(self)
            mark.hide()

    def _words(self, row: Row) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(heading(_(row.label), 3))
        column.addWidget(small(_(row.meaning)))
        column.addStretch(1)
        return words

    def _cell(self, title: str, aspect: str, edits: list[StatementEdit]) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        caption = small(title)
        self._captions.append(caption)
        column.addWidget(caption)
        for edit in edits:
            edit.name(title, aspect)
            column.addWidget(edit)
        column.addStretch(1)
        return cell

    def stack(self, stacked: bool) -> None:
        """Put the parts below one another, each under its opinion's name, or side by side."""
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        for at in range(self._box.count()):
            share = SHARES[0] if at == 0 else SHARES[1] if at <= len(self.cells) else SHARES[2]
            self._box.setStretch(at, 0 if stacked else share)
            item = self._box.itemAt(at)
            if item is not None:
                item.setAlignment(Qt.AlignmentFlag(0))
        for caption in self._captions:
            caption.setVisible(stacked)

    def update_row(self, row: Row) -> None:
        """Show what is saved now; the statements are the same ones."""
        self.row = row
        for edits, cell in zip(self.cells, row.cells, strict=True):
            for at, edit in enumerate(edits):
                edit.show_said(cell.said[at] if at < len(cell.said) else None)
        self.mark.show_row(row)

    def fits(self, row: Row) -> bool:
        """Say whether this widget has a place for each statement of the row."""
        for edits, cell in zip(self.cells, row.cells, strict=True):
            ids = [one.id for one in cell.said]
            if [edit.draft.entry for edit in edits if edit.draft.entry] != ids:
                return False
        return not self.mark.draft.entry or self.mark.draft.entry == row.mark_id

    def edits(self) -> Iterator[StatementEdit | MarkEdit]:
        """Yield all that can hold unsaved typing."""
        for edits in self.cells:
            yield from edits
        yield self.mark
