"""What is in a pack and on which page, and what is not in it and why."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Content,
    Heading,
    List,
    Para,
    Table,
)
from secondop_desktop.exchange.pdf.pages.chapter import brief_of, listed, table
from secondop_desktop.exchange.pdf.text.runs import Run, bold, mention, muted, page_of
from secondop_desktop.features.records.pdf.overview import pages_place
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.pack.looked import Looked
from secondop_desktop.summary.pack.parts import Part
from secondop_desktop.summary.pack.sheets import title_of
from secondop_desktop.summary.page_one.foot import pages_words
from secondop_desktop.summary.snapshot import Snapshot

PLACE = "contents"


def contents(
    rows: Snapshot, part: Part, parts: Sequence[Part], left: Sequence[Looked], *, inside: bool
) -> list[Block]:
    """Return the contents of one part; the first also says what the others hold."""
    blocks: list[Block] = [Heading(2, _("What is in this pack"), place=PLACE)]
    if part.number == 1:
        blocks += _chapters(rows)
    shown = [one for other in parts for one in other.records if part.number in (1, other.number)]
    where = {one.number: other.number for other in parts for one in other.records}
    cells = [_line(rows, one, part, where[one.number]) for one in shown]
    blocks += _table(rows, cells)
    return blocks + (_left(rows, left, inside=inside) if part.number == 1 else [])


def _table(rows: Snapshot, cells: list[list[Content]]) -> list[Block]:
    columns = [
        Column(_("Date"), 0.13),
        Column(_("Record"), 0.41),
        Column(_("From"), 0.27),
        Column(_("Pages"), 0.07, "right"),
        Column(_("On page"), 0.12, "right"),
    ]
    if rows.large or not cells:
        return table(rows, columns, cells, name=1)
    return [Table(columns, cells, look="tight")]


def _line(rows: Snapshot, one: Looked, part: Part, at: int) -> list[Content]:
    title, place = title_of(rows, one), pages_place(one.row.id)
    here: Content = page_of(place, title, side="right")
    if at != part.number:
        here = _("part {number}").format(number=at)
    sender = rows.names(one.row.from_provider) or rows.names(one.row.holder)
    count = len(one.shown.guests)
    return [brief_of(one.row, "date"), mention(title, place), sender, str(count or ""), here]


def _chapters(rows: Snapshot) -> list[Block]:
    """Name the chapters of the summary with their pages, in a paragraph."""
    words = pages_words([chapter for chapter, _blocks in rows.made])
    return [Para([bold(_("The summary:")), " ", *words], "tight")]


def _left(rows: Snapshot, left: Sequence[Looked], *, inside: bool) -> list[Block]:
    """Name what could not be shown, and why."""
    if not left:
        return []
    text = ngettext(
        "{number} record could not be put on pages",
        "{number} records could not be put on pages",
        len(left),
    )
    items: list[Content] = [_left_line(rows, one, inside=inside) for one in left]
    return [Heading(3, text.format(number=len(left))), List(items)]


def _left_line(rows: Snapshot, one: Looked, *, inside: bool) -> list[str | Run]:
    return [title_of(rows, one), muted(f" – {_why(one, inside=inside)}")]


def _why(one: Looked, *, inside: bool) -> str:
    added = _("it is inside this PDF as a file") if inside and goes_inside(one) else ""
    return listed(one.why, added)


def goes_inside(one: Looked) -> bool:
    """Tell whether a file that cannot be shown is of use as it is."""
    return bool(one.row.file) and one.shown.why not in {None, "empty"}
