"""The formats of the numbers in an XLS file, which the reader of its cells does not give."""

import struct
from collections.abc import Iterator
from typing import Final

from secondop_desktop.sandbox.compound_file import stream
from secondop_desktop.sandbox.number_formats import BUILT_IN, Places, Shown, of_code

_BOF, _BOUNDSHEET, _FORMAT, _XF = 0x809, 0x85, 0x41E, 0xE0
_FORMULA, _NUMBER, _RK, _MULRK = 0x06, 0x203, 0x27E, 0xBD
_WITH_STYLE: Final = frozenset({_FORMULA, _NUMBER, _RK})
Record = tuple[int, bytes]


class ShownInXls:
    """Reads the records of the workbook once ([MS-XLS], 2.4)."""

    def __init__(self, data: bytes) -> None:
        self._stream = stream(data, "Workbook", "Book")
        self._codes, self._styles = dict(BUILT_IN), list[Shown]()
        self._begins: dict[str, int] = {}
        for number, body in self._records(0):
            self._learn(number, body)

    def places(self, sheet: str) -> Places:
        """Return the formats that show more than a bare number, by where their cells stand."""
        found: Places = {}
        if sheet not in self._begins or not any(self._styles):
            return found
        for number, body in self._records(self._begins[sheet]):
            for row, column, style in _cells(number, body):
                shown = self._styles[style] if style < len(self._styles) else Shown()
                if shown:
                    found[row, column] = shown
        return found

    def _records(self, at: int) -> Iterator[Record]:
        """Yield the records from here to the end of their part."""
        depth = 0
        while at + 4 <= len(self._stream):
            number, size = struct.unpack_from("<HH", self._stream, at)
            yield number, self._stream[at + 4 : at + 4 + size]
            depth += (number == _BOF) - (number == 0x0A)
            at += 4 + size
            if depth <= 0:
                return

    def _learn(self, number: int, body: bytes) -> None:
        if number == _FORMAT:
            self._codes[struct.unpack_from("<H", body)[0]] = _text(body[2:], wide=True)
        elif number == _XF:
            code = self._codes.get(struct.unpack_from("<H", body, 2)[0], "")
            self._styles.append(of_code(code) if code else Shown())
        elif number == _BOUNDSHEET:
            self._begins[_text(body[6:], wide=False)] = struct.unpack_from("<I", body)[0]


def _text(body: bytes, *, wide: bool) -> str:
    """Read a Unicode string with its count of characters in two bytes, or in one."""
    size = 2 if wide else 1
    count = int.from_bytes(body[:size], "little")
    is_wide = bool(body[size] & 1)
    kept = body[size + 1 : size + 1 + count * (2 if is_wide else 1)]
    return kept.decode("utf-16-le" if is_wide else "latin-1")


def _cells(number: int, body: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and style of the numbers in a record."""
    if number in _WITH_STYLE:
        row, column, style = struct.unpack_from("<HHH", body)
        yield row, column, style
    elif number == _MULRK:
        row, first = struct.unpack_from("<HH", body)
        for at in range((len(body) - 6) // 6):
            yield row, first + at, struct.unpack_from("<H", body, 4 + at * 6)[0]
