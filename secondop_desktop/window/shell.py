"""The frame of the window; it paints at once and knows nothing of the journal."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from secondop_desktop.lang import _
from secondop_desktop.window.actions import Actions

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from secondop_desktop.widgets.background.given_files import GivenFiles
    from secondop_desktop.widgets.screen.page import Page

USUAL_SIZE = QSize(1280, 800)
_ROUNDS = 4
"""Turns of the event loop in which a page is laid out anew for another size of the text."""
_FRAME = QSize(16, 48)
"""About what a desktop puts around a window: its title bar and edges."""


class Shell(QMainWindow):
    """Menu, sidebar, person, search, the page, the undo bar and the status line.

    It only sends what the person wants and shows what it is told. Unfurnished it has only the
    names of its menus and is seen much sooner; ``painted`` is sent once it is. Till then nothing
    of ``Qt`` or ``QEvent`` may be imported: PySide makes all their enumerations at once then.
    """

    painted = Signal()
    acted = Signal(str)
    place_wanted = Signal(str)
    person_wanted = Signal(str)
    search_wanted = Signal(str)
    add_wanted = Signal()
    undo_wanted = Signal()
    step_wanted = Signal(int)
    closing = Signal(QCloseEvent)
    brought = Signal(object)
    """Files or a picture were dropped or pasted somewhere; carries what."""

    def __init__(self, *, furnished: bool = True) -> None:
        super().__init__()
        self._seen = False
        self._key = ""
        self.setWindowTitle("Secondop")
        self.resize(USUAL_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self.acts = Actions(self)
        if furnished:
            self.furnish()

    def furnish(self) -> None:
        """Put in all but the menus' names; what that is made of is imported only now."""
        from secondop_desktop.widgets import theme
        from secondop_desktop.window.centre import Centre
        from secondop_desktop.window.edit_menu import Editing
        from secondop_desktop.window.status_line import StatusLine

        self.centre = centre = Centre()
        self.sidebar, self.pages, self.undo_bar = centre.sidebar, centre.pages, centre.undo_bar
        self.header, self.status = centre.header, StatusLine()
        self.saved, self.copied = self.status.saved, self.status.copied
        self.help_button = self.status.help_button
        self.person, self.search = centre.person, self.header.search
        self.add_button = self.header.add_button
        self.acts.fill(self.acted.emit, self._go, centre.focus_other_part)
        self.editing = Editing(*self.acts.text_acts())
        from secondop_desktop.window.dropping import DropAnywhere
        from secondop_desktop.window.on_window import OnWindow

        self.drops = DropAnywhere(self, self.brought.emit)
        self._heard = OnWindow(self, self.drops, self.step_wanted.emit)
        self.setAcceptDrops(True)
        self.editing.paste_files, self.editing.may_paste_files = self.paste, self.may_paste
        theme.current().changing.connect(self._keep_size)
        self._offer_help()
        self.help_button.clicked.connect(self.show_help)
        self._connect_signals()
        self.open_for_use(False)
        self._place()

    def show_fitting(self, kept: str = "") -> None:
        """Show the window as it was left, else in its usual size or as large as the screen.

        ``kept`` is what ``place_kept`` gave; Qt brings a window back onto the screens there are.
        """
        if kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.show()
            return
        room = self.screen().availableGeometry().size() - _FRAME
        fits = room.width() >= self.width() and room.height() >= self.height()
        self.show() if fits else self.showMaximized()

    def _keep_size(self) -> None:
        """Keep the size while larger text finds its place; laid out as before it needs more."""
        size, whole = self.size(), self.isMaximized() or self.isFullScreen()
        if self.isVisible() and not whole:
            QTimer.singleShot(0, self, lambda: self._come_back_to(size, _ROUNDS))

    def _come_back_to(self, size: QSize, rounds: int) -> None:
        self.resize(size)
        if rounds:
            QTimer.singleShot(0, self, lambda: self._come_back_to(size, rounds - 1))

    def place_kept(self) -> str:
        """Return size and place of the window, to be kept for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is seen, when the first paint has reached the screen."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def _go(self, key: str) -> None:
        """Go to a screen by the menu or its key, and into it, even from the list of screens."""
        self.place_wanted.emit(key)
        self.centre.enter_page()

    def _offer_help(self) -> None:
        from secondop_desktop.window.help.help_desk import HelpDesk
        from secondop_desktop.window.help.topics import CONTENTS

        acts, also = self.acts, ("larger", "smaller", "usual", "quit")
        self.help = HelpDesk(self, [acts["help"], acts["word"]], [acts[key] for key in also])
        acts["help"].triggered.connect(self.show_help)
        acts["word"].triggered.connect(lambda: self.help.look_up(self._page_name()))
        for key, topic in (("topics", CONTENTS), ("keys", "keys")):
            acts[key].triggered.connect(partial(self.open_help, topic))

    def show_help(self) -> None:
        """Open the help for the screen shown."""
        self.help.show_topic(self._key or "welcome", self._page_name())

    def open_help(self, topic: str) -> None:
        """Open one topic of the help."""
        self.help.open(topic, self._page_name())

    def _page_name(self) -> str:
        page = self.page()
        return page.accessibleName() if page is not None and self._key else _("Welcome")

    def _place(self) -> None:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.centre, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect_signals(self) -> None:
        self.centre.place_wanted.connect(self.place_wanted)
        self.person.chosen.connect(self.person_wanted)
        self.search.wanted.connect(self.search_wanted)
        self.add_button.clicked.connect(self.add_wanted)
        self.undo_bar.undone.connect(self.undo_wanted)

    def open_for_use(self, opened: bool) -> None:
        """Offer navigation only while a journal is open."""
        self._heard.takes = opened
        self.centre.open_for_use(opened)
        self.status.setVisible(opened)
        self.acts.enable(opened)

    def set_people(self, people: Sequence[tuple[str, str]], current: str) -> None:
        """Offer these people (id, name) and show whose pages are open."""
        self.person.set_people(people, current)
        self.centre.name_screens()
        self.acts.name_screens()

    def show_page(self, page: "Page", key: str) -> None:
        """Show a page in place of the one before; see ``Centre.show_page``."""
        self._key = key
        self.centre.show_page(page, key)

    def page(self) -> "Page | None":
        """Return the page shown."""
        return self.centre.page()

    def focus_page(self) -> None:
        """Bring the focus to where the keyboard begins on the page."""
        self.centre.focus_page()

    def enter_page(self) -> None:
        """Bring the focus from the list of screens to the page; elsewhere it stays."""
        self.centre.enter_page()

    def begin_search(self) -> None:
        """Bring the focus to the search, also from a page that has the window to itself."""
        self.centre.give_window(False)
        self.header.open_search()

    def keep_focus(self) -> None:
        """Bring the focus to the page when what had it is gone."""
        self.centre.keep_focus()

    def say_saved(self, text: str) -> None:
        """Say in the status line when the last change was saved."""
        self.saved.setText(text)

    def say_copied(self, text: str) -> None:
        """Say in the status line how old the last safe copy is."""
        self.copied.setText(text)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Paste files or a picture where nothing with the focus takes them."""
        from PySide6.QtGui import QKeySequence

        if not (event.matches(QKeySequence.StandardKey.Paste) and self.paste()):
            super().keyPressEvent(event)

    def paste(self) -> bool:
        """Hand on the files or the picture that were copied; False when there are none."""
        found = self._copied()
        if found:
            self.brought.emit(found)
        return bool(found)

    def may_paste(self) -> bool:
        """Tell whether files or a picture were copied that a journal could take now."""
        return bool(self._copied())

    def _copied(self) -> "GivenFiles | None":
        from secondop_desktop.widgets.background.given_files import GivenFiles, on_clipboard
        from secondop_desktop.window.importing.pasting import copied_table

        if not self._heard.takes:
            return None
        found = on_clipboard()
        table = "" if found.paths else copied_table()  # a spreadsheet copies a picture of it too
        return GivenFiles(table=table) if table else found

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session save first; the window stays until it has agreed."""
        event.ignore()
        self.closing.emit(event)
