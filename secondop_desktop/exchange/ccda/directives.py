"""What is wished for care to come (C-CDA Advance Directive Observation) as FHIR's Consent."""

from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import Element, first
from secondop_desktop.exchange.ccda.people import numbers
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake
from secondop_desktop.exchange.ccda.times import span, when
from secondop_desktop.exchange.ccda.words import Words
from secondop_desktop.exchange.fhir.amounts import value as value_words


def directive(node: Element, words: Words) -> dict[str, Any]:
    """Return a Consent about care to come, in the words of its writer."""
    found: dict[str, Any] = {}
    values.put_value(found, node, words)
    said, _unit, _code = value_words(found)
    about = words.concept(first(node, "h:code"))
    denied = is_denied(node) or not said
    body: dict[str, Any] = {
        "resourceType": "Consent",
        "identifier": numbers(node),
        "status": "entered-in-error" if is_mistake(node) else "inactive" if denied else "active",
        "scope": {"coding": [{"code": "adr"}]},
        "category": [one for one in ({"text": said} if said else {}, about) if one],
        "dateTime": when(node),
    }
    if period := span(first(node, "h:effectiveTime")):
        body["provision"] = {"period": period}
    put_notes(body, node, words, ())
    return {name: one for name, one in body.items() if one}
