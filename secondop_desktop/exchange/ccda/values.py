"""What was measured or found (PQ, IVL_PQ, CD, ST …) as the values of FHIR."""

import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.ccda.elements import (
    Element,
    attribute,
    every,
    first,
    kind_of,
)
from secondop_desktop.exchange.ccda.times import moment, span
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.exchange.fhir.amounts import printed_unit
from secondop_desktop.exchange.fhir.amounts import value as value_words
from secondop_desktop.lang import _

UCUM = "http://unitsofmeasure.org"
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""A UUID, as written in https://www.rfc-editor.org/rfc/rfc9562."""
_BRACES = re.compile(r"^\{(.+)\}$")
"""What is counted, such as ``{tbl}``: UCUM has no units for these."""
_ABSENT = {
    "ASKU": "asked-unknown",
    "NAV": "temp-unknown",
    "NASK": "not-asked",
    "MSK": "masked",
    "NA": "not-applicable",
    "NINF": "negative-infinity",
    "PINF": "positive-infinity",
}
"""http://hl7.org/fhir/R4/valueset-data-absent-reason.html, for HL7's null flavours."""


def put_value(body: dict[str, Any], node: Element, words: Words) -> None:
    """Put the value of an observation into a resource; several stand beside each other as text."""
    given = [one for one in every(node, "h:value") if not _is_key(one)]
    found = [one for value in given for one in [of(value, words)] if one]
    if len(found) == 1:
        body |= found[0]
    elif found:
        body["valueString"] = ", ".join(filter(None, map(plain, found)))
    elif given and (why := attribute(given[0], "nullFlavor")):
        system = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
        reason = {"system": system, "code": _ABSENT.get(why, "unknown")}
        body["dataAbsentReason"] = {"coding": [reason]}


def plain(value: dict[str, Any]) -> str:
    """Return a value of FHIR in words, with its unit."""
    return " ".join(filter(None, value_words(value)[:2]))


def _is_key(value: Element) -> bool:
    """Tell whether a value is only the sender's own key for something, which tells nobody a thing.

    A result is then named as one without a value.
    """
    return kind_of(value) in {"ST", "ED", ""} and _KEY.fullmatch(said(value)) is not None


def put_denied(body: dict[str, Any], node: Element, words: Words) -> None:
    """Put what is said not to be so as a text; the value alone would tell the contrary."""
    given = every(node, "h:value")
    text = ", ".join(filter(None, (_in_words(one, words) for one in given)))
    for name in [name for name in body if name.startswith("value")]:
        del body[name]
    if text:
        body["valueString"] = _("Not so: {value}").format(value=text)


def _in_words(value: Element, words: Words) -> str:
    amount = " ".join(filter(None, (attribute(value, "value"), attribute(value, "unit"))))
    named = attribute(value, "displayName") or attribute(value, "code")
    return words.of(value) or named or amount


def of(value: Element, words: Words) -> dict[str, Any]:
    """Return a value under the name that FHIR gives its form (``valueQuantity``), or nothing."""
    kind = kind_of(value) or _by_look(value)
    if kind in {"CD", "CE", "CO", "CV"}:
        return _named("valueCodeableConcept", words.concept(value))
    if kind in {"TS", "IVL_TS"}:
        stamp = moment(attribute(value, "value"))
        return _named("valueDateTime", stamp) or _named("valuePeriod", span(value))
    if kind == "BL" and attribute(value, "value"):
        return {"valueBoolean": attribute(value, "value") == "true"}
    text = unpacked(value) or words.of(value) or attribute(value, "value")
    return _measured(value, kind) or _named("valueString", text)


def unpacked(value: Element) -> str:
    """Return a text that is packed in base64 (ED), a word for one that is a picture or broken."""
    if attribute(value, "representation") != "B64":
        return ""
    with suppress(ValueError):
        if attribute(value, "mediaType") in {"", "text/plain"}:
            return b64decode("".join((value.text or "").split()), validate=True).decode()
    return _("a file that is not shown here")


def _measured(value: Element, kind: str) -> dict[str, Any]:
    """Return an amount, a span or a ratio of amounts, nothing for a value of another type."""
    if kind in {"PQ", "REAL", "INT", "MO"} and (amount := quantity(value)):
        return {"valueQuantity": amount} if "value" in amount else {"valueString": amount["unit"]}
    if kind.startswith("IVL_"):
        return _between(value)
    return _ratio(value) if kind.startswith("RTO") else {}


