"""What a letter that came in can be for: the letter of an opinion, or about an appointment."""

from typing import Any, Final

from secondop_desktop.features.records.rules.letter_words import Understood
from secondop_desktop.features.records.rules.scan_numbers import belong_together
from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _

_MOST_VISITS: Final = 3
"""So many of the newest appointments are offered."""


def purposes(journal: Journal, record: Any) -> list[tuple[str, str]]:
    """Return what a record of this person can serve, as ``kind:id`` with its words."""
    names = journal.names()
    found = [
        (f"opinion:{row.id}", _("The letter of: {opinion}").format(opinion=names(row.id)))
        for row in _opinions(journal, record)
    ]
    visits = journal.entries("appointment", person=record.person)
    newest = sorted(visits, key=lambda row: undated_first(row.when), reverse=True)[:_MOST_VISITS]
    for row in newest:
        text = _("About the appointment: {title}").format(title=names(row.id))
        words = ", ".join([text, *([row.when.words()] if row.when else [])])
        found.append((f"appointment:{row.id}", words))
    same = same_number(journal, record)
    belongs = _("Belongs to: {title}")
    return [*found, *((f"record:{row.id}", belongs.format(title=names(row.id))) for row in same)]


def same_number(journal: Journal, record: Any) -> list[Any]:
    """Return the report of a disc, or the disc of a report, by the number of the scan."""
    others = journal.entries("record", person=record.person)
    return [row for row in others if belong_together(record, row)]


def _opinions(journal: Journal, record: Any) -> list[Any]:
    """Return the opinions of the record's case that have no letter yet, or have this one."""
    rows = of_case(journal.entries("opinion", person=record.person), record.case)
    return [row for row in rows if row.record in (None, record.id)]


def purpose_of(journal: Journal, record: Any, read: Understood) -> str | None:
    """Return what a record is surely for: the report or the pictures that bear the same number.

    Else the opinion whose doctor signed a letter, if that is one and has no letter yet.
    """
    same = same_number(journal, record)
    if len(same) == 1:
        return f"record:{same[0].id}"
    if read.sender is None or read.type not in ("", "letter"):
        return None
    found = [row for row in _opinions(journal, record) if row.provider == read.sender]
    return f"opinion:{found[0].id}" if len(found) == 1 else None


def serve(journal: Journal, change: Change, record: str, purpose: str) -> None:
    """Put down what a record is for."""
    kind, _colon, entry = purpose.partition(":")
    if kind == "opinion":
        change.edit("opinion", entry, record=record)
        return
    linked = journal.get("record", record).linked
    if entry not in linked:
        change.edit("record", record, linked=(*linked, entry))
