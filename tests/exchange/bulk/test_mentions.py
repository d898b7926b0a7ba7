"""Which names of resources a body holds."""

import pytest

from secondop_desktop.exchange.bulk.mentions import mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Observation/7", "Observation/7"),
        ("https://fhir.example/r4/Encounter/e-1", "Encounter/e-1"),
        ("Condition/c/_history/3", "Condition/c"),
        ("urn:uuid:6513270e-269e-4d37-b2a7-4de452e6b438", None),
        ("mmol/L", ""),
        ("U/L", ""),
        ("http://loinc.org", ""),
        ("http://hl7.org/fhir/StructureDefinition/Patient", ""),
        ("Seen in clinic 3/4 by Dr Birch", ""),
    ],
)
def test_only_names_of_resources_are_mentioned(text: str, name: str | None) -> None:
    wanted = [text] if name is None else [name] if name else []
    assert list(mentions(text)) == wanted


def test_they_are_found_at_any_depth() -> None:
    body = {"result": [{"reference": "Observation/1"}], "subject": {"reference": "Patient/p"}}
    body["extension"] = [{"valueReference": {"reference": "List/l"}}]
    assert list(mentions(body)) == ["Observation/1", "Patient/p", "List/l"]
