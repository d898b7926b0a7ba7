"""Every record on paper, with all that was written down about it."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import Block, Column, Content, Heading
from secondop_desktop.exchange.pdf.pages.chapter import (
    Rows,
    below,
    dated,
    day_of,
    dotted,
    lines,
    listed,
    on,
    papers,
    table,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.features.records.model import Record
from secondop_desktop.features.records.rules.requests import arrived, due_words
from secondop_desktop.lang import _, in_short, ngettext

_FOUND = 240  # letters of what an imported entry said; the other kinds hold most of it


def every(rows: Rows) -> list[Block]:
    """Return every record with its notes, and what came in files of other programs."""
    found = dated(rows.of("record"), "date")
    imported = [row for row in found if row.raw and not row.file]
    columns = [
        Column(_("Date"), 3),
        Column(_("Record"), 6),
        Column(_("From"), 3),
        Column(_("Where it is"), 3),
    ]
    cells = [_cells(row, rows) for row in found if row not in imported]
    return [*table(rows, columns, cells, name=1), *_imported(imported, rows)]


def _cells(row: Record, rows: Rows) -> list[Content]:
    pages = ngettext("{number} page", "{number} pages", row.pages or 0).format(number=row.pages)
    kind = word(rows, "record", "type", row.type)
    about = listed(kind, pages if row.pages else "")
    more = below(about, *_pictures(row), papers(rows, *row.linked), row.notes)
    title = rows.kinds["record"].title(row, rows.names)
    sender = rows.names(row.from_provider) or rows.names(row.holder)
    return [
        day_of(row, "date"),
        [bold(title), *(["\n", *more] if more else [])],
        sender,
        _where(row, rows),
    ]


def _pictures(row: Record) -> list[str]:
    """Say how pictures or slides can be had, and under which number."""
    number = _("number {number}").format(number=row.accession) if row.accession else ""
    lent = "" if row.slides_lent is None else _("yes") if row.slides_lent else _("no")
    slides = _("Slides can be lent: {answer}").format(answer=lent) if lent else ""
    return [number, row.pictures_how, dotted(slides, row.slides_how)]


def _where(row: Record, rows: Rows) -> str:
    state = word(rows, "record", "state", "" if arrived(row) or row.asked else row.state)
    asked = on(_("asked for {date}"), day_of(row, "asked"))
    came = on(_("came {date}"), day_of(row, "received"))
    place = row.place if rows.private else ""
    return lines(place, state, asked, due_words(row, rows.today), came)


def _imported(found: Sequence[Record], rows: Rows) -> list[Block]:
    """List what came in a file of another program; the same title stands once."""
    groups: dict[tuple[str, str], list[Record]] = {}
    for row in found:
        said = lines(in_short(row.text, _FOUND), row.notes)
        groups.setdefault((rows.names(row.id), said), []).append(row)
    columns = [Column(_("What"), 7), Column(_("When"), 4)]
    cells = [_same(title, said, group) for (title, said), group in groups.items()]
    blocks = table(rows, columns, cells)
    return [Heading(3, _("Also in files that were brought in")), *blocks] if blocks else []


def _same(title: str, said: str, group: Sequence[Record]) -> list[Content]:
    days = listed(*dict.fromkeys(day_of(row, "date") for row in group))
    return [[bold(title), f"\n{said}" if said else ""], days]
