"""The same thing has the same origin in every file, different things have different ones."""

from typing import Any

from secondop_desktop.exchange.fhir.identity import Identity
from secondop_desktop.exchange.fhir.references import References
from secondop_desktop.exchange.fhir.resources import Resource, opened
from tests.exchange.bundles import Body, bundle, observation, resource

UUID = "2639657a-c19a-48e2-82cc-471e13b8ad94"


def _resources(*bodies: Body) -> list[Resource]:
    return opened(bundle(*bodies), "file.json").resources


def _origins(*bodies: Body) -> list[str]:
    found = _resources(*bodies)
    identity = Identity(found, References(found))
    return [identity.origin(one) for one in found]


def _numbered(value: str, name: str = "", **parts: Any) -> Body:
    return observation(name, identifier=[{"system": "urn:lab", "value": value}], **parts)


def test_an_identifier_is_the_same_in_every_export() -> None:
    assert _origins(_numbered("7", "a")) == _origins(_numbered("7", "b"))
    assert _origins(_numbered("7", "a")) == ["fhir:Observation|urn:lab|7"]


def test_a_request_number_that_several_share_identifies_none() -> None:
    assert _origins(_numbered("7", "a"), _numbered("7", "b")) == [
        "fhir:Patient/pat/Observation/a",
        "fhir:Patient/pat/Observation/b",
    ]


def test_an_identifier_without_its_system_says_little() -> None:
    body = observation("a", identifier=[{"value": "7"}])
    assert _origins(body) == ["fhir:Patient/pat/Observation/a"]


def test_an_id_that_nobody_else_gives_is_enough() -> None:
    assert _origins(observation(UUID)) == [f"fhir:Observation/{UUID}"]


def test_a_short_id_counts_together_with_the_patients() -> None:
    other = observation("1") | {"subject": {"reference": "https://b.org/fhir/Patient/9"}}
    assert _origins(observation("1")) != _origins(other)


def test_the_address_of_the_server_makes_a_short_id_its_own() -> None:
    [found] = _resources(observation("1"))
    given = Resource(found.type, found.body, "f", "f", "https://a.org/fhir/Observation/1")
    assert (
        Identity([given], References([given])).origin(given)
        == "fhir:https://a.org/fhir/Observation/1"
    )


def test_a_resource_without_any_name_is_known_by_what_it_says() -> None:
    one, same, other = _origins(observation(), observation(), observation(value="1"))
    assert one == same
    assert one != other


def test_what_is_contained_belongs_to_what_contains_it() -> None:
    doctor = {"resourceType": "Practitioner", "id": "d"}
    first, second = _resources(resource("Condition", "1"), resource("Condition", "2"))
    inside = [Resource("Practitioner", doctor, "f", "f", holder=one) for one in (first, second)]
    identity = Identity([], References([]))
    assert len({identity.origin(one) for one in inside}) == 2
