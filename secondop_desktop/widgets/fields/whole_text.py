"""A text to read that is as tall as its words, where the window around it scrolls."""

from typing import Final

from PySide6.QtCore import Qt

from secondop_desktop.widgets.fields.text import GrowingText

_ALL_LINES: Final = 1_000_000


class WholeText(GrowingText):
    """Read-only words under a name; they can be selected, and walked through by keys."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(1, _ALL_LINES)
        by = Qt.TextInteractionFlag
        self.setReadOnly(True)
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setAccessibleName(name)
        self.setPlainText(text)
