"""The frame of the window; it paints at once and knows nothing of the journal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from secondop_desktop.lang import _
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.sidebar import Sidebar
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.undo_bar import UndoBar
from secondop_desktop.window.actions import Actions
from secondop_desktop.window.sidebar import PLACES

SEARCH_PAUSE_MS = 250


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
        self.resize(1280, 800)
        self.acts = Actions(self, self.acted.emit)
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self.place_wanted)
        self.pages = QStackedWidget()
        self.undo_bar = UndoBar()
        self.undo_bar.undone.connect(self.undo_wanted)
        self._fill_sidebar()
        self._make_header()
        self._make_status()
        self._place()
        self.open_for_use(False)

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

    def _make_header(self) -> None:
        self.person = QComboBox()
        self.person.setAccessibleName(_("Whose journal this is"))
        self.person.activated.connect(self._choose_person)
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Search everything"))
        self.search.setPlaceholderText(_("Search everything"))
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._ask_search)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._ask_search)
        self.add_button = Button(_("Add…"), "add")
        self.add_button.clicked.connect(self.add_wanted)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.search.clear)

    def _make_status(self) -> None:
        self.saved = QLabel()
        self.copied = QLabel()
        self.statusBar().addWidget(self.saved, 1)
        self.statusBar().addPermanentWidget(self.copied)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(Space.LARGE, 0, Space.LARGE, 0)

    def _place(self) -> None:
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(Space.ROOMY, Space.MEDIUM, Space.ROOMY, 0)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.person, 2)
        row.addWidget(self.search, 3)
        row.addWidget(self.add_button)
        self.header = header
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(header)
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

    def open_for_use(self, opened: bool) -> None:
        """Offer navigation only while a journal is open."""
        self.sidebar.setVisible(opened)
        self.header.setVisible(opened)
        self.statusBar().setVisible(opened)
        self.acts.enable(opened)
        self.acts.go.menuAction().setEnabled(opened)

    def set_people(self, people: Sequence[tuple[str, str]], current: str) -> None:
        """Offer these people (id, name) and show whose pages are open."""
        self.person.blockSignals(True)
        self.person.clear()
        for entry, name in people:
            self.person.addItem(name, entry)
        self.person.setCurrentIndex(self.person.findData(current))
        self.person.blockSignals(False)

    def _choose_person(self, at: int) -> None:
        self.person_wanted.emit(str(self.person.itemData(at)))

    def _ask_search(self) -> None:
        self._pause.stop()
        self.search_wanted.emit(self.search.text())

    def show_page(self, page: QWidget, key: str) -> None:
        """Show a page in place of the one before, and mark it in the sidebar."""
        old = self.pages.currentWidget()
        if page is not old:
            self.pages.addWidget(page)
            self.pages.setCurrentWidget(page)
            if old is not None:
                self.pages.removeWidget(old)
                old.deleteLater()
        self.sidebar.set_current(key)
        announce(page, page.accessibleName())

    def say_saved(self, text: str) -> None:
        """Say in the status line when the last change was saved."""
        self.saved.setText(text)

    def say_copied(self, text: str) -> None:
        """Say in the status line how old the last safe copy is."""
        self.copied.setText(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session save first; it may refuse."""
        self.closing.emit(event)
