"""Telling FHIR from other JSON: one document or one to a line (NDJSON), packed (gz) or not."""

import json
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir.resources import is_fhir
from secondop_desktop.exchange.source_files.packed import is_packed, unpacked
from secondop_desktop.exchange.source_files.strict_json import read_json
from secondop_desktop.journal.storage.private_files import read_regular
from secondop_desktop.lang import _

_NAMES = (".json", ".ndjson", ".jsonl")


def is_json(start: bytes) -> bool:
    """Tell whether a file that begins so can only be JSON, or is packed and may be.

    A text may begin with a bracket.
    """
    if is_packed(start):
        return True
    text = start.decode(json.detect_encoding(start), "ignore").lstrip("\ufeff \t\r\n")
    return text.startswith("[") or (text.startswith("{") and not text.startswith("{\\rtf"))


def fhir_document(path: Path, name: str) -> object | None:
    """Return the FHIR that a file holds: a resource, or a list of them; None for other JSON.

    Raises UserError for JSON that is broken.
    """
    data = unpacked(read_regular(path))
    if not is_json(data[:4096]):
        return None
    try:
        found = _lines(data, name) if _is_ndjson(data) else read_json(data, name)
    except UserError:
        if data.lstrip()[:1] == b"[" and path.suffix.lower() not in _NAMES:
            return None
        raise
    if is_fhir(found) or (isinstance(found, list) and any(map(is_fhir, found))):
        return found
    return None


def _is_ndjson(data: bytes) -> bool:
    """Tell whether the first line is whole by itself and another one follows."""
    first, _end, rest = data.strip().partition(b"\n")
    if not rest.lstrip().startswith(b"{") or not first.rstrip().endswith(b"}"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _lines(data: bytes, name: str) -> list[object]:
    return [
        read_json(line, _("{file}, line {number}").format(file=name, number=number))
        for number, line in enumerate(data.splitlines(), 1)
        if line.strip()
    ]
