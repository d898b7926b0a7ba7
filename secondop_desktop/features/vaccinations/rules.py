"""Which vaccinations were given."""

from datetime import date
from typing import Any


def is_fact(row: Any) -> bool:
    """Tell whether it may stand as a vaccination: one written down by mistake may not."""
    return bool(row.status != "mistake")


def was_given(row: Any, today: date) -> bool:
    """Tell whether it was given by that day; without an answer, its date tells."""
    if row.status in {"not given", "planned", "mistake"}:
        return False
    return row.date is None or bool(row.date.first_day <= today)
