"""Columns share the room there is."""

from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.widgets.lists.table.widths import widths

Sizes = st.lists(st.tuples(st.integers(10, 90), st.integers(0, 400)), min_size=1, max_size=8)


def test_a_column_that_stretches_takes_what_is_left() -> None:
    assert widths([100, 50], [20, 20], [0, 1], 400) == [100, 300]
    assert widths([100, 50], [20, 20], [1, 3], 350) == [150, 200]


def test_the_last_column_grows_when_none_asks_for_it() -> None:
    assert widths([100, 50], [20, 20], [0, 0], 400) == [100, 300]


def test_columns_give_up_what_they_have_beyond_a_word() -> None:
    assert widths([100, 300], [50, 50], [0, 1], 250) == [75, 175]


@given(Sizes, st.integers(0, 3000))
def test_no_column_is_narrower_than_its_longest_word(
    sizes: list[tuple[int, int]], room: int
) -> None:
    least = [low for low, _more in sizes]
    natural = [low + more for low, more in sizes]
    given_widths = widths(natural, least, [0] * len(sizes), room)
    assert all(got >= low for got, low in zip(given_widths, least, strict=True))
    if room >= sum(natural):
        assert sum(given_widths) == room
    else:
        assert sum(given_widths) <= max(room, sum(least))
