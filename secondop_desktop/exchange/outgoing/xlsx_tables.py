"""The journal's tables as one spreadsheet: a sheet for each kind, and the results by date."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from secondop_desktop.exchange.outgoing.entry_table import EntryTable, entry_table
from secondop_desktop.exchange.outgoing.results_by_date import Grid, grids
from secondop_desktop.exchange.outgoing.xlsx_cells import Cells, parts
from secondop_desktop.exchange.tables.own import ABOUT, BY_DATE, more
from secondop_desktop.exchange.tables.own_headings import headed
from secondop_desktop.journal.kinds import Kind, Kinds, Names
from secondop_desktop.journal.values.columns import Day
from secondop_desktop.journal.values.moments import LONG_AGO
from secondop_desktop.lang import N_, _, ngettext

_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_NARROWEST, _WIDEST, _OF_IDS = 8, 50, 11
_PROSE = 400
"""Letters from which a text is no longer broken into lines: its row would fill the screen."""
_TEXTS = (
    N_(
        "Each sheet holds one kind of entry, a line for each; a grid shows the test results by "
        "date. Dates that are not known to the day are text, such as 2024-03."
    ),
    N_(
        "You can change cells and bring the file into the journal again: Secondop shows what would "
        "change before it does. Leave the first line and the first column of each sheet as they "
        "are."
    ),
    N_(
        "Files such as letters and scans, the bin and the history are not in it; an archive "
        "has all."
    ),
)


def workbook(kinds: Kinds, rows_of: Callable[[str], Sequence[Any]], names: Names) -> bytes:
    """Return the entries of these kinds as an XLSX file, the same bytes for the same entries.

    Kinds without an entry have no sheet; the first sheet says so.
    """
    import xlsxwriter

    found = {kind.name: rows_of(kind.name) for kind in kinds.values()}
    out = BytesIO()
    # Nothing is put into files in between: they would lie open beside the journal.
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _newest(found), "comments": "", "author": ""})
    _Sheets(book, kinds, found, names).write()
    book.close()
    return out.getvalue()


def _newest(found: Mapping[str, Sequence[Any]]) -> datetime:
    moments = (row.changed for rows in found.values() for row in rows)
    return datetime.fromisoformat(max(moments, default=LONG_AGO)).replace(tzinfo=None)


class _Sheets:
    def __init__(
        self, book: Any, kinds: Kinds, found: Mapping[str, Sequence[Any]], names: Names
    ) -> None:
        self._book, self._kinds, self._found, self._names = book, kinds, found, names
        self._cells = Cells(book)
        self._called: set[str] = set()

    def write(self) -> None:
        self._explain(self._sheet(_("Read this first")))
        if results := self._found.get("result"):
            found = grids(self._kinds["result"], results, self._names)
            for grid in found:
                self._put_grid(grid, whose=grid.person if len(found) > 1 else "")
        for kind in self._kinds.values():
            if rows := self._found[kind.name]:
                self._put_table(kind, entry_table(kind, rows, self._names))

    def _sheet(self, title: str) -> Any:
        """Add a sheet under a name that no other has and every program takes."""
        plain = _NO_NAME.sub(" ", title)[:_LONGEST_NAME].strip() or "1"
        name, number = plain, 1
        while name.casefold() in self._called:
            number += 1
            name = f"{plain[: _LONGEST_NAME - 4].strip()} {number}"
        self._called.add(name.casefold())
        return self._book.add_worksheet(name)

    def _explain(self, sheet: Any) -> None:
        sheet.set_column(0, 0, 100)
        heading = headed(_("The tables of a health journal"), ABOUT)
        self._cells.put(sheet, 0, 0, heading, self._cells.title)
        texts = [_(text) for text in _TEXTS]
        texts += [_counted(_(kind.plural), len(self._found[name]))
                  for name, kind in self._kinds.items()]  # fmt: skip
        for at, text in enumerate([*texts, *self._not_by_date()], 2):
            self._cells.put(sheet, at, 0, text, self._cells.wrapped)

    def _not_by_date(self) -> Iterator[str]:
        """Say how many results no table by date can hold."""
        kind = self._kinds["result"]
        count = sum(kind.is_draft(row) for row in self._found.get("result", ()))
        text = ngettext(
            "{count} test result is not in the table by date, as a part of it cannot be read. It "
            "is in the table of all test results.",
            "{count} test results are not in the table by date, as a part of each cannot be read. "
            "They are in the table of all test results.",
            count,
        )
        yield from [text.format(count=count)] if count else ()

    def _put_table(self, kind: Kind, table: EntryTable) -> None:
        sheet = self._sheet(_(kind.plural))
        at = 0
        for name, head in zip(table.columns, table.heads, strict=True):
            texts = [line.get(name, "") for line in table.lines]
            day = name in kind.by_name and isinstance(kind.types[name], Day)
            at = self._put_column(sheet, at, name, head, texts, is_day=day)
        self._finish(sheet, len(table.lines), at)

    def _put_column(
        self, sheet: Any, at: int, name: str, head: str, texts: Sequence[str], *, is_day: bool
    ) -> int:
        """Write a column, and beside it what its cells cannot hold; returns the next column."""
        pieces = [list(parts(text)) for text in texts]
        longest = max(map(len, texts), default=0)
        for part in range(max(map(len, pieces), default=1)):
            self._cells.put(sheet, 0, at, headed(head, more(name, part)) if part else head,
                            self._cells.head)  # fmt: skip
            look = self._look(name, longest)
            for row, own in enumerate(pieces, 1):
                text = own[part] if part < len(own) else ""
                if is_day:
                    self._cells.put_date(sheet, row, at, text)
                else:
                    self._cells.put(sheet, row, at, text, look)
            sheet.set_column(at, at, _width(name, head, texts))
            at += 1
        return at

    def _look(self, name: str, longest: int) -> Any:
        if _is_id(name):
            return self._cells.faint
        return self._cells.wrapped if longest <= _PROSE else self._cells.text

    def _put_grid(self, grid: Grid, whose: str) -> None:
        named = _("By date, {name}").format(name=whose)
        sheet = self._sheet(named if whose else _("Results by date"))
        heads = (headed(_("Test"), BY_DATE), _("Unit"), _("Range"))
        for at, head in enumerate(heads):
            self._cells.put(sheet, 0, at, head, self._cells.head)
        for at, day in enumerate(grid.dates, len(heads)):
            said = day.iso if day else _("No date")
            self._cells.put_date(sheet, 0, at, said, head=True)
        for row, line in enumerate(grid.lines, 1):
            for at, text in enumerate((line.test, line.unit, line.range)):
                self._cells.put(sheet, row, at, text)
            for at, day in enumerate(grid.dates, len(heads)):
                self._cells.put_figure(sheet, row, at, line.cells.get(day, ""))
        sheet.set_column(0, 0, 32)
        sheet.set_column(1, len(heads) + len(grid.dates), 13)
        self._finish(sheet, len(grid.lines), len(heads) + len(grid.dates), beside=1)

    def _finish(self, sheet: Any, rows: int, columns: int, beside: int = 0) -> None:
        sheet.freeze_panes(1, beside)
        sheet.autofilter(0, 0, max(rows, 1), columns - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _counted(plural: str, count: int) -> str:
    if not count:
        return _("{kind}: nothing written down yet").format(kind=plural)
    text = ngettext("{kind}: {count} entry", "{kind}: {count} entries", count)
    return text.format(kind=plural, count=count)


def _is_id(name: str) -> bool:
    return name in {"id", "person", "case", "created", "changed"}


def _width(name: str, head: str, texts: Iterable[str]) -> int:
    if _is_id(name):
        return _OF_IDS
    lines = (line for text in texts for line in text[:_PROSE].splitlines())
    longest = max(map(len, lines), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest + 1, len(head) // 2)))
