"""Who gets what is saved: nobody, unless the person says so."""

from collections.abc import Sequence

from secondop_desktop.lang import _
from secondop_desktop.window.pdf_question import PdfQuestion


class ReceiverField(PdfQuestion):
    """Asks for one of the doctors and places of the journal."""

    def __init__(self) -> None:
        super().__init__(_("Write down who gets it"))

    def provider(self) -> str:
        """Return the id of who gets it, empty for nobody."""
        return str(self.list.currentData() or "")

    def fill(self, providers: Sequence[tuple[str, str]]) -> None:
        """Offer these, by id and name; who was chosen stays so."""
        named = ((name, entry) for entry, name in providers if name)
        self.offer([(_("Nobody: it is for me"), ""), *named])
