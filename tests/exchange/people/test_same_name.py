"""Names as hospitals write them, and names that only look alike."""

import pytest

from secondop_desktop.exchange.people.same_name import Likeness, likeness

_SAME = [
    ("Zoë Ní Dhónaill", "ZOE NI DHONAILL"),
    ("Zoë Ní Dhónaill", "NI DHONAILL, Zoe"),
    ("Pádraig O’Shea", "OSHEA Padraig"),
    ("Pádraig O'Shea", "Mr Padraig O Shea"),
    ("Anne-Marie Cole", "ANNEMARIE COLE"),
    ("Anne-Marie Cole", "COLE, Anne Marie (Mrs)"),
    ("Ruth Hill-Wood", "HILL WOOD Ruth"),
    ("Ruth Hill", "Mrs Ruth Elizabeth Hill"),
    ("Ruth E Hill", "Ruth Elizabeth Hill"),
    ("Łukasz Nowak", "LUKASZ NOWAK"),
    ("Søren Groß", "SOREN GROSS"),
    ("Li Wei", "Wei Li"),
    ("Jörg Fürst", "FUERST, Joerg"),
    ("Jörg Fürst", "FURST JORG KARL"),
    ("Åse Lund", "AASE LUND"),
]
_OTHER = [
    ("Ruth Hill", "Rosa Hill", Likeness.DIFFERENT),
    ("Ruth Hill", "Ruth Wood", Likeness.OTHER_FAMILY),
    ("Ruth Hill", "WOOD, Ruth", Likeness.OTHER_FAMILY),
    ("John Hill Jnr", "John Hill Snr", Likeness.OTHER_FAMILY),
    ("R Hill", "Ruth Hill", Likeness.INITIALS),
    ("Mum", "Ruth Hill", Likeness.UNKNOWN),
    ("", "Ruth Hill", Likeness.UNKNOWN),
    ("A B", "Ann Bell", Likeness.DIFFERENT),
]


@pytest.mark.parametrize(("one", "other"), _SAME)
def test_one_person_written_in_two_ways(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is Likeness.SAME


@pytest.mark.parametrize(("one", "other", "expected"), _OTHER)
def test_another_person_or_too_little_said(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is expected
