"""A journal as a document, and what comes of it in another journal or in its own."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir.own import carried_names
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary import standard_file
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.snapshot import Snapshot

MADE = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 30)


def snapshot(journal: Journal, *, private: bool = True, **more: Any) -> Snapshot:
    """Return the rows of the first person, with all that is private unless said otherwise."""
    person = journal.entries("person")[0].id
    return Snapshot(journal, Choices(person=person, private=private, today=TODAY, **more))


def document(journal: Journal, *, private: bool = True, **more: Any) -> bytes:
    """Return the document of the first person."""
    return standard_file.to_bytes(snapshot(journal, private=private, **more), MADE)


def said(rows: Any) -> dict[str, dict[str, Any]]:
    """Return what each entry of a journal says in the fields that a document holds."""
    return {
        row.id: {name: getattr(row, name) for name in carried_names(kind)}
        for kind in KINDS.values()
        for row in rows(kind.name)
    }


def told(journal: Journal) -> dict[str, dict[str, Any]]:
    """Return the same of the entries that are told in a document."""
    rows = snapshot(journal)
    return said(lambda kind: [rows.written(row.id) for row in rows.of(kind)])


def brought_in(data: bytes, folder: Path) -> dict[str, dict[str, Any]]:
    """Return what a document says in an empty journal."""
    file = folder / "document.json"
    file.write_bytes(data)
    with Journal.create(folder / "other.secondop", KINDS) as other:
        importing.apply(other, importing.read([file], other))
        return said(other.entries)
