"""An AllergyIntolerance becomes an allergy."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, UnreadableError
from secondop_desktop.features.allergies import fhir
from secondop_desktop.features.allergies.kind import KIND
from tests.exchange.bundles import Body, concept, resource, told
from tests.features.rows import names, row


def _allergy(**parts: Any) -> Body:
    return resource("AllergyIntolerance", "a", **({"code": concept("Penicillin", "1")} | parts))


def test_all_that_an_allergy_tells() -> None:
    reactions = [
        {"manifestation": [concept("Rash"), concept("Itch")], "severity": "mild"},
        {
            "manifestation": [concept("Collapse")],
            "severity": "severe",
            "description": "After an hour",
            "exposureRoute": concept("Intravenous"),
            "onset": "2010-02-01",
        },
    ]
    body = _allergy(
        type="allergy",
        clinicalStatus=concept("", "resolved"),
        verificationStatus=concept("", "unconfirmed"),
        criticality="high",
        category=["medication", "food"],
        onsetDateTime="2004-06",
        lastOccurrence="2012",
        recordedDate="2011-04-02T09:00:00Z",
        recorder={"display": "Nurse Quill"},
        asserter={"display": "Dr Ash"},
        reaction=reactions,
        note=[{"text": "Told by Mum"}],
    )
    [values] = told(body)
    assert values["recorder"].origin == "fhir-name:nurse quill"
    assert {name: str(value) for name, value in values.items() if name != "recorder"} == {
        "substance": "Penicillin",
        "reaction": "Rash, Itch (mild); Collapse (severe, 1 February 2010, Intravenous)",
        "severity": "severe",
        "kind_of": "allergy",
        "status": "past",
        "certainty": "unconfirmed",
        "criticality": "high",
        "route": "Intravenous",
        "since": "June 2004",
        "last": "2012",
        "recorded": "2 April 2011",
        "code": "SNOMED CT 1",
        "notes": (
            "Told by Mum\nAfter an hour\nKind of substance: medicine, food\nReported by: Dr Ash"
        ),
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("status", fhir.STATUS.values()),
        ("kind_of", fhir.KIND_OF.values()),
        ("severity", fhir.SEVERITY),
        ("certainty", fhir.CERTAINTY.values()),
        ("criticality", fhir.CRITICALITY.values()),
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
        ({"code": concept("Nil known allergies")}, "no known allergies"),
        ({"code": concept("NKDA")}, "“NKDA”"),
    ],
)
def test_what_is_no_allergy_is_left_out(parts: Body, why: str) -> None:
    with pytest.raises(LeftOutError, match=why):
        told(_allergy(**parts))


def test_a_reaction_to_something_unknown_is_kept() -> None:
    reaction = [{"manifestation": [concept("Collapse")]}]
    [values] = told(_allergy(code=concept("Unknown"), reaction=reaction))
    assert (values["substance"], values["reaction"]) == ("Unknown", "Collapse")


def test_a_nameless_one_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="what the person reacts to"):
        told(_allergy(code={}))


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("unconfirmed", "Penicillin (not confirmed)"),
        ("presumed", "Penicillin"),
        ("confirmed", "Penicillin"),
    ],
)
def test_how_sure_it_is_stands_in_its_title(status: str, title: str) -> None:
    [values] = told(_allergy(verificationStatus=concept("", status)))
    shown = row(KIND, **values)
    assert KIND.title(shown, names) == title
    assert ("Assumed, not tested" in KIND.line(shown, names)) == (status == "presumed")


def test_words_of_its_own_are_notes_and_repeated_ones_are_kept_out_of_sight() -> None:
    div = {"div": "<div>Carries two pens</div>"}
    [own] = told(_allergy(text={"status": "additional", **div}))
    [same] = told(_allergy(text={"status": "generated", **div}))
    assert (own["notes"], same["narrative"]) == ("Carries two pens", "Carries two pens")
    assert "narrative" not in own
    assert "notes" not in same


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"onsetAge": {"value": 6, "unit": "months"}}, "Began: at age 6 months"),
        ({"onsetString": "at school"}, "Began: at school"),
        (
            {"reaction": [{"substance": concept("Amoxicillin")}]},
            "Reaction to: Amoxicillin",
        ),
    ],
)
def test_what_has_no_field_is_a_note_with_its_name(parts: Body, expected: str) -> None:
    [values] = told(_allergy(**parts))
    assert values["notes"] == expected
