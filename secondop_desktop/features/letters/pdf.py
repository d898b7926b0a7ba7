"""Letters on paper, each as it was written; a draft and an earlier version are told to few."""

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, Para
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, Rows, day_of, listed, on, word
from secondop_desktop.exchange.pdf.text.runs import muted, paragraphs
from secondop_desktop.features.letters.model import Letter
from secondop_desktop.lang import N_, _


def _letters(rows: Rows) -> list[Block]:
    found = [row for row in rows.of("letter") if rows.private or row.sent]
    places = {row.id: at for at, row in enumerate(found)}
    # A kept version follows its letter.
    ordered = sorted(
        found, key=lambda row: (places.get(row.version_of or row.id, -1), bool(row.version_of))
    )
    return [block for row in ordered for block in _letter(row, rows)]


def _letter(row: Letter, rows: Rows) -> list[Block]:
    name = rows.names(row.to)
    to = _("to {name}").format(name=name) if name else ""
    unsent = "" if row.version_of else _("not sent yet")
    sent = on(_("sent {date}"), day_of(row, "sent")) or unsent
    how = word(rows, "letter", "how", row.how).lower() if row.sent else ""
    about = listed(word(rows, "letter", "type", row.type), day_of(row, "date"), to, sent, how)
    title = rows.kinds["letter"].title(row, rows.names)
    return [Heading(3, title), Para(muted(about)), *_head(row), *map(Para, paragraphs(row.text))]


def _head(row: Letter) -> list[Block]:
    """Return what stands above the words of a letter."""
    blocks: list[Block] = [Para(text) for text in (row.sender, row.recipient) if text]
    return [*blocks, *([Para(row.subject, "strong")] if row.subject else [])]


CHAPTERS = {"letter": Chapter("letter", N_("Letters"), ("letter",), _letters)}
