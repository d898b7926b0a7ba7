"""Small FHIR resources made for the tests, and what the readers make of them."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir.context import Context, Pool
from secondop_desktop.exchange.fhir.reading import readers
from secondop_desktop.exchange.fhir.resources import opened

Body = dict[str, Any]
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"


def concept(text: str, code: str = "", system: str = SNOMED) -> Body:
    """Return a CodeableConcept."""
    coding = [{"system": system, "code": code, "display": text}] if code else []
    return {"text": text, "coding": coding}


def resource(kind: str, name: str = "", **parts: Any) -> Body:
    """Return a resource, about the patient unless it says otherwise."""
    body = {"resourceType": kind, "subject": {"reference": "Patient/pat"}, **parts}
    return {**body, "id": name} if name else body


def patient(**parts: Any) -> Body:
    """Return the patient that the other resources are about."""
    name = [{"family": "Hale", "given": ["Margaret"]}]
    body = {"resourceType": "Patient", "id": "pat", "name": name, "birthDate": "1950-05-03"}
    return body | parts


def observation(name: str = "", value: Any = "13.4", **parts: Any) -> Body:
    """Return a haemoglobin result."""
    quantity = {"value": Decimal(str(value)), "unit": "g/L"}
    body = {"status": "final", "code": concept("Haemoglobin", "718-7", LOINC)}
    dated = {"effectiveDateTime": "2024-03-05T10:30:00+00:00", "valueQuantity": quantity}
    return resource("Observation", name, **(body | dated | parts))


def bundle(*bodies: Body) -> Body:
    """Return a collection of resources."""
    entries = [{"resource": body} for body in bodies]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def written(document: Any) -> str:
    """Write JSON with the digits of each Decimal."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(one) for name, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return f"\0{value}" if isinstance(value, Decimal) else value

    text = json.dumps(plain(document))
    parts = text.split('"\\u0000')
    return parts[0] + "".join(part.replace('"', "", 1) for part in parts[1:])


def pool(*bodies: Body) -> Pool:
    """Return resources as one file that is read with the readers of all kinds."""
    return Pool(opened(bundle(*bodies), "file.json").resources, readers(KINDS))


def told(body: Body, *others: Body) -> list[Mapping[str, Any]]:
    """Read one resource among others and return the values of each entry, empty ones left out."""
    together = pool(body, *others)
    _kind, reader = together.readers[body["resourceType"]]
    context = Context(together, together.resources[0])
    return [
        {name: value for name, value in one.values.items() if value not in (None, "", ())}
        for one in reader(body, context)
    ]
