"""FHIR DSTU2 (2015) in the shape of R4, as far as its parts only bear other names.

https://hl7.org/fhir/DSTU2/; what is spelled alike or told word by word needs nothing here.
"""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.fhir.codes import code
from secondop_desktop.exchange.fhir.family_words import as_family_history

Body = dict[str, Any]

_TYPES = {"MedicationOrder": "MedicationRequest", "DiagnosticOrder": "ServiceRequest"}
_GIVEN = frozenset({"Immunization", "MedicationAdministration"})
_PARTS: Mapping[str, Mapping[str, str]] = {
    "AllergyIntolerance": {"substance": "code", "onset": "onsetDateTime", "reporter": "asserter"},
    "Condition": {"dateRecorded": "recordedDate"},
    "MedicationOrder": {"dateWritten": "authoredOn", "prescriber": "requester"},
    "MedicationStatement": {"reasonNotTaken": "statusReason"},
    "Observation": {"comments": "comment"},
    "DiagnosticReport": {"codedDiagnosis": "conclusionCode"},
}


def as_today(body: Body) -> Body:
    """Return a resource as R4 would spell it; the same object where nothing differs."""
    kind = body["resourceType"]
    if kind == "Observation":
        body = as_family_history(body) or body
        kind = body["resourceType"]
    body = _not_given(body)
    renamed = _PARTS.get(kind, {})
    if kind not in _TYPES and not (renamed.keys() & body.keys()):
        return body
    if kind == "AllergyIntolerance" and "substance" not in body:
        return body
    told = {renamed.get(part, part): value for part, value in body.items()}
    if kind == "AllergyIntolerance" and "verificationStatus" not in body:
        told |= _stands(code(body.get("status")))
    return told | {"resourceType": _TYPES.get(kind, kind)}


def _not_given(body: Body) -> Body:
    """Put into the status what older editions say beside it: that something was not given."""
    denied = body.get("wasNotGiven") is True or body.get("notGiven") is True
    given = body["resourceType"] in _GIVEN and code(body.get("status")) != "entered-in-error"
    return {**body, "status": "not-done"} if denied and given else body


def _stands(status: str) -> Body:
    """Split the one status of an allergy into how sure it is and how it stands."""
    if status in {"unconfirmed", "confirmed", "refuted", "entered-in-error"}:
        return {"verificationStatus": status}
    return {"clinicalStatus": status} if status else {}
