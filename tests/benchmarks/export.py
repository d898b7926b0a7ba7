"""A made-up hospital's export of one person, of any size."""

import json
import random
from collections.abc import Iterator
from itertools import count
from uuid import UUID

from tests.benchmarks.large import words
from tests.exchange.bundles import (
    LOINC,
    SNOMED,
    Body,
    bundle,
    concept,
    observation,
    patient,
    resource,
    written,
)

_PANEL = 8
"""Results on one report."""

_UNITS = "http://unitsofmeasure.org"


def exported(size: int) -> str:
    """Return a bundle of at least so many letters: reports, results, diagnoses, medicines."""
    told, length = list[Body](), 0
    for body in bodies(random.Random(7)):
        told.append(body)
        length += len(json.dumps(body, default=str))
        if length >= size:
            return written(bundle(*told))
    raise AssertionError


def bodies(chance: random.Random) -> Iterator[Body]:
    """Yield resources of one person without end; each report stands before the results it names."""
    yield patient()
    yield {"resourceType": "Organization", "id": "lab", "name": "Royal Infirmary laboratory"}
    yield {"resourceType": "Practitioner", "id": "dr", "name": [{"text": "Dr Eleanor Marsh"}]}
    for number in count():
        day = f"{2005 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
        ids = [_id(chance) for _result in range(_PANEL)]
        yield _report(_id(chance), day, ids)
        for place, name in enumerate(ids):
            yield _result(name, place, day, chance)
        yield _condition(day, chance)
        yield _medicine(day, chance)


def _id(chance: random.Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))


def _report(name: str, day: str, results: list[str]) -> Body:
    return resource(
        "DiagnosticReport",
        name,
        status="final",
        code=concept("Full blood count", "58410-2", LOINC),
        effectiveDateTime=day,
        result=[{"reference": f"Observation/{one}"} for one in results],
    )


def _result(name: str, place: int, day: str, chance: random.Random) -> Body:
    low = chance.randint(1, 50)
    unit = {"unit": "g/L", "system": _UNITS, "code": "g/L"}
    return observation(
        name,
        meta={"versionId": "1", "lastUpdated": f"{day}T12:00:00+00:00"},
        code=concept(f"{words(chance, 2)} {place}".capitalize(), f"{700 + place}-7", LOINC),
        effectiveDateTime=f"{day}T10:30:00+00:00",
        valueQuantity={"value": chance.randint(1, 99), **unit},
        referenceRange=[{"low": {"value": low, **unit}, "high": {"value": low + 40, **unit}}],
        performer=[{"reference": "Organization/lab"}],
        note=[{"text": words(chance, 12)}],
    )


def _condition(day: str, chance: random.Random) -> Body:
    return resource(
        "Condition",
        _id(chance),
        clinicalStatus=concept("Active", "active", SNOMED),
        code=concept(words(chance, 3).capitalize(), str(chance.randint(10**7, 10**8))),
        onsetDateTime=day,
        asserter={"reference": "Practitioner/dr"},
        note=[{"text": words(chance, 30)}],
    )


def _medicine(day: str, chance: random.Random) -> Body:
    return resource(
        "MedicationRequest",
        _id(chance),
        status="active",
        intent="order",
        medicationCodeableConcept=concept(words(chance, 2).capitalize(), "1"),
        authoredOn=day,
        requester={"reference": "Practitioner/dr"},
        dosageInstruction=[{"text": "One tablet twice a day"}],
    )
