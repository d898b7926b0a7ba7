"""Writing the columns of a case that no form holds."""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.features.cases.rules.journey import step_of
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _


def write_of_step(
    journal: Journal, case: str, column: str, key: str, text: str, by: object
) -> None:
    """Save a step's status or notes under its key; typing on becomes one step of undo.

    ``by`` is whoever shows it already. Raises UserError when the file cannot take it.
    """
    words = (
        _("Where step {number} has got to") if column == "steps" else _("Notes on step {number}")
    )
    label = words.format(number=step_of(key).key)
    merge = ("case", case, column, key)
    with journal.change(label, merge=merge, initiator=by) as change:
        pairs = {**getattr(journal.get("case", case), column), key: text}
        change.edit("case", case, **{column: pairs})


def write(journal: Journal, case: Any, label: str, values: Mapping[str, Any]) -> None:
    """Write columns of a case as one act, with what was typed into them and never read."""
    unread = values.get("unread", case.unread)
    left = {name: text for name, text in unread.items() if name not in values}
    with journal.change(label) as change:
        change.edit("case", case.id, **{**values, "unread": left})
