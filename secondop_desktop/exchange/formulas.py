"""Spreadsheets run a cell that begins like a formula: such text leaves with a ' before it."""

import re

_RISKY = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]", re.DOTALL)
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


def neutralised(text: str) -> str:
    """Return text that no spreadsheet takes for a formula (OWASP, "CSV Injection").

    Plain numbers such as ``-1.5`` stay as they are. ``restored`` undoes it exactly.
    """
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def restored(text: str) -> str:
    """Return the text that ``neutralised`` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
