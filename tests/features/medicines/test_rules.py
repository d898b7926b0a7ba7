"""Which medicines are taken now, and what is said where status and dates disagree."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.features.medicines.kind import KIND
from secondop_desktop.features.medicines.rules import doubt, in_use
from tests.features.rows import day, row

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("values", "taken"),
    [
        ({"status": "taking", "stop": day("2020")}, False),
        ({"status": "as needed", "stop": day("2026-06-14")}, False),
        ({"status": "taking", "stop": day("2026-06-15")}, True),
        ({"status": "taking", "stop": day("2026")}, True),
        ({"status": "taking", "start": day("2026-07")}, False),
        ({"status": "taking"}, True),
        ({"status": "as needed"}, True),
        ({"status": "stopped"}, False),
        ({"status": "stopped", "stop": day("2027")}, False),
        ({"status": "planned"}, False),
        ({"status": "on hold"}, False),
        ({"status": "not known"}, False),
        ({"status": "not taken"}, False),
        ({"status": "not issued"}, False),
        ({"status": "avoid"}, False),
        ({}, True),
        ({"start": day("2026-06-15")}, True),
        ({"start": day("2026-06-16")}, False),
        ({"start": day("2026")}, True),
        ({"stop": day("2026-06-15")}, False),
        ({"stop": day("2026-06-16")}, True),
        ({"stop": day("2026")}, True),
        ({"stop": day("2026-05")}, False),
    ],
)
def test_a_stop_in_the_past_counts_before_what_the_status_says(
    values: dict[str, Any], taken: bool
) -> None:
    assert in_use(row(KIND, **values), TODAY) is taken


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"status": "taking", "stop": day("2018-09-14")},
            "marked as taken; stop date 14 September 2018",
        ),
        (
            {"status": "as needed", "stop": day("2025")},
            "marked as taken when needed; stop date 2025",
        ),
        ({"status": "taking", "start": day("2026-08")}, "marked as taken; start date August 2026"),
        ({"status": "stopped", "stop": day("2027")}, "marked as stopped; stop date 2027"),
        ({"status": "planned", "start": day("2020")}, "marked as planned; start date 2020"),
        ({"status": "on hold"}, "on hold"),
        ({"status": "not known", "stop": day("2020")}, "not known whether it is taken"),
        ({"status": "taking", "stop": day("2026")}, ""),
        ({"status": "stopped", "stop": day("2020")}, ""),
        ({"status": "not taken"}, ""),
        ({"stop": day("2020")}, ""),
        ({}, ""),
    ],
)
def test_where_status_and_dates_disagree_both_are_said(values: dict[str, Any], said: str) -> None:
    assert doubt(row(KIND, **values), TODAY) == said
