"""What a test result may hold."""

from typing import Any

from secondop_desktop.lang import _


def page_numbered(row: Any) -> str:
    """Say what is wrong when the page is less than 1."""
    return "" if row.page is None or row.page >= 1 else _("The page must be 1 or more.")
