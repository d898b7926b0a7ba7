"""The words and numbers of a spreadsheet, a line for each row, under the name of its sheet."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, TroubleError


def texts(data: bytes) -> Iterator[str]:
    """Yield the rows of each sheet; raises TroubleError for what is no spreadsheet."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for name in book.sheet_names:
            yield name
            for row in book.get_sheet_by_name(name).iter_rows():
                yield " · ".join(filter(None, map(_said, row)))
            yield ""
    except PasswordError as problem:
        raise TroubleError(LOCKED) from problem
    except (CalamineError, OSError, ValueError) as problem:
        raise TroubleError(DAMAGED) from problem


def _said(cell: Any) -> str:
    if isinstance(cell, bool):
        return "✓" if cell else "✗"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime):
        whole = cell.time() == time()
        return cell.date().isoformat() if whole else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return " ".join(str(cell).split())
