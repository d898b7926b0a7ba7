"""Kept versions of a letter: what it said once, to look at or to go back to."""

from datetime import datetime
from typing import Any

from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, time_words

_WHOLE = ("title", "type", "to", "sender", "recipient", "subject", "date", "text", "sent", "how")
_BROUGHT_BACK = ("to", "sender", "recipient", "subject", "date", "text")


def versions(journal: Journal, letter: str) -> list[Any]:
    """Return the kept versions of a letter, the newest first."""
    rows = journal.entries("letter", version_of=letter)
    return sorted(rows, key=lambda row: (row.created, row.id), reverse=True)


def keep(journal: Journal, letter: str) -> str | None:
    """Keep a letter as it is now and return the version's id; None when that is kept already."""
    row = journal.get("letter", letter)
    if _kept(journal, row):
        return None
    with journal.change(_("Keep a version: {title}").format(title=row.title)) as change:
        return _add(change, row)


def keep_in(change: Change, journal: Journal, row: Any) -> None:
    """Keep a letter as it is, as part of a change, unless that is kept already."""
    if not _kept(journal, row):
        _add(change, row)


def restore(journal: Journal, version: str) -> str:
    """Let a letter say again what a version of it says, in one change; return the letter's id.

    What it says now is kept as a version too, unless it is already.
    """
    then = journal.get("letter", version)
    now = journal.get("letter", then.version_of)
    with journal.change(_("Go back to a version: {title}").format(title=now.title)) as change:
        keep_in(change, journal, now)
        values = {name: getattr(then, name) for name in _BROUGHT_BACK}
        change.edit("letter", now.id, **values, unread={})
    return str(now.id)


def kept_words(row: Any) -> str:
    """Say when a version was kept: ``3 March 2026, 2:41pm``."""
    at = datetime.fromisoformat(row.created).astimezone()
    day = PartialDate.of(at.date()).words()
    return f"{day}, {time_words(at.hour, at.minute)}"


def _kept(journal: Journal, row: Any) -> bool:
    same = [getattr(row, name) for name in _BROUGHT_BACK]
    found = versions(journal, row.id)
    return any([getattr(one, name) for name in _BROUGHT_BACK] == same for one in found)


def _add(change: Change, row: Any) -> str:
    values = {name: getattr(row, name) for name in _WHOLE}
    whose = {"person": row.person, "case": row.case, "private": row.private}
    return change.add("letter", **values, **whose, version_of=row.id)
