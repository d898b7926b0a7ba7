"""NHS numbers are shown in groups and doubted, never refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.people.rules import nhs_number_doubt, nhs_number_spaced

GOOD = "9434765919"


@pytest.mark.parametrize("typed", [GOOD, "943 476 5919", " 943-476-5919 "])
def test_ten_digits_stand_in_three_groups(typed: str) -> None:
    assert nhs_number_spaced(typed) == "943 476 5919"
    assert nhs_number_doubt(typed) == ""


@pytest.mark.parametrize("typed", ["", "12345", "ABC 476 5919", "943476591x", "94347659190"])
def test_anything_else_stays_as_typed(typed: str) -> None:
    assert nhs_number_spaced(typed) == typed


@pytest.mark.parametrize("typed", ["12345", "943476591x", "94347659190"])
def test_wrong_form_is_doubted(typed: str) -> None:
    assert "10 digits" in nhs_number_doubt(typed)


def test_zeros_are_doubted_though_their_check_digit_agrees() -> None:
    assert "mistyped" in nhs_number_doubt("000 000 0000")


@given(place=st.integers(0, 9), step=st.integers(1, 9))
def test_one_wrong_digit_is_noticed(place: int, step: int) -> None:
    digit = str((int(GOOD[place]) + step) % 10)
    assert "mistyped" in nhs_number_doubt(GOOD[:place] + digit + GOOD[place + 1 :])


def test_nothing_typed_is_not_doubted() -> None:
    assert nhs_number_doubt("  ") == ""
