"""Texts that a cell of a spreadsheet does not hold as they are, and how they come back.

A spreadsheet runs a cell that begins like a formula: such text leaves with a ' before it.
"""

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


def unescaped(text: str) -> str:
    """Return the text of a cell of ours with the two signs that readers of workbooks leave escaped.

    U+FFFE and U+FFFF have no place in XML; who writes such words as ``_xFFFE_`` has them parted.
    """
    return text.replace("_xFFFE_", "\ufffe").replace("_xFFFF_", "\uffff")
