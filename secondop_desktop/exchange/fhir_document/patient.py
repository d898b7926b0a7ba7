"""The person: Patient, and what a doctor must know first as Flags and a Consent."""

import re
from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.fhir.names import NUMBER_SYSTEMS
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building
from secondop_desktop.exchange.fhir_document.told_to_few import to_call
from secondop_desktop.exchange.fhir_document.values import (
    absent,
    concept,
    dated,
    filled,
    one_line,
    structural,
    text,
)
from secondop_desktop.lang import N_, _

_GENDER = {"female": "female", "male": "male", "other": "other"}
_ALERTS = (
    ("blood_thinner", N_("Takes a blood thinner")),
    ("implants", N_("Has an implant")),
    ("pregnancy", N_("Is or may be pregnant")),
    ("infection", N_("Has an infection to know of")),
)
_NUMBER = re.compile(r"\d{10}")


def patient(row: Any, doc: Building) -> Body:
    """Return the person; a date of birth that is not known says so, as IPS demands one."""
    born = dated("birthDate", row.birth_date) or {"_birthDate": {"extension": [absent()]}}
    return doc.entry("person", row, {
        "resourceType": "Patient",
        **filled(
            identifier=_numbers(row),
            name=_names(row),
            telecom=telecom(row),
            gender=_GENDER.get(row.sex),
            address=address(row.address),
            contact=_contacts(row, doc),
            communication=[{"language": concept(row.language), "preferred": True}]
            if one_line(row.language)
            else [],
            generalPractitioner=doc.refs([row.gp], "Practitioner", "Organization"),
        ),
        **born,
    })  # fmt: skip


def _names(row: Any) -> list[Body]:
    called = one_line(row.name) or one_line(row.known_as)
    own = {"use": "official", "text": called} if called else {"_text": {"extension": [absent()]}}
    known_as = one_line(row.known_as) if one_line(row.name) else ""
    return [own, *([{"use": "nickname", "text": known_as}] if known_as else [])]


def _numbers(row: Any) -> list[Body]:
    number = "".join(row.nhs_number.split())
    ours = [{"system": NUMBER_SYSTEMS[0], "value": number}] if _NUMBER.fullmatch(number) else []
    held = row.hospital_numbers.items()
    return [*ours, *(_held(one_line(at), one_line(value)) for at, value in held if one_line(value))]


def _held(hospital: str, number: str) -> Body:
    kind = structural("v2-0203", "MR")
    return filled(type=kind, value=number, assigner=filled(display=hospital))


def telecom(row: Any) -> list[Body]:
    """Return telephone, email and, of a doctor or place, the page on the web."""
    ways = (("phone", row.phone), ("email", row.email), ("url", getattr(row, "website", "")))
    return [{"system": way, "value": said} for way, given in ways if (said := one_line(given))]


def address(written: str) -> list[Body]:
    """Return an address line by line: nobody said which line is the town."""
    lines = [one for part in text(written).split("\n") if (one := one_line(part))]
    return [{"line": lines, "text": ", ".join(lines)}] if lines else []


def _contacts(row: Any, doc: Building) -> list[Body]:
    """Return whoever helps, and whom to call in an emergency as it is written."""
    called = map(one_line, to_call(row, doc.rows))
    found = [{"name": {"text": one}} for one in called if one]
    if helper := one_line(row.carer):
        relation = [concept(row.carer_relationship)] if one_line(row.carer_relationship) else []
        phone = [{"system": "phone", "value": p}] if (p := one_line(row.carer_phone)) else []
        own = filled(relationship=relation, name={"text": helper}, telecom=phone,
                     address=next(iter(address(row.carer_address)), None))  # fmt: skip
        found.append(own)
    return found


def alerts(row: Any, doc: Building) -> Iterator[Body]:
    """Yield a Flag for each thing that a doctor must know first and that was answered with yes."""
    for name, label in _ALERTS:
        if getattr(row, name) is True:
            words = one_line(getattr(row, f"{name}_words"))
            said = _("{label}: {text}").format(label=_(label), text=words) if words else _(label)
            yield doc.part(f"{row.id}-{name.replace('_', '-')}", {
                "resourceType": "Flag",
                "status": "active",
                "code": concept(said),
                "subject": doc.subject,
            })  # fmt: skip


def directive(row: Any, doc: Building) -> Iterator[Body]:
    """Yield the decision about resuscitation or care, where there is one, as a Consent."""
    if row.care_decision is not True:
        return
    said = text(row.care_decision_words) or _("Decision about resuscitation or care")
    yield doc.part(f"{row.id}-care-decision", {
        "resourceType": "Consent",
        "status": "active",
        "scope": structural("consentscope", "adr"),
        "category": [concept(said)],
        "patient": doc.subject,
        **dated("dateTime", row.care_decision_date),
        "policyRule": concept(said),
    })  # fmt: skip
