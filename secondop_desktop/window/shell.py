"""The frame of the window; it paints at once and knows nothing of the journal."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from secondop_desktop.lang import _
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.sidebar import Sidebar
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.undo_bar import UndoBar
from secondop_desktop.window.actions import Actions
from secondop_desktop.window.header import Header
from secondop_desktop.window.sidebar import PLACES

USUAL_SIZE = QSize(1280, 800)
_FRAME = QSize(16, 48)
"""About what a desktop puts around a window: its title bar and edges."""


class Shell(QMainWindow):
    """Menu, sidebar, person, search, the page, the undo bar and the status line.

    It only sends what the person wants and shows what it is told.
    """

    acted = Signal(str)
    place_wanted = Signal(str)
    person_wanted = Signal(str)
    search_wanted = Signal(str)
    add_wanted = Signal()
    undo_wanted = Signal()
    closing = Signal(QCloseEvent)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Secondop")
        self.resize(USUAL_SIZE)
        self.acts = Actions(self, self.acted.emit)
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self.place_wanted)
        self.pages = QStackedWidget()
        self.undo_bar = UndoBar()
        self.header = Header()
        self.person, self.search = self.header.person, self.header.search
        self.add_button = self.header.add_button
        self._fill_sidebar()
        self._make_status()
        self._place()
        self._join()
        self.open_for_use(False)

    def show_fitting(self) -> None:
        """Show the window in its usual size, or as large as the screen where that is smaller."""
        room = self.screen().availableGeometry().size() - _FRAME
        fits = room.width() >= self.width() and room.height() >= self.height()
        self.show() if fits else self.showMaximized()

    def _fill_sidebar(self) -> None:
        group = ""
        for at, place in enumerate(PLACES):
            if place.group != group:
                group = place.group
                self.sidebar.add_group(_(group))
            self.sidebar.add_entry(place.key, _(place.label), place.icon)
            act = self.acts.go.addAction(_(place.label))
            act.triggered.connect(lambda _checked=False, key=place.key: self.place_wanted.emit(key))
            if at < 9:
                act.setShortcut(QKeySequence(f"Ctrl+{at + 1}"))

    def _make_status(self) -> None:
        self.saved = QLabel()
        self.copied = QLabel()
        self.statusBar().addWidget(self.saved, 1)
        self.statusBar().addPermanentWidget(self.copied)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(Space.LARGE, 0, Space.LARGE, 0)

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
        centre = QWidget()
        whole = QHBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sidebar)
        whole.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _join(self) -> None:
        self.header.person_wanted.connect(self.person_wanted)
        self.search.wanted.connect(self.search_wanted)
        self.search.entered.connect(self.focus_page)
        self.search.left.connect(self.focus_page)
        self.add_button.clicked.connect(self.add_wanted)
        self.undo_bar.undone.connect(self.undo_wanted)
        for signal in (self.undo_bar.undone, self.undo_bar.dismissed):
            signal.connect(self.focus_page)
        QShortcut(QKeySequence(Qt.Key.Key_F6), self).activated.connect(self._other_part)

    def open_for_use(self, opened: bool) -> None:
        """Offer navigation only while a journal is open."""
        self.sidebar.setVisible(opened)
        self.header.setVisible(opened)
        self.statusBar().setVisible(opened)
        self.undo_bar.hide()
        self.search.clear()
        self.acts.enable(opened)
        self.acts.go.menuAction().setEnabled(opened)
        for act in self.acts.go.actions():
            act.setEnabled(opened)

    def set_people(self, people: Sequence[tuple[str, str]], current: str) -> None:
        """Offer these people (id, name) and show whose pages are open."""
        self.header.set_people(people, current)

    # The page ------------------------------------------------------------------------------

    def show_page(self, page: Page, key: str) -> None:
        """Show a page in place of the one before, and mark it in the sidebar.

        The focus goes with it, unless the person is walking through the sidebar or searching.
        """
        stays = self._in_sidebar() or (self.search.hasFocus() and key == "find")
        old = self.pages.currentWidget()
        if page is not old:
            self.pages.addWidget(page)
            self.pages.setCurrentWidget(page)
            if old is not None:
                self.pages.removeWidget(old)
                old.deleteLater()
        self.sidebar.set_current(key)
        if not stays:
            page.focus_start()
        announce(page, page.accessibleName())

    def page(self) -> Page | None:
        """Return the page shown."""
        shown = self.pages.currentWidget()
        return shown if isinstance(shown, Page) else None

    def focus_page(self) -> None:
        """Bring the focus to where the keyboard begins on the page."""
        page = self.page()
        if page is not None:
            page.focus_start()

    def keep_focus(self) -> None:
        """Bring the focus to the page when what had it is gone."""
        has = QApplication.focusWidget()
        if has is None or not has.isVisible():
            self.focus_page()

    def _in_sidebar(self) -> bool:
        has = QApplication.focusWidget()
        return has is not None and self.sidebar.isAncestorOf(has)

    def _other_part(self) -> None:
        entry = self.sidebar.entries.get(self.sidebar.current())
        if self._in_sidebar() or not self.sidebar.isVisible():
            self.focus_page()
        else:
            (entry or next(iter(self.sidebar.entries.values()))).setFocus(
                Qt.FocusReason.TabFocusReason
            )

    # What is said --------------------------------------------------------------------------

    def say_saved(self, text: str) -> None:
        """Say in the status line when the last change was saved."""
        self.saved.setText(text)

    def say_copied(self, text: str) -> None:
        """Say in the status line how old the last safe copy is."""
        self.copied.setText(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session save first; the window stays until it has agreed."""
        event.ignore()
        self.closing.emit(event)
