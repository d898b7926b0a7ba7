"""What fills the window: the sidebar, and beside it the top row, the page and the undo bar."""

from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.feedback.undo_bar import UndoBar
from secondop_desktop.widgets.layout.reading_order import read_as_seen
from secondop_desktop.widgets.layout.scroll_column import scrolls
from secondop_desktop.widgets.screen.navigation_list import Sidebar
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space
from secondop_desktop.window.header import Header
from secondop_desktop.window.person_menu import Whose
from secondop_desktop.window.sidebar import LISTED, entry_of


class Centre(QWidget):
    """Shows one page at a time and leads the focus between it and what stands around it.

    ``place_wanted`` carries the key of the screen asked for.
    """

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sidebar = Sidebar()
        self.person = Whose()
        self.make_pdf = Button(_("Make a PDF"), "pdf", Rank.PRIMARY)
        self.header = Header()
        self.pages = QStackedWidget()
        self.undo_bar = UndoBar(self)
        self._opened = self._whole = self._compact = False
        self._fill_sidebar()
        self._place()
        self._connect_signals()
        self._arrange()

    def _fill_sidebar(self) -> None:
        self.sidebar.set_head(self.person)
        self.sidebar.set_foot(self.make_pdf)
        group = ""
        for place in LISTED:
            if place.group != group:
                group = place.group
                self.sidebar.add_group(_(group))
            self.sidebar.add_entry(place.key, _(place.entry or place.label), place.icon)

    def name_screens(self) -> None:
        """Name the screens anew, as whoever reads the window calls them."""
        for place in LISTED:
            self.sidebar.entries[place.key].say(_(place.entry or place.label))

    def _place(self) -> None:
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.sidebar)
        right = QVBoxLayout()
        self._beside.addLayout(right, 1)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.pages, 1)

    def _connect_signals(self) -> None:
        self.sidebar.chosen.connect(self._choose)
        self.make_pdf.clicked.connect(lambda: self._choose("pdf"))
        self.person.place_wanted.connect(self._choose)
        self.header.place_wanted.connect(self.place_wanted)
        self.header.screens.clicked.connect(self.open_screens)
        self.sidebar.left.connect(self._close_screens)
        self.undo_bar.resized.connect(self._place_undo_bar)
        theme.current().changed.connect(self._arrange)
        for signal in (
            self.header.search.entered,
            self.header.search.left,
            self.undo_bar.undone,
            self.undo_bar.dismissed,
        ):
            signal.connect(self.focus_page)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_clear)

    def _choose(self, key: str) -> None:
        self.place_wanted.emit(key)
        if self._compact and self.sidebar.isVisible():
            self._close_screens()

    # The room ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parts their places for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Let the list of screens stand beside the page, or behind a button for want of room."""
        self.sidebar.fit_into(self.width())
        compact = theme.current().stacked or 0 < self.height() < self.sidebar.least_height()
        if compact != self._compact:
            self._compact = compact
            self._beside.removeWidget(self.sidebar)
            if not compact:
                self._beside.insertWidget(0, self.sidebar)
            self.header.set_compact(compact)
            self._show_around()
        if compact:
            self.sidebar.setGeometry(0, 0, self.sidebar.width(), self.height())
        self._place_undo_bar()

    def open_screens(self) -> None:
        """Show the list of screens over the page."""
        self.sidebar.setGeometry(0, 0, self.sidebar.width(), self.height())
        self.sidebar.show()
        self.sidebar.raise_()
        self._focus_sidebar()

    def _close_screens(self) -> None:
        if self._compact and self.sidebar.isVisible():
            had = self._in_sidebar()
            self.sidebar.hide()
            if had:
                self.focus_page()

    def _place_undo_bar(self) -> None:
        """Let the bar float over the foot of the page."""
        left = self.header.x() + Space.LARGE
        room = max(self.width() - left - Space.LARGE, 0)
        width = min(self.undo_bar.wanted_width(), room)
        height = self.undo_bar.heightForWidth(width)
        height = height if height > 0 else self.undo_bar.sizeHint().height()
        x = left + (room - width) // 2
        place = QRect(x, self.height() - height - Space.SMALL, width, height)
        for spot in self._pinned(self.pages.currentWidget()):
            if spot.intersects(place):
                place.moveBottom(spot.top() - Space.HAIR)
        self.undo_bar.setGeometry(place)
        self.undo_bar.raise_()

    def _pinned(self, page: QWidget | None) -> list[QRect]:
        """Return the controls that cannot be scrolled from under what floats, from the foot up."""
        if page is None:
            return []
        spots = [
            QRect(one.mapTo(self, QPoint()), one.size())
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for one in page.findChildren(kind)
            if one.isVisible() and not scrolls(one, page)
        ]
        low = [spot for spot in spots if spot.top() > self.height() // 2]
        return sorted(low, key=lambda spot: -spot.bottom())

    def _keep_clear(self, _old: QObject | None, now: QWidget | None) -> None:
        """Move the bar over what has the focus, when it would lie on it."""
        bar = self.undo_bar
        page = self.pages.currentWidget()
        if now is None or page is None or not bar.isVisible() or not page.isAncestorOf(now):
            return
        spot = QRect(now.mapTo(self, QPoint()), now.size())
        self._place_undo_bar()
        if bar.geometry().intersects(spot) and spot.height() < page.height() // 2:
            bar.move(bar.x(), max(spot.top() - bar.height() - Space.SMALL, 0))

    def open_for_use(self, opened: bool) -> None:
        """Offer navigation only while a journal is open."""
        self._opened = opened
        self.give_window(False)
        self.undo_bar.forget()
        self.header.search.clear()

    def give_window(self, whole: bool) -> None:
        """Leave the window to the page, or show again what stands around it."""
        self._whole = whole
        self._show_around()

    def _show_around(self) -> None:
        shown = self._opened and not self._whole
        self.header.setVisible(shown)
        self.sidebar.setVisible(shown and not self._compact)

    # Pages ---------------------------------------------------------------------------------

    def show_page(self, page: Page, key: str) -> None:
        """Show a page in place of the one before, and mark it in the sidebar.

        The focus goes with it, unless the person is walking through the sidebar or searching.
        """
        stays = self._walks() or (self.header.search.hasFocus() and key == "find")
        old = self.pages.currentWidget()
        if page is not old:
            self._put_up(page, key, old)
            QTimer.singleShot(0, page, lambda: read_as_seen(self))
        self.sidebar.set_current(entry_of(key))
        page.show_first()
        if not stays:
            self._start(page)
        announce(page, page.accessibleName())

    def _put_up(self, page: Page, key: str, old: QWidget | None) -> None:
        self.give_window(False)
        self.undo_bar.forget()
        page.whole_window_wanted.connect(self.give_window)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if key:
            self.header.hold(page, key)
            self._order_tabs()
        if old is not None:
            self.pages.removeWidget(old)
            old.deleteLater()

    def _order_tabs(self) -> None:
        """Let Tab go from the list of screens through the top row into the page."""
        for one, following in pairwise(self.header.stops()):
            QWidget.setTabOrder(one, following)

    def _walks(self) -> bool:
        """Tell whether the person goes through the list of screens by its keys."""
        return self._in_sidebar() and not self._compact and self.sidebar.asking

    def _start(self, page: Page) -> None:
        """Begin on the page; where nothing takes the focus, on its name in the sidebar."""
        page.arrive()
        has = self.window().focusWidget()
        if self.sidebar.isVisible() and (has is page or has is None):
            self._focus_sidebar()

    def page(self) -> Page | None:
        """Return the page shown."""
        shown = self.pages.currentWidget()
        return shown if isinstance(shown, Page) else None

    def focus_page(self) -> None:
        """Bring the focus to where the keyboard begins on the page."""
        page = self.page()
        if page is not None:
            self._start(page)

    def enter_page(self) -> None:
        """Bring the focus from the list of screens to the page; elsewhere it stays."""
        if self._in_sidebar():
            self.focus_page()

    def keep_focus(self) -> None:
        """Bring the focus to the page when what had it is gone."""
        has = QApplication.focusWidget()
        if has is None or not has.isVisible():
            self.focus_page()

    def _in_sidebar(self) -> bool:
        has = QApplication.focusWidget()
        return has is not None and self.sidebar.isAncestorOf(has)

    def focus_other_part(self) -> None:
        """Bring the focus from the page to the sidebar, or back."""
        if self._in_sidebar() or not self.header.isVisible():
            self._close_screens()
            self.focus_page()
        elif self._compact:
            self.open_screens()
        else:
            self._focus_sidebar()

    def _focus_sidebar(self) -> None:
        entry = self.sidebar.entries.get(self.sidebar.current())
        first = next(iter(self.sidebar.entries.values()))
        (entry or first).setFocus(Qt.FocusReason.TabFocusReason)
