"""What is still missing, on page one: papers that were asked for or are wanted."""

from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.pages.chapter import brief, brief_of, listed, on
from secondop_desktop.exchange.pdf.text.runs import Run, bold, mention, muted
from secondop_desktop.features.records.rules.requests import awaited, due, is_here, overdue
from secondop_desktop.lang import _, in_short, ngettext
from secondop_desktop.summary.page_one.parts import Part, dots, line
from secondop_desktop.summary.snapshot import Snapshot

_TITLE = 70


def missing(rows: Snapshot) -> Part:
    """Name each paper that has not come, and when it was asked for."""
    found = [row for row in rows.of_case("record") if not is_here(row)]
    found.sort(key=lambda row: not awaited(row))

    def make(level: int) -> list[Block]:
        said = dots([_one(row, rows) for row in found[:level]])
        label = bold(_("Still missing: "))
        return [line([label, *said, *_others(len(found) - level)])] if said else []

    return Part(len(found), make)


def _others(left: int) -> list[str | Run]:
    if not left:
        return []
    text = ngettext("{n} other paper", "{n} other papers", left).format(n=left)
    return [muted(f" · {text}")]


def _one(row: Any, rows: Snapshot) -> list[str | Run]:
    asked = on(_("asked for {date}"), brief_of(row, "asked"))
    by = brief(due(row)) if awaited(row) else ""
    text = _("was due {date}") if overdue(row, rows.today) else _("due by {date}")
    plain = _("asked for") if awaited(row) else _("wanted")
    state = listed(asked, text.format(date=by) if by else "") or plain
    name = mention(in_short(rows.names(row.id), _TITLE), f"record {row.id}")
    return [name, muted(f" ({state})")]
