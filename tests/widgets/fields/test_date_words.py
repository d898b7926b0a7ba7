"""Whole dates are read in ISO or UK order; two meanings come back as two."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets.fields.date_words import is_certain, read_date

DAY = PartialDate(2026, 7, 14)


def dates() -> st.SearchStrategy[PartialDate]:
    """Every date the journal can hold."""
    whole = st.dates(min_value=date(1, 1, 1))
    clocks = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
    day = st.builds(_with, whole, clocks, st.booleans(), st.just("day"))
    less = st.builds(_with, whole, st.none(), st.booleans(), st.sampled_from(["month", "year"]))
    return day | less


def _with(day: date, clock: time | None, about: bool, known: str) -> PartialDate:
    if known == "day":
        return PartialDate(day.year, day.month, day.day, clock, about)
    return PartialDate(day.year, day.month if known == "month" else None, about=about)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-07-14", DAY),
        ("14/07/2026", DAY),
        ("14.7.2026", DAY),
        ("14-07-2026", DAY),
        ("14 July 2026", DAY),
        (" 14  july   2026 ", DAY),
        ("14th of July 2026", DAY),
        ("14-Jul-2026", DAY),
        ("July 14, 2026", DAY),
        ("Tuesday 14 July 2026", DAY),
        ("Tue, 14 July 2026", DAY),
        ("July 2024", PartialDate(2024, 7)),
        ("07/2026", PartialDate(2026, 7)),
        ("2024", PartialDate(2024)),
        ("about 2019", PartialDate(2019, about=True)),
        ("c. March 2019", PartialDate(2019, 3, about=True)),
        ("3/3/2026", PartialDate(2026, 3, 3)),
        ("14 July 2026, 10:30am", PartialDate(2026, 7, 14, time(10, 30))),
        ("14 July 2026 at 5pm", PartialDate(2026, 7, 14, time(17))),
        ("2026-07-14T10:30", PartialDate(2026, 7, 14, time(10, 30))),
    ],
)
def test_certain_dates(text: str, found: PartialDate) -> None:
    assert read_date(text) == (found,)
    assert is_certain(text)


@pytest.mark.parametrize("text", ["3/4/2026", "03.04.2026", "about 3/4/2026"])
def test_two_orders_are_two_dates(text: str) -> None:
    about = text.startswith("about")
    april, march = PartialDate(2026, 4, 3, about=about), PartialDate(2026, 3, 4, about=about)
    assert read_date(text) == (april, march)
    assert not is_certain(text)


def test_the_other_order_alone_is_never_certain() -> None:
    assert read_date("07/14/2026") == (DAY,)
    assert not is_certain("07/14/2026")


@pytest.mark.parametrize(
    "text",
    [
        "14/07/26",
        "31/02/2026",
        "Monday 14 July 2026",
        "0/1/2026",
        "2026-7-4",
        "soon",
        "",
        "Ma 2026",
    ],
)
def test_what_is_no_date_stays_unread(text: str) -> None:
    assert read_date(text) == ()
    assert not is_certain(text)


@given(dates())
def test_every_date_we_say_in_words_is_read_back(known: PartialDate) -> None:
    # Years before 1000 are said with fewer than four numbers, which are refused when typed.
    if known.year >= 1000:
        assert read_date(known.words(weekday=True)) == (known,)


@given(st.text(max_size=30))
def test_any_text_can_be_tried(text: str) -> None:
    assert len(read_date(text)) <= 4
