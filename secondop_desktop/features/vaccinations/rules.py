"""Which vaccinations were given."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from secondop_desktop.journal.kinds import MISTAKEN
from secondop_desktop.journal.unsure import by_words
from secondop_desktop.lang import _


def dose_words(row: Any) -> str:
    """Say which dose it was: "dose 2"; what is no number stays as it is."""
    number = str(row.dose_number)
    if not number[:1].isdigit():
        return number
    return _("dose {number}").format(number=number)


def is_fact(row: Any) -> bool:
    """Tell whether it may stand as a vaccination: one entered by mistake may not."""
    return bool(row.status != MISTAKEN[0])


def was_given(row: Any, today: date) -> bool:
    """Tell whether it was given by that day; without an answer, its date tells."""
    if row.status in {"not given", "planned", MISTAKEN[0]}:
        return False
    return row.date is None or bool(row.date.first_day <= today)


def unsure(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Say in its name that it is not certain; one that was not given says more already."""
    return {} if values.get("status") == "not given" else {"name": by_words(values["name"])}
