"""Words of a file as plain text that can be selected, scrolled and read aloud."""

from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.preview.known_words import NONE, KnownWord, KnownWords

_MOST_CHARS: Final = 2_000_000
_MOST_LINES: Final = 50_000
_LONGEST: Final = 2_000


class PlainText(QPlainTextEdit):
    """A read-only text; nothing in it is followed or fetched."""

    word_asked = Signal(object)
    """What a dotted word means is asked for: a ``KnownWord``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self._words = NONE
        self.known: list[KnownWord] = []
        self.viewport().setMouseTracking(True)

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
        self._dot()

    def explain(self, words: KnownWords) -> None:
        """Dot the words that can be said in plain ones; a click, or Enter on one, says them."""
        self._words = words
        self._dot()

    def _dot(self) -> None:
        self.known = self._words.find(self.toPlainText())
        marks = []
        for one in self.known:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(one.start)
            cursor.setPosition(one.start + len(one.words), cursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)

    def known_at(self, place: int) -> KnownWord | None:
        """Return the dotted word at a place in the text."""
        near = (one for one in self.known if one.start <= place < one.start + len(one.words))
        return next(near, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say a dotted word in plain ones when it is clicked."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            self._say(self.known_at(self.cursorForPosition(event.position().toPoint()).position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a dotted word can be clicked."""
        super().mouseMoveEvent(event)
        spot = self.cursorForPosition(event.position().toPoint()).position()
        shape = (
            Qt.CursorShape.PointingHandCursor if self.known_at(spot) else Qt.CursorShape.IBeamCursor
        )
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say the dotted word at the cursor, or that is chosen, by Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._say(self.known_at(self.textCursor().selectionStart()))
        else:
            super().keyPressEvent(event)

    def _say(self, word: KnownWord | None) -> None:
        if word is not None:
            self.word_asked.emit(word)

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


def with_warning(words: str) -> str:
    """Return words that were read on pictures, headed by what that means."""
    said = _("These words were read from a picture of the page. Compare them with the page.")
    return f"{said}\n\n{words}"


def _broken(line: str) -> str:
    """Break a line without end, such as JSON often is, because laying it out takes seconds."""
    pieces = range(0, max(len(line), 1), _LONGEST)
    return "\n".join(line[at : at + _LONGEST] for at in pieces)
