"""How often an ODS says that a row or a cell comes again: one such line can stand for the world."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final

_MOST_ROWS: Final = 1_048_576
_MOST_COLUMNS: Final = 16_384
"""What a sheet can have (LibreOffice and Excel); an empty rest is written as one row so often."""

_REPEATED: Final = re.compile(rb"number-(rows|columns)-repeated\s*=\s*[\"']\s*(\d+)")
_PIECE: Final = 1_000_000
_LAPPED: Final = 100


def repeats_too_often(data: bytes) -> bool:
    """Tell whether an ODS claims more rows or columns than a sheet can have."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return any(_is_too_often(piece) for piece in _pieces(packed, "content.xml"))
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False


def _pieces(packed: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield the text of a part piece by piece, each with the end of the one before."""
    before = b""
    with packed.open(name) as stream:
        while piece := stream.read(_PIECE):
            yield before + piece
            before = piece[-_LAPPED:]


def _is_too_often(piece: bytes) -> bool:
    most = {b"rows": _MOST_ROWS, b"columns": _MOST_COLUMNS}
    return any(int(found[2][:20]) > most[found[1]] for found in _REPEATED.finditer(piece))
