"""Whose entries a command is about."""

from collections.abc import Iterable
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _

_NAMED = 10


def only_person(journal: Journal) -> str:
    """Return the journal's only person; raises UserError when there is none or several."""
    persons = journal.entries("person")
    if len(persons) == 1:
        return str(persons[0].id)
    if not persons:
        raise UserError(_("This journal has no person yet. Add the person first."))
    raise UserError(
        _("This journal is about several people. Say whose with --person ID: {people}.").format(
            people=listed(journal, persons)
        )
    )


def chosen_person(journal: Journal, given: str) -> str | None:
    """Return the id of the person named on the command line, None when none was."""
    if not given:
        return None
    return _one_of(journal, "person", given)


def chosen_case(journal: Journal, given: str) -> str | None:
    """Return the id of the case named on the command line, None when none was."""
    return _one_of(journal, "case", given) if given else None


def _one_of(journal: Journal, kind: str, given: str) -> str:
    rows = journal.entries(kind)
    if any(row.id == given for row in rows):
        return given
    raise UserError(
        _("There is no {kind} with the id {id}. There is: {choices}.").format(
            kind=kind, id=given, choices=listed(journal, rows) or _("none")
        )
    )


def listed(journal: Journal, rows: Iterable[Any]) -> str:
    """Name entries with their ids, to choose from."""
    found = [f"{row.id} ({journal.name(row.id)})" for row in rows]
    more = [_("and {count} more").format(count=len(found) - _NAMED)] if found[_NAMED:] else []
    return ", ".join(found[:_NAMED] + more)
