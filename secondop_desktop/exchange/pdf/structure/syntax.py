"""Pieces of PDF syntax."""


def text_string(text: str) -> str:
    """Return a text of a dictionary: UTF-16 in hexadecimal, safe with every character."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


def number(value: float) -> str:
    """Return a measure with at most two decimals."""
    return f"{value:.2f}"
