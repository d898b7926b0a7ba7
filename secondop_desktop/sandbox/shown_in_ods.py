"""The numbers of an ODS file as they are shown, which the reader of its cells does not give."""

import re
import zipfile
from io import BytesIO
from typing import Final
from xml.parsers import expat

from secondop_desktop.sandbox.number_formats import Places, Shown

_CHUNK: Final = 1 << 20
_FIGURES: Final = re.compile(
    r"(?P<before>[^0-9-]*)-?(?P<figures>[0-9][0-9 .,'\u00a0\u202f]*?(?:[.,](?P<decimals>[0-9]+))?)"
    r"(?:\s*%)?(?P<behind>[^0-9]*)"
)
_MOST_REPEATED: Final = 1000
"""Rows and columns that are repeated more often are the empty end of a sheet."""


class ShownInOds:
    """Reads the whole file once (OpenDocument 1.3, part 3, chapter 9)."""

    def __init__(self, data: bytes) -> None:
        self._found: dict[str, Places] = {}
        self._sheet: Places = {}
        self._row, self._column = 0, 0
        self._rows, self._columns = 1, 1
        self._kind, self._value = "", "0"
        self._text: str | None = None
        with zipfile.ZipFile(BytesIO(data)) as packed, packed.open("content.xml") as stream:
            parser = expat.ParserCreate()
            parser.StartElementHandler = self._begin
            parser.EndElementHandler = self._end
            parser.CharacterDataHandler = self._take
            parser.StartDoctypeDeclHandler = self._refuse
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk)

    def places(self, sheet: str) -> Places:
        """Return how numbers are shown that show more than the bare one, by where they stand."""
        return self._found.get(sheet, {})

    def _refuse(self, *_told: object) -> None:
        raise ValueError("a document type has no place in a workbook")

    def _begin(self, tag: str, told: dict[str, str]) -> None:
        if tag == "table:table":
            self._sheet = self._found.setdefault(told.get("table:name", ""), {})
            self._row = 0
        elif tag == "table:table-row":
            self._rows, self._column = int(told.get("table:number-rows-repeated", 1)), 0
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._columns = int(told.get("table:number-columns-repeated", 1))
            self._kind, self._text = told.get("office:value-type", ""), None
            self._value = told.get("office:value", "0")
        elif tag == "text:p" and self._kind in {"float", "percentage"}:
            self._text = self._text or ""

    def _take(self, data: str) -> None:
        if self._text is not None:
            self._text += data

    def _end(self, tag: str) -> None:
        if tag in {"table:table-cell", "table:covered-table-cell"}:
            self._keep()
            self._column += self._columns
            self._kind, self._text = "", None
        elif tag == "table:table-row":
            self._row += self._rows

    def _keep(self) -> None:
        found = _FIGURES.fullmatch((self._text or "").strip())
        percent = self._kind == "percentage"
        if found is None or max(self._rows, self._columns) > _MOST_REPEATED:
            return
        decimals = len(found["decimals"] or "") if self._is_value(found, percent=percent) else 0
        shown = Shown(percent, decimals, found["before"].lstrip(), found["behind"].rstrip())
        if shown:
            for row in range(self._row, self._row + self._rows):
                for column in range(self._column, self._column + self._columns):
                    self._sheet[row, column] = shown

    def _is_value(self, found: re.Match[str], *, percent: bool) -> bool:
        """Tell whether the last sign in the figures is that of decimals: ``1.204`` may be 1204."""
        figures = int(re.sub(r"[^0-9]", "", found["figures"]))
        decimals = len(found["decimals"] or "")
        value = abs(float(self._value)) * (100 if percent else 1)
        step = float(10**-decimals)
        return abs(figures * step - value) <= step
