"""Files in which nothing is: of no bytes, of blanks and commas, or packed around nothing."""

import zipfile
import zlib
from pathlib import Path

from secondop_desktop.journal.files.decoding import decoded
from secondop_desktop.journal.files.gzip_members import is_packed
from secondop_desktop.journal.storage.private_files import read_regular

_NO_WORDS = " \t\r\n\f\v\x00\ufeff\xa0,;|\"'"
"""Blanks, and what parts or encloses the cells of a table."""
_NO_DATA = frozenset({"[]", "{}", "null", "[{}]"})
_MOST_BLANKS = 1_000_000
"""Bytes of blanks after which nobody looks on."""


def is_empty(path: Path, start: bytes) -> bool:
    """Tell whether there is nothing in a file that begins with these bytes (4096 or all).

    Raises OSError where it cannot be read.
    """
    if not start:
        return True
    if is_packed(start):
        return _packs_nothing(start)
    if start.startswith(b"PK"):
        return _zips_nothing(path)
    return _is_blank(start) and _is_blank(read_regular(path)[:_MOST_BLANKS])


def _is_blank(data: bytes) -> bool:
    found = decoded(data, cut=True)
    text = found.text if found else data.decode("latin-1")
    kept = text.strip(_NO_WORDS)
    return not kept or "".join(kept.split()) in _NO_DATA


def _packs_nothing(start: bytes) -> bool:
    packed = zlib.decompressobj(wbits=31)
    try:
        return not packed.decompress(start, 1) and packed.eof
    except zlib.error:
        return False


def _zips_nothing(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            return not any(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
