"""Explicit answers: "no known allergies" and "takes no medicines" are not the same as silence.

Codes: IPS absent-or-unknown (http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips),
SNOMED CT, and the List and Composition emptyReason (http://hl7.org/fhir/R4/valueset-list-empty-reason.html).
"""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.fhir.codes import has_code, several

NO_ALLERGIES = frozenset({"no-known-allergies", "716186003", "160244002"})
NO_SOME_ALLERGIES = frozenset(
    {"no-known-medication-allergies", "no-known-environmental-allergies"}
    | {"no-known-food-allergies", "409137002", "428607008", "429625007", "428197003", "716184000"}
)
NO_MEDICINES = frozenset({"no-known-medications", "787481004", "182904002"})
NO_PROCEDURES = frozenset({"no-known-procedures"})
NO_VACCINES = frozenset({"no-known-immunizations"})
NO_DEVICES = frozenset({"no-known-devices"})
NO_PROBLEMS = frozenset({"no-known-problems", "160245001"})
NOT_KNOWN = frozenset(
    {"no-allergy-info", "no-medication-info", "no-problem-info", "no-procedure-info"}
    | {"no-immunization-info", "no-device-info"}
)
"""The sender does not know: that answers nothing."""

_SECTIONS: Mapping[str, str] = {
    "48765-2": "no_known_allergies",
    "886921000000105": "no_known_allergies",
    "10160-0": "takes_no_medicines",
    "933361000000108": "takes_no_medicines",
}
"""Sections and Lists (LOINC, and SNOMED CT of GP Connect) that may be empty as there is nothing."""

_NIL = ("nilknown", "nil-known")


def section_answers(composition: dict[str, Any], answers: dict[str, bool]) -> None:
    """Note the sections of a document that say that nothing is known to be there."""
    for section in several(composition.get("section")):
        if isinstance(section, dict) and (name := empty_answer(section)):
            answers[name] = True


def empty_answer(part: dict[str, Any]) -> str:
    """Return the answer that an empty section or List gives about the person, else nothing."""
    if part.get("entry") or not has_code(part.get("emptyReason"), _NIL):
        return ""
    found = (name for code, name in _SECTIONS.items() if has_code(part.get("code"), (code,)))
    return next(found, "")
