"""Letters on paper, each as it was written."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, listed, word
from secondop_desktop.exchange.pdf.flow import Block, Heading, Para
from secondop_desktop.exchange.pdf.text import muted, paragraphs
from secondop_desktop.features.letters.model import Letter
from secondop_desktop.lang import N_, _


def _letters(rows: Rows) -> list[Block]:
    return [block for row in rows.of("letter") for block in _letter(row, rows)]


def _letter(row: Letter, rows: Rows) -> list[Block]:
    name = rows.names(row.to)
    to = _("to {name}").format(name=name) if name else ""
    sent = _("sent {date}").format(date=day(row.sent)) if row.sent else _("not sent yet")
    about = listed(word(rows, "letter", "type", row.type), day(row.date), to, sent)
    title = rows.kinds["letter"].title(row, rows.names)
    return [Heading(3, title), Para(muted(about)), *map(Para, paragraphs(row.text))]


CHAPTERS = {"letter": Chapter("letter", N_("Letters"), ("letter",), _letters, usual=False)}
