"""How a doctor or place speaks FHIR: Practitioner, PractitionerRole, Organization."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import names
from secondop_desktop.exchange.fhir.codes import all_words, first, line, objects, words
from secondop_desktop.exchange.fhir.context import Context, Reader, ReadValues
from secondop_desktop.exchange.fhir.references import display
from secondop_desktop.exchange.fhir.resources import Body

GMC = "gmc"


def read_practitioner(practitioner: Body, context: Context) -> Iterator[ReadValues]:
    """Read a clinician together with the role that the file gives them."""
    values = _reached(practitioner) | {
        "name": names.human_name(practitioner.get("name")),
        "gmc_number": _gmc(practitioner),
    }
    role = context.source("PractitionerRole", "practitioner")
    if role is not None:
        values |= _role(role.body, context.at(role))
    if not values.get("role"):
        qualified = first(practitioner.get("qualification"))
        values["role"] = words(qualified.get("code")) if isinstance(qualified, dict) else ""
    if values["name"]:
        yield ReadValues(values)


def read_role(role: Body, context: Context) -> Iterator[ReadValues]:
    """Read a role whose person is not in the file, only named at best."""
    values = _reached(role) | _role(role, context)
    values["name"] = display(role.get("practitioner")) or values["organisation"]
    if values["name"]:
        yield ReadValues(values)


def read_organization(organization: Body, context: Context) -> Iterator[ReadValues]:
    """Read a hospital, surgery or other place."""
    values = _reached(organization) | {"name": line(organization.get("name"))}
    values["role"] = all_words(organization.get("type"))
    if values["name"]:
        yield ReadValues(values)


def read_location(location: Body, context: Context) -> Iterator[ReadValues]:
    """Read a place that may stand beside the organisation it belongs to."""
    values = _reached(location) | {"name": line(location.get("name"))}
    values["organisation"] = context.name(location.get("managingOrganization"))
    if values["name"]:
        yield ReadValues(values)


def _role(role: Body, context: Context) -> dict[str, Any]:
    return {
        "role": all_words(role.get("code")),
        "specialty": all_words(role.get("specialty")),
        "organisation": context.name(role.get("organization")),
    }


def _reached(body: Body) -> dict[str, Any]:
    return {
        "address": names.address(body.get("address")),
        "phone": names.reach(body.get("telecom"), "phone"),
        "email": names.reach(body.get("telecom"), "email"),
        "website": names.reach(body.get("telecom"), "url"),
    }


def _gmc(practitioner: Body) -> str:
    found = objects(practitioner.get("identifier"))
    ours = (line(one.get("value")) for one in found if GMC in line(one.get("system")).lower())
    return next(filter(None, ours), "")


FHIR: Mapping[str, Reader] = {
    "Practitioner": read_practitioner,
    "PractitionerRole": read_role,
    "Organization": read_organization,
    "Location": read_location,
}
