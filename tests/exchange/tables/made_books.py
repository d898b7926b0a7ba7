"""Spreadsheet files of four kinds, made from rows of Python values without the program's help."""

import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter import Workbook

Rows = Sequence[Any]
Sheets = Mapping[str, Rows]
_FORMATS = {datetime: "dd/mm/yyyy hh:mm", date: "dd/mm/yyyy", time: "hh:mm"}


def xlsx(
    sheets: Sheets, more: Callable[[Workbook], None] = lambda _book: None, **told: Any
) -> bytes:
    """Return an XLSX file; ``more`` may do what rows cannot say."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, **told})
    styles = {kind: book.add_format({"num_format": text}) for kind, text in _FORMATS.items()}
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if type(value) in styles:
                    sheet.write_datetime(at, column, value, styles[type(value)])
                elif value is not None:
                    sheet.write(at, column, value)
    more(book)
    book.close()
    return out.getvalue()


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
    "<office:body><office:spreadsheet>"
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(sheets: Sheets) -> bytes:
    """Return an ODS file (OpenDocument 1.3, part 3)."""
    body = "".join(
        f"<table:table table:name={quoteattr(name)}>{''.join(map(_ods_row, rows))}</table:table>"
        for name, rows in sheets.items()
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", _ODS)
        content = f"{_ODS_HEAD}{body}</office:spreadsheet></office:body></office:document-content>"
        packed.writestr("content.xml", content)
        manifest = (
            "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>"
        )
        packed.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _ods_row(row: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: Any) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        said = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, int | float):
        said = f'office:value-type="float" office:value="{value!r}"'
    elif isinstance(value, date):
        said = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, time):
        said = f'office:value-type="time" office:time-value="PT{value.hour}H{value.minute}M0S"'
    else:
        said = 'office:value-type="string"'
    return f"<table:table-cell {said}><text:p>{escape(str(value))}</text:p></table:table-cell>"


# XLS: records of BIFF8 ([MS-XLS]) in a compound file ([MS-CFB]) --------------------------------

_DATE, _MOMENT = 1, 2
"""The formats of cells: their places in the list of the workbook; 3 is a percentage."""

_NUMBER_STYLE = 0


def xls(sheets: Sheets) -> bytes:
    """Return an XLS file as spreadsheet programs of 1997 to 2003 wrote them."""
    bodies = [_xls_sheet(rows) for rows in sheets.values()]
    for _pass in range(2):
        offsets, at = [], len(_xls_globals(sheets, [0] * len(bodies)))
        for body in bodies:
            offsets.append(at)
            at += len(body)
    return compound("Workbook", _xls_globals(sheets, offsets) + b"".join(bodies))


def _record(number: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def _xls_globals(sheets: Sheets, offsets: Sequence[int]) -> bytes:
    found = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    found += _record(0x42, struct.pack("<H", 1200)) + _record(0x22, struct.pack("<H", 0))
    for style in (0, 14, 22, 10):
        found += _record(0xE0, struct.pack("<HHH", 0, style, 0) + bytes(14))
    for name, offset in zip(sheets, offsets, strict=True):
        said = struct.pack("<IHBB", offset, 0, len(name), 1) + name.encode("utf-16-le")
        found += _record(0x85, said)
    return found + _record(0x0A)


def _xls_sheet(rows: Rows) -> bytes:
    found = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    width = max((len(row) for row in rows), default=0)
    found += _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                found += _xls_cell(at, column, value)
    return found + _record(0x0A)


def _xls_cell(row: int, column: int, value: Any) -> bytes:
    if isinstance(value, bool):
        return _record(0x205, struct.pack("<HHHBB", row, column, 0, value, 0))
    if isinstance(value, datetime):
        days = (value - datetime.fromisoformat("1899-12-30")).total_seconds() / 86400
        return _record(0x203, struct.pack("<HHHd", row, column, _MOMENT, days))
    if isinstance(value, date):
        days = float((value - date(1899, 12, 30)).days)
        return _record(0x203, struct.pack("<HHHd", row, column, _DATE, days))
    if isinstance(value, int | float):
        return _record(0x203, struct.pack("<HHHd", row, column, _NUMBER_STYLE, float(value)))
    text = str(value)
    said = struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")
    return _record(0x204, said)


_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(stream: str, data: bytes) -> bytes:
    """Return a compound file of one stream, long enough to lie in sectors of its own."""
    data = data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(data) // _SECTOR
    assert sectors + 2 <= _SECTOR // 4, "one sector of the allocation table is enough for a test"
    table = [_FAT, _END, *range(3, sectors + 2), _END]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    names = _entry("Root Entry", 5, child=1, start=_END, size=0)
    names += _entry(stream, 2, child=_FREE, start=2, size=len(data))
    names += _entry("", 0, child=_FREE, start=0, size=0) * 2
    return head + struct.pack("<128I", *table) + names + data


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    said = (name.encode("utf-16-le") + b"\0\0") if name else b""
    found = said.ljust(64, b"\0") + struct.pack("<HBB", len(said), kind, 1)
    found += struct.pack("<III", _FREE, _FREE, child) + bytes(36)
    return found + struct.pack("<IQ", start, size)
