"""The formats of the numbers in an XLSX file, which the reader of its cells does not give."""

import posixpath
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Final
from xml.parsers import expat

from secondop_desktop.sandbox.number_formats import BUILT_IN, Places, Shown, of_code

_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_CHUNK: Final = 1 << 20
_PLAIN: Final = frozenset({"s", "b", "e", "str", "inlineStr", "d"})
"""Types of cells that hold no number (ECMA-376, 18.18.11)."""


class ShownInXlsx:
    """Reads the styles once, and each sheet when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._packed = zipfile.ZipFile(BytesIO(data))
        self._names = set(self._packed.namelist())
        self._styles = self._read_styles()
        self._parts = self._read_parts()

    def places(self, sheet: str) -> Places:
        """Return the formats that show more than a bare number, by where their cells stand."""
        part = self._parts.get(sheet, "")
        found: Places = {}
        if not any(self._styles) or part not in self._names:
            return found

        def cell(tag: str, told: dict[str, str]) -> None:
            if tag == "c" and told.get("t", "n") not in _PLAIN:
                style = int(told.get("s", 0))
                shown = self._styles[style] if style < len(self._styles) else Shown()
                if shown and (at := _CELL.fullmatch(told.get("r", ""))):
                    found[int(at[2]) - 1, _column(at[1])] = shown

        self._parse(part, cell)
        return found

    def _read_styles(self) -> list[Shown]:
        codes = dict(BUILT_IN)
        styles: list[Shown] = []
        inside: list[str] = []

        def begin(tag: str, told: dict[str, str]) -> None:
            if tag == "numFmt":
                codes[int(told.get("numFmtId", 0))] = told.get("formatCode", "")
            elif tag in {"cellXfs", "cellStyleXfs"}:
                inside.append(tag)
            elif tag == "xf" and inside[-1:] == ["cellXfs"]:
                code = codes.get(int(told.get("numFmtId", 0)), "")
                styles.append(of_code(code) if code else Shown())

        if "xl/styles.xml" in self._names:
            self._parse("xl/styles.xml", begin)
        return styles

    def _read_parts(self) -> dict[str, str]:
        """Return the part of each sheet by its name."""
        targets: dict[str, str] = {}
        ids: dict[str, str] = {}

        def relation(tag: str, told: dict[str, str]) -> None:
            if tag == "Relationship":
                targets[told.get("Id", "")] = told.get("Target", "")

        def sheet(tag: str, told: dict[str, str]) -> None:
            if tag == "sheet":
                of = next((one for key, one in told.items() if key.endswith(":id")), "")
                ids[told.get("name", "")] = of

        for part, take in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
            if part in self._names:
                self._parse(part, take)
        return {name: _path(targets.get(of, "")) for name, of in ids.items()}

    def _parse(self, part: str, take: Callable[[str, dict[str, str]], None]) -> None:
        """Hand on each element of a part, without the prefix of its name; no entities."""
        parser = expat.ParserCreate()

        def begin(tag: str, told: dict[str, str]) -> None:
            take(tag.rpartition(":")[2], told)

        def refuse(*_told: object) -> None:
            raise ValueError("a document type has no place in a workbook")

        parser.StartElementHandler = begin
        parser.StartDoctypeDeclHandler = refuse
        with self._packed.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk)
        parser.Parse(b"", True)


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
