"""What a result may hold, and when it says nothing yet."""

from typing import Any

from secondop_desktop.lang import _


def page_numbered(row: Any) -> str:
    """Say what is wrong when the page is less than 1."""
    return "" if row.page is None or row.page >= 1 else _("The page must be 1 or more.")


def is_unfinished(row: Any) -> bool:
    """Tell whether it says nothing yet of what came out: neither a value nor words instead."""
    return not (row.value or row.flag or row.notes or row.narrative)
