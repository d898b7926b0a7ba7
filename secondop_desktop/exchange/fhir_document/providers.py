"""Doctors and places: Practitioner or Organization, with a role where one is told."""

import re
from typing import Any

from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building
from secondop_desktop.exchange.fhir_document.patient import address, telecom
from secondop_desktop.exchange.fhir_document.values import concepts, filled, one_line

_GMC = "https://fhir.hl7.org.uk/Id/gmc-number"
_TITLE = re.compile(
    r"(dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|sister|nurse|doctor)\b", re.IGNORECASE
)


def is_person(row: Any) -> bool:
    """Tell whether it is a person: by a title, a place to work at, a speciality or a GMC number."""
    told = row.gmc_number or row.specialty or row.organisation
    return bool(told) or _TITLE.match(row.name.strip()) is not None


def provider(row: Any, doc: Building) -> Body:
    """Return somebody who treats, or the place where they do."""
    name = one_line(doc.rows.names(row.id))
    shared = filled(telecom=telecom(row), address=address(row.address))
    if not is_person(row):
        own = filled(name=name, type=concepts(row.role))
        return doc.entry("provider", row, {"resourceType": "Organization", **own, **shared})
    gmc = one_line(row.gmc_number)
    own = filled(
        identifier=[{"system": _GMC, "value": gmc}] if gmc else [],
        name=[{"text": name}],
        qualification=[{"code": one} for one in concepts(row.role, row.specialty)],
    )
    return doc.entry("provider", row, {"resourceType": "Practitioner", **own, **shared})
