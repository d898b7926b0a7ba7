"""Telling FHIR from other JSON: one document or one to a line (NDJSON), packed (gz) or not."""

import json

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.containers.packed_stream import PlainFile
from secondop_desktop.exchange.fhir.resources import Opened, is_fhir, opened
from secondop_desktop.exchange.incoming import json_lines
from secondop_desktop.exchange.source_files.strict_json import read_json
from secondop_desktop.journal.files.gzip_members import is_packed
from secondop_desktop.journal.progress import Tell, nobody

_NAMES = (".json", ".ndjson", ".jsonl")


def is_json(start: bytes) -> bool:
    """Tell whether a file that begins so can only be JSON, or is packed and may be.

    A text may begin with a bracket.
    """
    if is_packed(start):
        return True
    text = start.decode(json.detect_encoding(start), "replace").lstrip("\ufeff \t\r\n")
    return text.startswith("[") or (text.startswith("{") and not text.startswith("{\\rtf"))


def fhir_document(file: PlainFile, tell: Tell = nobody) -> Opened | None:
    """Return the resources of a file of FHIR; None for other JSON.

    ``tell`` hears how far it is. Raises UserError for JSON that is broken; where each line is a
    document, a broken one is left out by its number.
    """
    if json_lines.has_lines(file.path):
        return json_lines.read(file.path, file.name, tell)
    if not is_json(file.data[:4096]):
        return None
    try:
        found = read_json(file.data, file.name, tell)
    except UserError:
        if file.data.lstrip()[:1] == b"[" and file.path.suffix.lower() not in _NAMES:
            return None
        raise
    if is_fhir(found) or (isinstance(found, list) and any(map(is_fhir, found))):
        return opened(found, file.name)
    return None
