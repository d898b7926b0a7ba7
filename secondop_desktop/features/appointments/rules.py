"""What an appointment may hold."""

from typing import Any

from secondop_desktop.lang import _


def place_counted(row: Any) -> str:
    """Say what is wrong when the number of the opinion is less than 1."""
    if row.opinion_place is None or row.opinion_place >= 1:
        return ""
    return _("Which opinion this is must be 1 or more.")
