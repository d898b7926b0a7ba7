"""NHS, CHI and H&C numbers are shown in groups, by one rule for all."""

import pytest

from secondop_desktop.journal.values.health_number import spaced


@pytest.mark.parametrize("typed", ["9434765919", "943 476 5919", " 943-476-5919 "])
def test_ten_digits_stand_in_three_groups(typed: str) -> None:
    assert spaced(typed) == "943 476 5919"


@pytest.mark.parametrize("typed", ["", "12345", "ABC 476 5919", "943476591x", "94347659190"])
def test_anything_else_stays_as_typed(typed: str) -> None:
    assert spaced(typed) == typed
