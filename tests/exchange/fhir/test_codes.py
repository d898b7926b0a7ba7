"""Words and codes as the sender gave them."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir import codes
from secondop_desktop.exchange.fhir.codes import listed, unlisted

BOTH = {
    "coding": [
        {"system": "http://hl7.org/fhir/sid/icd-10", "code": "I20", "display": "Angina pectoris"},
        {"system": "http://snomed.info/sct", "code": "194828000", "display": "Angina"},
    ]
}


@pytest.mark.parametrize(
    ("concept", "expected"),
    [
        (BOTH, "Angina"),
        (BOTH | {"text": " Chest  pain\n"}, "Chest pain"),
        ({"coding": [{"code": "H"}]}, "H"),
        ({"code": "H", "display": "High"}, "High"),
        ("active", "active"),
        (
            {
                "coding": [
                    {"code": "a", "display": "A"},
                    {"code": "b", "display": "B", "userSelected": True},
                ]
            },
            "B",
        ),
        ({"coding": [{"display": "Never smoked"}]}, "Never smoked"),
        ({"coding": [{"code": "x"}, {"display": "Rhesus negative"}]}, "Rhesus negative"),
        (None, ""),
        (7, ""),
        ({"text": 7}, ""),
    ],
)
def test_words(concept: Any, expected: str) -> None:
    assert codes.words(concept) == expected


@pytest.mark.parametrize("concept", ["active", {"coding": [{"code": "active"}]}])
def test_status_words_of_stu3_and_r4_are_alike(concept: Any) -> None:
    assert codes.code(concept) == "active"


def test_the_code_kept_is_of_the_system_people_know_best() -> None:
    assert codes.printed_code(BOTH) == "SNOMED CT 194828000"
    assert codes.printed_code(BOTH, "http://hl7.org/fhir/sid/icd-10") == "ICD-10 I20"
    assert codes.printed_code({"coding": [{"system": "urn:x", "code": "1|2"}]}) == "urn:x|1|2"
    assert codes.printed_code({"coding": [{"code": "1"}]}) == "1"
    assert codes.printed_code(None) == ""


@pytest.mark.parametrize("system", [*codes.SYSTEMS, "urn:oid:1.2.3"])
def test_a_kept_code_becomes_a_coding_again(system: str) -> None:
    coding = {"system": system, "code": "12-3"}
    assert codes.coding(codes.printed_code(coding)) == coding


@pytest.mark.parametrize("text", ["", "12-3", "see the letter"])
def test_other_words_are_no_coding(text: str) -> None:
    assert codes.coding(text) is None


def test_notes_keep_each_text_once() -> None:
    given = [{"text": "One\r\ntwo"}, "One\ntwo", {"text": 3}, None]
    assert codes.notes("", given, "Three\x00") == "One\ntwo\nThree"


_KNOWN = {"refuted": "ruled out", "entered-in-error": "mistake"}


@pytest.mark.parametrize(
    ("concept", "listed_as", "left"),
    [
        ("refuted", "ruled out", ""),
        ({"coding": [{"system": "urn:own", "code": "R9"}, {"code": "refuted"}]}, "ruled out", ""),
        ({"text": "Entered in  Error"}, "mistake", ""),
        ({"coding": [{"code": "R9", "display": "Thought unlikely"}]}, "", "Thought unlikely"),
        ({"coding": [{"code": "R9"}]}, "", "R9"),
        (None, "", ""),
        (7, "", ""),
    ],
)
def test_a_status_is_known_by_any_of_its_codes_or_its_words(
    concept: Any, listed_as: str, left: str
) -> None:
    assert listed(concept, _KNOWN) == listed_as
    assert unlisted(concept, _KNOWN) == left
