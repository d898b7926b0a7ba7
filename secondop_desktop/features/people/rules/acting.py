"""Who acts for a person, on what authority, and whether it still runs."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from secondop_desktop.lang import _, ngettext

SOON_DAYS = 42
"""Six weeks before a permission ends there is time to renew it."""


class Standing(StrEnum):
    """How a helper's permission stands on a day."""

    NOBODY = "nobody helps"
    NOT_WRITTEN = "not written down"
    TO_COME = "begins later"
    RUNS = "runs"
    ENDS_SOON = "ends soon"
    ENDED = "has ended"


def standing(row: Any, today: date) -> Standing:
    """Return how the permission stands, beyond doubt about a partial date."""
    if row.authority_until and row.authority_until.last_day < today:
        return Standing.ENDED
    if not (row.carer or row.authority):
        return Standing.NOBODY
    if not row.authority:
        return Standing.NOT_WRITTEN
    if row.authority_since and row.authority_since.first_day > today:
        return Standing.TO_COME
    ends = row.authority_until
    return Standing.ENDS_SOON if ends and _days(ends.last_day, today) else Standing.RUNS


def _days(last: date, today: date) -> bool:
    return (last - today).days <= SOON_DAYS


def note_of(row: Any, today: date) -> str:
    """Say gently that a permission has run out or soon will; empty while there is time."""
    now, name = standing(row, today), row.known_as or row.name or _("this person")
    if now is Standing.ENDED:
        text = _(
            "The permission to act for {name} ended on {date}. You may want to renew it, or "
            "write down what lets you act now."
        )
        if not row.authority_until.day:
            text = _(
                "The permission to act for {name} ended in {date}. You may want to renew it, or "
                "write down what lets you act now."
            )
        return text.format(name=name, date=row.authority_until.words())
    if now is Standing.ENDS_SOON:
        left = (row.authority_until.last_day - today).days
        return _until_words(left).format(name=name, date=row.authority_until.words(), number=left)
    return ""


def _until_words(left: int) -> str:
    if not left:
        return _("The permission to act for {name} ends today.")
    return ngettext(
        "The permission to act for {name} ends in {number} day ({date}).",
        "The permission to act for {name} ends in {number} days ({date}).",
        left,
    )


def authority_words(row: Any, label: Callable[[str], str]) -> str:
    """Say what lets the helper act, since when and until when.

    ``label`` gives the words of a choice of ``authority``.
    """
    since = (
        _("since {date}").format(date=row.authority_since.words()) if row.authority_since else ""
    )
    until = (
        _("until {date}").format(date=row.authority_until.words()) if row.authority_until else ""
    )
    return ", ".join(part for part in (label(row.authority), since, until) if part)


def acting_words(row: Any) -> str:
    """Say who acts for the person, and how they know each other; empty when nothing is known."""
    helper = _("Helped by {name}").format(name=row.carer) if row.carer else ""
    return " · ".join(part for part in (helper, row.carer_relationship) if part)
