"""The documents of other programs whose words can be read, by media type (IANA names)."""

from collections.abc import Mapping
from typing import Final

_OPEN_XML: Final = "application/vnd.openxmlformats-officedocument."
_ODF: Final = "application/vnd.oasis.opendocument."

DOCX: Final = f"{_OPEN_XML}wordprocessingml.document"
XLSX: Final = f"{_OPEN_XML}spreadsheetml.sheet"
PPTX: Final = f"{_OPEN_XML}presentationml.presentation"
ODT, ODS, ODP = f"{_ODF}text", f"{_ODF}spreadsheet", f"{_ODF}presentation"
XLS: Final = "application/vnd.ms-excel"
RTF: Final = "application/rtf"
MSG: Final = "application/vnd.ms-outlook"
DOC: Final = "application/msword"
"""Known, so that it can be named; nothing here reads the words of the old form of Word."""

READERS: Final[Mapping[str, str]] = {
    DOCX: "word",
    PPTX: "slides",
    ODT: "open",
    ODP: "open",
    XLSX: "sheets",
    XLS: "sheets",
    ODS: "sheets",
    RTF: "rich",
    MSG: "outlook",
}
"""Who reads the words of a type, in the process that decodes."""


def is_document(media_type: str) -> bool:
    """Tell whether the words of a file of this type are read by the process that decodes."""
    return media_type in READERS
