"""What its sender took back or ruled out: it is named, and never becomes a fact."""

from typing import Any

from secondop_desktop.exchange.fhir.codes import codes, words
from secondop_desktop.lang import _

WRONG = "entered-in-error"
_STATUS = ("status", "verificationStatus", "docStatus", "clinicalStatus")
_NAMES = ("code", "medicationCodeableConcept", "vaccineCode", "description", "type")


def withdrawn(body: dict[str, Any]) -> str:
    """Return why a resource of any type is no fact, empty for one that is."""
    why = reason(body)
    if not why:
        return ""
    name = next(filter(None, (words(body.get(part)) for part in _NAMES)), "")
    if why == "mistake":
        marked = _("“{name}” is marked as entered by mistake.").format(name=name)
        return marked if name else _("It is marked as entered by mistake.")
    ruled = _("It says that the allergy “{name}” was ruled out.").format(name=name)
    return ruled if name else _("It says that this allergy was ruled out.")


def reason(body: dict[str, Any]) -> str:
    """Return "mistake" or "refuted" for a resource that is no fact, else nothing.

    https://hl7.org/fhir/R4/lifecycle.html: ``entered-in-error`` in any status; an allergy that
    was ruled out is told as such, not as an allergy.
    """
    found: str = ""
    for name in _STATUS:
        if name in body:
            status = codes(body[name])
            if WRONG in status:
                return "mistake"
            if "refuted" in status and body.get("resourceType") == "AllergyIntolerance":
                found = "refuted"
    return found


def without_status(body: dict[str, Any]) -> dict[str, Any]:
    """Return a resource without what says how it stands: what it said before it was taken back."""
    return {name: value for name, value in body.items() if name not in _STATUS}


def only_status(body: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a resource that say how it stands."""
    return {name: body[name] for name in _STATUS if name in body}
