"""What a FHIR file holds, walked over by itself: nothing here knows how the program reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Body = dict[str, Any]
BILLS = {"Claim", "ExplanationOfBenefit", "Provenance"}
_NAMES = ("vaccineCode", "medicationCodeableConcept", "code", "relationship", "type", "scope")
_TEXTS = ("title", "description", "comment", "lotNumber", "conclusion", "performedString")
_DAYS = ("effectiveDateTime", "occurrenceDateTime", "performedDateTime", "whenHandedOver", "sent")


@dataclass(frozen=True)
class Fact:
    """One resource, the names by which it would be left out, and what must be found of it.

    Each of ``words`` has the ways in which it may be said, of which one must be found.
    """

    kind: str
    ids: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    day: str


def facts(document: Any) -> list[Fact]:
    """Return what must be found of each resource of a file, contained ones too."""
    return [_fact(body, holder) for body, holder in resources(document)]


def resources(document: Any, holder: str = "") -> Iterator[tuple[Body, str]]:
    """Yield every resource, with the type of that in which it is contained."""
    kind = document["resourceType"]
    if kind == "Bundle":
        for entry in document.get("entry", []):
            if "resource" in entry:
                yield from resources(entry["resource"])
        return
    if kind == "Parameters":
        for one in document.get("parameter", []):
            if "resource" in one:
                yield from resources(one["resource"])
        return
    yield document, holder
    for inner in document.get("contained", []):
        yield from resources(inner, kind)


def _fact(body: Body, holder: str) -> Fact:
    kind = body["resourceType"]
    found = [_said(body[name]) for name in _NAMES if name in body]
    found += [(body[name],) for name in _TEXTS if isinstance(body.get(name), str)]
    found += [(one["text"],) for one in body.get("note", []) if "text" in one]
    if kind == "List" and "title" in body:
        found = [(body["title"],)]
    day = next((body[name][:10] for name in _DAYS if name in body), "")
    ids = (f"{kind}/{body['id']})",) if body.get("id") else ()
    return Fact("bill" if {kind, holder} & BILLS else kind, ids, tuple(filter(None, found)), day)


def _said(concept: Any) -> tuple[str, ...]:
    one = concept[0] if isinstance(concept, list) else concept
    if not isinstance(one, dict):
        return ()
    if one.get("text"):
        return (one["text"],)
    return tuple(coding["display"] for coding in one.get("coding", []) if "display" in coding)
