"""What is printed: one JSON document, or plain lines for people."""

import json
import unicodedata
from collections.abc import Iterable, Sequence

_LONGEST = 300
_WIDEST = 48


def print_json(document: object) -> None:
    """Print one JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))


def plain(text: str) -> str:
    """Return a text as one line without what could steer a terminal or turn the line around."""
    return "".join(char if _harmless(char) else " " for char in text.replace("\xad", ""))


def short(text: str) -> str:
    """Return a text like ``plain`` of a few lines at most: a stranger's may be of any length."""
    line = plain(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _harmless(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns in line; what is long is shortened."""
    cells = [list(head)] + [[_cell(text) for text in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        print(line.rstrip())


def _cell(text: str) -> str:
    line = plain(text)
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"


def local_time(moment: str) -> str:
    """Say a moment of the journal (UTC, ISO 8601) on the clock of this computer."""
    from datetime import datetime

    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
