"""One letter: what is written on the left, the paper it will be on the right."""

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.letters.operations.paper import letter as on_paper
from secondop_desktop.features.letters.operations.versions import versions
from secondop_desktop.features.letters.page.kept import Versions
from secondop_desktop.features.letters.page.lacks import Lacks
from secondop_desktop.features.letters.page.output import as_pdf
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, muted, small
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space

_LEAST_LINES = 12
_ALONE_LINES = 26
_LEAST_CHARS = 44
_BELOW = ("keep", "again")
"""What is done with the words stands below them; what is done with the paper, above."""


class _Paper(Preview):
    """The pages take the room there is and scroll by themselves; ``lines`` is the least."""

    lines = _LEAST_LINES

    def minimumSizeHint(self) -> QSize:
        """Return room for part of a page."""
        least = super().minimumSizeHint()
        return QSize(least.width(), theme.current().line_height() * self.lines)

    def sizeHint(self) -> QSize:
        """Return the same."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Ask for no more where its buttons wrap: the pages give way."""
        return False


class LetterDesk(QWidget):
    """Shows one letter to write in, beside its pages; the signals ask for what buttons say."""

    acted = Signal(str)
    """One of the names in ``buttons`` was pressed."""

    def __init__(self, journal: Journal, form: Form) -> None:
        super().__init__()
        self.setProperty("help", "letter-writing")
        self.journal, self.form = journal, form
        self.said = Notice("")
        self.said.hide()
        self.stands = muted("")
        self.lacks, self.kept = Lacks(), Versions()
        self.preview = _Paper()
        self.preview.setAccessibleName(_("The letter as it will be"))
        self.odd = small(
            _("Some letters have no shape in our fonts and stand in the PDF by their names.")
        )
        self.buttons = self._make_buttons()
        self._lay_out()
        theme.current().changed.connect(self._arrange)

    def _make_buttons(self) -> dict[str, Button]:
        made = {
            "back": Button(_("Back to the letters"), "arrow-left", Rank.QUIET),
            "sent": Button(_("Mark as sent…"), "check", Rank.PRIMARY),
            "unsent": Button(_("Not sent after all"), "undo"),
            "print": Button(_("Print…"), "print"),
            "pdf": Button(_("Save as PDF…"), "pdf"),
            "docx": Button(_("Save for Word…"), "export"),
            "keep": Button(_("Keep this version"), "history"),
            "again": Button(_("Fill in again"), "redo"),
        }
        for name, button in made.items():
            button.clicked.connect(lambda _checked=False, name=name: self.acted.emit(name))
        return made

    def _lay_out(self) -> None:
        row, below = Flow(), Flow()
        for name, button in self.buttons.items():
            (below if name in _BELOW else row).addWidget(button)
        self._editor = LongColumn()
        self._editor.set_margins(Space.HAIR)
        self._editor.content.addWidget(self.lacks)
        self._editor.content.addWidget(self.form)
        self._editor.content.addLayout(below)
        self._editor.content.addWidget(self.kept)
        self._editor.content.addStretch(1)
        self._columns = Columns(self._editor, self._pages(), least=_LEAST_CHARS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addLayout(row)
        column.addWidget(self.stands)
        column.addWidget(self.said)
        column.addWidget(self._columns, 1)

    def _pages(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(heading(_("As it will be on paper"), 2))
        column.addWidget(self.odd)
        column.addWidget(self.preview, 1)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page scroll as a whole where the paper is below what is written."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self._columns.stacked
        self._editor.set_long(stacked)
        self.preview.lines = _ALONE_LINES if stacked else _LEAST_LINES
        self.preview.updateGeometry()

    def row(self) -> Any:
        """Return the letter as it is saved; None before the first word and when it is gone."""
        return self.form.draft.row()

    def show_saved(self) -> None:
        """Draw the letter as it is saved now, and say where it stands."""
        row = self.row()
        if row is None:
            return
        for name in ("unsent", "sent", "again"):
            self.buttons[name].setVisible(bool(row.sent) is (name == "unsent"))
        self.stands.setText(self.form.kind.line(row, self.journal.name))
        self.kept.show_versions(versions(self.journal, row.id))
        letter = on_paper(self.journal, row)
        data, missing = as_pdf(letter)
        self.odd.setVisible(bool(missing))
        name = letter.title or _("Letter")
        self.preview.open(data, "application/pdf", name, self.preview.page())

    def focus_text(self) -> None:
        """Begin where the letter is written, or with who it goes to while that is open."""
        row = self.row()
        name = "text" if row is not None and row.to else "to"
        self.form.edits[name].setFocus()
