"""A list to choose from, that only a choice changes."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import Space, icons

_LEAST_CHARS = 16
_TALL = 10_000


class _WholeAnswers(QStyledItemDelegate):
    """Rows as high as their words need where the list cannot be as wide as they are.

    Qt's own delegate for such lists does not ask the style how high a row should be either.
    """

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self.room = 0

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of an answer, on as many lines as it needs in this width."""
        within = QStyleOptionViewItem(option)
        if self.room:
            within.rect = QRect(0, 0, self.room, _TALL)
        return super().sizeHint(within, index)


class StillCombo(QComboBox):
    """A combo box which the mouse wheel only scrolls past, so that no answer changes unseen.

    It may be narrower than its longest answer, which its list still shows whole, as does a tip
    over the box for the answer chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_CHARS)
        self._least = 0
        self._answers = _WholeAnswers(self)
        self.setItemDelegate(self._answers)

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

    def cuts_its_answer(self) -> bool:
        """Tell whether the answer chosen is longer than the box."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, field, self)
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room.width()

    def _longest(self) -> int:
        words = (self.itemText(at) for at in range(self.count() if self._least else 0))
        return max(map(self.fontMetrics().horizontalAdvance, words), default=0)

    def _wide(self, words: int) -> int:
        """Return the width of a box with words of this width, its arrow and what is around."""
        return words + icons.side() + Space.ROOMY

    def showPopup(self) -> None:
        """Give the list the room its longest answer needs, or lines where the window ends."""
        most = self.window().width()
        self._wrap_rows(0)
        wide = self.view().sizeHintForColumn(0) + Space.ROOMY
        self._wrap_rows(most - Space.ROOMY if wide > most else 0)
        self.view().setMinimumWidth(min(wide, most))
        super().showPopup()

    def _wrap_rows(self, room: int) -> None:
        """Let the rows of the list wrap in a width; 0 leaves each on one line."""
        self._answers.room, view = room, self.view()
        if isinstance(view, QListView):
            view.setWordWrap(room > 0)

    def event(self, event: QEvent) -> bool:
        """Say the answer whole where the mouse rests on a box that cuts it."""
        rests = event.type() is QEvent.Type.ToolTip and not self.toolTip()
        if rests and isinstance(event, QHelpEvent) and self.cuts_its_answer():
            QToolTip.showText(event.globalPos(), plain_tip(self.currentText()), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()
