"""Numbers in the ways of the UK and of the rest of Europe: right, or left open; never wrong."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.values.numbers import (
    COMMA,
    POINT,
    decimal_sign,
    is_doubtful,
    meanings,
    number,
    plain,
    proofs,
)

_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**9)
_GROUPS = st.sampled_from(["", ",", ".", " ", "\u00a0", "\u2009", "\u202f", "'", "’"])


def _printed(value: Decimal, decimal: str, group: str) -> str:
    whole, _point, rest = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", group)
    return grouped + (decimal + rest if rest else "")


@given(_NUMBERS, st.sampled_from([POINT, COMMA]), _GROUPS)
def test_a_printed_number_is_read_right_or_left_open(
    value: Decimal, decimal: str, group: str
) -> None:
    if group == decimal:
        return
    printed = _printed(value, decimal, group)
    assert number(printed, decimal) == value
    alone = number(printed)
    foreign = "." in printed and "," not in printed and decimal == COMMA
    assert alone in {value, None} or foreign
    if alone is None:
        assert is_doubtful(printed)
        assert value in {Decimal(one) for one in meanings(printed)}


@given(_NUMBERS, _NUMBERS, st.sampled_from([POINT, COMMA]))
def test_no_number_proves_the_other_sign(one: Decimal, other: Decimal, decimal: str) -> None:
    group = POINT if decimal == COMMA else COMMA
    found = proofs([_printed(one, decimal, group), _printed(other, decimal, group)])
    assert found <= {decimal}


@given(st.text(alphabet="0123456789.,-+ eE'<x", max_size=12))
def test_whatever_is_written_gives_a_number_or_none(text: str) -> None:
    for decimal in ("", POINT, COMMA):
        found = plain(text, decimal)
        assert not found or Decimal(found).is_finite()


@pytest.mark.parametrize(
    ("groups", "sign"),
    [
        ([["7,5"]], COMMA),
        ([["1,204", "7.5"]], POINT),
        ([["1,204", "88"], ["3,5-5,1"]], COMMA),
        ([["7.5", "7,5"], ["3,5-5,1"]], ""),
        ([["0,301"], ["<0.014"]], COMMA),
        ([["2,350,000"]], POINT),
        ([["1,204"], ["1.204"]], ""),
        ([["12.05.2024", "x"]], ""),
    ],
)
def test_the_nearest_that_proves_a_sign_decides(groups: list[list[str]], sign: str) -> None:
    assert decimal_sign(*groups) == sign
