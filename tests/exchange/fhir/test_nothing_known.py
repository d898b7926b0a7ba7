"""That there is nothing is often said in words alone; it is no entry of that name."""

import pytest

from secondop_desktop.exchange.fhir.nothing_known import (
    NO_ALLERGIES,
    NO_MEDICINES,
    NO_PROBLEMS,
    NO_SOME_ALLERGIES,
    NOT_KNOWN,
    Nothing,
)


@pytest.mark.parametrize(
    ("nothing", "text"),
    [
        (NO_ALLERGIES, "No known allergies."),
        (NO_ALLERGIES, "NKA"),
        (NO_ALLERGIES, "Patient has no known allergies"),
        (NO_SOME_ALLERGIES, "No known drug allergy"),
        (NO_SOME_ALLERGIES, "NKDA"),
        (NO_SOME_ALLERGIES, "Nil known"),
        (NO_MEDICINES, "No regular medication"),
        (NO_MEDICINES, "Takes no medicines"),
        (NO_PROBLEMS, "No known medical problems"),
        (NOT_KNOWN, "Unknown"),
        (NOT_KNOWN, "No allergies recorded"),
        (NOT_KNOWN, "Allergies not recorded"),
    ],
)
def test_words_say_it_where_there_is_no_code(nothing: Nothing, text: str) -> None:
    assert nothing.is_said_by({"text": text})


@pytest.mark.parametrize(
    "text",
    ["Nickel", "Noradrenaline", "Nilotinib", "Known latex allergy", "Fever of unknown origin"],
)
def test_other_names_are_names(text: str) -> None:
    for nothing in (NO_ALLERGIES, NO_SOME_ALLERGIES, NO_MEDICINES, NO_PROBLEMS, NOT_KNOWN):
        assert not nothing.is_said_by({"text": text})


def test_only_all_allergies_answer_for_all() -> None:
    assert not NO_ALLERGIES.is_said_by({"text": "No known food allergies"})
    assert not NO_ALLERGIES.is_said_by({"text": "None"})
