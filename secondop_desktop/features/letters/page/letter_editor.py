"""One letter: what is written on the left, the paper it will be on the right."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.letters.operations.versions import versions
from secondop_desktop.features.letters.page.kept_versions import Versions
from secondop_desktop.features.letters.page.letter_view import LetterPaper
from secondop_desktop.features.letters.page.missing_facts_note import Lacks
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import ngettext
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.press import once_released
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space

_LEAST_LINES: Final = 12
_ALONE_LINES: Final = 26
_LEAST_CHARS: Final = 36
_SHARES: Final = (3, 2)


class LetterDesk(QWidget):
    """Shows one letter to write in, beside its pages."""

    def __init__(self, journal: Journal, form: Form) -> None:
        super().__init__()
        self.setProperty("help", "letter-writing")
        self.journal, self.form = journal, form
        self.said = SavedFileNotice()
        self.lacks, self.kept = Lacks(), Versions()
        self.lacking = Button("", "info", Rank.QUIET)
        self.lacking.clicked.connect(self._show_lacks)
        self.paper = LetterPaper()
        self.preview = self.paper.preview
        self._lay_out()
        theme.current().changed.connect(self._arrange)
        for key, does in (("Esc", form.finished.emit), ("Ctrl+Return", form.done)):
            on_key(key, self, does)

    def _lay_out(self) -> None:
        self._editor = LongColumn()
        self._editor.set_margins(Space.HAIR)
        self._editor.content.setSpacing(Space.SMALL)
        for part in (self.lacking, self.form, self.lacks, self.kept):
            self._editor.content.addWidget(part)
        self._editor.content.addStretch(1)
        self._columns = Columns(self._editor, self.paper, _SHARES, least=_LEAST_CHARS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.said)
        column.addWidget(self._columns, 1)

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
        """Draw the letter as it is saved now, or once a press that lasts is over."""
        once_released(self, self._draw)

    def _draw(self) -> None:
        row = self.row()
        if row is not None:
            self.kept.show_versions(versions(self.journal, row.id))
            self.paper.show_letter(self.journal, row)

    def show_lacks(self, lacks: Any) -> None:
        """List what the letter leaves out under it, and say over it how much that is."""
        self.lacks.show_lacks(lacks)
        self.lacking.setVisible(bool(lacks))
        text = ngettext(
            "{number} thing is left out of the letter…",
            "{number} things are left out of the letter…",
            len(lacks),
        )
        self.lacking.setText(text.format(number=len(lacks)))

    def _show_lacks(self) -> None:
        """Bring the list of what is left out into sight; it stands under the letter."""
        if self.lacks.rows.buttons:
            self.lacks.rows.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.ensureWidgetVisible(self.lacks)

    def focus_text(self) -> None:
        """Begin where the letter is written, or with who it goes to while that is open."""
        row = self.row()
        name = "text" if row is not None and row.to else "to"
        self.form.edits[name].setFocus()
