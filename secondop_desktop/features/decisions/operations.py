"""Waiting as an entry: made when it is first chosen or written about, and never twice."""

from typing import Any

from secondop_desktop.features.decisions.rules.options import WAITING, WAITING_NAME
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.reader import Reader
from secondop_desktop.lang import _


def waiting_of(journal: Reader, person: str | None, case: str | None) -> str | None:
    """Return the id of the option that is waiting or doing nothing, if it is an entry yet."""
    options = entries_of_case(journal, "option", person, case)
    return next((one.id for one in options if one.waiting), None)


def keep_waiting(journal: Reader, change: Change, person: str | None, case: str | None) -> str:
    """Return the id of that option, which is added in the same change where it is missing."""
    whose: dict[str, Any] = {"person": person, "case": case}
    found = waiting_of(journal, person, case)
    return found or change.add("option", **whose, name=_(WAITING_NAME), waiting=True)


def means_waiting(text: object) -> bool:
    """Tell whether a text in the place of an option's id stands for waiting."""
    typed = text.strip().casefold() if isinstance(text, str) else ""
    return typed in {WAITING, "wait", WAITING_NAME.casefold(), _(WAITING_NAME).casefold()}
