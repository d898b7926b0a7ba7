"""A row of results found on a page, and why it wants a second look."""

import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from secondop_desktop.exchange.printed_results.words import Box


class Doubt(StrEnum):
    """Why a row is not taken for certain."""

    NO_UNIT = "no unit"
    TWO_READINGS = "two readings"
    ANOTHER_NUMBER = "another number"
    WORDS = "words"
    PROSE = "prose"
    UNREADABLE = "unreadable"
    REMARK = "remark"
    LONGER_NAME = "longer name"
    TWO_RANGES = "two ranges"
    OTHER_PATIENT = "other patient"


@dataclass(frozen=True)
class FoundRow:
    """A test with what is printed beside it, its page (from 1) and its place on that page.

    ``date`` is the text of the date it stands under, empty where its line has none of its own.
    """

    test: str
    value: str
    unit: str
    range: str
    flag: str
    date: str
    page: int
    box: Box
    doubts: frozenset[Doubt] = field(default_factory=frozenset)

    def readable(self) -> "FoundRow":
        """Return it without the parts that hold signs of a font's own, which say nothing."""
        parts = {name: getattr(self, name) for name in ("test", "value", "unit", "range", "flag")}
        lost: dict[str, Any] = {
            name: "" for name, text in parts.items() if any(map(_says_nothing, text))
        }
        if not lost:
            return self
        return replace(self, **lost, doubts=self.doubts | {Doubt.UNREADABLE})

    @property
    def is_certain(self) -> bool:
        """Whether nothing speaks against taking it as it stands."""
        return not self.doubts


def _says_nothing(sign: str) -> bool:
    return unicodedata.category(sign) in {"Co", "Cn"} or sign == "\ufffd"
