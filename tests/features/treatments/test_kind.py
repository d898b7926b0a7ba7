"""How a treatment shows itself, and which of them are so on a day."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.features.treatments.kind import KIND
from secondop_desktop.features.treatments.rules import is_going_on
from secondop_desktop.journal.kinds import MISTAKEN
from tests.features.rows import day, names, row

TODAY = date(2026, 7, 1)


def _row(**values: Any) -> Any:
    return row(KIND, **({"name": "Hip replacement"} | values))


@pytest.mark.parametrize(
    ("known", "title"),
    [
        ({}, "Hip replacement"),
        ({"status": "planned"}, "Hip replacement (planned)"),
        ({"status": "not done"}, "Hip replacement (not done)"),
        ({"date_words": "after the fall"}, "Hip replacement (after the fall)"),
        ({"date_words": "in spring", "date": day("2020")}, "Hip replacement"),
        ({"status": MISTAKEN[0]}, "Hip replacement (entered by mistake)"),
    ],
)
def test_the_title_says_what_was_not_done_or_has_no_date(known: Any, title: str) -> None:
    assert KIND.title(_row(**known), names) == title


def test_the_line_says_where_how_much_and_how_it_turned_out() -> None:
    told = _row(name="FOLFOX", cycles="4 of 6", dose="85 mg/m2", response="Smaller\non the scan")
    assert KIND.line(told, names) == "4 of 6 · 85 mg/m2 · Smaller on the scan"


def test_a_place_that_the_name_says_is_not_said_again() -> None:
    assert KIND.line(_row(body_site="hip"), names) == ""
    assert KIND.line(_row(body_site="Left side"), names) == "Left side"


@pytest.mark.parametrize(
    ("known", "holds", "going_on"),
    [
        ({"status": "done", "date": day("2020")}, True, False),
        ({"status": "going on", "date": day("2026-05")}, True, True),
        ({"status": "going on", "date": day("2026-05"), "until": day("2026-06")}, True, False),
        ({"status": "planned"}, False, False),
        ({"status": "done", "date": day("2027")}, False, False),
        ({"status": "not done"}, False, False),
        ({}, True, False),
    ],
)
def test_what_was_done_holds_and_what_is_to_come_does_not(
    known: Any, holds: bool, going_on: bool
) -> None:
    told = _row(**known)
    assert (KIND.holds(told, TODAY), is_going_on(told, TODAY)) == (holds, going_on)


@pytest.mark.parametrize(
    ("known", "doubt"),
    [
        ({"status": "going on", "until": day("2020")}, "marked as ongoing; ended 2020"),
        ({"status": "planned", "date": day("2020")}, "marked as planned; its date is 2020"),
        ({"status": "done", "date": day("2030")}, "marked as finished; its date is 2030"),
        ({"status": "done", "date": day("2020")}, ""),
    ],
)
def test_where_mark_and_dates_disagree_both_are_said(known: Any, doubt: str) -> None:
    assert KIND.doubt(_row(**known), TODAY) == doubt


def test_what_was_entered_by_mistake_is_no_fact() -> None:
    assert not KIND.is_fact(_row(status=MISTAKEN[0]))
