"""The summary for other programs: the same rows as a FHIR document."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from secondop_desktop.exchange.fhir_document.document import document
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices, chosen_chapters
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.story import moment


def to_bytes(rows: Snapshot, made_at: datetime | None = None) -> bytes:
    """Return the rows as a FHIR document (JSON); ``made_at`` is written down in it."""
    return document(rows, made_at or moment())


def write(
    journal: Journal, choices: Choices, target: Path, *, made_at: datetime | None = None
) -> Snapshot:
    """Write the document to a file that is replaced only when whole; return what it was made from.

    Raises UserError when it cannot be written.
    """
    rows = Snapshot(journal, chosen(journal, choices))
    write_whole(target, to_bytes(rows, made_at))
    return rows


def chosen(journal: Journal, choices: Choices) -> Choices:
    """Return the choices where only some chapters are wanted: entries of other kinds stay out."""
    if choices.sections is None:
        return choices
    wanted = chosen_chapters(journal.kinds, choices)
    told = _ALWAYS | {kind for one in wanted for kind in (one.key, *one.kinds)}
    others = (
        row.id
        for name in journal.kinds
        if name not in told
        for row in journal.entries(name, person=choices.person)
    )
    return replace(choices, leave_out=choices.leave_out | frozenset(others))


_ALWAYS = frozenset({"person", "provider", "case"})
"""Kinds that say whose it is, who is who, and what it is about."""
