"""Cells of a spreadsheet: text is text, a whole date is a date, and nothing is ever a formula."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from secondop_desktop.exchange.formulas import neutralised, restored

LONGEST = 16_000
"""Letters in one cell: a spreadsheet holds 32,767 units of UTF-16, and drops what is more."""

_WHOLE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?")
_FIRST_YEAR = 1901
"""Before March 1900 spreadsheets count days that never were."""
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")


class Cells:
    """Writes the cells of one workbook, in a few formats."""

    def __init__(self, book: Any) -> None:
        def form(**look: object) -> Any:
            return book.add_format({"valign": "top", **look})

        self.text, self.wrapped = form(), form(text_wrap=True)
        self.faint = form(font_color="#666666")
        self.head = form(bold=True, text_wrap=True, bg_color="#E4ECF2", bottom=1)
        self.title = form(bold=True, font_size=16)
        self._day, self._moment = (
            form(num_format="yyyy-mm-dd", align="left"),
            form(num_format="yyyy-mm-dd hh:mm", align="left"),
        )
        self._head_day = form(
            num_format="yyyy-mm-dd", bold=True, bg_color="#E4ECF2", bottom=1, align="left"
        )

    def put(self, sheet: Any, row: int, column: int, text: str, look: Any = None) -> None:
        """Write a text as it is; one that reading would take for guarded gets its guard."""
        kept = text if restored(text) == text else neutralised(text)
        if _RICH.fullmatch(kept):  # not parted: it stands in a grid, and comes from nowhere back
            kept = f"'{kept}"
        if kept:
            sheet.write_string(row, column, kept, look or self.text)

    def put_date(self, sheet: Any, row: int, column: int, iso: str, *, head: bool = False) -> None:
        """Write a whole date as a date; as far as it is known it stays text."""
        moment = _moment(iso)
        if moment is None:
            self.put(sheet, row, column, iso, self.head if head else None)
            return
        day = self._head_day if head else self._day
        sheet.write_datetime(row, column, moment, self._moment if "T" in iso else day)

    def put_figure(self, sheet: Any, row: int, column: int, text: str) -> None:
        """Write a plain number as a number where it loses no digit that is shown."""
        if _NUMBER.fullmatch(text) and _shown(float(text)) == text:
            sheet.write_number(row, column, float(text), self.text)
        else:
            self.put(sheet, row, column, text)


_RICH = re.compile(r"<r>.*</r>", re.DOTALL)
"""What XlsxWriter takes for a text of several looks, and writes into the file as it is."""
_COMES_APART = re.compile(
    r"(?<=_x[0-9A-Fa-f]{4})(?=_x[0-9A-Fa-f]{4}_)|(?<=_)(?=xFFF[EF]_)|(?<=\A<)(?=r>.*</r>\Z)",
    re.DOTALL,
)
"""Where a text comes apart, as one cell would give back another.

That is between two of what stands in such a file for a sign that XML has not (ECMA-376,
ST_Xstring) and share a ``_``, which programs read in two ways; within what ``formulas.unescaped``
reads; and within what is ``_RICH``.
"""


def parts(text: str) -> Iterator[str]:
    """Yield a text in pieces that a cell holds, and gives back to the letter."""
    for at in range(0, max(len(text), 1), LONGEST):
        yield from _COMES_APART.split(text[at : at + LONGEST])


def _moment(iso: str) -> datetime | None:
    found = _WHOLE.fullmatch(iso)
    if found is None or int(iso[:4]) < _FIRST_YEAR or found[2] == "00:00":
        return None
    return datetime.fromisoformat(iso)


def _shown(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number)
