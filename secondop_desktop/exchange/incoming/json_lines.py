"""NDJSON, a document to a line, as servers give all that they hold (FHIR Bulk Data).

https://hl7.org/fhir/uv/bulkdata/export.html. The file is read line by line, never as a whole.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from secondop_desktop.exchange.bulk.documents import (
    BROKEN,
    LONGEST,
    Documents,
    opened_lines,
    weight,
)
from secondop_desktop.exchange.containers.limits import MOST_BYTES
from secondop_desktop.exchange.fhir.resources import Opened, open_line
from secondop_desktop.exchange.incoming.shared_parts import SharedParts
from secondop_desktop.journal.files.attachments import LARGEST
from secondop_desktop.journal.progress import Tell

_ENDINGS: Final = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")
_LOOKED_AT: Final = 6
"""Lines by which a file is told that does not bear one of those names."""

LONG: Final = 6_000_000
"""Bytes of lines from which on they are read part by part; it costs a second look at the files."""

_START: Final = 100
"""Bytes of a line by which it is told whether an object begins there."""

_BOM: Final = b"\xef\xbb\xbf"


def has_lines(path: Path, least: int = 2) -> bool:
    """Tell whether each line of a file is a document: by its name, or by its first lines.

    ``least`` is how many there must be: by itself one line is one document.
    """
    try:
        with opened_lines(path, None) as stream:
            lines = [one for one in _first_lines(stream) if one and not one.isspace()]
    except BROKEN:
        return False
    if path.name.lower().endswith(_ENDINGS):
        return len(lines) >= least and any(_begins_one(line) for line in lines)
    if len(lines) < 2:
        return False
    whole = list(map(_is_whole, lines))
    begun = all(_begins_one(line) for line in lines)
    return begun and (whole[0] or sum(whole) > 1)


def _begins_one(line: bytes) -> bool:
    return line[:_START].lstrip(_BOM).lstrip().startswith(b"{")


def _first_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the first lines, all of them together no longer than one may be."""
    left = LONGEST
    for _number in range(_LOOKED_AT):
        line = stream.readline(left)
        left -= len(line)
        yield line


def is_bulk(path: Path) -> bool:
    """Tell whether a file is larger than others may be, but read line by line."""
    try:
        return LARGEST < path.stat().st_size <= MOST_BYTES and has_lines(path)
    except OSError:
        return False


def read(path: Path, name: str, tell: Tell) -> Opened | None:
    """Return the resources of all lines; None where no line is FHIR.

    A broken line is left out by its number. Raises UserError where as many are broken as whole,
    and for a packed file that unpacks to far more than records of health do.
    """
    found, shared = Opened(), SharedParts() if weight(path) >= LONG else None
    documents = Documents(path, name, tell)
    for one in documents:
        body = shared.of(one.body) if shared else one.body  # few lines need no sharing
        open_line(found, body, name, one.number)
    found.skipped += documents.left_out()
    return found if documents.is_any else None


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
