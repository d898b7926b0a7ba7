"""What a symptom note may hold."""

from typing import Any

from secondop_desktop.lang import _


def severity_in_scale(row: Any) -> str:
    """Say what is wrong when "how bad" is not within 0 to 10."""
    if row.severity is None or 0 <= row.severity <= 10:
        return ""
    return _("How bad it was must be a number from 0 to 10.")


def severity_text(row: Any) -> str:
    """Say how bad it was: the number out of ten, then the person's own words."""
    number = "" if row.severity is None else _("{number} out of 10").format(number=row.severity)
    return ", ".join(part for part in (number, row.severity_words) if part)
