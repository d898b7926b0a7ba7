"""A column that scrolls down and never sideways."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Space

WIDEST: Final = 1000
LEAST_LINES: Final = 8


class ScrollColumn(QScrollArea):
    """Content in a column as wide as reads well; what takes the focus is scrolled into view."""

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._wide = wide
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._centre())
        self._fit()
        look = theme.current()
        look.changed.connect(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def _centre(self) -> QWidget:
        holder = QWidget()
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

    def set_margins(self, around: int) -> None:
        """Keep this many device-independent pixels free around the column."""
        self.content.setContentsMargins(around, around, around, around)
        self._fit()

    def _fit(self) -> None:
        margins = self.content.contentsMargins()
        widest = WIDEST * theme.current().percent // 100 + margins.left() + margins.right()
        self.column.setMaximumWidth(16777215 if self._wide else widest)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.column.isAncestorOf(new) and not self._seen(new):
            self.ensureWidgetVisible(new, Space.LARGE, Space.WIDE)

    def _seen(self, widget: QWidget) -> bool:
        """Tell whether a long widget is in sight from its top on, as far as there is room."""
        top = widget.mapTo(self, widget.rect().topLeft()).y()
        least = min(widget.height(), self.viewport().height() // 2)
        return top >= 0 and top + least <= self.viewport().height() and widget.height() > least
