"""A table copied from a web page or a spreadsheet: its HTML as lines of cells parted by tabs."""

from collections.abc import Sequence
from html.parser import HTMLParser

from secondop_desktop.sandbox.whole_numbers import whole_number

_MOST = 5_000_000
"""Characters of HTML beyond which nobody has copied a table of results."""

_WIDEST = 200
"""Columns that one cell may span, at most."""


def table_text(html: str) -> str:
    """Return the largest table in HTML as text, empty where there is none with two columns."""
    if "<t" not in html.casefold() or len(html) > _MOST:
        return ""
    parser = _Tables()
    parser.feed(html)
    parser.close()
    largest = max(parser.tables, key=_cells, default=[])
    wide = max(map(len, largest), default=0)
    return "\n".join("\t".join(row) for row in largest) if wide > 1 else ""


def _cells(rows: Sequence[Sequence[str]]) -> int:
    return sum(len(row) for row in rows)


class _Tables(HTMLParser):
    """Collects the rows of each table; a cell over several columns leaves the others empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._open: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._down: dict[int, tuple[int, str]] = {}
        self._rows = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        told = dict(attrs)
        if tag == "table":
            self._open.append([])
            self.tables.append(self._open[-1])
            self._cell, self._down = None, {}
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].append([])
        elif tag in {"td", "th"} and self._open:
            self._end_cell()
            if not self._open[-1]:
                self._open[-1].append([])
            self._cell, self._span = [], _number(told.get("colspan"))
            self._rows = _number(told.get("rowspan"))
        elif tag in {"br", "p", "div", "li"} and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell or a table."""
        if tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take the words of the cell that is open."""
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        row = self._open[-1][-1]
        self._fill(row)
        text = " ".join("".join(self._cell).split())
        if self._rows > 1:
            self._down[len(row)] = (self._rows - 1, text)
        row += [text, *[""] * (self._span - 1)]
        self._cell = None
        self._fill(row)

    def _fill(self, row: list[str]) -> None:
        """Repeat the cells from above that reach down into this row."""
        while len(row) in self._down and self._down[len(row)][0] > 0:
            left, text = self._down[len(row)]
            self._down[len(row)] = (left - 1, text)
            row.append(text)


def _number(text: str | None) -> int:
    return min(max(whole_number(text or ""), 1), _WIDEST)
