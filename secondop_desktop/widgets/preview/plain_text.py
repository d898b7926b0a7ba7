"""Words of a file as plain text that can be selected, scrolled and read aloud."""

from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from secondop_desktop.lang import _

_MOST_CHARS: Final = 2_000_000
_MOST_LINES: Final = 50_000
_LONGEST: Final = 2_000


class PlainText(QPlainTextEdit):
    """A read-only text; nothing in it is followed or fetched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Fetch nothing."""
        return None

    def show_text(self, text: str) -> None:
        """Show a text; the rest of a very long one is left out, and says so."""
        lines = text[:_MOST_CHARS].split("\n", _MOST_LINES)[:_MOST_LINES]
        shown = "\n".join(_broken(line) for line in lines)
        if len(text) > _MOST_CHARS or text.count("\n") >= _MOST_LINES:
            shown += "\n\n" + _("The rest is too long to be shown here.")
        self.setPlainText(shown)

    def chosen(self) -> tuple[int, str]:
        """Return where the words that are chosen start, and the words on one line."""
        cursor = self.textCursor()
        return cursor.selectionStart(), " ".join(cursor.selectedText().split())

    def mark(self, start: int, count: int) -> None:
        """Choose a stretch of the text, as far as there is one, and bring it into sight."""
        end = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(start, end))
        cursor.setPosition(min(start + count, end), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def go_to(self, place: int) -> None:
        """Put the cursor, and what a screen reader reads next, at a place in the text."""
        end = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(end)
        self.setTextCursor(cursor)
        cursor.setPosition(min(place, end))
        self.setTextCursor(cursor)


def _broken(line: str) -> str:
    """Break a line without end, such as JSON often is, because laying it out takes seconds."""
    pieces = range(0, max(len(line), 1), _LONGEST)
    return "\n".join(line[at : at + _LONGEST] for at in pieces)
