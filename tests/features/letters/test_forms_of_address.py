"""Who a letter greets, and how a helper speaks of the person."""

import pytest

from secondop_desktop.features.letters.operations.forms_of_address import (
    address_name,
    pronouns,
    spoken_of,
)


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Dr Imogen Threlkettle", "Dr Threlkettle"),
        ("Dr. A. B. Okonkwo", "Dr. Okonkwo"),
        ("Prof Henk van der Meer", "Prof van der Meer"),
        ("Mrs Siân Price-Jones", "Mrs Price-Jones"),
        ("Mr Rao FRCS", "Mr Rao"),
        ("Dr Amal Haddad FRCP MD", "Dr Haddad"),
        ("Ms J. O'Dowd, MRCGP", "Ms O'Dowd"),
        ("Dr Wu", "Dr Wu"),
        ("Wanjiru Kamau", "Wanjiru Kamau"),
        ("", ""),
    ],
)
def test_title_and_surname(name: str, greeted: str) -> None:
    assert address_name(name, "Consultant", "The Clinic") == greeted


def test_a_place_has_no_name_to_greet() -> None:
    assert address_name("Oldtown Infirmary", "", "Oldtown Infirmary") == ""
    assert address_name("Oldtown, records office", "Records office", "") == ""


@pytest.mark.parametrize(
    ("relationship", "sex", "words"),
    [
        ("His daughter", "", "my father"),
        ("daughter", "female", "my mother"),
        ("Her husband.", "female", "my wife"),
        ("Partner", "", "my partner"),
        ("son", "", ""),
        ("nephew", "male", "my uncle"),
        ("Daughter-in-law", "female", ""),
        ("", "female", ""),
    ],
)
def test_what_the_person_is_to_the_helper(relationship: str, sex: str, words: str) -> None:
    assert spoken_of(relationship, sex) == words


@pytest.mark.parametrize(
    ("relationship", "sex", "words"),
    [
        ("son", "female", ("her", "her")),
        ("His wife", "", ("his", "him")),
        ("Neighbour", "male", ("his", "him")),
        ("Her carer", "", ("her", "her")),
        ("friend", "", ("their", "them")),
        ("", "other", ("their", "them")),
    ],
)
def test_whose_something_is(relationship: str, sex: str, words: tuple[str, str]) -> None:
    assert pronouns(relationship, sex) == words
