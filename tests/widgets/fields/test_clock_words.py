"""Times are read as people write them; what may be morning or evening is not guessed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.lang import time_words
from secondop_desktop.widgets.fields.clock_words import read_clock

HALF_PAST = time(10, 30)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("10:30am", (HALF_PAST,)),
        ("10.30 AM", (HALF_PAST,)),
        ("10:30 a.m.", (HALF_PAST,)),
        ("10:30", (HALF_PAST,)),
        ("17:30", (time(17, 30),)),
        ("05:30", (time(5, 30),)),
        ("5pm", (time(17),)),
        ("12am", (time(0),)),
        ("12pm", (time(12),)),
        ("midday", (time(12),)),
        ("Noon", (time(12),)),
        ("midnight", (time(0),)),
        ("5:30", (time(5, 30), time(17, 30))),
        ("5", (time(5), time(17))),
        ("17", (time(17),)),
        ("24:00", ()),
        ("13pm", ()),
        ("10:75", ()),
        ("tea time", ()),
        ("", ()),
    ],
)
def test_reading(text: str, times: tuple[time, ...]) -> None:
    assert read_clock(text) == times


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_time_we_say_is_read_back(at: time) -> None:
    assert read_clock(time_words(at.hour, at.minute)) == (at,)


@given(st.text(max_size=12))
def test_any_text_can_be_tried(text: str) -> None:
    assert len(read_clock(text)) <= 2