def _by_look(value: Element) -> str:
    """Return the type of a value that does not name it."""
    if attribute(value, "code") or attribute(value, "displayName"):
        return "CD"
    return "PQ" if _NUMBER.fullmatch(attribute(value, "value")) else "ST"


def _named(name: str, value: Any) -> dict[str, Any]:
    return {name: value} if value else {}


def quantity(amount: Element | None, unit: str = "") -> dict[str, Any]:
    """Return an amount with its unit; ``unit`` is told where the amount has none."""
    if amount is None:
        return {}
    amount = measured_as(amount)
    given = attribute(amount, "value")
    coded = attribute(amount, "unit") or attribute(amount, "currency")
    if not given:
        return {"unit": said(amount)} if said(amount) else {}
    own = said(first(amount, "h:originalText"))
    printed = _BRACES.sub(r"\1", printed_unit(coded)) or own or unit
    made: dict[str, Any] = {"value": number(given)}
    if printed:
        made["unit"] = printed
    return made | ({"system": UCUM, "code": coded} if coded else {})


def measured_as(amount: Element | None) -> Element | None:
    """Return where the number of an amount stands: some write it in units of their own alone."""
    if attribute(amount, "value"):
        return amount
    others = (one for one in every(amount, "h:translation") if attribute(one, "value"))
    return next(others, amount)


def number(text: str) -> Any:
    """Return a number with every digit it was written with; any other text as it is."""
    if not _NUMBER.fullmatch(text):
        return text
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 300 else Decimal(text)


def _between(value: Element) -> dict[str, Any]:
    """Return a span of amounts: with one end it is an amount with a sign (``<5``)."""
    ends = [first(value, "h:low"), first(value, "h:high")]
    low, high = (quantity(end) if attribute(measured_as(end), "value") else {} for end in ends)
    if low and high:
        return {"valueRange": {"low": low, "high": high}}
    if low or high:
        sign = ">" if low else "<"
        end = ends[0] if low else ends[1]
        open_end = attribute(end, "inclusive") == "false"
        return {"valueQuantity": {"comparator": sign if open_end else f"{sign}=", **(low or high)}}
    middle = quantity(first(value, "h:center"))
    if middle:
        return {"valueQuantity": middle}
    return {"valueQuantity": quantity(value)} if attribute(value, "value") else {}


def _ratio(value: Element) -> dict[str, Any]:
    parts = {name: quantity(first(value, f"h:{name}")) for name in ("numerator", "denominator")}
    return {"valueRatio": parts} if parts["numerator"] else {}


def ranges(node: Element, words: Words) -> list[dict[str, Any]]:
    """Return the ranges that a result is compared with, as FHIR's referenceRange."""
    return list(filter(None, (_range(one, words) for one in _printed(node))))


def _printed(node: Element) -> Iterator[Element]:
    yield from every(node, "h:referenceRange/h:observationRange")


def _range(printed: Element, words: Words) -> dict[str, Any]:
    limits = first(printed, "h:value")
    made: dict[str, Any] = {}
    for end in ("low", "high"):
        limit = quantity(first(limits, f"h:{end}"))
        if "value" in limit:
            made[end] = limit
    text = words.of(first(printed, "h:text"))
    if not text and not made and limits is not None:
        text = words.of(limits) or attribute(limits, "value")
    named = words.concept(first(printed, "h:interpretationCode"))
    if named and any(one.get("code") != "N" for one in named.get("coding", ())):
        made["type"] = named
    only = [criterion(one, words) for one in every(printed, "h:precondition/h:criterion")]
    if any(only):
        made["appliesTo"] = [{"text": one} for one in only if one]
    return made | ({"text": text} if text else {})


def criterion(node: Element, words: Words) -> str:
    """Say a condition in words: its own, else what it is about and how that must be."""
    if text := words.of(first(node, "h:text")):
        return text
    name = words.concept(first(node, "h:code")).get("text", "")
    value = first(node, "h:value")
    given = of(value, words) if value is not None else {}
    return ": ".join(filter(None, (name, plain(given))))
