"""FHIR R5 (2023) in the shape of R4, where one part of R5 stands for two of R4.

https://hl7.org/fhir/R5/references.html#codeablereference; what is spelled alike or read in both
ways needs nothing here.
"""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.fhir.codes import objects, several, words

Body = dict[str, Any]

_OWN_READER = frozenset({"Procedure"})
"""Types of which a reader knows both ways, and names each part."""


def as_r4(body: Body) -> Body:
    """Return a resource of R5 as R4 would spell it; the same object where nothing differs."""
    told: Body = {}
    if "reason" in body and body["resourceType"] not in _OWN_READER:
        told |= _reasons(body["reason"])
    if body["resourceType"] == "Immunization" and _is_either(body.get("manufacturer")):
        told |= {"manufacturer": _reference(body["manufacturer"])}
    if body["resourceType"] == "Condition" and "asserter" not in body:
        clinician = _clinician(body.get("participant"))
        told |= {"asserter": clinician} if clinician else {}
    if not told:
        return body
    replaced = {"reason"} if {"reasonCode", "reasonReference"} & told.keys() else set()
    return {name: value for name, value in body.items() if name not in replaced} | told


def _reasons(reason: Any) -> Body:
    """Part reasons into concepts and references; nothing for those that R4 or STU3 wrote."""
    found = list(_flat(reason))
    if not found or not all(map(_is_either, found)):
        return {}
    concepts = [one["concept"] for one in found if "concept" in one]
    references = [one["reference"] for one in found if "reference" in one]
    told = {"reasonCode": concepts, "reasonReference": references}
    return {name: values for name, values in told.items() if values}


def _flat(reason: Any) -> Iterator[Any]:
    """Yield reasons; an Encounter groups them by what they are used for."""
    for one in several(reason):
        yield from several(one["value"]) if isinstance(one, dict) and "value" in one else [one]


def _is_either(value: Any) -> bool:
    """Tell a concept or a reference (CodeableReference) from either by itself."""
    if not isinstance(value, dict):
        return False
    return isinstance(value.get("concept"), dict) or isinstance(value.get("reference"), dict)


def _reference(either: Body) -> Any:
    return either.get("reference") or {"display": words(either["concept"])}


def _clinician(participants: Any) -> Any:
    """Return the first clinician among those who took part; the patient is none."""
    actors = (one["actor"] for one in objects(participants) if isinstance(one.get("actor"), dict))
    return next((one for one in actors if not _is_patients(one)), None)


def _is_patients(actor: Body) -> bool:
    return str(actor.get("reference", "")).startswith(("Patient", "RelatedPerson"))
