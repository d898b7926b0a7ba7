"""Text on the page that is pressed to be changed, or that leads somewhere: painted, so it is light.

A comparison has a hundred of them; real input fields are made only where someone types.
"""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from secondop_desktop.features.opinions.page.line_breaking import Typeset, typeset
from secondop_desktop.features.opinions.page.mark_buttons import FAR, STEPS
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Space, Text, icons
from secondop_desktop.widgets.theme.sizes import Radius

LINES: Final = 3
"""A long text shows this much of itself."""

_SPARE: Final = 1
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_ENDS: Final = frozenset({(-FAR, 0), (FAR, 0)})
_SPOKEN: Final = 2_000
_GOES_ON: Final = "…"
_OPENING: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}


class Words(QAbstractButton):
    """A text of any length; pressing it, or beginning to type on it, asks to change it.

    ``typed`` carries the letter that was typed, ``stepped`` columns and rows to move by.
    """

    typed = Signal(str)
    stepped = Signal(int, int)

    def __init__(
        self,
        hint: str,
        role: Text = Text.BODY,
        parent: QWidget | None = None,
        *,
        lines: int = LINES,
    ) -> None:
        super().__init__(parent)
        self._hint, self._role, self._lines = hint, role, lines
        self._said, self._token, self._whole, self._lead = "", "text", False, ""
        self._laid: tuple[int, Typeset] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._forget)

    def say(self, text: str, token: str = "text") -> None:
        """Show a text in the colour of a token; without one, the hint."""
        if (text, token) != (self._said, self._token):
            self._said, self._token = text, token
            self._forget()
        self.setAccessibleDescription(text[:_SPOKEN] or self._hint)

    def lead(self, text: str) -> bool:
        """Say this before the text, such as the mark before its note; True when it is new."""
        if text == self._lead:
            return False
        self._lead = text
        self._forget()
        return True

    def hint(self, text: str) -> None:
        """Say this while there is no text."""
        if text != self._hint:
            self._hint = text
            self._forget()
            self.say(self._said, self._token)

    def said(self) -> str:
        """Return the whole text."""
        return self._said

    def set_whole(self, whole: bool) -> None:
        """Show all of the text, or its first lines."""
        self._whole = whole
        self._forget()

    def more(self, width: int) -> bool:
        """Tell whether lines are folded away at this width."""
        return self._typeset(width).more

    def _forget(self) -> None:
        self._laid = None
        self.update()

    def _typeset(self, width: int) -> Typeset:
        room = width - 2 * Space.SMALL
        if self._laid is None or self._laid[0] != room:
            font = theme.current().font(self._role)
            most = 0 if self._whole else self._lines
            text = ". ".join(part for part in (self._lead, self._said) if part) or self._hint
            self._laid = (room, typeset(text, font, room, most, _SPARE if most else 0))
        return self._laid[1]

    def end(self, width: int) -> tuple[int, int]:
        """Return where the last line ends and where it begins from the top, at a width.

        A line that runs from right to left leaves no room behind it: it ends at the width.
        """
        laid = self._typeset(width)
        right, top = laid.end()
        dots = QFontMetrics(theme.current().font(self._role)).horizontalAdvance(_GOES_ON)
        right += Space.SMALL + (dots if laid.more else 0)
        return min(right, width), top + Space.HAIR

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width in device-independent pixels."""
        return self._typeset(width).height + 2 * Space.HAIR

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = theme.current().line_height() * 12
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: one line."""
        line = theme.current().line_height(self._role)
        return QSize(line * 4, line + 2 * Space.HAIR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines in sight; an edge shows where one may press."""
        look, painter = theme.current(), QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("edge"), look.line))
            painter.setBrush(look.colour("surface"))
            inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inside, Radius.CONTROL, Radius.CONTROL)
        painter.setPen(look.colour(self._token if self._said or self._lead else "muted"))
        seen = event.rect()
        laid = self._typeset(self.width())
        laid.draw(painter, Space.SMALL, Space.HAIR, seen.top(), seen.bottom())
        if laid.more:
            self._draw_more(painter, laid)

    def _draw_more(self, painter: QPainter, laid: Typeset) -> None:
        """Show at the end of the last line that the text goes on."""
        painter.setFont(theme.current().font(self._role))
        metrics, (right, top) = painter.fontMetrics(), laid.end()
        wide = metrics.horizontalAdvance(_GOES_ON)
        left = min(right + Space.SMALL, self.width() - wide - 1)
        painter.drawText(left, top + Space.HAIR + metrics.ascent(), _GOES_ON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, arrows move, and a letter begins to write."""
        step = STEPS.get(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in _OPENING and not held:
            self.click()
        elif step is not None and not event.modifiers() & ~_KEYPAD:
            self.stepped.emit(*step)
        elif step is not None and held == Qt.KeyboardModifier.ControlModifier and step in _ENDS:
            self.stepped.emit(step[0], step[0])
        elif not held and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class Link(QAbstractButton):
    """A few underlined words that lead somewhere, with an icon before them."""

    def __init__(self, text: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._laid: dict[int, Typeset] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        theme.current().changed.connect(self._forget)

    def say(self, text: str) -> None:
        """Lead somewhere else."""
        shown = text.replace("&", "&&")
        if shown != self.text():
            self.setText(shown)
            self._forget()

    def _forget(self) -> None:
        self._laid.clear()
        self.updateGeometry()

    def _left(self) -> int:
        return Space.SMALL + (self._side() + Space.HAIR if self._icon else 0)

    def _side(self) -> int:
        return theme.current().line_height(Text.SMALL)

    def _lines(self, width: int) -> Typeset:
        if width not in self._laid:
            font = theme.current().font(Text.SMALL)
            font.setUnderline(True)
            words = self.text().replace("&&", "&")
            self._laid[width] = typeset(words, font, width - self._left() - Space.HAIR)
        return self._laid[width]

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width in device-independent pixels: never less than a target."""
        return max(self._lines(width).height + Space.HAIR, 24)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        metrics = QFontMetrics(theme.current().font(Text.SMALL))
        words = metrics.horizontalAdvance(self.text().replace("&&", "&"))
        width = words + self._left() + Space.SMALL
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme.current().line_height() * 3, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words; with the focus, on its ground."""
        look, painter = theme.current(), QPainter(self)
        ink = "on_focus" if self.hasFocus() else "link"
        if self.hasFocus() or self.underMouse():
            painter.fillRect(self.rect(), look.colour("focus" if self.hasFocus() else "alternate"))
        laid = self._lines(self.width())
        top = (self.height() - laid.height) / 2
        if self._icon:
            side = self._side()
            icons.paint(painter, QRectF(Space.HAIR, top, side, side), self._icon, ink)
        painter.setPen(look.colour(ink))
        laid.draw(painter, self._left(), top, 0, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if event.key() in _OPENING:
            self.click()
        else:
            super().keyPressEvent(event)
