"""The parts of a document that is a zip of XML: opened only as far as a document can be large."""

import re
import zipfile
from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, TOO_LARGE, TroubleError
from secondop_desktop.sandbox.whole_numbers import whole_number

_MOST_PART: Final = 50_000_000
_MOST_NAMES: Final = 20_000
_ENCRYPTED: Final = 0x1
_NUMBERS: Final = re.compile(r"(\d+)")


class ZipParts:
    """A zip in memory; each part is read by itself, and none that claims more than 50 MB."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
            raise TroubleError(DAMAGED) from problem
        if len(self._zip.namelist()) > _MOST_NAMES:
            raise TroubleError(TOO_LARGE)

    def names(self, pattern: str) -> list[str]:
        """Return the parts whose whole name fits a pattern, slide 2 before slide 10."""
        found = (name for name in self._zip.namelist() if re.fullmatch(pattern, name))
        return sorted(set(found), key=_by_number)

    def tree(self, name: str) -> Any:
        """Return a part as XML without entities; raises TroubleError for what is none."""
        from lxml import etree

        data = self._read(name)
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
            raise TroubleError(DAMAGED)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as problem:
            raise TroubleError(DAMAGED) from problem

    def _read(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise TroubleError(LOCKED)
        if info.file_size > _MOST_PART:
            raise TroubleError(TOO_LARGE)
        with self._zip.open(info) as part:
            data = part.read(_MOST_PART + 1)
        if len(data) > _MOST_PART:  # it claimed to be smaller
            raise TroubleError(TOO_LARGE)
        return data


def _by_number(name: str) -> list[tuple[int, str]]:
    return [(whole_number(part), part) for part in _NUMBERS.split(name)]
