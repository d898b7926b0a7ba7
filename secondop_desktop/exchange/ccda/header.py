"""Who a document is about, who wrote and keeps it, and when (the header of CDA)."""

from typing import Any

from secondop_desktop.exchange.ccda.elements import Element, every, first, told
from secondop_desktop.exchange.ccda.people import (
    addresses,
    contacts,
    contained,
    names,
    numbers,
    organization,
    practitioner,
)
from secondop_desktop.exchange.ccda.times import moment
from secondop_desktop.exchange.ccda.words import Words, said

Body = dict[str, Any]
_SEX = {"F": "female", "M": "male", "UN": "other", "1": "male", "2": "female"}


def patient(top: Element, words: Words) -> Body:
    """Return whom a document is about (recordTarget)."""
    role = first(top, "h:recordTarget/h:patientRole")
    person = next(iter([*every(role, "h:patient"), *every(role, "h:patientPatient")]), None)
    body: Body = {
        "resourceType": "Patient",
        "identifier": numbers(role) if role is not None else [],
    }
    if person is None:
        return body
    body |= {
        "name": names(person),
        "gender": _SEX.get(told(person, "h:administrativeGenderCode", "code"), ""),
        "birthDate": moment(told(person, "h:birthTime"))[:10],
        "address": addresses(role),
        "telecom": contacts(role),
        "maritalStatus": words.concept(first(person, "h:maritalStatusCode")),
        "communication": [_language(one) for one in every(person, "h:languageCommunication")],
        "contact": _near(top, person, words),
    }
    keeper = organization(first(role, "h:providerOrganization"))
    if keeper:
        body["managingOrganization"] = contained(body, keeper)
    return {name: one for name, one in body.items() if one}


def _language(spoken: Element) -> Body:
    code = told(spoken, "h:languageCode", "code")
    preferred = told(spoken, "h:preferenceInd") == "true"
    return {"language": {"coding": [{"code": code}]}, "preferred": preferred}


def _near(top: Element, person: Element, words: Words) -> list[Body]:
    """Return guardians and next of kin as contacts."""
    found = [(one, first(one, "h:guardianPerson")) for one in every(person, "h:guardian")]
    roles = every(top, "h:participant/h:associatedEntity")
    found += [(one, first(one, "h:associatedPerson")) for one in roles]
    made = (_contact(role, who, words) for role, who in found)
    return [one for one in made if one.get("name")]


def _contact(role: Element, who: Element | None, words: Words) -> Body:
    called = names(who)
    body: Body = {
        "name": called[0] if called else {},
        "relationship": [one for one in [words.concept(first(role, "h:code"))] if one],
        "telecom": contacts(role),
    }
    return {name: one for name, one in body.items() if one}


def written_on(top: Element) -> str:
    """Return when a document was written."""
    return moment(told(top, "h:effectiveTime"))


def document(top: Element, words: Words) -> Body:
    """Return the document itself (Composition): what it is, when and by whom it was written."""
    title = said(first(top, "h:title"))
    kind = words.concept(first(top, "h:code"))
    body: Body = {
        "resourceType": "Composition",
        "identifier": (numbers(top) or [{}])[0],
        "status": "final",
        "type": {**kind, "text": title or kind.get("text", "")},
        "title": title or kind.get("text", ""),
        "date": written_on(top),
    }
    writers = (practitioner(one, words) for one in every(top, "h:author/h:assignedAuthor"))
    body["author"] = [contained(body, one) for one in writers if one]
    custodian = "h:custodian/h:assignedCustodian/h:representedCustodianOrganization"
    if keeper := organization(first(top, custodian)):
        body["custodian"] = contained(body, keeper)
    body["attester"] = [
        {"mode": mode, "party": contained(body, who)}
        for mode, path in (("legal", "h:legalAuthenticator"), ("professional", "h:authenticator"))
        for one in every(top, f"{path}/h:assignedEntity")
        if (who := practitioner(one, words))
    ]
    path = "h:documentationOf/h:serviceEvent/h:performer/h:assignedEntity"
    doctors = (practitioner(one, words) for one in every(top, path))
    body["event"] = [{"detail": [contained(body, one) for one in doctors if one]}]
    if not body["event"][0]["detail"]:
        del body["event"]
    return {name: one for name, one in body.items() if one}
