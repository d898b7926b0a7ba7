"""Which vaccinations were given."""

from datetime import date
from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN


def is_fact(row: Any) -> bool:
    """Tell whether it may stand as a vaccination: one entered by mistake may not."""
    return bool(row.status != MISTAKEN[0])


def was_given(row: Any, today: date) -> bool:
    """Tell whether it was given by that day; without an answer, its date tells."""
    if row.status in {"not given", "planned", MISTAKEN[0]}:
        return False
    return row.date is None or bool(row.date.first_day <= today)
