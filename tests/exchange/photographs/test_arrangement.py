"""How photographs become pages, as one line."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.photographs.arrangement import PARTS, WHOLE, Sheet, read, written

_SIDES = st.tuples(*[st.integers(0, PARTS)] * 4)
_SHEETS = st.builds(
    Sheet, st.integers(0, 500), st.integers(0, 300), st.integers(0, 3), _SIDES, st.integers(0, 2)
)


@given(st.lists(_SHEETS, min_size=1, max_size=30))
def test_what_is_written_is_read_again(sheets: list[Sheet]) -> None:
    assert read(written(sheets)) == tuple(sheets)


def test_the_line_counts_as_people_do() -> None:
    sheets = [Sheet(0), Sheet(2, 1, 1, (0, 500, 9000, PARTS), 2)]
    assert written(sheets) == "pages:1.1 3.2t1c0,500,9000,10000l2"


@pytest.mark.parametrize("place", ["", "line:4", "/entry/3/resource", "pages:x", "pages:1.1 2"])
def test_what_is_no_arrangement_gives_no_pages(place: str) -> None:
    assert read(place) == ()


@given(_SHEETS, st.integers(-7, 7))
def test_what_is_kept_turns_with_the_page(sheet: Sheet, by: int) -> None:
    there = sheet.turned(by)
    assert there.turned(-by) == sheet
    assert there.quarters == (sheet.quarters + by) % 4


def test_the_left_edge_is_on_top_after_a_turn_to_the_right() -> None:
    cut: dict[str, Any] = {"crop": (1000, 0, PARTS, PARTS)}
    assert Sheet(0, **cut).turned(1).crop == (0, 1000, PARTS, PARTS)
    assert Sheet(0).turned(1).crop == WHOLE
