"""A column that scrolls down and never sideways."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.press import pressed
from secondop_desktop.widgets.layout.reading_order import read_as_seen
from secondop_desktop.widgets.theme import Space

WIDEST: Final = 1000
LEAST_LINES: Final = 8
_LED_LINES: Final = 3
"""Lines of a text that must stay in sight below what it belongs to."""


_NOWHERE: Final = -1


class _Holder(QWidget):
    """What scrolls: as high as its content is at its width, and no higher.

    Qt also counts what the content would need at its narrowest, and leaves room under it.
    """

    def minimumSizeHint(self) -> QSize:
        """Ask for a width; the height follows from that."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least

    def event(self, event: QEvent) -> bool:
        """Let a screen reader follow when something came or went."""
        if event.type() == QEvent.Type.LayoutRequest and QAccessible.isActive():
            QTimer.singleShot(0, self, lambda: read_as_seen(self))
        return super().event(event)


class ScrollColumn(QScrollArea):
    """Content in a column as wide as reads well; what takes the focus is scrolled into view.

    But not what takes it by a press: that is in sight, and must stay under the pointer.
    """

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._wide = wide
        self.setViewport(_viewport(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._centre())
        self._fit()
        self._shown_at, self._followed_at = 0, _NOWHERE
        self.verticalScrollBar().rangeChanged.connect(self._show_again)
        self.verticalScrollBar().rangeChanged.connect(self._follow_on)
        look = theme.current()
        look.changed.connect(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)
        QApplication.inputMethod().cursorRectangleChanged.connect(self._follow_soon)

    def _centre(self) -> QWidget:
        holder = self._holder = _Holder()
        holder.setAutoFillBackground(False)
        self.column = QWidget(holder)
        self.content = QVBoxLayout(self.column)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(Space.LARGE)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column, 1)
        row.addStretch(0)
        return holder

    def sizeHint(self) -> QSize:
        """Take the room there is; Qt would ask for that of the content and squeeze others."""
        return QSize(super().sizeHint().width(), theme.current().line_height() * LEAST_LINES)

    def set_margins(self, around: int, foot: int | None = None) -> None:
        """Keep this many device-independent pixels free around the column, or others under it."""
        below = around if foot is None else foot
        self.content.setContentsMargins(around, around, around, below)
        self._fit()

    def _fit(self) -> None:
        margins = self.content.contentsMargins()
        widest = WIDEST * theme.current().percent // 100 + margins.left() + margins.right()
        self.column.setMaximumWidth(16777215 if self._wide else widest)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        if pressed():
            self._shown_at = _NOWHERE
            return
        if new is None or not self.column.isAncestorOf(new) or self._seen(new):
            return
        self._show_whole(new)
        # What has just been laid out may find its place only in a later turn of the loop.
        QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        """Keep what has the focus in sight while its place changes, till the person scrolls."""
        has = QApplication.focusWidget()
        still = self.verticalScrollBar().value() == self._shown_at and not pressed()
        if still and has is not None and self.column.isAncestorOf(has):
            self._show_whole(has)

    def _show_whole(self, widget: QWidget) -> None:
        """Scroll no further than needed: the first screenful is shown from its top."""
        if self.begins_with(widget):
            self.verticalScrollBar().setValue(0)
        elif not self._seen(widget):
            self._bring_in(widget)
        self._shown_at = self.verticalScrollBar().value()

    def _follow_soon(self) -> None:
        has = QApplication.focusWidget()
        typed = isinstance(has, QTextEdit | QPlainTextEdit) and not pressed()
        if has is not None and typed and self.column.isAncestorOf(has):
            # A text that grows has its new height only in the next turn of the loop.
            QTimer.singleShot(0, self, self._follow_line)

    def _follow_line(self) -> None:
        """Keep the line that is being written in sight in a text that grows with it."""
        has = QApplication.focusWidget()
        if pressed():
            return
        if isinstance(has, QTextEdit | QPlainTextEdit) and self.column.isAncestorOf(has):
            line, bar = has.cursorRect(), self.verticalScrollBar()
            top = has.viewport().mapTo(self.column, line.topLeft()).y()
            bottom = top + line.height() + Space.LARGE - self.viewport().height()
            bar.setValue(min(max(bar.value(), bottom), max(top - Space.SMALL, 0)))
            self._followed_at = bar.value()

    def _follow_on(self) -> None:
        """Follow again once the column has grown with the text, unless the person scrolled."""
        if self.verticalScrollBar().value() == self._followed_at:
            self._follow_soon()

    def _bring_in(self, widget: QWidget) -> None:
        """Show as much of a widget as must be seen; Qt is content with the line of its cursor."""
        top, (least, around) = widget.mapTo(self.column, QPoint()).y(), self._needed(widget)
        room, bar = self.viewport().height(), self.verticalScrollBar()
        if widget.height() > room:
            self.ensureWidgetVisible(widget, Space.LARGE, Space.WIDE)
        elif top - around < bar.value():
            bar.setValue(top - Space.WIDE)
        else:
            bar.setValue(max(bar.value(), top + least + around - room))

    def show_with(self, widget: QWidget, above: QWidget) -> None:
        """Scroll back to what stands above a widget as far as its first lines stay in sight."""
        top = max(above.mapTo(self.column, QPoint()).y() - Space.SMALL, 0)
        least = widget.mapTo(self.column, QPoint()).y() + theme.current().line_height() * _LED_LINES
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.value(), max(top, least - self.viewport().height())))

    def begins_with(self, widget: QWidget) -> bool:
        """Tell whether a widget of the column is in sight while the column shows its top."""
        top = widget.mapTo(self.column, QPoint()).y()
        return self._sight(max(top, self._needed(widget)[1]), widget)  # nothing is above the top

    def _seen(self, widget: QWidget) -> bool:
        return self._sight(widget.mapTo(self, QPoint()).y(), widget)

    def _sight(self, top: int, widget: QWidget) -> bool:
        """Tell whether a widget at this height is in sight, a long one as far as there is room."""
        least, around = self._needed(widget)
        return top >= around and top + least + around <= self.viewport().height()

    def _needed(self, widget: QWidget) -> tuple[int, int]:
        """Return how much of a widget must be seen from its top on, and how much around it."""
        least = min(widget.height(), self.viewport().height() * 2 // 5)
        return least, Space.LARGE if widget.height() == least else 0


def _viewport(column: QScrollArea) -> QWidget:
    """Make the part that the content is seen through, as Qt does itself.

    PySide makes the classes of all widgets there are when it first meets one that Qt made: that
    took as long as reading what Home shows.
    """
    made = QWidget(column)
    made.setAutoFillBackground(True)
    return made


def scrolls(part: QWidget, page: QWidget) -> bool:
    """Tell whether a part of a page can be scrolled from under what floats over it."""
    around = part.parentWidget()
    while around is not None and around is not page:
        if isinstance(around, QScrollArea) and around.verticalScrollBar().maximum() > 0:
            return True
        around = around.parentWidget()
    return False
