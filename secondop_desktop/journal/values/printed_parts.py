"""What stands in one place of a printed result: number, unit, mark and range told apart."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from secondop_desktop.journal.values.numbers import NUMBER
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.patterns import pattern

_SIGN = r"(?:<=|>=|=<|=>|[<>≤≥])?\s*"
_FLAG = r"(?:HH?|LL?|A|N|C|\*{1,3}|[↑▲△]{1,2}|[↓▼▽]{1,2}|(?i:high|low|abnormal|normal|critical))"
_UP_OR_DOWN = r"\+{1,3}|[-−–]{1,3}"
"""Marks of laboratories abroad; behind a number only, as before one they are its sign."""

_GRADE = pattern(r"[0-4]\s*[-−–+]+")
"""What a test strip says: ``2+`` is a value of its own."""

_BEFORE = pattern(
    rf"(\*{{1,3}}|[↑▲△]{{1,2}}|[↓▼▽]{{1,2}}|[(\[]\s*(?:HH?|LL?)\s*[)\]]|(?:HH?|LL?)\s)\s*({_SIGN}{NUMBER}.*)"
)
_IN_BRACKETS = pattern(rf"(.+?)\s*[(\[]\s*({_FLAG})\s*[)\]]")
_BEHIND = pattern(rf"({_SIGN}{NUMBER})\s*({_FLAG}|{_UP_OR_DOWN})")
_BETWEEN = pattern(rf"({_SIGN}{NUMBER})\s*({_FLAG}|{_UP_OR_DOWN})\s+([^\d\s].*)")
_AFTER_UNIT = pattern(rf"({_SIGN}{NUMBER}\s*\S+)\s+({_FLAG}|{_UP_OR_DOWN})")
_RANGE_BEHIND = pattern(r"(.+?)\s*[(\[]\s*([^()\[\]]+)\s*[)\]]")
_UNIT_BEHIND = pattern(
    rf"({_SIGN}{NUMBER})\s*([^\W\d_].*|[%°‰].*|/[^\W\d_].*|[×*]\s*10.*|10[\^⁹¹*].*)"
)
_UNITS = frozenset(
    re.split(
        r"\s+",
        "bar bpm c cells cm copies dl f fl g h hr hrs index iu kcal kg kj kpa ku l lb lbs m meq "
        "mg min mins miu ml mm mmhg mmol mol mosm mosmol mu ng nmol osm pg pmol ratio s sec "
        "seconds secs st u ug umol units years °c °f µg µmol μg",
    )
)
_UNIT = pattern(r"[^\s()\[\]<>;]*[/%°‰^][^\s()\[\]<>;]*(?: ?[a-zA-Z0-9²/]+)?|%")
_PAIR = pattern(r"\d[\d.,]*(?:/\d[\d.,]*)*%?")
"""Figures alone are no unit: 131/79 is a blood pressure, and 61% a share."""

_LITRES = pattern(
    r"fev|fvc|\bvc\b|\btlc\b|\brv\b|(?<!binding )capacity|(?<!cell )(?<!corpuscular )"
    r"(?<!platelet )volume|lung|flow|fluid(?! \w)|intake|output|drain|oxygen(?! sat)|"
    r"^(?:24[- ]?h(?:ours?)? )?urine$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Printed:
    """The parts of what one row prints beside its test."""

    value: str
    unit: str = ""
    flag: str = ""
    range: str = ""


@lru_cache(maxsize=8192)
def parted(printed: Printed, test: str) -> Printed:
    """Part number, unit, flag and range where they stand in one cell; else keep it whole."""
    if _GRADE.fullmatch(printed.value):
        return printed
    found = _without_range(_without_flag(printed, test))
    found = _without_flag(found, test)
    found = _without_unit(found)
    return found if Quantity(found.value).number is not None or _is_open(found.value) else printed


def _is_open(text: str) -> bool:
    return bool(Quantity(text).meanings)


def _without_flag(printed: Printed, test: str) -> Printed:
    value = printed.value
    if found := _BEFORE.fullmatch(value):
        return _flagged(printed, found[2], found[1].strip("()[] "))
    if found := _IN_BRACKETS.fullmatch(value):
        return _flagged(printed, found[1], found[2])
    if found := _BEHIND.fullmatch(value):
        litres = found[2].casefold() == "l" and not printed.unit and in_litres(test)
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
    if found is None or printed.range or not Range(found[2]).has_bounds:
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


def is_flag(text: str) -> bool:
    """Tell whether a text is a mark that stands beside a result, such as ``H`` or ``*``."""
    return bool(re.fullmatch(rf"\(?(?:{_FLAG}|[+−-]{{1,3}}|!{{1,2}})\)?", text, re.IGNORECASE))


def is_unit(text: str) -> bool:
    """Tell whether a text is a unit and no remark."""
    measured = bool(_UNIT.fullmatch(text)) and not _PAIR.fullmatch(text)
    return text.casefold() in _UNITS or measured


_POWER = r"[x×*]?\s*10\s*[\^*]?\s*[\d⁰¹²³⁴-⁹]+"
_AMOUNT = r"[kgtmµμunpfdc]?(?:g|mol|l|iu|u|kat|eq|osm|pa|bq|m)|[gt]|cells|copies|cfu|million"
_TIMES = r"24\s?h(?:rs?|ours?)?|h|hr|min|d|day|week"
_PER = rf"[kmµμunpfdc]?(?:l|g|mol)|{_TIMES}|hpf|1[.,]73(?:\s?m[²2])?|m[²2]|mm[³3]"
_RATE = pattern(rf"(?:{_POWER}|{_AMOUNT})?(?:/(?:{_PER}))+|{_POWER}|[%‰]|°[CF]", re.IGNORECASE)
_NO_UNITS_OF_NAMES = frozenset({"cells", "copies", "index", "ratio"})
_BEHIND_NAME = pattern(r"(.+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]|(.+?)\s*[,;]\s*(\S+)|(.+)\s(\S+)")


@lru_cache(maxsize=8192)
def named(test: str, unit: str = "") -> tuple[str, Printed]:
    """Part the name of a test from a unit and a range behind it, as in ``Urea (mmol/L)``.

    ``unit`` is what its own column says. A single letter (``Protein (C)``), a word, and a unit
    other than that of the column stay with the name.
    """
    name, found = test, Printed("", unit)
    while ends := _BEHIND_NAME.fullmatch(name):
        rest, end = next((ends[at], ends[at + 1]) for at in (1, 3, 5) if ends[at])
        if _is_unit_of_name(end, in_brackets=bool(ends[1])) and _agrees(found.unit, end):
            found = replace(found, unit=found.unit or end)
        elif ends[1] and not found.range and Range(end).has_bounds and not Range(rest).has_bounds:
            found = replace(found, range=end)
        elif ends[1] and not found.range and (both := _range_and_unit(end, found.unit)):
            found = replace(found, range=both[0], unit=both[1])
        else:
            break
        name = rest
    return name, found


def _range_and_unit(text: str, known: str) -> tuple[str, str] | None:
    """Part ``115-165 g/L``; None for any other text, and for another unit than is known."""
    between, _space, unit = text.rpartition(" ")
    fits = _is_unit_of_name(unit, in_brackets=True) and _agrees(known, unit)
    return (between.strip(), unit) if fits and Range(between).has_bounds else None


def _is_unit_of_name(text: str, *, in_brackets: bool) -> bool:
    word = text.casefold() in _UNITS - _NO_UNITS_OF_NAMES and len(text) > 1
    return is_rate(text) or (in_brackets and word)


def _agrees(known: str, unit: str) -> bool:
    return not known or same_unit(known, unit)


def in_litres(test: str) -> bool:
    """Tell whether an L behind a value of this test means litres, and is no mark."""
    return bool(_LITRES.search(test)) and not named(test)[1].unit


def is_rate(text: str) -> bool:
    """Tell whether a text is an amount in something, a power of ten or a per cent: ``mmol/L``."""
    return bool(_RATE.fullmatch(text))


def same_unit(one: str, other: str) -> bool:
    """Tell whether two spellings are those of one unit; nothing is converted."""
    return _folded(one) == _folded(other)


def _folded(unit: str) -> str:
    return "".join(unit.split()).replace("µ", "u").replace("μ", "u").casefold()


@lru_cache(maxsize=8192)
def with_unit(text: str, unit: str, decimal: str = "") -> Range:
    """Read a range; one with a unit inside only where it is that of the value.

    ``decimal`` is the decimal sign of what it stands in, where that is known.
    """
    read = Range.of(text, decimal)
    if not read.has_bounds and (inner := _without(unit, read.text)):
        bare = Range.of(inner, decimal)
        if bare.has_bounds:
            return Range(read.text, bare.read_as or bare.text)
    return read


def _without(unit: str, text: str) -> str:
    """Return a text without this unit at its end, empty where it does not end so."""
    ends = (found.end() for found in re.finditer(r"[\d)\]]\s*", text)) if unit else ()
    return next((text[:end].strip() for end in ends if same_unit(text[end:], unit)), "")
