"""The summary for other programs: the same rows as a FHIR document."""

from datetime import datetime
from pathlib import Path

from secondop_desktop.exchange.fhir_document.document import document
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices
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
    rows = Snapshot(journal, choices)
    write_whole(target, to_bytes(rows, made_at))
    return rows
