"""A list to choose from, that only a choice changes."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from secondop_desktop.widgets.theme import Space

_LEAST_CHARS = 16


class StillCombo(QComboBox):
    """A combo box which the mouse wheel only scrolls past, so that no answer changes unseen.

    It may be narrower than its longest answer, which its list still shows whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_CHARS)
        # Qt's own delegate for such lists does not ask the style how high a row should be.
        self.setItemDelegate(QStyledItemDelegate(self))

    def showPopup(self) -> None:
        """Give the list the room its longest answer needs."""
        view = self.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + Space.ROOMY, self.window().width()))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()
