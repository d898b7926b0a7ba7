"""What stands in a cell of results: number, unit, flag and range told apart, or kept whole."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.journal.values import numbers
from secondop_desktop.journal.values.numbers import COMMA, NUMBER, POINT
from secondop_desktop.journal.values.quantities import UNKNOWN, Quantity, Range, Side
from secondop_desktop.lang import _

_SIGN = r"(?:<=|>=|=<|=>|[<>≤≥])?\s*"
_FLAG = r"(?:HH?|LL?|A|N|C|\*{1,3}|↑{1,2}|↓{1,2}|(?i:high|low|abnormal|normal|critical))"
_BEFORE = re.compile(rf"(\*{{1,3}}|↑{{1,2}}|↓{{1,2}}|(?:HH?|LL?)\s)\s*({_SIGN}{NUMBER}.*)")
_IN_BRACKETS = re.compile(rf"(.+?)\s*[(\[]\s*({_FLAG})\s*[)\]]")
_BEHIND = re.compile(rf"({_SIGN}{NUMBER})\s*({_FLAG})")
_BETWEEN = re.compile(rf"({_SIGN}{NUMBER})\s*({_FLAG})\s+([^\d\s].*)")
_AFTER_UNIT = re.compile(rf"({_SIGN}{NUMBER}\s*\S+)\s+({_FLAG})")
_RANGE_BEHIND = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]+)\s*[)\]]")
_UNIT_BEHIND = re.compile(
    rf"({_SIGN}{NUMBER})\s*([^\W\d_].*|[%°‰].*|/[^\W\d_].*|[×*]\s*10.*|10[\^⁹¹*].*)"
)
_UNITS = frozenset(
    {
        "bar",
        "bpm",
        "c",
        "cells",
        "cm",
        "copies",
        "dl",
        "f",
        "fl",
        "g",
        "h",
        "hr",
        "hrs",
        "index",
        "iu",
        "kcal",
        "kg",
        "kj",
        "kpa",
        "ku",
        "l",
        "lb",
        "lbs",
        "m",
        "meq",
        "mg",
        "min",
        "mins",
        "miu",
        "ml",
        "mm",
        "mmhg",
        "mmol",
        "mol",
        "mosm",
        "mosmol",
        "mu",
        "ng",
        "nmol",
        "osm",
        "pg",
        "pmol",
        "ratio",
        "s",
        "sec",
        "seconds",
        "secs",
        "st",
        "u",
        "ug",
        "umol",
        "units",
        "years",
        "°c",
        "°f",
        "µg",
        "µmol",
        "μg",
    }
)
_UNIT = re.compile(r"[^\s()\[\]<>;]*[/%°‰^][^\s()\[\]<>;]*(?: ?[a-zA-Z0-9²/]+)?|%")
_LITRES = re.compile(
    r"fev|fvc|\bvc\b|\btlc\b|\brv\b|capacity|volume|lung|flow|fluid|intake|output|drain|oxygen",
    re.IGNORECASE,
)
_AMERICAN = re.compile(r"\b(?:mg/dl|ng/dl|lbs?|°f|deg f)\b|\d\s*[ap]\.?m\b", re.IGNORECASE)


@dataclass(frozen=True)
class Printed:
    """The parts of what one row prints beside its test."""

    value: str
    unit: str = ""
    flag: str = ""
    range: str = ""


def parted(printed: Printed, test: str) -> Printed:
    """Part number, unit, flag and range where they stand in one cell; else keep it whole."""
    found = _without_range(_without_flag(printed, test))
    found = _without_flag(found, test)
    found = _without_unit(found)
    return found if Quantity(found.value).number is not None or _is_open(found.value) else printed


def is_american(texts: Iterable[str]) -> bool:
    """Tell whether some text is written as in the United States: mg/dL, pounds, am and pm."""
    return any(_AMERICAN.search(text) for text in texts)


def _is_open(text: str) -> bool:
    return bool(Quantity(text).meanings)


def _without_flag(printed: Printed, test: str) -> Printed:
    value = printed.value
    if found := _BEFORE.fullmatch(value):
        return _flagged(printed, found[2], found[1].strip())
    if found := _IN_BRACKETS.fullmatch(value):
        return _flagged(printed, found[1], found[2])
    if found := _BEHIND.fullmatch(value):
        litres = found[2].casefold() == "l" and not printed.unit and _LITRES.search(test)
        return printed if litres else _flagged(printed, found[1].strip(), found[2])
    if found := _BETWEEN.fullmatch(value):
        return _flagged(printed, f"{found[1]} {found[3]}", found[2])
    if found := _AFTER_UNIT.fullmatch(value):
        return _flagged(printed, found[1], found[2])
    return printed


def _flagged(printed: Printed, value: str, flag: str) -> Printed:
    return replace(printed, value=value.strip(), flag=printed.flag or flag)


def _without_range(printed: Printed) -> Printed:
    found = _RANGE_BEHIND.fullmatch(printed.value)
    if found is None or printed.range or Range(found[2]).bounds[:2] == (None, None):
        return printed
    return replace(printed, value=found[1], range=found[2])


def _without_unit(printed: Printed) -> Printed:
    found = _UNIT_BEHIND.fullmatch(printed.value)
    if found is None or Quantity(printed.value).number is not None:
        return printed
    number, unit = found[1].strip(), found[2].strip()
    same = not printed.unit or same_unit(unit, printed.unit)
    if not same or not is_unit(unit):
        return printed
    return replace(printed, value=number, unit=printed.unit or unit)


def is_unit(text: str) -> bool:
    """Tell whether a text is a unit and no remark."""
    return text.casefold() in _UNITS or bool(_UNIT.fullmatch(text))


def same_unit(one: str, other: str) -> bool:
    """Tell whether two spellings are those of one unit; nothing is converted."""
    return _folded(one) == _folded(other)


def _folded(unit: str) -> str:
    return "".join(unit.split()).replace("µ", "u").replace("μ", "u").casefold()


class Figures:
    """Reads the numbers of one table by its decimal sign; asks where both signs fit."""

    def __init__(
        self, name: str, values: Sequence[str], ranges: Sequence[str], asked: Asked, *, abroad: bool
    ) -> None:
        """Take all values and ranges; ``abroad`` says that the file speaks another language."""
        self._abroad = abroad
        found = numbers.proofs(values) or numbers.proofs(ranges)
        self._sign = next(iter(found)) if len(found) == 1 else ""
        doubtful = [text for text in (*values, *ranges) if self._is_doubtful(text)]
        if doubtful and not self._sign:
            self._sign = self._ask(name, doubtful[0], asked)

    def value(self, text: str, printed: Range | None) -> Quantity:
        """Read a value; without a number where the range beside it speaks for the other sign."""
        if self._is_doubtful(text) and not self._sign:
            return Quantity(text, UNKNOWN)
        read = Quantity.of(text, self._sign)
        other = Quantity.of(text, COMMA if self._sign == POINT else POINT)
        if printed and read.number != other.number and _speaks_against(printed, read, other):
            return Quantity(text, UNKNOWN)
        return read

    def range(self, text: str, unit: str) -> Range | None:
        """Read a range; with a unit inside only where it is that of the value."""
        if not text:
            return None
        read = Range.of(text, self._sign)
        if read.bounds[:2] == (None, None) and (inner := _without(unit, text)):
            bare = Range.of(inner, self._sign)
            if bare.bounds[:2] != (None, None):
                return Range(text, bare.read_as or bare.text)
        return read

    def _is_doubtful(self, text: str) -> bool:
        """Tell whether a text has two readings here; abroad ``1.234`` has them too."""
        value = Quantity(text)
        own, comma = value.number, Quantity.of(text, COMMA).number
        return bool(value.meanings) or (self._abroad and own != comma)

    def _ask(self, name: str, text: str, asked: Asked) -> str:
        point, comma = (Quantity.of(text, sign) for sign in (POINT, COMMA))
        question = Question(
            "decimal-sign",
            _("Which number is {text} in {file}?").format(text=text, file=name),
            (
                Choice("point", str(point.read_as or text)),
                Choice("comma", str(comma.read_as or text)),
                Choice("open", _("Not known: keep such numbers as they are written")),
            ),
            "open",
        )
        return {"point": POINT, "comma": COMMA}.get(asked.ask(question), "")


def _without(unit: str, text: str) -> str:
    """Return a text without this unit at its end, empty where it does not end so."""
    ends = (found.end() for found in re.finditer(r"[\d)\]]\s*", text)) if unit else ()
    return next((text[:end].strip() for end in ends if same_unit(text[end:], unit)), "")


def _speaks_against(printed: Range, read: Quantity, other: Quantity) -> bool:
    """Tell whether only the other reading lies within the range, as ``1,200`` in 0.7-1.3."""
    return printed.side(other) is Side.WITHIN and printed.side(read) is not Side.WITHIN
