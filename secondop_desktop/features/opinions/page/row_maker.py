"""Makes the rows of the comparison from what is saved, and brings them up to date."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from secondop_desktop.features.opinions.page.aspect_row import AspectRow
from secondop_desktop.features.opinions.page.cell import StatementCell
from secondop_desktop.features.opinions.page.cell_editors import StatementEdit, TextEditor
from secondop_desktop.features.opinions.page.inline_editing import InPlace
from secondop_desktop.features.opinions.page.mark import MarkEdit
from secondop_desktop.features.opinions.rules.side_by_side import (
    Cell,
    Column,
    Grid,
    Row,
    Said,
    said_of,
)
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.forms.draft import EntryDraft

OVERALL = "overall"
"""The row of the opinions in a few lines, which is a field of theirs and no statement."""


class RowMaker(QObject):
    """Makes rows for one case of one person.

    ``failed`` and ``saved`` tell of each attempt to save; ``place_wanted`` leads to a record's
    page; ``asked`` carries the aspect to be made a question of.
    """

    failed = Signal(str)
    saved = Signal()
    place_wanted = Signal(str)
    asked = Signal(str)

    def __init__(self, journal: Journal, given: dict[str, Any], parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._given = journal, given

    def rows(self, whole: Grid, titles: Sequence[str]) -> Iterator[AspectRow]:
        """Make the row of the few lines, then one for each aspect, each when it is wanted."""
        if whole.columns:
            yield self._overall(whole.columns, titles)
            for row in whole.rows:
                yield self._row(row, whole.columns, titles)

    # In a few lines ------------------------------------------------------------------------

    def _overall(self, columns: Sequence[Column], titles: Sequence[str]) -> AspectRow:
        label = _("In a few lines")
        row = AspectRow(OVERALL, label, _("All of it in two or three lines."), "primary_tint")
        made = [
            [self._summary(column, f"{label}, {title}", row)]
            for column, title in zip(columns, titles, strict=True)
        ]
        row.fill(made, titles)
        row.explain(not any(column.overall for column in columns))
        return row

    def _summary(self, column: Column, label: str, parent: AspectRow) -> InPlace:
        opinion, journal = self._journal.kinds["opinion"], self._journal

        def make() -> TextEditor:
            return TextEditor(EntryDraft(journal, opinion, column.id, {}), "overall", label)

        cell = InPlace(_("Nothing written yet"), make, parent)
        cell.words.say(column.overall)
        cell.name(label)
        self._connect_signals(cell)
        cell.changed.connect(
            lambda entry: cell.words.say(self._journal.get("opinion", entry).overall)
        )
        return cell

    # An aspect -----------------------------------------------------------------------------

    def _row(self, row: Row, columns: Sequence[Column], titles: Sequence[str]) -> AspectRow:
        own = AspectRow(row.aspect, _(row.label), _(row.meaning))
        made = [
            [self._cell(row, cell, at, column, title, own) for at in range(max(1, len(cell.said)))]
            for cell, column, title in zip(row.cells, columns, titles, strict=True)
        ]
        own.fill(made, titles, self._mark(row, own) if len(columns) > 1 else None)
        own.explain(not any(cell.said for cell in row.cells))
        return own

    def _cell(
        self, row: Row, cell: Cell, at: int, column: Column, title: str, parent: AspectRow
    ) -> StatementCell:
        given = {**self._given, "opinion": column.id, "aspect": row.aspect}
        label = _(row.label)

        def make() -> StatementEdit:
            return StatementEdit(self._journal, made.entry, given, title, label)

        said = cell.said[at] if at < len(cell.said) else None
        made = StatementCell(f"{label}, {title}", said, column.record, make, parent)
        made.place_wanted.connect(self.place_wanted)
        made.changed.connect(lambda entry: made.show_said(self._read(entry)))
        self._connect_signals(made)
        return made

    def _read(self, entry: str) -> Said | None:
        rows = self._journal.entries("statement", id=entry) if entry else []
        return said_of(rows[0]) if rows else None

    def _mark(self, row: Row, parent: AspectRow) -> MarkEdit:
        mark = MarkEdit(self._journal, row, self._given, parent)
        mark.failed.connect(self.failed)
        mark.saved.connect(self.saved)
        mark.asked.connect(lambda: self.asked.emit(row.aspect))
        return mark

    def _connect_signals(self, cell: InPlace) -> None:
        cell.failed.connect(self.failed)
        cell.saved.connect(self.saved)


def fits(rows: Sequence[AspectRow], whole: Grid) -> bool:
    """Say whether these rows have a place for each statement there is now."""
    aspects = [row.aspect for row in rows[1:]]
    if aspects != [row.aspect for row in whole.rows]:
        return False
    return all(
        len(cells) == max(1, len(cell.said))
        for own, row in zip(rows[1:], whole.rows, strict=True)
        for cells, cell in zip(own.cells, row.cells, strict=True)
    )


def update(rows: Sequence[AspectRow], whole: Grid) -> None:
    """Show what is saved now in rows that fit."""
    for (cell,), column in zip(rows[0].cells, whole.columns, strict=True):
        cell.words.say(column.overall)
        if cell.editor is not None:
            cell.editor.show_saved()
    for own, row in zip(rows[1:], whole.rows, strict=True):
        for cells, found in zip(own.cells, row.cells, strict=True):
            for at, cell in enumerate(cells):
                _show(cell, found.said[at] if at < len(found.said) else None)
        if own.mark is not None:
            own.mark.show_row(row)
        own.explain(not any(cell.said for cell in row.cells))


def _show(cell: InPlace, said: Said | None) -> None:
    """Show a statement; one that was written here and is gone takes its inputs with it."""
    assert isinstance(cell, StatementCell)
    if cell.editor is not None and cell.editor.draft.entry != (said.id if said else None):
        cell.drop_editor()
    cell.show_said(said)
