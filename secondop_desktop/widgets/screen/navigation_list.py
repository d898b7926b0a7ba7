"""The one navigation: a labelled list of screens in groups."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.lists import rich_row_painting
from secondop_desktop.widgets.lists.rich_row_painting import Inks, Places, Row
from secondop_desktop.widgets.theme import Space, Text, Weight, icons
from secondop_desktop.widgets.theme.sizes import STACK_PERCENT, Radius

_WIDTH: Final = 220
_WIDER: Final = 24
"""More in a very wide window, where there is room to spare."""
_WIDE_WINDOW: Final = 1500
_LEAST_TALL: Final = 26
"""An entry's least height in a low window: enough to be hit with certainty."""
_ROOMY: Final = 6
"""What an entry has more than its line where there is room for all of them."""
_GROWTH: Final = 0.74
_EAGER: Final = 100
"""How much more an entry wants of the room that is left than the blank at the end."""
_BAR: Final = 4
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Entry(QAbstractButton):
    """One screen in the list: icon, words and, while it is open, a bar and bold type."""

    stepped = Signal(int)
    jumped = Signal(int)

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = False
        self._row = Row(text, icon=icon)
        self._laid: dict[int, Places] = {}
        self._heights: dict[int, int] = {}
        self.say(text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._resize)

    def say(self, text: str) -> None:
        """Show other words for the same screen."""
        self._row = self._row._replace(title=text)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._resize()

    def _resize(self) -> None:
        self._laid.clear()
        self._heights.clear()
        self.updateGeometry()

    @property
    def current(self) -> bool:
        """True while this entry's screen is open."""
        return self._current

    def set_current(self, current: bool) -> None:
        """Mark the entry as open; the Tab key stops only at the open one."""
        self._current = current
        tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(tab if current else click)
        self.setAccessibleDescription(_("You are here") if current else "")
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the least height at a width: that of the words, in which it can still be hit."""
        if width not in self._heights:
            self._heights[width] = self._lay(width).height
        return max(_LEAST_TALL, self._heights[width] + 2)

    def sizeHint(self) -> QSize:
        """Return the height for the usual width."""
        return QSize(0, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return one line's height, in which it can still be hit."""
        return QSize(0, max(_LEAST_TALL, theme.current().line_height() + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in the middle, and take a little more room where there is some."""
        super().resizeEvent(event)
        self._laid.clear()
        self.setMaximumHeight(self.heightForWidth(self.width()) + _ROOMY)

    def _places(self, width: int) -> Places:
        if width not in self._laid:
            self._laid[width] = self._lay(width)
        return self._laid[width]

    def _lay(self, width: int) -> Places:
        left = _BAR + Space.HAIR
        # Bold is wider: measuring with it keeps the list still when the current entry changes.
        font = rich_row_painting.title_font(Weight.BOLD)
        area = QRect(left, 0, max(1, width - left - Space.HAIR), 0)
        spots = rich_row_painting.places(self._row, area, font)
        spots.move(max(0, self.height() - spots.height) // 2)
        return spots

    def _font(self) -> QFont:
        return rich_row_painting.title_font(Weight.BOLD if self._current else Weight.REGULAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the bar of the current entry, the icon and the words."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        spots = self._places(self.width())
        ink = "on_focus" if self.hasFocus() else "text"
        inks = Inks(look.colour(ink), look.colour(ink))
        rich_row_painting.paint(painter, self._row, spots, self._font(), inks)
        lit = "primary" if self._current and not self.hasFocus() else ink
        icons.paint(painter, QRectF(spots.icon), self._row.icon, lit)

    def _ground(self, painter: QPainter) -> None:
        look, area = theme.current(), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        tint = "focus" if self.hasFocus() else "primary_tint" if self._current else ""
        tint = tint or ("alternate" if self.underMouse() else "")
        if tint:
            painter.setBrush(look.colour(tint))
            painter.drawRoundedRect(area, Radius.CONTROL, Radius.CONTROL)
        if self._current:
            painter.setBrush(look.colour("on_focus" if self.hasFocus() else "primary"))
            bar = QRectF(area.x(), area.y() + Space.HAIR, _BAR, area.height() - 2 * Space.HAIR)
            painter.drawRoundedRect(bar, 2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows, Home and End move in the list, and Enter open as Space does."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.jumped.emit(0 if key is Qt.Key.Key_Home else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class Sidebar(QFrame):
    """Screens by name, with icons and groups; ``chosen`` is sent with an entry's key.

    ``chosen`` only asks: the window opens the screen and then calls ``set_current``. A part may
    stand fixed over the list and one under it. ``left`` is sent by Esc.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Screens"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.entries: dict[str, Entry] = {}
        self.asking = False
        """True while ``chosen`` is sent for an entry chosen by its key, with the focus on it."""
        self.setAutoFillBackground(True)
        self._around = 0
        self._scroller = ScrollColumn(self, wide=True)
        self._scroller.content.setSpacing(0)
        self._scroller.set_margins(Space.HAIR)
        self._scroller.content.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 2, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._scroller, 1)
        theme.current().changed.connect(self._fit)
        self._fit()

    def set_head(self, part: QWidget) -> None:
        """Let a part stand over the list."""
        self._outer.insertWidget(0, _framed(part))

    def set_foot(self, part: QWidget) -> None:
        """Let a part stand under the list, whatever the list's length."""
        part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._outer.addWidget(_framed(part))

    def least_height(self) -> int:
        """Return the height in which everything is seen, in device-independent pixels."""
        inner = self._scroller.content.heightForWidth(self.width() - 2)
        around = self._outer.minimumSize().height() - self._scroller.minimumSizeHint().height()
        return inner + around

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have no bar where everything is seen.

        A bar makes words wrap, for which the list then needs the bar.
        """
        super().resizeEvent(event)
        policies, whole = Qt.ScrollBarPolicy, self.height() >= self.least_height()
        bar = policies.ScrollBarAlwaysOff if whole else policies.ScrollBarAsNeeded
        self._scroller.setVerticalScrollBarPolicy(bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc lead back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def add_group(self, title: str) -> None:
        """Start a group; its title is read before its entries."""
        label = Label(title, Text.SMALL, Weight.BOLD, "muted")
        label.setWordWrap(False)
        label.setContentsMargins(Space.MEDIUM, Space.HAIR, 0, 2)
        self._put(label)

    def add_entry(self, key: str, text: str, icon: str) -> Entry:
        """Add a screen under the others and return its button."""
        entry = Entry(text, icon, self._scroller.column)
        entry.clicked.connect(lambda: self._ask(key))
        entry.stepped.connect(lambda by: self._step(key, by))
        entry.jumped.connect(self._jump)
        if not self.entries:
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.entries[key] = entry
        self._put(entry)
        return entry

    def set_current(self, key: str) -> None:
        """Show which screen is open; an unknown key marks the first entry for the Tab key only."""
        for own, entry in self.entries.items():
            entry.set_current(own == key)
        if key not in self.entries and self.entries:
            first = next(iter(self.entries.values()))
            first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _ask(self, key: str) -> None:
        self.asking = True
        self.chosen.emit(key)
        self.asking = False

    def current(self) -> str:
        """Return the key of the open screen, or an empty text."""
        return next((key for key, entry in self.entries.items() if entry.current), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the list from the screen."""
        look, painter = theme.current(), QPainter(self)
        painter.setPen(QPen(look.colour("divider"), look.line))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())

    def _put(self, part: QWidget) -> None:
        content = self._scroller.content
        content.insertWidget(content.count() - 1, part, _EAGER if isinstance(part, Entry) else 0)

    def _step(self, key: str, by: int) -> None:
        keys = list(self.entries)
        at = keys.index(key) + by
        if 0 <= at < len(keys):
            self._focus(keys[at])

    def _jump(self, at: int) -> None:
        self._focus(list(self.entries)[at])

    def _focus(self, key: str) -> None:
        self.entries[key].setFocus(Qt.FocusReason.TabFocusReason)

    def fit_into(self, width: int) -> None:
        """Take more room in a window of a large width in device-independent pixels."""
        self._around = width
        self._fit()

    def _fit(self) -> None:
        """Grow slower than the text: long words wrap, so that the content keeps its room."""
        percent = theme.current().percent
        extra = (percent - 100) / 100 * _GROWTH
        wide = self._around >= _WIDE_WINDOW and percent < STACK_PERCENT
        self.setFixedWidth(round(_WIDTH * (1 + extra)) + (_WIDER if wide else 0))


def _framed(part: QWidget) -> QWidget:
    frame = QWidget()
    box = QVBoxLayout(frame)
    box.setContentsMargins(Space.SMALL, Space.HAIR, Space.SMALL, Space.HAIR)
    box.addWidget(part)
    return frame
