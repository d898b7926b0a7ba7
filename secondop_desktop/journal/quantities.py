"""Measured values and ranges, kept as printed and read without ever being converted."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

_NUMBER = r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,3})?"
_SIGN = r"<=|>=|≤|≥|<|>"
_VALUE = re.compile(rf"\s*({_SIGN})?\s*({_NUMBER})\s*")
_BETWEEN = re.compile(rf"\s*[(\[]?\s*({_NUMBER})\s*(?:-|–|—|to|\.\.)\s*({_NUMBER})\s*[)\]]?\s*")
_ONE_SIDED = re.compile(
    rf"\s*[(\[]?\s*({_SIGN}|up to|under|less than|over|more than)\s*({_NUMBER})\s*[)\]]?\s*",
    re.IGNORECASE,
)
_ALIKE = {"<=": "≤", ">=": "≥", "up to": "≤", "under": "<", "less than": "<"} | {
    "over": ">",
    "more than": ">",
}


_Bounds = tuple[Decimal | None, Decimal | None, bool, bool]


@lru_cache(maxsize=4096)
def _bounds(text: str) -> _Bounds:
    if found := _BETWEEN.fullmatch(text):
        low, high = _decimal(found[1]), _decimal(found[2])
        return (low, high, False, False) if low <= high else (None, None, False, False)
    if found := _ONE_SIDED.fullmatch(text):
        sign = _ALIKE.get(found[1].lower(), found[1])
        number = _decimal(found[2])
        if sign in "<≤":
            return None, number, False, sign == "<"
        return number, None, sign == ">", False
    return None, None, False, False


@lru_cache(maxsize=4096)
def _value(text: str) -> tuple[str, Decimal] | None:
    found = _VALUE.fullmatch(text)
    return (_ALIKE.get(found[1], found[1] or ""), _decimal(found[2])) if found else None


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-"))


class Side(StrEnum):
    """Where a value lies against the range printed on the report; it says nothing more."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True)
class Quantity:
    """A result as printed: ``13.4``, ``<0.5``, ``≥ 90`` or words such as ``positive``.

    ``number`` is None for words; ``comparator`` is one of ``< > ≤ ≥`` or empty.
    """

    text: str

    @property
    def _read(self) -> tuple[str, Decimal] | None:
        return _value(self.text)

    @property
    def number(self) -> Decimal | None:
        """The number printed, without its comparator."""
        return self._read[1] if self._read else None

    @property
    def comparator(self) -> str:
        """The sign printed before the number, or an empty text."""
        return self._read[0] if self._read else ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Range:
    """A reference range as printed: two-sided, one-sided, or only words.

    ``low`` and ``high`` are None where nothing was printed; the strict flags mean the bound
    itself lies outside (``<5``).
    """

    text: str

    @property
    def bounds(self) -> _Bounds:
        """Low, high, and whether each of them is strict."""
        return _bounds(self.text)

    @property
    def low(self) -> Decimal | None:
        """The lower bound printed."""
        return self.bounds[0]

    @property
    def high(self) -> Decimal | None:
        """The upper bound printed."""
        return self.bounds[1]

    def side(self, value: Quantity) -> Side | None:
        """Say where a value lies, or None when that cannot be read from the two texts.

        ``<0.5`` against ``0.2-1.0`` is None: the value may lie on either side.
        """
        low, high, low_strict, high_strict = self.bounds
        number, sign = value.number, value.comparator
        if number is None or (low is None and high is None):
            return None
        at_most, at_least = sign in {"", "<", "≤"}, sign in {"", ">", "≥"}
        if low is not None and at_most and _under(number, low, sign == "<" or low_strict):
            return Side.BELOW
        if high is not None and at_least and _over(number, high, sign == ">" or high_strict):
            return Side.ABOVE
        low_strict, high_strict = low_strict and sign != ">", high_strict and sign != "<"
        inside_low = low is None or (at_least and not _under(number, low, low_strict))
        inside_high = high is None or (at_most and not _over(number, high, high_strict))
        return Side.WITHIN if inside_low and inside_high else None

    def __str__(self) -> str:
        return self.text


def _under(number: Decimal, bound: Decimal, or_at: bool) -> bool:
    return number <= bound if or_at else number < bound


def _over(number: Decimal, bound: Decimal, or_at: bool) -> bool:
    return number >= bound if or_at else number > bound
