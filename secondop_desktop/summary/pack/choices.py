"""What goes into a pack, and which records are taken when nobody chooses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from secondop_desktop.features.records.rules.needed import KINDS, Known, needs
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.snapshot import Snapshot


@dataclass(frozen=True)
class PackChoices:
    """One pack as the person wants it.

    ``records`` are ids in their order (None: the usual ones), ``inside`` puts files that cannot
    be shown into the PDF as they are, ``whole`` makes one file however large it becomes.
    """

    summary: Choices
    records: tuple[str, ...] | None = None
    inside: bool = False
    whole: bool = False
    password: str = ""


def can_go(rows: Snapshot) -> list[Any]:
    """Return the records that have something to print, the newest first; never private ones."""
    found = [row for row in rows.of("record") if row.file or row.text.strip()]
    return sorted(found, key=lambda row: undated_first(row.date), reverse=True)


def usual(rows: Snapshot) -> list[str]:
    """Return the records to begin with: those that the second doctor asks for, as they are ticked.

    They come in the order of that list. Where no line is ticked, all lines count; where there is
    no question yet, every file does.
    """
    files = [row.id for row in can_go(rows) if row.file or not row.raw]
    if rows.case is None:
        return files
    listed = needs(_known(rows))
    ticked = [need for need in listed if need.word in rows.case.send_ready]
    found = [one.entry for need in ticked or listed for one in need.found if one.here]
    return [entry for entry in dict.fromkeys(found) if entry in files] or files


def _known(rows: Snapshot) -> Known:
    held: dict[str, Sequence[Any]] = {kind: rows.of(kind) for kind in KINDS}
    return Known(rows.case, rows.person, held, rows.names, rows.today, rows.kinds)
