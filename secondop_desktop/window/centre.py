"""What fills the window: the sidebar, and beside it the header, the page and the undo bar."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.sidebar import Sidebar
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.undo_bar import UndoBar
from secondop_desktop.window.header import Header
from secondop_desktop.window.sidebar import PLACES


class Centre(QWidget):
    """Shows one page at a time and leads the focus between it and what stands around it.

    ``place_wanted`` carries the key of the screen asked for.
    """

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sidebar = Sidebar()
        self.header = Header()
        self.pages = QStackedWidget()
        self.undo_bar = UndoBar()
        self._opened = False
        self._fill_sidebar()
        self._place()
        self._join()

    def _fill_sidebar(self) -> None:
        group = ""
        for place in PLACES:
            if place.group != group:
                group = place.group
                self.sidebar.add_group(_(group))
            self.sidebar.add_entry(place.key, _(place.label), place.icon)

    def _place(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.pages, 1)
        bar = QVBoxLayout()
        bar.setContentsMargins(Space.ROOMY, 0, Space.ROOMY, Space.SMALL)
        bar.addWidget(self.undo_bar)
        right.addLayout(bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sidebar)
        whole.addLayout(right, 1)

    def _join(self) -> None:
        self.sidebar.chosen.connect(self.place_wanted)
        for signal in (
            self.header.search.entered,
            self.header.search.left,
            self.undo_bar.undone,
            self.undo_bar.dismissed,
        ):
            signal.connect(self.focus_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list of screens take more room where there is more."""
        super().resizeEvent(event)
        self.sidebar.fit_into(self.width())

    def open_for_use(self, opened: bool) -> None:
        """Offer navigation only while a journal is open."""
        self._opened = opened
        self.give_window(False)
        self.undo_bar.hide()
        self.header.search.clear()

    def give_window(self, whole: bool) -> None:
        """Leave the window to the page, or show again what stands around it."""
        for around in (self.sidebar, self.header):
            around.setVisible(self._opened and not whole)

    def show_page(self, page: Page, key: str) -> None:
        """Show a page in place of the one before, and mark it in the sidebar.

        The focus goes with it, unless the person is walking through the sidebar or searching.
        """
        stays = self._in_sidebar() or (self.header.search.hasFocus() and key == "find")
        old = self.pages.currentWidget()
        if page is not old:
            self.give_window(False)
            page.whole_window_wanted.connect(self.give_window)
            self.pages.addWidget(page)
            self.pages.setCurrentWidget(page)
            if old is not None:
                self.pages.removeWidget(old)
                old.deleteLater()
        self.sidebar.set_current(key)
        if not stays:
            self._start(page)
        announce(page, page.accessibleName())

    def _start(self, page: Page) -> None:
        """Begin on the page; where nothing takes the focus, on its name in the sidebar."""
        page.focus_start()
        has = self.window().focusWidget()
        if self.sidebar.isVisible() and (has is page or has is None):
            self._focus_sidebar()
        elif has is not None:
            # A new page is laid out in the next turn of the loop: till then nothing is known.
            QTimer.singleShot(0, page, lambda: page.open_at_top(has))

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
        if self._in_sidebar() or not self.sidebar.isVisible():
            self.focus_page()
        else:
            self._focus_sidebar()

    def _focus_sidebar(self) -> None:
        entry = self.sidebar.entries.get(self.sidebar.current())
        first = next(iter(self.sidebar.entries.values()))
        (entry or first).setFocus(Qt.FocusReason.TabFocusReason)
