"""A table: its headings, its rows, and what stands above them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from secondop_desktop.exchange.read_entries import ReadEntry, Skipped
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.lang import _, ngettext

_SHOWN = 3
_LONGEST = 60
"""So many cells, and letters, tell a column that has no heading."""


@dataclass(frozen=True)
class Table:
    """The rows below the headings, and the text of the lines above them.

    ``name`` is that of the file, or of the part of it that the table is; ``file`` that of the
    whole. ``between`` holds the lines that name a patient among the rows, by their number.
    """

    name: str
    file: str
    headings: tuple[str, ...]
    rows: Sequence[Row]
    above: Sequence[str] = field(default_factory=tuple)
    between: Mapping[int, str] = field(default_factory=dict)
    tell: Tell = field(default=nobody, compare=False)
    """Hears how many rows are read, and raises to stop."""

    @property
    def told_rows(self) -> Iterator[Row]:
        """The rows, told of while they are taken one by one."""
        return counted(self.rows, self.tell)

    @property
    def columns(self) -> range:
        """The numbers of its columns, from 0."""
        return range(len(self.headings))

    def cell(self, row: Row, column: int | None) -> str:
        """Return a cell, empty where the row or the table has none."""
        return row.cells[column] if column is not None and column < len(row.cells) else ""

    def column(self, column: int | None) -> list[str]:
        """Return what stands in a column, without empty cells."""
        return [text for row in self.rows if (text := self.cell(row, column))]

    def where(self, row: Row) -> str:
        """Say where a row stands."""
        return place(self.name, row)

    def read_rows(
        self, read: Callable[[Row], Iterable[ReadEntry]]
    ) -> tuple[list[ReadEntry], list[Skipped]]:
        """Return what each row comes to; one that raises ValueError is left out with its line."""
        drafts: list[ReadEntry] = []
        skipped: list[Skipped] = []
        for row in self.told_rows:
            try:
                drafts += read(row)
            except ValueError as why:
                skipped.append(Skipped(self.where(row), str(why), line=row.line))
        return drafts, skipped

    def check_width(self, row: Row) -> None:
        """Raise ValueError for a row that has more cells than there are headings."""
        if any(row.cells[len(self.headings) :]):
            raise ValueError(_("The row has more cells than the table has headings."))

    def unused(self, used: Sequence[int | None]) -> list[str]:
        """Name the columns that hold something and were not used."""
        left = [
            heading or _without_heading(cells)
            for column, heading in enumerate(self.headings)
            if column not in used and (cells := self.column(column))
        ]
        if not left:
            return []
        text = ngettext(
            "{file}: the column {columns} was not used.",
            "{file}: the columns {columns} were not used.",
            len(left),
        )
        return [text.format(file=self.name, columns=", ".join(left))]


def _without_heading(cells: Sequence[str]) -> str:
    return _("without a heading ({cells})").format(cells=", ".join(cells[:_SHOWN])[:_LONGEST])


def on_sheet(file: str, sheet: str) -> str:
    """Say which sheet of a workbook is meant."""
    return _("{file}, sheet {sheet}").format(file=file, sheet=sheet)


def place(file: str, row: Row) -> str:
    """Say where a row stands in a file; those of a sheet are called rows."""
    said = _("{file}, row {number}") if row.sheet else _("{file}, line {number}")
    return said.format(file=file, number=row.line)
