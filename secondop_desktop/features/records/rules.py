"""What a record may hold, and when one that was asked for is due."""

from typing import Any

from secondop_desktop.lang import _


def pages_counted(row: Any) -> str:
    """Say what is wrong when a record has fewer than one page."""
    if row.pages is None or row.pages >= 1:
        return ""
    return _("The number of pages must be 1 or more.")
