"""Appointments that were entered by mistake: they are kept, and never told as visits."""

from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN


def is_fact(row: Any) -> bool:
    """Tell whether it was ever arranged; one that was cancelled was."""
    return bool(row.status != MISTAKEN[0])
