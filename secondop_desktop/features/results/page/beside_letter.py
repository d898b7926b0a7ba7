"""A column beside the pages of the letter it comes from, or in their place where room is short."""

from typing import Any, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.preview.view import Preview

_LEAST_LINES: Final = 4
_LEAST_CHARS: Final = 110
"""Both stand side by side where there is room for this many letters x."""


class BesideLetter(QWidget):
    """``show_letter`` is the button that shows the pages in place of the column.

    ``first`` puts the pages before the column, where they are what is worked on.
    """

    def __init__(self, column: QWidget, *, first: bool = False) -> None:
        super().__init__()
        self.column = column
        self.preview = Preview()
        policies = QSizePolicy.Policy
        self.setSizePolicy(policies.Preferred, policies.Ignored)  # both scroll by themselves
        self.setMinimumHeight(theme.current().line_height() * _LEAST_LINES)
        self.preview.setSizePolicy(policies.Expanding, policies.Ignored)  # it scrolls by itself
        self.preview.opened.connect(lambda: follow_layout(self))
        self.show_letter = Button(_("Show the letter"), "record")
        self.show_letter.setCheckable(True)
        self.show_letter.toggled.connect(lambda _on: self.arrange())
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        if first:
            both.addWidget(self.preview, 3)
            both.addWidget(column, 4)
        else:
            both.addWidget(column, 3)
            both.addWidget(self.preview, 2)
        self._shown = ""

    def show_file(self, journal: Journal, letter: Any) -> None:
        """Show the file of a letter, once; of none, or one without a file, nothing."""
        file = letter.file if letter is not None else ""
        if file != self._shown:
            self._shown = file
            self.preview.clear()
            if file:
                name = letter.file_name or letter.title
                self.preview.open(_bytes(journal, file), letter.file_type, name)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room for both."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Show the column, the pages, or both."""
        width = self.fontMetrics().averageCharWidth() * _LEAST_CHARS
        both = not theme.current().stacked and self.width() >= width
        instead = self.show_letter.isChecked() and not both
        self.show_letter.setVisible(bool(self._shown) and not both)
        self.preview.setVisible(bool(self._shown) and (both or instead))
        self.column.setVisible(not (instead and self._shown))


def _bytes(journal: Journal, file: str) -> bytes:
    try:
        return journal.file(file)
    except UserError:
        return b""
