"""A list to choose from, that only a choice changes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from secondop_desktop.widgets.theme import Space, icons

_LEAST_CHARS = 16


class StillCombo(QComboBox):
    """A combo box which the mouse wheel only scrolls past, so that no answer changes unseen.

    It may be narrower than its longest answer, which its list still shows whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_CHARS)
        self._least = 0
        # Qt's own delegate for such lists does not ask the style how high a row should be.
        self.setItemDelegate(QStyledItemDelegate(self))

    def show_whole(self, least: int) -> None:
        """Ask for the room of the longest answer, and be content with this many letters."""
        self._least = least
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the longest answer where it is asked for."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._wide(self._longest())), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the letters with which it is content."""
        least = super().minimumSizeHint()
        narrow = self.fontMetrics().averageCharWidth() * self._least
        return QSize(self._wide(narrow), least.height()) if self._least else least

    def _longest(self) -> int:
        words = (self.itemText(at) for at in range(self.count() if self._least else 0))
        return max(map(self.fontMetrics().horizontalAdvance, words), default=0)

    def _wide(self, words: int) -> int:
        """Return the width of a box with words of this width, its arrow and what is around."""
        return words + icons.side() + Space.ROOMY

    def showPopup(self) -> None:
        """Give the list the room its longest answer needs."""
        view = self.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + Space.ROOMY, self.window().width()))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()
