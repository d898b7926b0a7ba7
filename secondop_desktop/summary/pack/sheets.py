"""The sheet before a record: what it is, from whom, its date and pages, and who has seen it."""

from collections.abc import Iterator

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Content,
    Facts,
    Gap,
    Heading,
    NewPage,
    Para,
)
from secondop_desktop.exchange.pdf.blocks.link_target import Landing
from secondop_desktop.exchange.pdf.pages.chapter import day, day_of, lines, listed, pairs, word
from secondop_desktop.exchange.pdf.pages.guest_page import GuestLook, GuestPage
from secondop_desktop.exchange.pdf.text.runs import muted, page_of
from secondop_desktop.features.records.pdf.overview import pages_place, place_of
from secondop_desktop.features.records.rules.handing import handed
from secondop_desktop.lang import TITLE, _, in_short, ngettext
from secondop_desktop.summary.pack.looked import Looked
from secondop_desktop.summary.snapshot import Snapshot


def record_pages(rows: Snapshot, one: Looked, of: int) -> list[Block]:
    """Return the sheet of a record and, behind it, all that is shown of it."""
    return [*_sheet(rows, one, of), *_words(one), *_guests(rows, one)]


def title_of(rows: Snapshot, one: Looked) -> str:
    """Return what a record is called."""
    return in_short(rows.kinds["record"].title(one.row, rows.names), TITLE)


def guest_name(one: Looked, page: int) -> str:
    """Return the name under which a page is drawn; ``page`` counts from 1."""
    return f"R{one.number}P{page}"


def _sheet(rows: Snapshot, one: Looked, of: int) -> Iterator[Block]:
    row = one.row
    yield NewPage()
    yield Landing(place_of(row), pages_place(row.id))
    yield Para(muted(_("Record {number} of {count}").format(number=one.number, count=of)), "small")
    yield Heading(2, title_of(rows, one))
    known = pairs(
        (_("What it is"), word(rows, "record", "type", row.type)),
        (_("From"), rows.names(row.from_provider) or rows.names(row.holder)),
        (_("Date"), day_of(row, "date")),
        (_("Pages"), _pages(one)),
        (_("Who has seen it"), _seen(rows, row.id)),
        (_("Given to"), _given(rows, row.id)),
        (_("Name of the file"), row.file_name),
    )
    yield Facts(known)


def _pages(one: Looked) -> Content:
    """Say how many pages it has, and which of the pack they are."""
    count = len(one.shown.guests)
    if not count:
        return ""
    text = ngettext(
        "{number} page, which is here as page ",
        "{number} pages, which begin here on page ",
        count,
    )
    return [text.format(number=count), page_of(guest_name(one, 1), _("To its first page"))]


def _seen(rows: Snapshot, record: str) -> str:
    """Say which doctors looked at it for their opinions, as far as that was written down."""
    seen = [row for row in rows.of("opinion") if record in row.records_seen]
    return lines(*dict.fromkeys(_who(rows, row) for row in seen))


def _who(rows: Snapshot, row: object) -> str:
    when = getattr(row, "date", None)
    name = rows.names(getattr(row, "provider", None)) or rows.names(getattr(row, "id", None))
    return listed(name, day(when))


def _given(rows: Snapshot, record: str) -> str:
    unnamed = _("someone who is not named")
    told = handed(record, rows.of("told"))
    return lines(
        *dict.fromkeys(
            listed(rows.names(row.provider) or unnamed, day_of(row, "date")) for row in told
        )
    )


def _words(one: Looked) -> Iterator[Block]:
    """Print the words of a text below its sheet."""
    if not one.shown.words:
        return
    yield Heading(3, _("What it says"))
    for text in one.shown.words:
        yield Para(text, "tight")
        yield Gap("s")
    if one.shown.cut:
        yield Para(muted(_("The rest is not printed. The whole of it is in the file.")), "small")


def _guests(rows: Snapshot, one: Looked) -> Iterator[Block]:
    if one.shown.cut and one.shown.guests:
        yield Para(
            muted(_("Not all of its pages are here. The whole of it is in the file.")), "small"
        )
    title, count = title_of(rows, one), len(one.shown.guests)
    about = listed(title, day_of(one.row, "date"))
    for page, guest in enumerate(one.shown.guests, start=1):
        said = _("Page {page} of {pages} of: {title}")
        alt = said.format(page=page, pages=count, title=about)
        inside = _("its page {page} of {pages}").format(page=page, pages=count)
        look = GuestLook(guest_name(one, page), guest.width, guest.height, guest.matrix)
        yield GuestPage(look, alt, (about, inside), place=look.name)
