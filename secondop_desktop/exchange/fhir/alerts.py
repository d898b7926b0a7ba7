"""What a doctor must know first, where a Flag or a Consent says it: an answer about the person."""

import re
from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.codes import all_words, code, codings, line, several, words
from secondop_desktop.exchange.fhir.context import Context
from secondop_desktop.exchange.fhir.resources import Body

_DECISION = "care_decision"
_WORDS = {
    _DECISION: (
        *(r"resuscitat", r"dnacpr", r"dnar\b", r"\bdnr\b", r"living will", r"treatment escalation"),
        r"advance\w* (care )?(decision|directive)",
    ),
    "blood_thinner": (
        *(r"anti-?coagula", r"blood thinner", r"warfarin", r"apixaban", r"rivaroxaban"),
        *(r"edoxaban", r"dabigatran"),
    ),
    "implants": (
        *(r"pacemaker", r"implant", r"defibrillator", r"\bicd\b", r"neurostimulator"),
        r"aneurysm clip",
    ),
    "pregnancy": (r"\bpregnan",),
    "infection": (
        *(r"\bmrsa\b", r"\bcpe\b", r"\bvre\b", r"\besbl\b", r"\bhiv\b", r"tubercul", r"infectious"),
        *(r"c(lostridi\w*|\.)? diff", r"hepatitis [bc]\b", r"infection (control|risk)", r"covid"),
    ),
}
_ALERTS = {name: re.compile("|".join(those), re.IGNORECASE) for name, those in _WORDS.items()}
_NOT = re.compile(r"\b(no|not|never|negative|without|excluded|ruled out|past|history)\b", re.I)
_DIRECTIVES = frozenset({"dnr", "acd", "dnacpr", "adr", "polst", "hcd"})
"""http://terminology.hl7.org/CodeSystem/consentcategorycodes and consentscope."""


def note_alert(body: Body, context: Context) -> None:
    """Take a Flag that is active, or a Consent about care, for an answer about the person.

    What is denied, over or in doubt is no answer; the resource itself stays a record.
    """
    said = _alert_words(body)
    if not said or code(body.get("status")) not in {"", "active"}:
        return
    is_flag = body.get("resourceType") == "Flag"
    name = _alert(said) if is_flag else _directive(body)
    if name and not _is_over(body):
        context.answer(name)
        context.answer(f"{name}_words", _joined(context.answered(f"{name}_words"), said))
        if name == _DECISION:
            values: dict[str, Any] = {}
            dates.put_date(values, "date", body.get("dateTime") or body.get("date"))
            if "date" in values:
                context.answer("care_decision_date", values["date"])


def _alert_words(body: Body) -> str:
    """Return what it says in its sender's words; a Consent keeps them in several places."""
    if body.get("resourceType") == "Flag":
        return words(body.get("code"))
    return all_words([*several(body.get("category")), *_provided(body)])


def _provided(consent: Body) -> Iterator[Any]:
    provision = consent.get("provision")
    for one in several(provision):
        if isinstance(one, dict):
            yield from several(one.get("code"))


def _directive(body: Body) -> str:
    """Tell whether a Consent is about resuscitation or care to come, by its codes."""
    given = [*codings(body.get("category")), *codings(body.get("scope"))]
    found = any(line(one.get("code")).lower() in _DIRECTIVES for one in given)
    return _DECISION if found or _ALERTS[_DECISION].search(_alert_words(body)) else ""


def _alert(said: str) -> str:
    for name, pattern in _ALERTS.items():
        if pattern.search(said):
            return name if name == _DECISION or not _NOT.search(said) else ""
    return ""


def _is_over(body: Body) -> bool:
    return body.get("inactive") is True or bool(_end(body))


def _end(body: Body) -> Any:
    period = body.get("period")
    return period.get("end") if isinstance(period, dict) else None


def _joined(before: Any, said: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, (line(before), said))))
