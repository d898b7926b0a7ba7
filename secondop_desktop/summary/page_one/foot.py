"""The foot of page one: what comes next, how to reach the person and the GP, and what is where."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Rule
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, brief_of, dotted, listed
from secondop_desktop.exchange.pdf.text.runs import Run, bold, mention, muted, page_of
from secondop_desktop.features.appointments.rules.coming import ahead
from secondop_desktop.lang import _, in_short, inside
from secondop_desktop.summary.page_one.parts import line, short
from secondop_desktop.summary.snapshot import Snapshot

_NEXT = 2
_WHAT, _REACH = 60, 160
_NUMBER, _HOSPITALS = 24, 4


def foot(rows: Snapshot, printed: Sequence[Chapter]) -> list[Block]:
    """Say what comes next, who can be reached where, and the page of each chapter."""
    words: list[str | Run] = []
    for label, text in (
        (_("Next:"), dotted(*_next(rows))),
        (_("Contact:"), in_short(_reach(rows.person), _REACH)),
        (_("Hospital numbers:"), _numbers(rows.person)),
        (_("GP:"), in_short(_gp(rows), _REACH)),
    ):
        words += [bold(label), muted(f" {text} ")] if text else []
    words += pages_words(printed)
    return [Rule(), line(words)] if words else []


def _next(rows: Snapshot) -> list[str]:
    found = ahead(rows.of_case("appointment"), datetime.combine(rows.today, time.min))
    return [_visit(row, rows) for row in found[:_NEXT]]


def _visit(row: Any, rows: Snapshot) -> str:
    mine = rows.reader.appointment
    what = _("this appointment") if mine is not None and row.id == mine.id else _what(row, rows)
    return f"{what} {brief_of(row, 'when')}"


def _what(row: Any, rows: Snapshot) -> str:
    return inside(in_short(row.purpose, _WHAT)) or in_short(rows.names(row.id), _WHAT)


def _reach(row: Any) -> str:
    """Say how to reach the person, and whoever helps them where it is known how."""
    reach = row.carer_phone or row.carer_email
    helper = f"{short(row.carer)} {reach}" if row.carer and reach else ""
    return dotted(row.phone, row.email, helper)


def _numbers(row: Any) -> str:
    """Say the number of each hospital after its name; a computer's own key is none."""
    found = (row.hospital_numbers or {}).items()
    said = [f"{short(name)} {number}" for name, number in found if 0 < len(number) <= _NUMBER]
    return dotted(*said[:_HOSPITALS])


def _gp(rows: Snapshot) -> str:
    gp = next((row for row in rows.of("provider") if row.id == rows.person.gp), None)
    if gp is None:
        return ""
    place = gp.organisation if gp.organisation != gp.name else ""
    return listed(short(gp.name), place, gp.phone)


def pages_words(printed: Sequence[Chapter]) -> list[str | Run]:
    """Say on which page each chapter begins."""
    words: list[str | Run] = []
    for chapter in printed:
        title = _(chapter.title)
        words.append(muted(" ·") if words else bold(_("Pages:")))
        number = page_of(chapter.key, title, muted=True, side="right")
        words += [number, mention(f"\N{NO-BREAK SPACE}{title}", chapter.key, muted=True)]
    return words
