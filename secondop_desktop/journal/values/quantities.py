"""Measured values and ranges, kept as printed and read without ever being converted."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Self, TypeVar

from secondop_desktop.journal.values import numbers
from secondop_desktop.journal.values.numbers import NUMBER
from secondop_desktop.patterns import pattern

_SIGN = r"<=|>=|=<|=>|≤|≥|<|>"
_WORD = r"up to|under|less than|below|over|more than|above|bis|unter|über"
_VALUE = pattern(rf"\s*({_SIGN}|less than|more than)?\s*({NUMBER})\s*", re.IGNORECASE)
_TO = r"à|a|i|hasta|tot|t/m|till|do|through|up to"
_DASH = rf"-{{1,2}}|–|—|‒|−|~|to|bis|\.{{2,3}}|…|(?<=\s)(?:{_TO})(?=\s)"
_FROM = r"(?:from|von|vom|de|du|da|desde|od|van|från|o)\s+"
_BETWEEN = pattern(
    rf"\s*[(\[]?\s*(?:{_FROM})?({NUMBER})\s*(?:{_DASH})\s*({NUMBER})\s*[)\]]?\s*", re.IGNORECASE
)
_AND = pattern(
    rf"\s*(?:between|entre|zwischen|tussen|tra|fra|rhwng|mellan)\s+({NUMBER})"
    rf"\s+(?:and|et|und|en|y|e|a|ac|och)\s+({NUMBER})\s*",
    re.IGNORECASE,
)
_ONE_SIDED = pattern(rf"\s*[(\[]?\s*({_SIGN}|{_WORD})\s*({NUMBER})\s*[)\]]?\s*", re.IGNORECASE)
_ALIKE = {
    **dict.fromkeys(("<=", "=<", "up to", "bis"), "≤"),
    **dict.fromkeys((">=", "=>"), "≥"),
    **dict.fromkeys(("under", "less than", "below", "unter"), "<"),
    **dict.fromkeys(("over", "more than", "above", "über"), ">"),
}


UNKNOWN = "?"
"""What a text is read as where two readings fit and nobody can tell which is meant."""

_Bounds = tuple[Decimal | None, Decimal | None, bool, bool]
_NONE: _Bounds = (None, None, False, False)


@lru_cache(maxsize=4096)
def _bounds(text: str) -> _Bounds:
    decimal = numbers.decimal_sign([text])
    if found := _BETWEEN.fullmatch(text) or _AND.fullmatch(text):
        low, high = (numbers.number(part, decimal) for part in found.groups())
        ordered = low is not None and high is not None and low <= high
        return (low, high, False, False) if ordered else _NONE
    if found := _ONE_SIDED.fullmatch(text):
        sign = _ALIKE.get(found[1].lower(), found[1])
        number = numbers.number(found[2], decimal)
        if number is None:
            return _NONE
        if sign in "<≤":
            return None, number, False, sign == "<"
        return number, None, sign == ">", False
    return _NONE


@lru_cache(maxsize=4096)
def _value(text: str) -> tuple[str, Decimal] | None:
    found = _VALUE.fullmatch(text)
    number = numbers.number(found[2]) if found else None
    if found is None or number is None:
        return None
    sign = (found[1] or "").lower()
    return _ALIKE.get(sign, sign), number


@lru_cache(maxsize=4096)
def _meanings(text: str) -> tuple[str, ...]:
    found = _VALUE.fullmatch(text)
    if found is None:
        return ()
    before = text[: found.start(2)]
    return tuple(before + one for one in numbers.meanings(found[2]))


def _plain(text: str, decimal: str) -> str:
    """Return a value or range with its numbers as this program writes them."""
    for shape in (_VALUE, _BETWEEN, _AND, _ONE_SIDED):
        if found := shape.fullmatch(text):
            return _rewritten(found, decimal)
    return ""


def _rewritten(found: re.Match[str], decimal: str) -> str:
    text, end = "", 0
    for group in range(1, len(found.groups()) + 1):
        if found[group] and re.fullmatch(NUMBER, found[group]):
            plain = numbers.plain(found[group], decimal)
            if not plain:
                return ""
            text += found.string[end : found.start(group)] + plain
            end = found.end(group)
    return text + found.string[end:]


class Side(StrEnum):
    """Where a value lies against the range printed on the report; it says nothing more."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True)
