"""The front door for everything that comes in: recognised by content, planned, then applied."""

from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.exchange import applying, files
from secondop_desktop.exchange.comparing import compare
from secondop_desktop.exchange.drafts import Reading
from secondop_desktop.exchange.plan import Plan
from secondop_desktop.exchange.whose import choose
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import ngettext

__all__ = ["Plan", "apply", "read"]


def read(paths: Sequence[Path], journal: Journal, person: str | None = None) -> Plan:
    """Read files into a plan; nothing is written.

    ``person`` is the id of the person they are about; without it, it is the one that fits what
    the files say, or the journal's only one. Raises UserError for a file that cannot be read
    and where it cannot be told whose it is.
    """
    name = _name(paths)
    reading = _joined([files.read(path) for path in paths])
    chosen, notices = choose(journal, person, reading.people, name)
    drafts = [*reading.people[:1], *reading.drafts]
    whole = Reading(drafts, reading.skipped, notices=[*notices, *reading.notices])
    return compare(journal, whole, chosen, name)


def apply(journal: Journal, plan: Plan) -> tuple[str, ...]:
    """Do what the plan says as one undoable change; return the ids added or changed."""
    return applying.apply(journal, plan)


def _name(paths: Sequence[Path]) -> str:
    if len(paths) == 1:
        return files.shown_name(paths[0])
    return ngettext("{count} file", "{count} files", len(paths)).format(count=len(paths))


def _joined(readings: Sequence[Reading]) -> Reading:
    return Reading(
        drafts=[draft for one in readings for draft in one.drafts],
        skipped=[part for one in readings for part in one.skipped],
        people=[who for one in readings for who in one.people],
        notices=[notice for one in readings for notice in one.notices],
    )
