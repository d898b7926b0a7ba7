"""The journey of a case: its steps and how far each of them is."""

from typing import Any

from secondop_desktop.lang import N_, _

STATUSES = (
    ("not started", N_("Not started yet")),
    ("in progress", N_("In progress")),
    ("completed", N_("Completed")),
    ("not needed", N_("Not needed")),
)


def round_counted(row: Any) -> str:
    """Say what is wrong when the round is less than 1."""
    return "" if row.round is None or row.round >= 1 else _("The round must be 1 or more.")
