"""Waiting, an option of every case, at the command line also before it is an entry."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _


def with_waiting(
    journal: Journal, change: Change, kind: Kind, values: dict[str, Any], there: Any = None
) -> dict[str, Any]:
    """Return the values of an entry with the id of waiting where it is chosen by its name.

    ``there`` is the entry that is edited. Waiting becomes an entry in the same change.
    """
    named = [field.name for field in kind.fields if field.refers == "option"]
    if not named:
        return values
    from secondop_desktop.features.decisions.operations import keep_waiting, means_waiting

    chosen = {name for name in named if means_waiting(values.get(name))}
    if not chosen:
        return values
    person, case = (values.get(name, getattr(there, name, None)) for name in ("person", "case"))
    return values | dict.fromkeys(chosen, keep_waiting(journal, change, person, case))


def waiting_line(
    journal: Journal, kind: Kind, rows: Sequence[Any], person: str | None
) -> list[list[str]]:
    """Return waiting as a line of the list of options, while nobody has written about it.

    It has no place in JSON, where what has an id is an entry that was saved.
    """
    if kind.name != "option":
        return []
    from secondop_desktop.features.decisions.rules import options

    whose = {"person": person} if person else {}
    asked = rows or journal.entries("case", **whose)
    if not asked or not options.lacks_waiting(rows):
        return []
    words = {"name": _(options.WAITING_NAME), "description": _("Nothing written down yet")}
    return [[options.WAITING, *(words.get(name, "") for name in kind.columns)]]
