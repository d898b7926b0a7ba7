"""One line of text, with what was written before offered while typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from secondop_desktop.widgets.fields.base import FieldEdit, Parts

_QT_CHARS = 17
"""QLineEdit's own size hint is this many letters x wide."""


class Line(QLineEdit):
    """A line edit as wide as its answer, which hands Ctrl+Z on when it has nothing to undo."""

    def __init__(self, chars: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chars = chars
        if chars:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Make room for the number of digits asked for, at any text size."""
        hint = super().sizeHint()
        if self._chars:
            hint.setWidth(self._wide_for("0" * self._chars))
        return hint

    def needed(self, text: str | None = None) -> int:
        """Return the width in which a text, or all that is written here, is seen."""
        wide = self._wide_for(self.text() if text is None else text)
        return max(wide, self.minimumSizeHint().width())

    def _wide_for(self, text: str) -> int:
        metrics = self.fontMetrics()
        around = QLineEdit.sizeHint(self).width() - metrics.horizontalAdvance("x") * _QT_CHARS
        return around + metrics.horizontalAdvance(text)

    def write(self, text: str) -> None:
        """Replace the text as typing would, so that Ctrl+Z brings the old one back."""
        if text != self.text():
            self.selectAll()
            self.insert(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the journal when this text has none left."""
        if isinstance(event, QKeyEvent) and hands_on(
            event, self.isUndoAvailable(), self.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)


def hands_on(event: QKeyEvent, can_undo: bool, can_redo: bool) -> bool:
    """Say whether this key is an undo or redo which the text itself has no use for."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    return undo or (event.matches(QKeySequence.StandardKey.Redo) and not can_redo)


class OneLineField(FieldEdit):
    """A value typed into one line; a subclass says what the text is read as.

    `chars` makes the line as wide as so many digits; 0 lets it fill the row.
    """

    def __init__(
        self, suggestions: Sequence[str] = (), chars: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = Line(chars, self)
        self.line.textChanged.connect(self._changed)
        self.body.addWidget(self.line)
        self.set_suggestions(suggestions)

    def set_suggestions(self, texts: Sequence[str]) -> None:
        """Offer these texts while typing, found by any part of them."""
        if not texts:
            self.line.setCompleter(None)  # type: ignore[arg-type]
            return
        completer = QCompleter(list(texts), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    def parts(self) -> Parts:
        """The line carries the label's name."""
        return [(self.line, "")]

    def _fill_text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)


class LineField(OneLineField):
    """One line of plain text; the value is the text without spaces around it, or None."""

    def value(self) -> str | None:
        """Return the text, or None when there is none."""
        return self.line.text().strip() or None

    def _fill(self, value: str | None) -> None:
        self._fill_text(value or "")
