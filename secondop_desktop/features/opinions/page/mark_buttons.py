"""The four marks as buttons in a row: one press sets a mark, the same press takes it away."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from secondop_desktop.features.opinions.rules.aspects import MARKS
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.fields.base import Parts
from secondop_desktop.widgets.theme import Space, icons
from secondop_desktop.widgets.theme.sizes import Radius

IN_SIGHT: Final = ("same", "partly", "different", "unclear")
"""The marks that have a button, and the keys 1 to 4; "not discussed" is in the row's menu."""

FAR: Final = 1_000
"""More columns or rows than there are: to the end."""

_GAP: Final = Space.HAIR
_PAD: Final = Space.SMALL
NONE_KEYS: Final = frozenset({Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
"""Keys that take a mark away."""
_COMES: Final = frozenset({QEvent.Type.Enter, QEvent.Type.FocusIn})
_GOES: Final = frozenset({QEvent.Type.Leave, QEvent.Type.FocusOut})
STEPS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Home: (-FAR, 0),
    Qt.Key.Key_End: (FAR, 0),
}
"""Keys that move over the board, and by how many columns and rows."""


def mark_words(mark: str) -> str:
    """Say a mark in words; an empty text for none."""
    return _(dict(MARKS).get(mark, mark))


@dataclass(frozen=True)
class _Mark:
    word: str
    number: int


class MarkButton(QAbstractButton):
    """One mark: its sign, pressed while it is the one chosen.

    ``pointed`` carries its mark while the pointer or the focus is on it, else an empty text.
    """

    pointed = Signal(str)

    def __init__(self, mark: _Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(
            _("{mark} (key {number})").format(mark=mark_words(mark.word), number=mark.number)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the row of marks have the keys that are its own; Qt would go on by any arrow."""
        row = self.parentWidget()
        if not (isinstance(row, MarkButtons) and row.press_key(event)):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell when the pointer or the focus comes or goes."""
        if event.type() in _COMES:
            self.pointed.emit(self.mark.word)
        elif event.type() in _GOES:
            self.pointed.emit("")
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the size of one button, which grows with the text."""
        line = theme.current().line_height()
        return QSize(line + 2 * _PAD, line + _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign; chosen, on a filled ground."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = self._tokens()
        painter.setPen(QPen(look.colour(edge), 2 if self.isChecked() else look.line))
        painter.setBrush(look.colour(ground))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, Radius.CONTROL, Radius.CONTROL)
        side = min(look.line_height(), self.height() - _GAP)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        icons.paint(painter, QRectF(left, top, side, side), self.mark.word, ink)

    def _tokens(self) -> tuple[str, str, str]:
        if self.isChecked():
            return "primary", "primary", "on_primary"
        if self.underMouse():
            return "primary_tint", "primary", "text"
        return "surface", "edge", "text"


class MarkButtons(FieldEdit):
    """One of the marks or none, as buttons; Tab stops once, arrows go from one to the next.

    ``pointed`` carries the mark that is under the pointer or has the focus; ``stepped`` is an
    arrow key that leads out of the row of buttons, or to its ends.
    """

    pointed = Signal(str)
    stepped = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.buttons: dict[str, MarkButton] = {}
        for number, word in enumerate(IN_SIGHT, start=1):
            button = MarkButton(_Mark(word, number), self)
            button.clicked.connect(lambda _on=False, word=word: self.choose(word))
            button.pointed.connect(self.pointed)
            self.buttons[word] = button
        self._rove()
        theme.current().changed.connect(self.updateGeometry)

    # What is chosen ------------------------------------------------------------------------

    def choose(self, mark: str) -> None:
        """Set a mark, or take it away when it is set already."""
        self._value = "" if mark == self._value else mark
        self._show()
        self._changed()

    def value(self) -> str | None:
        """Return the mark, or None."""
        return self._value or None

    def _fill(self, value: str | None) -> None:
        self._value = value or ""
        self._show()

    def _show(self) -> None:
        for word, button in self.buttons.items():
            button.setChecked(word == self._value)
        self._rove()

    def parts(self) -> Parts:
        """Each button says its mark beside what it is a mark of."""
        return [(button, mark_words(word)) for word, button in self.buttons.items()]

    # The keyboard --------------------------------------------------------------------------

    def current(self) -> MarkButton:
        """Return the button at which Tab stops: the one chosen, else the first."""
        return self.buttons.get(self._value) or next(iter(self.buttons.values()))

    def _rove(self) -> None:
        stop = self.current()
        for button in self.buttons.values():
            tab = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def focus_widget(self) -> QWidget:
        """Return the button at which Tab stops."""
        return self.current()

    def press_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for in the part of the marks; False when it asks for nothing."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        number = key - Qt.Key.Key_1
        if 0 <= number < len(IN_SIGHT):
            self.set_mark(IN_SIGHT[number])
        elif key in NONE_KEYS:
            self.set_mark("")
        elif key in STEPS:
            self._step(*STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press_focused()
        else:
            return False
        return True

    def set_mark(self, mark: str) -> None:
        """Set a mark, or none; setting the same one again changes nothing."""
        if mark != self._value:
            self._value = mark
            self._show()
            self._changed()
        if any(button.hasFocus() for button in self.buttons.values()):
            self.current().setFocus()

    def _press_focused(self) -> None:
        for button in self.buttons.values():
            if button.hasFocus():
                button.click()

    def _step(self, across: int, down: int) -> None:
        row = [*self.buttons.values()]
        at = next((n for n, button in enumerate(row) if button.hasFocus()), -1)
        if not down and at >= 0 and 0 <= at + across < len(row):
            row[at + across].setFocus()
        else:
            self.stepped.emit(across, down)

    # Room ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of the row of buttons."""
        each = next(iter(self.buttons.values())).sizeHint()
        count = len(self.buttons)
        return QSize(each.width() * count + _GAP * (count - 1), each.height())

    def place(self) -> None:
        """Put the buttons beside one another."""
        x = 0
        for button in self.buttons.values():
            size = button.sizeHint()
            button.setGeometry(x, 0, size.width(), size.height())
            x += size.width() + _GAP
