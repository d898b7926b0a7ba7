"""What its sender took back or ruled out: it is named, and never becomes a fact."""

from typing import Any

from secondop_desktop.exchange.fhir.codes import code
from secondop_desktop.lang import _

_WRONG = "entered-in-error"


def withdrawn(body: dict[str, Any]) -> str:
    """Return why a resource of any type is no fact, empty for one that is.

    https://hl7.org/fhir/R4/lifecycle.html: ``entered-in-error`` in any status; an allergy that
    was ruled out is told as such, not as an allergy.
    """
    status = {code(body.get(name)) for name in ("status", "verificationStatus", "docStatus")}
    if _WRONG in status or code(body.get("clinicalStatus")) == _WRONG:
        return _("It is marked as entered by mistake.")
    if body.get("resourceType") == "AllergyIntolerance" and "refuted" in status:
        return _("It says that this allergy was ruled out.")
    return ""
