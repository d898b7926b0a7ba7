"""Several lines of plain text that grow with what is written."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.line import hands_on


class GrowingText(QPlainTextEdit):
    """A plain text edit between `least` and `most` lines tall, left by Tab."""

    def __init__(self, least: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, max(least, most)
        self._tall = 0
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Fetch nothing: text from files must not open other files."""
        return None

    def sizeHint(self) -> QSize:
        """Fit the lines there are, within the bounds, at any text size."""
        around = self.height() - self.viewport().height()
        inside = max(self._tall, self._least * self.fontMetrics().lineSpacing())
        margin = round(self.document().documentMargin() * 2)
        return QSize(super().sizeHint().width(), inside + margin + max(around, 2))

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed below the lines there are."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap to the new width, then fit the height."""
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the journal when this text has none left."""
        document = self.document()
        if isinstance(event, QKeyEvent) and hands_on(
            event, document.isUndoAvailable(), document.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _grow(self) -> None:
        lines, tall = self._measure()
        more = lines > self._most
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self._tall = min(tall, self._most * self.fontMetrics().lineSpacing()) if more else tall
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    def _measure(self) -> tuple[int, int]:
        # Block by block and only as far as needed: a long paste stays quick.
        block, lines, tall = self.document().firstBlock(), 0, 0.0
        while block.isValid() and lines <= self._most:
            tall += self.blockBoundingRect(block).height()
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines, ceil(tall)


class TextField(FieldEdit):
    """Plain text of several lines; the value is the text without blank edges, or None."""

    def __init__(self, least: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = GrowingText(least, most, self)
        self.text.textChanged.connect(self._changed)
        self.body.addWidget(self.text)

    def value(self) -> str | None:
        """Return the text, or None when there is none."""
        return self.text.toPlainText().strip() or None

    def parts(self) -> Parts:
        """The text carries the label's name."""
        return [(self.text, "")]

    def _fill(self, value: str | None) -> None:
        self.text.setPlainText(value or "")
