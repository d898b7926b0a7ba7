"""Pieces of PDF syntax that are written as they are."""

from reportlab.pdfbase.pdfdoc import PDFObject


class Raw(PDFObject):  # type: ignore[misc]
    """An object whose bytes are ready; ReportLab gives it a number and a place."""

    def __init__(self, data: bytes = b"") -> None:
        """Start with these bytes; they may be set until the document is written."""
        self.data = data

    def format(self, _document: object) -> bytes:
        """Return the bytes, as ReportLab asks each object to do."""
        return self.data


def text_string(text: str) -> str:
    """Return a text of a dictionary: UTF-16 in hexadecimal, safe with every character."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


def number(value: float) -> str:
    """Return a measure with at most two decimals."""
    return f"{value:.2f}"
