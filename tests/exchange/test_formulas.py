"""Text that a spreadsheet would run leaves harmless and comes back as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secondop_desktop.exchange.formulas import neutralised, restored


@given(st.text(st.sampled_from("'=+-@\t\r\n 1.5aä＝")) | st.text())
@example("'=1")
@example("''")
def test_every_text_comes_back(text: str) -> None:
    assert restored(neutralised(text)) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 20", "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "'=1", "-", "-1e3"]
)
def test_what_begins_like_a_formula_does_not(text: str) -> None:
    assert neutralised(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "5", "-1.5", "+3", "<0.5", "it's", "'", "a=b", "5-HT"])
def test_other_text_stays(text: str) -> None:
    assert neutralised(text) == text
