"""Which medicines are taken now."""

from datetime import date
from typing import Any


def in_use(row: Any, today: date) -> bool:
    """Tell whether a medicine is taken, by what the user said, else by its dates.

    Only a stop that has certainly passed ends it: "2026" may still be to come in June 2026.
    """
    if row.status:
        return row.status in {"taking", "as needed"}
    started = row.start is None or row.start.first_day <= today
    stopped = row.stop is not None and row.stop.last_day <= today
    return started and not stopped
