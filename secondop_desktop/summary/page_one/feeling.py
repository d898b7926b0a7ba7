"""How the person is, on page one: the latest note of each symptom, in their own words."""

from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.pages.chapter import brief_of
from secondop_desktop.exchange.pdf.text.runs import Run, muted
from secondop_desktop.features.symptoms.rules import severity_text
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, in_short
from secondop_desktop.summary.page_one.parts import Part, dots, head, line
from secondop_desktop.summary.snapshot import Snapshot

_MOST = 6
_WHAT, _WORDS = 60, 90


def feeling(rows: Snapshot) -> Part:
    """Say the latest of each symptom, the newest first."""
    latest: dict[str, Any] = {}
    for row in sorted(rows.of_case("symptom"), key=lambda r: undated_first(r.date), reverse=True):
        latest.setdefault(" ".join(row.what.casefold().split()), row)
    found = list(latest.values())[:_MOST]

    def make(level: int) -> list[Block]:
        said = [_one(row) for row in found[:level]]
        return [head(_("How I am")), line(dots(said))] if said else []

    return Part(len(found), make)


def _one(row: Any) -> list[str | Run]:
    how = in_short(severity_text(row), _WORDS)
    when = brief_of(row, "date")
    said = f": {how}" if how else ""
    return [in_short(row.what, _WHAT), said, muted(f" ({when})" if when else "")]
