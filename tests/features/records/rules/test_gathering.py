"""Records to be gathered, by who holds them, and where each stands in words."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.records.kind import KIND
from secondop_desktop.features.records.rules.gathering import (
    by_holder,
    standing,
    summary,
    to_gather,
)
from secondop_desktop.features.records.rules.requests import arrived, due
from secondop_desktop.journal.values.dates import PartialDate
from tests.features.rows import DR_SHAH, day, names, row

TODAY = date(2026, 7, 10)
DATES = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1990, 2040)),
    st.builds(PartialDate, st.integers(1990, 2040), st.integers(1, 12)),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(PartialDate.of),
)
RECORDS = st.builds(
    lambda **values: row(KIND, **values),
    state=st.sampled_from(["", "wanted", "asked", "received"]),
    asked=DATES,
    received=DATES,
    extended=st.sampled_from([None, False, True]),
    holder=st.sampled_from([None, DR_SHAH, "unknown"]),
    created=st.text("0123456789", min_size=3),
)


def said(**values: Any) -> str:
    return " ".join(standing(row(KIND, **values), TODAY))


def test_what_is_only_wanted_says_so() -> None:
    assert said(state="wanted") == "You want this. You have not asked for it yet."


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("2026-07-03", "You asked for it: 3 July 2026. They have until 3 August 2026."),
        ("2026-06-03", "You asked for it: 3 June 2026. It was due 3 July 2026."),
        ("2026-06", "You asked for it: June 2026. They have until July 2026."),
        ("2026-05", "You asked for it: May 2026. It was due June 2026."),
        (
            "2026",
            "You asked for it: 2026. Add the month you asked, to see when it is due.",
        ),
    ],
)
def test_when_it_is_due_is_said_as_exactly_as_the_asking_is_known(asked: str, words: str) -> None:
    assert said(state="asked", asked=day(asked)) == words


def test_two_more_months_move_the_day() -> None:
    words = said(state="asked", asked=day("2026-06-03"), extended=True)
    assert words == "You asked for it: 3 June 2026. They have until 3 September 2026."


def test_asked_without_a_date_does_not_invent_one() -> None:
    assert said(state="asked") == "You asked for it, but the date is not written down."


def test_what_came_says_when_and_where_it_lies() -> None:
    came = said(state="received", received=day("2026-07-01"), place="Blue folder")
    assert came == "Came 1 July 2026. The paper is kept here: Blue folder"
    assert said(state="received") == "You have it."


def test_holders_come_by_name_and_those_with_nothing_open_last() -> None:
    rows = [
        row(KIND, state="received", holder="a", asked=day("2026-01-01")),
        row(KIND, state="wanted"),
        row(KIND, state="asked", holder="c"),
        row(KIND, state="asked", holder="b"),
        row(KIND, title="just a letter", state="received"),
    ]
    found = by_holder(rows, lambda entry: {"b": "Zed", "c": "Alder"}.get(entry or "", ""))
    assert [holder.id for holder in found] == ["c", "b", "", "a"]


def test_within_a_holder_the_longest_asked_comes_first_and_what_came_last() -> None:
    rows = [
        row(KIND, title="came", holder="a", state="received"),
        row(KIND, title="wanted", holder="a", state="wanted"),
        row(KIND, title="new", holder="a", state="asked", asked=day("2026-06-01")),
        row(KIND, title="old", holder="a", state="asked", asked=day("2026-01-01")),
    ]
    (holder,) = by_holder(rows, names)
    assert [one.title for one in holder.rows] == ["old", "new", "wanted", "came"]
    assert summary([holder], TODAY) == "2 asked for, 1 still to ask for, 2 overdue"


def test_nothing_open_is_said() -> None:
    assert summary((), TODAY) == "Everything you wanted has come."


@given(st.lists(RECORDS, max_size=8))
def test_every_record_to_gather_is_in_one_group(rows: list[Any]) -> None:
    found = [one for holder in by_holder(rows, names) for one in holder.rows]
    assert sorted(map(id, found)) == sorted(id(one) for one in rows if to_gather(one))
    for holder in by_holder(rows, names):
        assert len(holder.wanted) + len(holder.awaited) <= len(holder.open)
        assert not any(arrived(one) for one in holder.open)


@given(RECORDS, st.dates(date(1990, 1, 1), date(2045, 1, 1)))
def test_no_day_is_said_to_have_passed_that_may_still_come(record: Any, today: date) -> None:
    words = " ".join(standing(record, today))
    last = due(record)
    assert words
    if "It was due" in words:
        assert last is not None
        assert today >= last.last_day + timedelta(days=1)
    if "They have until" in words:
        assert last is not None
        assert today <= last.last_day
