"""The papers in a line each: date, what, from whom, how many pages, and whether it is here."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Para, Table, noted
from secondop_desktop.exchange.pdf.pages.chapter import (
    Rows,
    brief,
    brief_of,
    dated,
    listed,
    on,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.records.model import Record
from secondop_desktop.features.records.rules.requests import awaited, due, is_here, overdue
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, in_short, ngettext

_TITLE, _FROM = 90, 60
_MOST = 30
_TELLING = 3  # words of a title that says by itself what sort of paper it is


def overview(rows: Rows) -> list[Block]:
    """Return the papers since the day that is told from; older ones are counted."""
    every = [row for row in dated(rows.of("record"), "date") if row.file or not row.raw]
    recent = [row for row in every if not _is_earlier(row, rows)]
    first = {row.id for row in _first(recent, rows)}
    found = [row for row in every if row.id in first]
    said = [_stacked(row, rows) for row in found] if rows.large else _table(found, rows)
    return noted(said, _earlier([row for row in every if row.id not in first]))


def _first(recent: Sequence[Record], rows: Rows) -> Sequence[Record]:
    """Return what is missing, then the papers of the case, then the newest, as many as a page."""
    about = rows.case.id if rows.case is not None else ""
    newest = sorted(recent, key=lambda row: undated_first(row.date), reverse=True)
    first = sorted(newest, key=lambda row: (is_here(row), not about or row.case != about))
    return first[:_MOST]


def _is_earlier(row: Record, rows: Rows) -> bool:
    return row.date is not None and is_here(row) and row.date.last_day < rows.since


def _table(found: Sequence[Record], rows: Rows) -> list[Block]:
    columns = [
        Column(_("Date"), 0.115),
        Column(_("What"), 0.3),
        Column(_("From"), 0.26),
        Column(_("Pages"), 0.06, "right"),
        Column(_("Where it has got to"), 0.265),
    ]
    cells: list[list[Content]] = [
        [
            brief_of(row, "date"),
            Para(_titled(row, rows), "tight", place=place_of(row)),
            _sender(row, rows),
            str(row.pages or ""),
            _where(row, rows),
        ]
        for row in found
    ]
    return [Table(columns, cells, look="tight")] if cells else []


def _stacked(row: Record, rows: Rows) -> Block:
    """Return a paper in a paragraph of its own, for large print: what is here needs no word."""
    about = " · ".join(text for text in (brief_of(row, "date"), _sender(row, rows)) if text)
    words = [*_titled(row, rows), f" – {about}" if about else ""]
    missing = [] if is_here(row) else [" – ", *_where(row, rows)]
    return Para([*words, *missing], "tight", place=place_of(row))


def place_of(row: Record) -> str:
    """Return the name of the place where a record is listed, for links to it."""
    return f"record {row.id}"


def pages_place(record: str) -> str:
    """Return the name of the place where a record's own pages begin, where they are there."""
    return f"pages {record}"


def _titled(row: Record, rows: Rows) -> list[str | Run]:
    sort = word(rows, "record", "type", row.type if row.type != "other" else "")
    title = in_short(rows.kinds["record"].title(row, rows.names), _TITLE)
    told = f" ({sort})" if sort and len(title.split()) < _TELLING else ""
    return [
        Run(title, bold=True, link=f"#{pages_place(row.id)}", hint=title, quiet=True),
        muted(told),
    ]


def _sender(row: Record, rows: Rows) -> str:
    """Name who it is from; of an office of a place, the place."""
    sender = rows.names(row.from_provider) or rows.names(row.holder)
    return in_short(sender.partition(",")[0], _FROM)


def _where(row: Record, rows: Rows) -> list[str | Run]:
    """Say whether it is at hand, or when it was asked for."""
    if is_here(row):
        return [_("I have it") if row.file or not row.place else _("I have it on paper")]
    if awaited(row):
        asked = on(_("asked for {date}"), brief_of(row, "asked")) or _("asked for")
        text = _("was due {date}") if overdue(row, rows.today) else _("due by {date}")
        by = text.format(date=brief(due(row))) if due(row) else ""
        return [bold(_("Missing: ")), listed(asked, by)]
    return [bold(_("Missing: ")), _("not asked for yet")]


def _earlier(found: Sequence[Record]) -> list[Block]:
    if not found:
        return []
    dates = [row.date for row in found if row.date]
    text = ngettext(
        "{n} other paper is not listed here ({years}).",
        "{n} other papers are not listed here ({years}).",
        len(found),
    )
    first, last = (dates[0].year, dates[-1].year) if dates else ("", "")
    years = str(first) if first == last else _("{first} to {last}").format(first=first, last=last)
    said = text.format(n=len(found), years=years or _("no date"))
    return [Para(muted(said), "small")]
