"""A text in which no date is looked for holds none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.search import dates_in_text
from secondop_desktop.journal.search.dates_in_text import days_said

_PIECES = [
    *("5", "05", "17", "2019", "1987", "24", "2019-03", "20190305", "T10:30", "'24"),
    *(" ", "-", "/", ".", "\\", ",", "th", " of "),
    *("March", "mar", "SEPT", "May", "août", "Januar", "summary", "g/L"),
]
_TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join)


@given(_TEXTS)
def test_looking_first_whether_one_may_be_there_misses_none(text: str) -> None:
    told = list(days_said(text))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(dates_in_text, "_may_say_a_day", lambda _text, _folded: True)
        assert told == list(days_said(text))