class _Printed(ABC):
    """A text as printed; ``read_as`` is what it means where its own words leave that open."""

    text: str
    read_as: str = ""

    @classmethod
    def of(cls, text: str, decimal: str) -> Self:
        """Take a text from where this decimal sign is used (``.``, ``,`` or empty: not known)."""
        read: Self = _printed(cls, text.strip(), decimal)
        return read

    def settled(self, read_as: str) -> Self:
        """Return it read as this, where its text can mean that; else as it is by itself."""
        signs = (numbers.POINT, numbers.COMMA)
        can = {self.of(self.text, sign).read_as for sign in signs} | {UNKNOWN}
        fits = read_as in can or (read_as and read_as in self.text)
        return replace(self, read_as=read_as if fits else "")

    @property
    def _meant(self) -> str:
        return self.read_as or self.text

    @abstractmethod
    def _alike(self, other: Self) -> bool:
        """Tell whether both say the same numbers."""


_P = TypeVar("_P", bound=_Printed)


@lru_cache(maxsize=8192)
def _printed(form: type[_P], text: str, decimal: str) -> _P:
    """Read a text once, however many rows of a table print it."""
    plain = _plain(text, decimal) if decimal else ""
    own = form(text)
    return own if not plain or own._alike(form(plain)) else form(text, plain)


@dataclass(frozen=True)
class Quantity(_Printed):
    """A result as printed: ``13.4``, ``<0.5``, ``≥ 90`` or words such as ``positive``.

    ``number`` is None for words, and for ``1,200`` while nothing says which sign the comma is;
    ``comparator`` is one of ``< > ≤ ≥`` or empty.
    """

    @cached_property
    def _read(self) -> tuple[str, Decimal] | None:
        return _value(self._meant)

    @property
    def number(self) -> Decimal | None:
        """The number printed, without its comparator."""
        read = self._read
        return read[1] if read else None

    @property
    def comparator(self) -> str:
        """The sign printed before the number, or an empty text."""
        read = self._read
        return read[0] if read else ""

    @property
    def meanings(self) -> tuple[str, ...]:
        """All that the text can mean, as this program writes it, where that is more than one."""
        return () if self.number is not None else _meanings(self.text)

    def _alike(self, other: Self) -> bool:
        return self._read == other._read

    def __str__(self) -> str:
        """Return the text as printed, without the tail of a computer's arithmetic."""
        return numbers.without_tail(self.text)


@dataclass(frozen=True)
class Range(_Printed):
    """A reference range as printed: two-sided, one-sided, or only words.

    ``low`` and ``high`` are None where nothing was printed; the strict flags mean the bound
    itself lies outside (``<5``).
    """

    @cached_property
    def bounds(self) -> _Bounds:
        """Low, high, and whether each of them is strict."""
        return _bounds(self._meant)

    @property
    def has_bounds(self) -> bool:
        """Whether it can be compared with; not words, nor what may be read in two ways."""
        return self.low is not None or self.high is not None

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
        return _side(self, value)

    def compared(self, value: Quantity) -> Side | None:
        """Return ``side`` found afresh."""
        low, high, low_strict, high_strict = self.bounds
        number, sign = value.number, value.comparator
        if number is None or not self.has_bounds or self._speaks_against(value):
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

    def _speaks_against(self, value: Quantity) -> bool:
        """Tell whether ``1.234`` may be a thousand here: beside ``0,5-1,5`` nobody can know."""
        doubtful = not value.read_as and Quantity.of(value.text, numbers.COMMA).read_as
        return bool(doubtful) and numbers.COMMA in numbers.proofs([self.text])

    def _alike(self, other: Self) -> bool:
        return self.bounds == other.bounds

    def __str__(self) -> str:
        return self.text


def _under(number: Decimal, bound: Decimal, or_at: bool) -> bool:
    return number <= bound if or_at else number < bound


def _over(number: Decimal, bound: Decimal, or_at: bool) -> bool:
    return number >= bound if or_at else number > bound


@lru_cache(maxsize=4096)
def _side(printed: Range, value: Quantity) -> Side | None:
    """Compare once what a life of results holds again and again."""
    return printed.compared(value)
