"""Vaccinations (C-CDA Immunization Activity) as FHIR's Immunization."""

from typing import Any

from secondop_desktop.exchange.ccda import values
from secondop_desktop.exchange.ccda.beside import put_notes
from secondop_desktop.exchange.ccda.elements import (
    Element,
    attribute,
    first,
    statements,
    templates,
    told,
)
from secondop_desktop.exchange.ccda.medicines import INDICATION, product, product_code, reasons
from secondop_desktop.exchange.ccda.people import contained, numbers, performers, practitioner
from secondop_desktop.exchange.ccda.standing import is_denied, is_mistake, status
from secondop_desktop.exchange.ccda.times import when
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.sandbox.whole_numbers import whole_number

VACCINATION, REFUSAL, REACTION = "4.52", "4.53", "4.9"
_NOT_DONE = frozenset({"cancelled", "aborted", "held", "suspended"})


def vaccination(node: Element, words: Words) -> dict[str, Any]:
    """Return an Immunization; one that was refused says why."""
    body: dict[str, Any] = {
        "resourceType": "Immunization",
        "identifier": numbers(node),
        "status": "completed",
        "vaccineCode": product(node, words),
    }
    if is_denied(node) or status(node) in _NOT_DONE:
        body["status"] = "not-done"
        body["statusReason"] = _why_not(node, words)
    if is_mistake(node):
        body["status"] = "entered-in-error"
    if day := when(node):
        body["occurrenceDateTime"] = day
    made = first(node, "h:consumable/h:manufacturedProduct")
    body["lotNumber"] = said(first(made, "h:manufacturedMaterial/h:lotNumberText"))
    maker = said(first(made, "h:manufacturerOrganization/h:name"))
    body["manufacturer"] = {"display": maker} if maker else {}
    body["route"] = words.concept(first(node, "h:routeCode"))
    body["site"] = words.concept(first(node, "h:approachSiteCode"))
    amount = values.quantity(first(node, "h:doseQuantity"))
    body["doseQuantity"] = amount if "value" in amount else {}
    if (number := whole_number(told(node, "h:repeatNumber"), -1)) >= 0:
        body["protocolApplied"] = [{"doseNumberPositiveInt": number}]
    who = (practitioner(one, words) for one in performers(node))
    body["performer"] = [{"actor": contained(body, one)} for one in who if one]
    body["reasonCode"] = reasons(node, words)
    code = product_code(node)
    body["note"] = [{"text": one} for one in words.written(code, words.concept(code))]
    put_notes(body, node, words, {REFUSAL, INDICATION, VACCINATION})
    return {name: one for name, one in body.items() if one}


def _why_not(node: Element, words: Words) -> dict[str, Any]:
    for one in statements(node):
        code = first(one, "h:code")
        if REFUSAL in templates(one) and (attribute(code, "code") or words.original(code)):
            return words.concept(code)
    return {}
