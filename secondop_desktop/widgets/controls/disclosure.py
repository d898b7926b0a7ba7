"""Parts of a form that few people need, folded away until asked for."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.line_breaks import in_lines
from secondop_desktop.widgets.theme import Space, icons

_LEAST_CHARS: Final = 16


class More(QWidget):
    """A button that shows or hides what is under it; opens by itself when something is there."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        self.button = _Title(title)
        self.button.toggled.connect(self._show)
        self.body = QWidget()
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(Space.LARGE)
        self.body.hide()
        column.addWidget(self.button)
        column.addWidget(self.body)

    def open(self) -> None:
        """Show the content."""
        self.button.setChecked(True)

    def _show(self, shown: bool) -> None:
        self.body.setVisible(shown)
        icons.wear(self.button, "chevron-down" if shown else "chevron-right", "primary")


class _Title(Button):
    """The button that folds; its words wrap, so that long ones do not widen a small window."""

    def __init__(self, title: str) -> None:
        super().__init__(title, "chevron-right", Rank.QUIET)
        self._title = title
        self.setCheckable(True)
        self.setAccessibleName(title)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the width of all words on one line, and the height that they have now."""
        whole = self.fontMetrics().horizontalAdvance(self._title)
        return QSize(self._around().width() + whole, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few words on each line."""
        words = self.fontMetrics().averageCharWidth() * _LEAST_CHARS
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), self._around().width() + words), wanted.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words broken at a width in device-independent pixels."""
        return self._around().height() + self._tall(self._lines(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words for the new width."""
        super().resizeEvent(event)
        shown = "\n".join(self._lines(self.width()))
        if shown != self.text():
            self.setText(shown)

    def _lines(self, width: int) -> list[str]:
        return in_lines(self._title, self.fontMetrics(), width - self._around().width())

    def _around(self) -> QSize:
        """Return what the button has beside and over its words."""
        lines = self.text().split("\n")
        wide = max(map(self.fontMetrics().horizontalAdvance, lines))
        return super().sizeHint() - QSize(wide, self._tall(lines))

    def _tall(self, lines: list[str]) -> int:
        words = self.fontMetrics().size(0, "\n".join(lines)).height()
        return max(words, self.iconSize().height())
