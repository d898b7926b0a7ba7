"""A file is taken apart into resources, each with its place."""

from secondop_desktop.exchange.fhir.resources import is_fhir, opened
from tests.exchange.bundles import bundle, patient, resource


def test_entries_carry_their_place() -> None:
    found = opened(bundle(patient(), resource("Claim")), "b.json")
    assert [one.where for one in found.resources] == [
        "b.json, entry 1 (Patient/pat)",
        "b.json, entry 2 (Claim)",
    ]


def test_bundles_inside_bundles_are_opened() -> None:
    found = opened(bundle(bundle(patient())), "b.json")
    assert [one.where for one in found.resources] == ["b.json, entry 1, entry 1 (Patient/pat)"]


def test_what_is_no_resource_is_handed_back() -> None:
    document = {"resourceType": "Bundle", "entry": [7, {"resource": {"a": 1}}, {}]}
    found = opened(document, "b.json")
    assert [body for body, _where in found.strange] == [7, {"resource": {"a": 1}}]
    assert [one.where for one in found.skipped] == ["b.json, entry 3"]


def test_an_empty_bundle_is_empty() -> None:
    assert opened({"resourceType": "Bundle"}, "b.json").resources == []


def test_contained_resources_know_their_holder() -> None:
    found = opened(resource("Condition", contained=[patient(), 7]), "c.json").resources[0]
    [inside] = found.contained
    assert (inside.type, inside.holder) == ("Patient", found)


def test_fhir_is_told_from_other_json() -> None:
    assert is_fhir({"resourceType": "Patient"})
    assert not any(
        map(is_fhir, ([], {}, {"resourceType": 7}, {"resourceType": "a\0"}, "Patient", None))
    )
