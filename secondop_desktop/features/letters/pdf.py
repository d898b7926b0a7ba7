"""Letters on paper, each as it was written."""

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day
from secondop_desktop.exchange.pdf.flow import Block, Heading, Para
from secondop_desktop.exchange.pdf.text import muted, paragraphs
from secondop_desktop.features.letters.model import Letter
from secondop_desktop.lang import N_, _


def _letters(rows: Rows) -> list[Block]:
    return [block for row in rows.of("letter") for block in _letter(row, rows)]


def _letter(row: Letter, rows: Rows) -> list[Block]:
    to = _("to {name}").format(name=rows.names(row.to)) if row.to else ""
    sent = _("sent {date}").format(date=day(row.sent)) if row.sent else _("draft")
    about = ", ".join(part for part in (day(row.date), to, sent) if part)
    return [Heading(3, row.title), Para(muted(about)), *map(Para, paragraphs(row.text))]


CHAPTERS = {"letter": Chapter("letter", N_("Letters"), ("letter",), _letters, usual=False)}
