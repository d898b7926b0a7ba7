"""Columns share the width by what they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.pdf.blocks.column_widths import shared_out


def test_what_fits_gets_what_it_wants_and_the_rest_is_shared() -> None:
    assert shared_out(100, [0, 0], [(10, 30), (10, 50)]) == [40, 60]


def test_a_narrow_column_is_served_before_a_wide_one() -> None:
    narrow, wide = shared_out(200, [0, 0], [(20, 60), (40, 5000)])
    assert narrow == pytest.approx(60)
    assert wide == pytest.approx(140)


def test_a_share_is_kept_unless_a_word_needs_more() -> None:
    assert shared_out(100, [0.2, 0], [(5, 5), (10, 900)]) == pytest.approx([20, 80])
    assert shared_out(100, [0.2, 0], [(35, 35), (10, 900)]) == pytest.approx([35, 65])


def test_shares_may_be_weights() -> None:
    assert shared_out(100, [1, 3], [(5, 9), (5, 900)]) == pytest.approx([25, 75])
    assert shared_out(100, [1, 3], [(40, 40), (5, 900)]) == pytest.approx([40, 60])
    assert shared_out(100, [1, 1, 2], [(90, 90), (30, 900), (30, 40)]) == [40, 30, 30]


def test_no_word_is_broken_while_another_column_can_spare_room() -> None:
    widths = shared_out(200, [5, 2, 1, 1], [(60, 300), (55, 90), (30, 30), (20, 20)])
    assert sum(widths) == pytest.approx(200)
    assert [width >= least for width, least in zip(widths, (60, 55, 30, 20), strict=True)] == [
        True
    ] * 4


_WANT = st.tuples(st.floats(0.1, 900), st.floats(0, 9000)).map(lambda w: (w[0], w[0] + w[1]))


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.2]), _WANT), min_size=1, max_size=5))
def test_columns_fill_the_width_and_no_more(
    columns: list[tuple[float, tuple[float, float]]],
) -> None:
    widths = shared_out(
        500, [share for share, _want in columns], [want for _share, want in columns]
    )
    assert all(width > 0 for width in widths)
    assert sum(widths) <= 500.001
