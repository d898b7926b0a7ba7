"""Spreadsheet files (XLSX, XLSM, XLSB, XLS, ODS) as rows of text, each cell as it is shown."""

import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import Final, Protocol

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, TOO_LARGE, Answer, TroubleError
from secondop_desktop.sandbox.number_formats import Places, Shown
from secondop_desktop.sandbox.repeated_in_ods import repeats_too_often
from secondop_desktop.sandbox.shown_in_ods import ShownInOds
from secondop_desktop.sandbox.shown_in_xls import ShownInXls
from secondop_desktop.sandbox.shown_in_xlsx import ShownInXlsx

MOST_CELLS: Final = 20_000_000
"""Cells from the first filled one to the last: the reader makes room for all between them."""

MOST_ROWS: Final = 250_000
"""Filled rows of a sheet: in a lifetime nobody has so many results typed."""

_DIGITS: Final = 15
"""A spreadsheet shows no more: behind them stand the tails of binary fractions."""

_LARGE: Final = 1e15
Cell = int | float | str | bool | time | date | datetime | timedelta


class Workbook:
    """An open workbook; raises TroubleError for one that is locked or no workbook."""

    def __init__(self, data: bytes) -> None:
        if repeats_too_often(data):
            raise TroubleError(TOO_LARGE)
        try:
            self._book = CalamineWorkbook.from_filelike(BytesIO(data))
        except PasswordError:
            raise TroubleError(LOCKED) from None
        except CalamineError:
            raise TroubleError(DAMAGED) from None
        self._formats = _formats(data)

    def do_sheets(self, _body: bytes) -> Answer:
        """Tell each sheet by its name, and whether it is hidden; charts are none."""
        found = [
            {"name": one.name, "hidden": one.visible is not SheetVisibleEnum.Visible}
            for one in self._book.sheets_metadata
            if one.typ is SheetTypeEnum.WorkSheet
        ]
        return Answer({"sheets": found})

    def do_rows(self, _body: bytes, name: str) -> Answer:
        """Return the rows of a sheet in which something stands, as JSON ``[[number, cells]]``."""
        try:
            sheet = self._book.get_sheet_by_name(name)
        except CalamineError:
            raise TroubleError(DAMAGED) from None
        shown_there = self._places(name)
        filled = ([number, cells] for number, cells in _rows(sheet, shown_there) if any(cells))
        rows = list(islice(filled, MOST_ROWS + 1))
        if len(rows) > MOST_ROWS:
            raise TroubleError(TOO_LARGE)
        return Answer(body=json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _places(self, sheet: str) -> Places:
        try:
            return self._formats.places(sheet) if self._formats else {}
        except Exception:  # noqa: BLE001 - the cells are read by another; they count as stored
            return {}

    def close(self) -> None:
        """Let go of the workbook."""
        self._book.close()


class Formats(Protocol):
    """Knows how the numbers of a workbook are shown."""

    def places(self, sheet: str) -> Places:
        """Return the formats of numbers by where they stand."""


def _formats(data: bytes) -> Formats | None:
    """Return what knows how numbers are shown; None where nothing can tell."""
    try:
        if not data.startswith(b"PK"):
            return ShownInXls(data)
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
        if "xl/workbook.xml" in names:
            return ShownInXlsx(data)
        return ShownInOds(data) if "content.xml" in names else None
    except Exception:  # noqa: BLE001 - the cells are read by another; they count as stored
        return None


def _rows(sheet: CalamineSheet, formats: Places) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its number from 1; a cell merged downwards stands in each of its rows."""
    if sheet.end is None:
        return
    if (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_CELLS:
        raise TroubleError(TOO_LARGE)
    merged = _merged_down(sheet)
    above: dict[int, str] = {}
    for at, cells in enumerate(sheet.to_python(skip_empty_area=False)):
        texts = [_text(cell, formats.get((at, column))) for column, cell in enumerate(cells)]
        for column in merged.get(at, ()):
            texts[column] = texts[column] or above.get(column, "")
        above = dict(enumerate(texts))
        yield at + 1, texts


def _merged_down(sheet: CalamineSheet) -> dict[int, list[int]]:
    """Return the columns that repeat the cell above them, by the row from 0."""
    found: dict[int, list[int]] = {}
    height = sheet.end[0] if sheet.end else 0
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        for row in range(top + 1, min(bottom, height) + 1):
            found.setdefault(row, []).append(left)
    return found


def _text(cell: Cell, form: Shown | None) -> str:
    plain = shown(cell)
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return form.text(plain) if form and is_number else plain


def shown(cell: Cell) -> str:
    """Write a cell as text that has one reading: ISO 8601 dates, a full stop in numbers."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number(cell)
    return _moment(cell)


def _number(value: float) -> str:
    if value == int(value) and abs(value) < _LARGE:
        return str(int(value))
    return f"{value:.{_DIGITS}g}"


def _moment(cell: time | date | datetime | timedelta) -> str:
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(cell, datetime):
        plain = cell + timedelta(milliseconds=500)
        return (
            f"{plain:%Y-%m-%d %H:%M}"
            if (plain.hour, plain.minute) != (0, 0)
            else f"{plain:%Y-%m-%d}"
        )
    return f"{cell:%H:%M}" if isinstance(cell, time) else cell.isoformat()
