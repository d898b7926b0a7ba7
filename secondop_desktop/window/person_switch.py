"""Whose pages can be shown, and the question before they are another person's."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import confirm


def people_offered(rows: Sequence[Any]) -> list[tuple[str, str]]:
    """Return each person's id and name, as they are offered at the switcher."""
    return [(row.id, row.name or _no_name(row)) for row in rows]


def _no_name(row: Any) -> str:
    """Tell people without a name apart by the day on which they were added."""
    day = PartialDate.of(datetime.fromisoformat(row.created).astimezone().date())
    return _("No name yet, started {date}").format(date=day.words())


def is_switch_wanted(parent: QWidget, journal: Journal, shown: str, other: str) -> bool:
    """Ask before the pages of the person shown (an id) give way to those of another."""
    if shown == other:
        return False
    name = journal.name(other)
    text = _("You will see only what belongs to {name}, and what you add will be theirs.")
    return confirm(
        parent,
        _("Show the pages of {name}?").format(name=name),
        text.format(name=name),
        _("Show {name}").format(name=name),
        _("Stay with {name}").format(name=journal.name(shown)),
    )
