"""Test results and symptom notes as Observation, every digit as it was printed."""

from typing import Any

from secondop_desktop.exchange.fhir.codes import LOINC_NAME
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building
from secondop_desktop.exchange.fhir_document.known_codes import is_unit
from secondop_desktop.exchange.fhir_document.values import (
    absent,
    concept,
    concepts,
    dated,
    filled,
    joined,
    notes,
    one_line,
    quantity,
    reference_range,
    structural,
    text,
    unknown,
)

_STATE = {
    "preliminary": "preliminary",
    "final": "final",
    "amended": "amended",
    "corrected": "corrected",
    "not known": "unknown",
}
_VITAL = {
    "8867-4": {"/min"},
    "9279-1": {"/min"},
    "8310-5": {"Cel", "[degF]"},
    "8302-2": {"cm", "[in_i]"},
    "9843-4": {"cm", "[in_i]"},
    "29463-7": {"g", "kg", "[lb_av]"},
    "39156-5": {"kg/m2"},
    "2708-6": {"%"},
    "85354-9": set(),
    "85353-1": set(),
    "8478-0": set(),
}
"""Codes that bind their sender to a unit: http://hl7.org/fhir/R4/observation-vitalsigns.html"""


def result(row: Any, doc: Building) -> Body:
    """Return one test result; a printed word stays a word."""
    bare = row.code.removeprefix(f"{LOINC_NAME} ")
    vital = bare in _VITAL
    fits = vital and row.unit_code in _VITAL[bare] and is_unit(row.unit_code) and _is_plain(row)
    fits = fits and row.date is not None and row.date.day is not None
    return doc.entry("result", row, {
        "resourceType": "Observation",
        "status": _STATE.get(row.state, "unknown"),
        **filled(
            category=_category(row, vital=vital, fits=fits),
            code=concept(row.test, "" if vital and not fits else row.code),
            subject=doc.subject,
        ),
        **(dated("effectiveDateTime", row.date, clock=True) or unknown("effective")),
        "performer": [{"display": one_line(row.lab)} if one_line(row.lab)
                      else {"extension": [absent()]}],
        **_value(row),
        **filled(
            interpretation=concepts(row.flag),
            note=notes(row.notes),
            specimen=filled(display=one_line(row.specimen)),
            referenceRange=reference_range(row.range, row.unit, row.other_ranges),
            derivedFrom=doc.refs([row.record], "DocumentReference"),
        ),
    })  # fmt: skip


def _is_plain(row: Any) -> bool:
    return bool(row.value) and row.value.number is not None and not row.value.comparator


def _category(row: Any, *, vital: bool, fits: bool) -> list[Body]:
    """Say that a laboratory did it only where something on it tells so."""
    if fits:
        return [structural("observation-category", "vital-signs")]
    told = not vital and any(map(one_line, (row.lab, row.specimen, row.panel)))
    return [structural("observation-category", "laboratory")] if told else []


def _value(row: Any) -> Body:
    printed = text(row.value.text) if row.value else ""
    if not printed:
        return {"dataAbsentReason": structural("data-absent-reason", "unknown")}
    if amount := quantity(row.value, row.unit, row.unit_code):
        return {"valueQuantity": amount}
    return {"valueString": joined([printed, one_line(row.unit)], " ")}


def symptom(row: Any, doc: Building) -> Body:
    """Return one note of how something felt."""
    bad = joined([str(row.severity) + "/10" if row.severity is not None else "",
                  one_line(row.severity_words)])  # fmt: skip
    return doc.entry("symptom", row, {
        "resourceType": "Observation",
        "status": "final",
        "code": concept(row.what),
        "subject": doc.subject,
        **(dated("effectiveDateTime", row.date, clock=True) or unknown("effective")),
        "performer": [doc.subject],
        **filled(valueString=bad, note=notes(row.helps, row.notes)),
    })  # fmt: skip
