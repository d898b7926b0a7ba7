"""Who a PDF is for: asked before anything else, because it decides the questions in it."""

from collections.abc import Iterator

from secondop_desktop.lang import _
from secondop_desktop.summary.reader import CARER, GP, ME, reader_of
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.window.pdf_question import PdfQuestion


class ReaderField(PdfQuestion):
    """Asks for one of those who may read it."""

    def __init__(self) -> None:
        super().__init__(_("Who is it for?"))

    def reader(self) -> str:
        """Return who was chosen, as ``Choices.reader``."""
        return str(self.list.currentData() or "")

    def fill(self, rows: Snapshot) -> None:
        """Offer whom this person may give it to; what was chosen stays so."""
        self.offer(_readers(rows))


def _readers(rows: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield the words for each reader, the one that is taken to be meant first."""
    usual = reader_of(rows, "").name
    text = _("My next appointment: {name}")
    yield (text.format(name=usual) if usual else _("Any doctor")), ""
    yield _("My GP"), GP
    if rows.person.carer:
        yield _("Whoever helps: {name}").format(name=rows.person.carer), CARER
    yield _("Myself"), ME
    for row in rows.of("provider"):
        if name := rows.names(row.id):
            yield name, row.id
