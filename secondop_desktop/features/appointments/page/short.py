"""Texts of any length in the room of a row."""

MOST = 400
"""Letters that a row shows; the whole text is in the entry itself."""


def short(text: str, most: int = MOST) -> str:
    """Return a text in one line, cut where it is longer than a row can show."""
    line = " ".join(text[: most * 4].split())
    cut = len(line) > most or len(text) > most * 4
    return f"{line[:most].rstrip()}…" if cut else line
