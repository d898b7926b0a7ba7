"""Which allergies are facts, and how sure the others are: a refuted one never stands as one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN
from secondop_desktop.lang import N_, _

_DOUBTS: Mapping[str, str] = {
    "unconfirmed": N_("not confirmed"),
    "presumed": N_("assumed, not tested"),
}


def is_fact(row: Any) -> bool:
    """Tell whether it may stand as an allergy: one ruled out or taken back may not."""
    return row.certainty not in {"ruled out", MISTAKEN[0]}


def holds(row: Any, _today: date) -> bool:
    """Tell whether it is an allergy now; one of the past is not."""
    return is_fact(row) and row.status != "past"


def doubt(row: Any, _today: date) -> str:
    """Say that it is not confirmed, where somebody said so."""
    return _(_DOUBTS.get(row.certainty, ""))
