"""How a person speaks FHIR: Patient."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import dates, names
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    has_code,
    line,
    listed,
    objects,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import Context, Reader, ReadValues
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.people.earlier_names import earlier_line

_MEDICAL_RECORD = frozenset({"MR", "PI", "PT"})
_NOT_OF_HOSPITALS = frozenset({"SS", "DL", "PPN", "NI", "TAX", "NNGBR"})
"""http://terminology.hl7.org/CodeSystem/v2-0203"""
SEX = {"female": "female", "male": "male", "other": "other"}


def read_patient(patient: Body, context: Context) -> Iterator[ReadValues]:
    """Read who the records are about."""
    values: dict[str, Any] = {
        "name": names.human_name(patient.get("name")),
        "known_as": names.nickname(patient.get("name")),
        "nhs_number": names.health_number(patient.get("identifier")),
        "sex": listed(patient.get("gender"), SEX),
        "address": names.address(patient.get("address")),
        "phone": names.reach(patient.get("telecom"), "phone"),
        "email": names.reach(patient.get("telecom"), "email"),
        "language": _language(patient),
        "emergency_contacts": _contacts(patient),
        "gp": context.provider(*several(patient.get("generalPractitioner"))),
        "notes": earlier_line(names.earlier_names(patient.get("name"))),
    }
    if numbers := _hospital_numbers(patient, context):
        values["hospital_numbers"] = numbers
    dates.put_date(values, "birth_date", patient.get("birthDate"))
    yield ReadValues(values)


def _hospital_numbers(patient: Body, context: Context) -> dict[str, str]:
    """Return the numbers that hospitals gave, each under the name of the hospital."""
    found: dict[str, str] = {}
    for one in several(patient.get("identifier")):
        if not isinstance(one, dict) or line(one.get("system")) in names.NUMBER_SYSTEMS:
            continue
        is_medical = has_code(one.get("type"), _MEDICAL_RECORD)
        keeper = one.get("assigner") or (patient.get("managingOrganization") if is_medical else "")
        hospital = context.name(keeper) or (words(one.get("type")) if is_medical else "")
        number = line(one.get("value"))
        if hospital and number and not has_code(one.get("type"), _NOT_OF_HOSPITALS):
            found.setdefault(hospital, number)
    return found


def _language(patient: Body) -> str:
    spoken = objects(patient.get("communication"))
    spoken.sort(key=lambda one: one.get("preferred") is not True)
    return next(filter(None, (words(one.get("language")) for one in spoken)), "")


def _contacts(patient: Body) -> str:
    found = map(_contact, objects(patient.get("contact")))
    return "\n".join(filter(None, found))


def _contact(contact: Body) -> str:
    parts = (
        names.human_name(contact.get("name")),
        all_words(contact.get("relationship")),
        names.reach(contact.get("telecom"), "phone"),
    )
    return ", ".join(part for part in parts if part)


FHIR: Mapping[str, Reader] = {"Patient": read_patient}
