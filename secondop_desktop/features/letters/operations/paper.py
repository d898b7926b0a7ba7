"""A letter as it goes onto paper or into a document."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.outgoing.letter import Letter
from secondop_desktop.features.letters.operations.address_blocks import recipient, sender
from secondop_desktop.features.letters.operations.letter_sources import shelf_of
from secondop_desktop.journal.file import Journal


def letter(journal: Journal, row: Any) -> Letter:
    """Return a letter to print; blocks that nobody wrote are those that the journal knows."""
    shelf = shelf_of(journal, row)
    sheet = row.type == "sheet"
    date = row.date or row.sent
    return Letter(
        sender=row.sender or ("" if sheet else sender(shelf, by_helper=False)),
        recipient="" if sheet else (row.recipient or recipient(shelf, row.to)),
        date=date.without_time().words() if date else "",
        subject=row.subject,
        text=row.text,
        name=row.title,
        sheet=sheet,
    )


def current(rows: Sequence[Any]) -> list[Any]:
    """Return the letters without their kept versions."""
    return [row for row in rows if not row.version_of]
