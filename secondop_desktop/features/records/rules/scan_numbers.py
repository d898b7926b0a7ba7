"""The number under which a hospital keeps a scan: it stands on its pictures and in its report."""

import re
from typing import Any, Final

_LEAST: Final = 5
"""Shorter numbers are told by chance."""


def belong_together(one: Any, other: Any) -> bool:
    """Tell whether of two records one is the pictures and the other tells of them."""
    if one.id == other.id or (one.type == "imaging") == (other.type == "imaging"):
        return False
    pictures, report = (one, other) if one.type == "imaging" else (other, one)
    return any(_names(report, number) for number in _numbers(pictures.accession))


def _numbers(accession: str) -> list[str]:
    """Return the numbers of a record; a disc may hold several studies."""
    return [one for part in accession.split(",") if len(one := part.strip()) >= _LEAST]


def _names(report: Any, number: str) -> bool:
    if number in _numbers(report.accession):
        return True
    return re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", report.text) is not None
