"""Which diagnoses hold now."""

from datetime import date
from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN
from secondop_desktop.lang import _

_NOW = frozenset({"active", "recurring"})
_OVER = frozenset({"resolved", "inactive"})


def is_fact(row: Any) -> bool:
    """Tell whether it was ever given: one entered by mistake was not; one ruled out was."""
    return bool(row.certainty != MISTAKEN[0])


def holds(row: Any, today: date) -> bool:
    """Tell whether it counts on a day; one that was ruled out or is over does not.

    One whose end lies in the past is over whatever its status says, but for a remission, of
    which a doctor must hear as long as it lasts.
    """
    ended = _ended(row, today) and row.status != "remission"
    out = row.certainty == "ruled out" or not is_fact(row)
    return not (ended or out or row.status in _OVER)


def doubt(row: Any, today: date) -> str:
    """Say both where status and dates disagree: "marked as present; ended 2018"."""
    if row.status in _NOW and _ended(row, today):
        return _("marked as present; ended {date}").format(date=row.ended.words())
    return ""


def _ended(row: Any, today: date) -> bool:
    return row.ended is not None and bool(row.ended.last_day < today)
