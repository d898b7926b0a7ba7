"""The summary for other programs: the same rows as a FHIR document."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.exchange.progress import Step, silent
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices, chosen_chapters
from secondop_desktop.summary.snapshot import Snapshot

ENDING, TYPE = ".json", "application/fhir+json"
"""http://hl7.org/fhir/R4/http.html#mime-type"""


def to_bytes(rows: Snapshot, made_at: datetime, step: Step = silent) -> bytes:
    """Return the rows as a FHIR document (JSON); ``made_at`` is written down in it.

    ``step`` hears how far it is, and may raise to stop.
    """
    from secondop_desktop.exchange.fhir_document.document import document

    return document(rows, made_at, step)


def write(
    journal: Journal, choices: Choices, target: Path, made_at: datetime, step: Step = silent
) -> Snapshot:
    """Write the document to a file that is replaced only when whole; return what it was made from.

    ``step`` hears how far it is, and may raise to stop. Raises UserError when it cannot be written.
    """
    rows = Snapshot(journal, chosen(journal, choices))
    write_whole(target, to_bytes(rows, made_at, step))
    return rows


def chosen(journal: Journal, choices: Choices) -> Choices:
    """Return the choices where only some chapters are wanted: entries of other kinds stay out."""
    if choices.sections is None:
        return choices
    wanted = chosen_chapters(journal.kinds, choices)
    told = _ALWAYS | (_ON_PAGE_ONE if choices.page_one else frozenset())
    told |= {kind for one in wanted for kind in (one.key, *one.kinds)}
    others = (
        row.id
        for name in journal.kinds
        if name not in told
        for row in journal.entries(name, person=choices.person)
    )
    return replace(choices, leave_out=choices.leave_out | frozenset(others))


_ALWAYS = frozenset({"person", "provider", "case"})
"""Kinds that say whose it is, who is who, and what it is about."""

_ON_PAGE_ONE = frozenset(
    {"diagnosis", "medicine", "allergy", "opinion", "statement", "question", "appointment"}
)
"""Kinds that page one tells whatever chapters follow it."""
