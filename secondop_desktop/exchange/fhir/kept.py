"""What has no place of its own in the journal: kept as it came, so that nothing is lost."""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.drafts import Draft
from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.codes import code, first, line, notes, words
from secondop_desktop.exchange.fhir.identity import content_mark
from secondop_desktop.exchange.fhir.narrative import narrative

OWN_RECORD = frozenset(
    {"AdverseEvent", "CarePlan", "ClinicalImpression", "Composition", "Consent", "DetectedIssue"}
    | {"DeviceUseStatement", "FamilyMemberHistory", "Flag", "Goal", "ImagingStudy"}
    | {"NutritionOrder", "ProcedureRequest", "QuestionnaireResponse", "ReferralRequest"}
    | {"RiskAssessment", "ServiceRequest"}
)
"""Types that say something about the person's health; others are book-keeping, kept together."""

_NUMBER = re.compile(r'"\\u0000(-?[0-9][0-9.eE+-]*)"')
_NAMES = ("code", "vaccineCode", "category", "type", "relationship")
_DATES = ("performed", "occurrence", "period", "effective", "onset")
_PLAIN_DATES = ("date", "authoredOn", "started", "created", "recordedDate", "assertedDate")


def raw(body: Any) -> str:
    """Write JSON again with every digit that it came with."""
    text = json.dumps(body, ensure_ascii=False, default=_digits)
    return _NUMBER.sub(r"\1", text) if "\\u0000" in text else text


def _digits(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"\0{value}"
    raise TypeError(f"no JSON: {type(value)}")


def called(body: dict[str, Any]) -> str:
    """Find words for a resource of any type: its title, code, or description."""
    named = [line(body.get("title")), *(words(first(body.get(name))) for name in _NAMES)]
    return next((name for name in [*named, line(body.get("description"))] if name), "")


def stated(body: dict[str, Any]) -> str:
    """Say in one line what a resource is about: its date, words and remarks."""
    values: dict[str, Any] = {}
    put_when(values, body)
    date = values["date"].iso if values.get("date") else ""
    remarks = notes(body.get("comment"), body.get("note")).replace("\n", " ")
    return ": ".join(part for part in (f"{date} {called(body)}".strip(), remarks) if part)


def state(body: dict[str, Any]) -> str:
    """Return the status of something that did not simply take place, such as ``not-done``."""
    status = "not-done" if body.get("notGiven") is True else code(body.get("status"))
    return "" if status in {"completed", "final", ""} else status


def put_when(values: dict[str, Any], body: dict[str, Any]) -> None:
    """Set the date of a resource of any type, if it has one."""
    found = [dates.start(body, name) for name in _DATES] + [body.get(n) for n in _PLAIN_DATES]
    period = body.get("period")
    found += [period.get("start")] if isinstance(period, dict) else []
    dates.put_date(values, "date", next((one for one in found if isinstance(one, str)), None))


def alone(body: Any, origin: str, where: str) -> Draft:
    """Keep one resource, or whatever stood in its place."""
    values: dict[str, Any] = {"type": "other", "raw": raw(body)}
    if isinstance(body, dict):
        put_when(values, body)
        parts = (line(body.get("resourceType")), called(body))
        values["title"] = ": ".join(part for part in parts if part)
        values["text"] = narrative(body)
    values["title"] = values.get("title") or "?"
    return Draft("record", origin or f"fhir:?#{content_mark(body)}", values, where)


def together(kind: str, bodies: Sequence[Any], file: str, *, readable: bool) -> Draft:
    """Keep all resources of one type in one record, with what they say where it is worth it."""
    values = {"type": "other", "title": f"{kind} × {len(bodies)}", "raw": raw(list(bodies))}
    if readable:
        values["text"] = "\n".join(filter(None, map(stated, bodies)))
    return Draft("record", f"fhir:{kind}×{content_mark(bodies)}", values, file)
