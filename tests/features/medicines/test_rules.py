"""Which medicines are taken now."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.features.medicines.kind import KIND
from secondop_desktop.features.medicines.rules import in_use
from tests.features.rows import day, row

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("values", "taken"),
    [
        ({"status": "taking", "stop": day("2020")}, True),
        ({"status": "as needed"}, True),
        ({"status": "stopped"}, False),
        ({"status": "planned"}, False),
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
def test_the_users_word_counts_before_the_dates(values: dict[str, Any], taken: bool) -> None:
    assert in_use(row(KIND, **values), TODAY) is taken
