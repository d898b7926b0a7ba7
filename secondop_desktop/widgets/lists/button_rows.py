"""Rows that are real buttons, and the list that holds them: steps, tasks, places to go."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.lists import rich_row_painting
from secondop_desktop.widgets.lists.rich_row_painting import Inks, Places, Row
from secondop_desktop.widgets.theme import Space, icons

_NEIGHBOUR: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class RowButton(QAbstractButton):
    """A row that can be pressed; its text wraps and its height follows.

    With an arrow it leads to another place; without one it is underlined, a link in a text.
    """

    def __init__(self, row: Row, parent: QWidget | None = None, *, arrow: bool = True) -> None:
        super().__init__(parent)
        self._has_arrow = arrow
        self._laid: dict[int, Places] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.last = True
        self.set_row(row)
        theme.current().changed.connect(self._resize)

    def set_row(self, row: Row) -> None:
        """Say something else."""
        self.row = row
        self.setText(row.title.replace("&", "&&"))
        self.setAccessibleName(row.spoken())
        self._resize()

    def _resize(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height the row needs at a width in device-independent pixels."""
        return self._places(width).height + 2 * self._above

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = theme.current().line_height() * 18
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a few words wide, one line tall."""
        line = theme.current().line_height()
        return QSize(line * 6, line + 2 * self._above)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, content, arrow and the line to the next row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        rich_row_painting.paint(
            painter, self.row, self._places(self.width()), self._font(), self._inks()
        )
        if self.row.icon:
            spot = QRectF(self._places(self.width()).icon)
            icons.paint(painter, spot, self.row.icon, self._token("primary"))
        if self._has_arrow:
            self._arrow(painter)

    def _places(self, width: int) -> Places:
        if width not in self._laid:
            self._laid[width] = self._lay(width)
        return self._laid[width]

    def _lay(self, width: int) -> Places:
        taken = icons.side() + Space.SMALL if self._has_arrow else 0
        # A link begins where the text around it does, but for the edge of its focus.
        side = Space.LARGE if self._has_arrow else Space.HAIR
        area = QRect(side, self._above, max(1, width - taken - 2 * side), 0)
        return rich_row_painting.places(self.row, area, self._font())

    def _font(self) -> QFont:
        font = rich_row_painting.title_font()
        font.setUnderline(not self._has_arrow)
        return font

    @property
    def _above(self) -> int:
        return Space.MEDIUM if self._has_arrow else Space.SMALL

    def _token(self, usual: str) -> str:
        return "on_focus" if self.hasFocus() else usual

    def _inks(self) -> Inks:
        look = theme.current()
        return Inks(look.colour(self._token("link")), look.colour(self._token("muted")))

    def _ground(self, painter: QPainter) -> None:
        look = theme.current()
        inside = QRectF(self.rect())
        if self.hasFocus():
            painter.fillRect(inside, look.colour("focus"))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(inside, look.colour("primary_tint"))
        if not self.last:
            painter.setPen(QPen(look.colour("divider"), look.line))
            painter.drawLine(inside.bottomLeft(), inside.bottomRight())

    def _arrow(self, painter: QPainter) -> None:
        side = icons.side() * 0.8
        left = self.width() - Space.LARGE - side
        top = (self.height() - side) / 2
        icons.paint(painter, QRectF(left, top, side, side), "chevron-right", self._token("muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the row as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class SteppingRow(RowButton):
    """A row of several; ``stepped`` is sent with 1 for Down and -1 for Up."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Up and Down go to the neighbours."""
        by = _NEIGHBOUR.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class Rows(Panel):
    """Rows below one another on one card; arrow keys move between them.

    ``chosen`` is sent with the key of the row that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self.buttons: list[RowButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, Space.HAIR, 2, Space.HAIR)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def add(self, key: object, row: Row, pressed: Callable[[], None] | None = None) -> RowButton:
        """Put a row under the others and return its button."""
        button = SteppingRow(row, self)
        if self.buttons:
            self.buttons[-1].last = False
        self.buttons.append(button)
        self._column.insertWidget(len(self.buttons) - 1, button)
        button.clicked.connect(lambda: self.chosen.emit(key))
        button.stepped.connect(lambda by: self._step(button, by))
        if pressed is not None:
            button.clicked.connect(pressed)
        return button

    def clear(self) -> None:
        """Take all rows away."""
        while self.buttons:
            button = self.buttons.pop()
            drop(button, self._column)

    def _step(self, button: RowButton, by: int) -> None:
        at = self.buttons.index(button) + by
        if 0 <= at < len(self.buttons):
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
