"""Family history that a GP record holds as an Observation ("FH: Diabetes mellitus").

GP Connect (STU3) gives it so, without a value: SNOMED CT has a concept for each such illness.
"""

import re
from typing import Any

from secondop_desktop.exchange.denials import says_not
from secondop_desktop.exchange.fhir.codes import words
from secondop_desktop.lang import N_, _
from secondop_desktop.patterns import as_matched

Body = dict[str, Any]
_BEGINS = re.compile(r"(?:family history(?: of)?|fhx?|f/h)\b\s*(?:of\b)?\s*[:–-]?\s*(.+)", re.I)
_RELATIVES = {
    "mother": N_("Mother"),
    "father": N_("Father"),
    "brother": N_("Brother"),
    "sister": N_("Sister"),
    "son": N_("Son"),
    "daughter": N_("Daughter"),
    "parent": N_("Parent"),
    "sibling": N_("Brother or sister"),
    "grandmother": N_("Grandmother"),
    "grandfather": N_("Grandfather"),
    "maternal grandmother": N_("Mother’s mother"),
    "maternal grandfather": N_("Mother’s father"),
    "paternal grandmother": N_("Father’s mother"),
    "paternal grandfather": N_("Father’s father"),
    "aunt": N_("Aunt"),
    "uncle": N_("Uncle"),
    "cousin": N_("Cousin"),
    "first degree relative": N_("Close relative"),
}
_IN = re.compile(rf"(.+?)\s*[,:–-]?\s*(?:in |- ?|\()?({'|'.join(_RELATIVES)})\)?", re.I)
_UNSAID = re.compile(r"(?:not|un)\s?(?:known|recorded)|negative|nil.*|none.*|unremarkable", re.I)
_A_VALUE = frozenset({"valueQuantity", "valueCodeableConcept", "valueString"})
"""How most results tell their value."""

_SAYS_MORE = re.compile("value|component|related|hasMember").match
_SHARED = ("id", "meta", "identifier", "subject", "note", "comment", "text", "extension")


def as_family_history(observation: Body) -> Body | None:
    """Return a FamilyMemberHistory for an Observation that is one; None for any other.

    One that has a value, or denies or does not know an illness, stays what it is.
    """
    if not _A_VALUE.isdisjoint(observation) or any(map(_SAYS_MORE, observation)):
        return None
    said = words(observation.get("code"))
    found = _BEGINS.fullmatch(said)
    if not found or says_not(found[1]) or _UNSAID.fullmatch(found[1]):
        return None
    illness, who = _parted(found[1])
    kept = {part: observation[part] for part in _SHARED if part in observation}
    kept["patient"] = kept.pop("subject", {})
    if comment := kept.pop("comment", ""):
        kept["note"] = [*kept.get("note", ()), {"text": comment}]
    day = observation.get("effectiveDateTime") or observation.get("issued")
    made = {
        "resourceType": "FamilyMemberHistory",
        "status": _status(observation),
        "relationship": {"text": who},
        "condition": [{"code": {**_coded(observation), "text": illness}}],
    }
    return {**kept, **made} | ({"date": day} if day else {})


def _parted(told: str) -> tuple[str, str]:
    """Part an illness from whom it is told of."""
    found = _IN.fullmatch(told)
    if found and found[1].strip():
        return found[1].strip(), _(_RELATIVES[as_matched(found[2])])
    return told, _("Family")


def _coded(observation: Body) -> Body:
    code = observation.get("code")
    return dict(code) if isinstance(code, dict) else {}


def _status(observation: Body) -> str:
    status = observation.get("status")
    return "entered-in-error" if status == "entered-in-error" else "completed"
