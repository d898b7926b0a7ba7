"""What a file is called that leaves the journal: a name every system takes, and that tells no more.

A suggested name is seen over the shoulder, in e-mails and on shared computers, so no health
number stands in it.
"""

import re
from typing import Final

_NOT_IN_NAMES = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+'
)
_DOTS = re.compile(r"\.{2,}|…")
_HEALTH_NUMBER = re.compile(
    r"(?<!\d)(?:NHS(?: number| no\.?)?:? *)?\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"
)
"""Ten digits as they are printed on letters, 943 476 5919, with what they are called."""
_LONGEST: Final = 80
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Windows takes no file of these names, whatever its ending."""


def plain_name(title: str, fallback: str) -> str:
    """Return a name without an ending, made of a title; ``fallback`` when nothing is left."""
    without = _HEALTH_NUMBER.sub(" ", _NOT_IN_NAMES.sub(" ", title))
    plain = " ".join(_DOTS.sub(" ", without).split())[:_LONGEST].strip(" .,-")
    return fallback if not plain or _RESERVED.fullmatch(plain) else plain


def file_name(title: str, ending: str, fallback: str) -> str:
    """Return a name with its ending (".pdf")."""
    return plain_name(title.removesuffix(ending), fallback) + ending
