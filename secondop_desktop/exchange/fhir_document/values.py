"""Single values as FHIR holds them: texts, concepts, dates as exact as they are known, amounts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.fhir.codes import UCUM, coding, line, prose
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.known_codes import can_be, is_unit
from secondop_desktop.journal.values import moments
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range

_EXTENSION = "http://hl7.org/fhir/StructureDefinition/"
RENDERED = f"{_EXTENSION}rendered-value"
ABSENT = f"{_EXTENSION}data-absent-reason"
_CODE = re.compile(r"\S+( \S+)*")
_SIGNS = {"≤": "<=", "≥": ">="}
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?")
"""A number that JSON writes with the very digits that were printed."""


def filled(**parts: Any) -> Body:
    """Return the parts that say something: FHIR has no empty ones. ``for_`` is written ``for``."""
    return {
        name.rstrip("_"): value
        for name, value in parts.items()
        if value is not None and value not in ("", [], {})
    }


def text(value: str) -> str:
    """Return a text without the characters that FHIR and XML forbid."""
    if value.isprintable():
        return value.strip()
    return "".join(char for char in prose(value) if char in {"\t", "\n"} or _is_shown(char))


def _is_shown(char: str) -> bool:
    return char >= " " and not "\x7f" <= char <= "\x9f" and char not in "\ufffe\uffff"


def one_line(value: str) -> str:
    """Return the same as one line."""
    return line(text(value))


def concept(said: str, code: str = "") -> Body:
    """Return words as a CodeableConcept, with the code that a letter or a file gave for them."""
    return filled(coding=_codings(code), text=text(said))


def _codings(code: str) -> list[Body]:
    plain = one_line(code)
    if not plain or not _CODE.fullmatch(plain):
        return []
    found = coding(plain)
    known = found if found and can_be(found["system"], found["code"]) else {"code": plain}
    return [known]


def concepts(*said: str) -> list[Body]:
    """Return those of several words that say something, each as a concept."""
    return [found for one in said if (found := concept(one))]


def structural(system: str, code: str) -> Body:
    """Return a concept whose code says how a resource stands, as the standard demands."""
    return {"coding": [{"system": f"http://terminology.hl7.org/CodeSystem/{system}", "code": code}]}


def notes(*said: str) -> list[Body]:
    """Return texts as Annotations."""
    return [{"text": found} for one in said if (found := text(one))]


def unknown(name: str, value_type: str = "DateTime") -> Body:
    """Return the part that says that something which FHIR demands is not known."""
    return {f"_{name}{value_type}": {"extension": [absent()]}}


def absent() -> Body:
    """Return the extension that says so."""
    return {"url": ABSENT, "valueCode": "unknown"}


def dated(name: str, when: PartialDate | None, *, clock: bool = False) -> Body:
    """Return a date as exact as it is known; one that is only about says so in words beside it."""
    if when is None:
        return {}
    words = {"url": RENDERED, "valueString": when.words()}
    beside = {f"_{name}": {"extension": [words]}} if when.about else {}
    return {name: moment(when) if clock else when.without_time().iso} | beside


def moment(when: PartialDate) -> str:
    """Return a dateTime; the time of the clock in the UK with its offset (FHIR demands one)."""
    if when.clock is None or when.is_skipped:
        return when.without_time().iso
    here = datetime.combine(when.first_day, when.clock, moments.zone())
    return here.isoformat(timespec="seconds")


def period(start: PartialDate | None, end: PartialDate | None) -> Body:
    """Return a Period; one whose end lies before its start is told by the start alone."""
    ordered = not (start and end) or start.first_day <= end.first_day
    return dated("start", start) | (dated("end", end) if ordered else {})


def quantity(value: Quantity, unit: str, unit_code: str) -> Body:
    """Return a printed number as a Quantity, every digit kept; empty for words."""
    number = value.number
    if number is None:
        return {}
    printed = _NUMBER.search(value.text)
    exact = Decimal(printed[0]) if printed and Decimal(printed[0]) == number else number
    sign = _SIGNS.get(value.comparator, value.comparator)
    beside = [{"url": RENDERED, "valueString": text(value.text)}]
    same = value.text == f"{value.comparator}{exact:f}"
    return filled(
        extension=[] if same else beside, value=exact, comparator=sign, **_unit(unit, unit_code)
    )


def _unit(unit: str, code: str) -> Mapping[str, str]:
    coded = {"system": UCUM, "code": code} if is_unit(code) else {}
    return {"unit": one_line(unit), **coded}


def reference_range(printed: Range | None, unit: str, others: str) -> list[Body]:
    """Return the printed ranges, the usual one with its bounds where it has any."""
    found = [_bounded(printed, unit)] if printed and one_line(printed.text) else []
    return [*found, *([{"text": one_line(others)}] if one_line(others) else [])]


def _bounded(printed: Range, unit: str) -> Body:
    low, high, low_strict, high_strict = printed.bounds
    plain = not (low_strict or high_strict)  # FHIR's bounds lie inside the range
    told = {"low": low, "high": high} if plain else {}
    ends = {
        name: filled(value=bound, unit=one_line(unit))
        for name, bound in told.items()
        if bound is not None
    }
    return {**ends, "text": one_line(printed.text)}


def joined(parts: Iterable[str], between: str = ", ") -> str:
    """Put what is known into one text."""
    return between.join(filter(None, parts))


def first_line(texts: Sequence[str]) -> str:
    """Return the first text that says something, as one line."""
    return next(filter(None, map(one_line, texts)), "")
