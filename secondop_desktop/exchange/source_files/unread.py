"""Data that is kept as a file and not read: what it is, said in one sentence."""

import re
import zipfile
from pathlib import Path

from secondop_desktop.journal.files.decoding import decoded
from secondop_desktop.journal.files.gzip_members import is_packed
from secondop_desktop.journal.files.packed_type import ZIP, makes_document
from secondop_desktop.lang import N_, _

_C_CDA = N_(
    "{name} is a summary of health records (C-CDA) without entries to read one by one. It is kept "
    "as a file with its words."
)
_APPLE = N_(
    "{name} is an export of Apple Health without its measurements. It is kept as a file. "
    "Export it again on the phone to have them read."
)
_HL7 = N_(
    "{name} is a message between hospital computers (HL7). It is kept as a file, and the results "
    "in it are not read. Ask for them as a table (CSV) or as FHIR (JSON)."
)
_EDIFACT = N_(
    "{name} is a message of a laboratory (EDIFACT). It is kept as a file, and the results in it "
    "are not read. Ask for them as a table (CSV) or as FHIR (JSON)."
)
_JSON = N_(
    "{name} is data (JSON) of a kind that is not known here. It is kept as a file and not read."
)
_XML = N_(
    "{name} is data (XML) of a kind that is not known here. It is kept as a file and not read."
)
_PACKED = N_(
    "{name} is a packed file. It is kept as it is. Unpack it, and bring in the files that are in "
    "it, to have them read."
)
_JOURNAL = N_(
    "{name} is a journal, and is kept as a file. To read it, open it. To bring entries in, save "
    "them as a table in that journal first."
)
_LETTERS = N_(
    "{name} is text, but Secondop cannot tell how its letters are coded. It is kept as a file, and "
    "its words cannot be searched. Save it as UTF-8, and bring it in again."
)
_ATTACHED = N_(
    "{name} came with an e-mail, and holds health records. It is kept as a file, and no entries "
    "were made from it. To have it read, save it out of the journal, and bring it in by itself."
)
_RECORDS = re.compile(
    r"<(\w+:)?ClinicalDocument\b|\"resourceType\"\s*:|xmlns(:\w+)?=[\"']http://hl7\.org/fhir[\"']"
)
"""C-CDA, and FHIR as JSON or XML."""

_START = 4096
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
"""Bytes that occur in no text, whatever its letters."""

_MESSAGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\A[\s\x0b]*(MSH|FHS|BHS)\|"), _HL7),
    (re.compile(r"\A\s*UN[AB][:+]"), _EDIFACT),
)
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<(\w+:)?ClinicalDocument\b"), _C_CDA),
    *_MESSAGES,
    (re.compile(r"\A\s*(\{|\[\s*[{\[\"\d\]-])"), _JSON),
    (re.compile(r"\A\s*<\?xml"), _XML),
)
_TEXTS = frozenset(
    {"text/plain", "application/json", "application/xml", "application/octet-stream"}
)


def describe(path: Path, name: str, file_type: str, start: bytes) -> list[str]:
    """Say what a file is that looks like data and is kept whole; nothing for all others.

    ``start`` are its first bytes, at least 4096 where it has them.
    """
    said = _form(path, file_type, start)
    return [_(said).format(name=name)] if said else []


def attached(data: bytes, name: str, file_type: str) -> list[str]:
    """Say of a file of an e-mail that it is read where it comes in by itself, or never."""
    start = data[:_START]
    text = _text(start) if file_type in _TEXTS else ""
    packed = file_type == ZIP or is_packed(start)
    found = next((said for pattern, said in _MESSAGES if pattern.search(text)), "")
    said = _ATTACHED if _RECORDS.search(text) else _PACKED if packed else found
    return [_(said).format(name=name)] if said else []


def is_message(start: bytes) -> bool:
    """Tell whether a file that begins so is a message, whose bars and plus signs make no table."""
    text = _text(start)
    return any(pattern.search(text) for pattern, _said in _MESSAGES)


def is_summary(start: bytes) -> bool:
    """Tell whether a file that begins so is a C-CDA document."""
    return _FORMS[0][0].search(_text(start)) is not None


def _form(path: Path, file_type: str, start: bytes) -> str:
    if path.suffix.lower() == ".secondop":
        return _JOURNAL
    if file_type == ZIP:
        return _in_zip(path)
    if is_packed(start):
        return _PACKED
    if file_type not in _TEXTS:
        return ""
    text = _text(start)
    found = next((said for pattern, said in _FORMS if pattern.search(text)), "")
    if not found and file_type == "application/octet-stream":
        return "" if _NO_TEXT.search(start) else _LETTERS
    return "" if found is _JSON and file_type != "application/json" else found


def _text(start: bytes) -> str:
    found = decoded(start, cut=True)
    return found.text if found else ""


def _in_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ""
    if makes_document(names):
        return ""
    return (
        _APPLE
        if any(name.endswith("apple_health_export/export.xml") for name in names)
        else _PACKED
    )
