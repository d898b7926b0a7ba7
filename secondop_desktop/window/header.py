"""The one row over every page: what the page puts there, and the search box."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.press import once_released
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space, icons
from secondop_desktop.window.sidebar import TOOLS, beside, short_name

SEARCH_PAUSE_MS = 250
ROW_HEIGHT = 52
"""Of the row at the usual text size, in device-independent pixels; larger text makes it taller."""
_SEARCH_CHARS = (10, 24)
_NAME_CHARS = 14
_INTO_RESULTS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchBox(QLineEdit):
    """Asks while typing; Esc leaves the search, Down and Enter go into what was found."""

    wanted = Signal(str)
    """What to search for; an empty text ends the search."""
    entered = Signal()
    left = Signal()
    rested = Signal()
    """The focus went elsewhere, and nothing is searched for."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Search everything"))
        self.setPlaceholderText(_("Search everything"))
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(lambda: once_released(self, self.ask))
        self.textEdited.connect(lambda _text: self._pause.start())

    def sizeHint(self) -> QSize:
        """Return room for a few words."""
        return self._room(_SEARCH_CHARS[1])

    def minimumSizeHint(self) -> QSize:
        """Return room for one."""
        return self._room(_SEARCH_CHARS[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when nobody searches any longer."""
        super().focusOutEvent(event)
        if not self.text():
            self.rested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in one word what it is for where two find no room."""
        super().resizeEvent(event)
        long = self.accessibleName()
        room = self.width() - 2 * Space.MEDIUM - Space.SMALL
        fits = self.fontMetrics().horizontalAdvance(long) <= room
        self.setPlaceholderText(long if fits else _("Search"))

    def _room(self, chars: int) -> QSize:
        around = 2 * Space.MEDIUM + icons.side()
        width = self.fontMetrics().averageCharWidth() * chars + around
        return QSize(width, super().sizeHint().height())

    def ask(self) -> None:
        """Ask for what stands in the box now."""
        self._pause.stop()
        self.wanted.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc, or go into the results."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.ask()
            self.left.emit()
        elif event.key() in _INTO_RESULTS and self.text().strip():
            self.ask()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the journal when nothing typed here is left to undo."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)


class Header(QWidget):
    """The row over the page. ``place_wanted`` carries the key of a screen asked for here.

    In a small window, or with large text, the button that opens the list of screens stands
    first and bears the name of the page in place of its heading.
    """

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self.screens = Button("", "list")
        self.screens.hide()
        self.add_button = Button(_("Add…"), "add")
        self.search = SearchBox()
        self.find_button = IconButton(_("Search everything"), "search")
        self.find_button.hide()
        self.find_button.clicked.connect(self.open_search)
        self.search.rested.connect(self._close_search)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, 0, Space.LARGE, 1)
        row.setSpacing(Space.SMALL)
        row.addWidget(self.screens)
        row.addWidget(self.add_button)
        row.addWidget(self.find_button)
        row.addWidget(self.search)
        theme.current().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        own = self.search.sizeHint().height() + Space.HAIR
        self.setFixedHeight(max(ROW_HEIGHT, own))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the width anew when the page puts other buttons into the row."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return room for the shortest name of the page: its button holds no window wide."""
        least = super().minimumSizeHint()
        if not self.screens.isHidden():
            metrics = self.screens.fontMetrics()
            said = metrics.horizontalAdvance(self.screens.text().replace("&&", "&"))
            spare = said - metrics.averageCharWidth() * _NAME_CHARS
            least.setWidth(least.width() - max(spare, 0))
        return least

    def _share(self) -> None:
        """Let the search box take what the page leaves, and no more than it can use."""
        least, most = self.search.minimumSizeHint().width(), self.search.sizeHint().width()
        parts = (self.screens, self.add_button, self.find_button)
        others = [part for part in parts if not part.isHidden()]
        taken = sum(part.sizeHint().width() + Space.SMALL for part in others)
        if self._page is not None:
            taken += self._page.bar.sizeHint().width() + Space.SMALL
        left = self.width() - 2 * Space.LARGE - taken
        self.search.setMaximumWidth(max(least, min(most, left)))
        if self._page is not None and not self.screens.isHidden():
            self._say_name(self._page, [one for one in others if one is not self.screens])

    def hold(self, page: Page, key: str) -> None:
        """Show what this page puts into the row; the page before takes its part back."""
        if self._page is not None:
            self._page.take_back_bar()
        self._page = page
        page.bar.extra = self._fill_more
        page.bar.beside_wanted.connect(self.place_wanted)
        page.bar.set_beside([(other, _(words)) for other, words in beside(key)])
        # Before the row is laid out again: what goes would still be counted, and widen the window.
        self.add_button.setVisible(not page.bar.has_actions())
        self._row.insertWidget(1, page.bar, 1)
        self._name()
        page.bar.show()
        self._share()

    def set_compact(self, compact: bool) -> None:
        """Let a button stand for the list of screens, or go."""
        self.screens.setVisible(compact)
        self.find_button.setVisible(compact)
        self.search.setVisible(not compact or self.search.hasFocus() or bool(self.search.text()))
        self._name()

    def open_search(self) -> None:
        """Give the search box the room of the page's buttons where both find none."""
        if self.find_button.isVisibleTo(self) and self._page is not None:
            self._page.bar.hide()
            self.find_button.hide()
        self.search.show()
        self.search.setFocus()
        self.search.selectAll()

    def _close_search(self) -> None:
        if not self.screens.isHidden() and self._page is not None:
            self.search.hide()
            self.find_button.show()
            self._page.bar.show()

    def _name(self) -> None:
        compact = not self.screens.isHidden()
        if self._page is not None:
            name = self._page.heading.text()
            self._page.bar.show_heading(not compact)
            self.screens.setAccessibleName(_("{page}: all screens").format(page=name))
            self.screens.setToolTip(plain_tip(self.screens.accessibleName()))
            self._share()

    def _say_name(self, page: Page, others: Sequence[QWidget]) -> None:
        """Name the page on the button, before anything of the page that can go into ⋯."""
        name, metrics = page.heading.text(), self.screens.fontMetrics()
        said = metrics.horizontalAdvance(self.screens.text().replace("&&", "&"))
        around = self.screens.sizeHint().width() - said
        taken = sum(part.sizeHint().width() + Space.SMALL for part in others)
        left = self.width() - 2 * Space.LARGE - taken - page.bar.least_width() - Space.SMALL
        room = max(left - around, metrics.averageCharWidth() * _NAME_CHARS)
        if metrics.horizontalAdvance(name) > room:
            name = short_name(name)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.screens.setText(shown.replace("&", "&&"))

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches here, in the order in which it is read."""
        yield self.screens
        if self._page is not None:
            yield from self._page.bar.stops()
        yield from (self.add_button, self.find_button, self.search)

    def _fill_more(self, menu: QMenu) -> None:
        """Put what belongs to the whole journal into ⋯."""
        tools = [(place.key, place.label, place.icon) for place in TOOLS]
        for key, label, icon in (*tools, ("settings", N_("Settings"), "settings")):
            act = menu.addAction(_(label))
            act.setIcon(icons.menu_icon(icon))
            act.triggered.connect(lambda _checked=False, key=key: self.place_wanted.emit(key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the row from the page."""
        look, painter = theme.current(), QPainter(self)
        painter.setPen(QPen(look.colour("divider"), look.line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
