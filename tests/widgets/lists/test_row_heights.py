"""A row is as tall as laying it out makes it, whatever it says and however narrow it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists import rich_row_painting
from secondop_desktop.widgets.lists.rich_row_painting import Row, places, title_font
from secondop_desktop.widgets.lists.row_heights import RowHeights
from secondop_desktop.widgets.theme import Theme, Weight
from secondop_desktop.widgets.theme.tone import Tone

_WORDS = st.lists(
    st.sampled_from(
        ["Knee", "X-ray", "·", "Llanelli", "µg/L", "αβ", "書", "☃", "two\nlines", "x" * 60]
    ),
    max_size=9,
).map(" ".join)
_ENDS = st.sampled_from(["", "4 May 2021", "about March 2019, 10:30am", "9 June\n10:15am"])
_STATUS = st.sampled_from([None, Status("Draft"), Status("Should have been paid", Tone.WARNING)])
_ROWS = st.builds(Row, _WORDS, _WORDS, _ENDS, _STATUS, st.sampled_from(["", "cost"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=_ROWS, width=st.integers(60, 900), beside=st.booleans())
def test_a_row_is_as_tall_as_it_is_laid_out(
    look: Theme, row: Row, width: int, beside: bool
) -> None:
    font = title_font(Weight.BOLD)
    laid = places(row, QRect(16, 8, width, 0), font, beside)
    assert RowHeights(width, font, beside=beside).of(row) == laid.height


def test_rows_of_one_line_are_not_laid_out(look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_asked: object) -> None:
        pytest.fail("laid out only to know how tall it is")

    monkeypatch.setattr(rich_row_painting, "_wrapped", refuse)
    heights = RowHeights(600, title_font(Weight.BOLD), beside=True)
    row = Row("Taxi to the clinic", "£12.40 · NHS", "4 May 2021", Status("Paid"), "cost")
    assert heights.of(row) > 0
