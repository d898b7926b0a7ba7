"""A letter to be read: the pages it will be, as they come out of the printer."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.exchange.pdf.text.readable import missing_said
from secondop_desktop.features.letters.operations.paper import letter as on_paper
from secondop_desktop.features.letters.page.output import as_pdf
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.kind_pages.entry_view import ReadEntry
from secondop_desktop.widgets.preview.roomy import RoomyPreview
from secondop_desktop.widgets.theme import Space


class LetterPaper(QWidget):
    """The pages of one letter, and a line where a font lacks some of its letters."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = RoomyPreview()
        self.preview.setAccessibleName(_("How the letter will look"))
        self.odd = small(missing_said())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.odd)
        column.addWidget(self.preview, 1)

    def show_letter(self, journal: Journal, row: Any) -> None:
        """Draw a letter as it is saved, at the page that was in sight."""
        letter = on_paper(journal, row)
        data, missing = as_pdf(letter)
        self.odd.setVisible(bool(missing))
        name = letter.title or _("Letter")
        self.preview.open(data, "application/pdf", name, self.preview.page())


class LetterView(ReadEntry):
    """One letter beside the list; Edit, or a double click beside its pages, begins to write."""

    def __init__(self, journal: Journal, kind: Kind, entry: str) -> None:
        super().__init__()
        self.entry = entry
        row = journal.get(kind.name, entry)
        self.paper = LetterPaper()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper, 1)
        self.foot = self._buttons()
        column.addWidget(self.foot)
        self.paper.show_letter(journal, row)
        self.setAccessibleName(kind.title(row, journal.names()))
