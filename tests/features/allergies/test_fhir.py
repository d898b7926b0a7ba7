"""An AllergyIntolerance becomes an allergy."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, UnreadableError
from secondop_desktop.features.allergies import fhir
from secondop_desktop.features.allergies.kind import KIND
from tests.exchange.bundles import Body, concept, resource, told


def _allergy(**parts: Any) -> Body:
    return resource("AllergyIntolerance", "a", **({"code": concept("Penicillin", "1")} | parts))


def test_all_that_an_allergy_tells() -> None:
    reactions = [
        {"manifestation": [concept("Rash"), concept("Itch")], "severity": "mild"},
        {"manifestation": [concept("Rash")], "severity": "severe", "description": "After an hour"},
    ]
    body = _allergy(
        type="allergy",
        clinicalStatus=concept("", "resolved"),
        onsetDateTime="2004-06",
        reaction=reactions,
        note=[{"text": "Told by Mum"}],
    )
    [values] = told(body)
    assert {name: str(value) for name, value in values.items()} == {
        "substance": "Penicillin",
        "reaction": "Rash, Itch",
        "severity": "severe",
        "kind_of": "allergy",
        "status": "past",
        "since": "June 2004",
        "code": "SNOMED CT 1",
        "notes": "Told by Mum\nAfter an hour",
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("status", fhir.STATUS.values()),
        ("kind_of", fhir.KIND_OF.values()),
        ("severity", fhir.SEVERITY),
    ],
)
def test_the_words_kept_are_those_that_are_offered(name: str, words: Any) -> None:
    assert set(words) <= dict(KIND.by_name[name].choices).keys()


def test_the_substance_of_the_reaction_will_do() -> None:
    [values] = told(_allergy(code={}, reaction=[{"substance": concept("Nuts")}]))
    assert values["substance"] == "Nuts"


def test_r5_reactions_read_alike() -> None:
    [values] = told(_allergy(reaction=[{"manifestation": [{"concept": concept("Rash")}]}]))
    assert values["reaction"] == "Rash"


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"verificationStatus": concept("", "entered-in-error")}, "by mistake"),
        ({"verificationStatus": concept("", "refuted")}, "ruled out"),
        ({"code": concept("", "no-known-allergies")}, "no known allergies"),
        ({"code": concept("", "no-allergy-info")}, "nothing is known"),
        ({"code": concept("No known drug allergy", "409137002")}, "“No known drug allergy”"),
    ],
)
def test_what_is_no_allergy_is_left_out(parts: Body, why: str) -> None:
    with pytest.raises(LeftOutError, match=why):
        told(_allergy(**parts))


def test_a_nameless_one_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="what the person reacts to"):
        told(_allergy(code={}))
