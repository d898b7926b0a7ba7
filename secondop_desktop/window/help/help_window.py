"""The window of the help: contents on the left, one page on the right, back and forward."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.two_columns import LEAST_CHARS
from secondop_desktop.widgets.theme import Space
from secondop_desktop.window.help.contents import Contents
from secondop_desktop.window.help.glossary import term_for
from secondop_desktop.window.help.pages import page_at
from secondop_desktop.window.help.reader import Reader

_USUAL = QSize(1080, 740)
_FRAME = QSize(16, 48)


@dataclass
class _Visit:
    """A page that was read, and how far down."""

    address: str
    place: int = 0


class HelpWindow(QWidget):
    """Shows topics and words, beside the page one came from; ``closed`` is sent when it goes."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help – Secondop"))
        self.setAccessibleName(_("Help"))
        self._visits: list[_Visit] = []
        self._at = -1
        self.contents, self.reader = Contents(), Reader()
        self.leave = Button("", "arrow-left")
        self.before = IconButton(_("Back to the page before"), "chevron-left")
        self.after = IconButton(_("Forward to the next page"), "chevron-right")
        self.list_button = Button(_("All topics"), "list")
        self._place()
        self._connect_signals()
        self.resize(_USUAL.boundedTo(self.screen().availableSize() - _FRAME))
        self._arrange()

    @property
    def address(self) -> str:
        """The address of the page shown."""
        return self._visits[self._at].address if self._visits else ""

    def set_back(self, screen: str) -> None:
        """Say where the way back leads."""
        self.leave.setText(_("Back to {screen}").format(screen=screen).replace("&", "&&"))

    def open(self, address: str) -> None:
        """Show the page at an address: a topic's key, or ``word:`` and a word."""
        if address != self.address:
            self._leave_page()
            del self._visits[self._at + 1 :]
            self._visits.append(_Visit(address))
            self._at = len(self._visits) - 1
        self._show()

    def look_up(self, text: str) -> None:
        """Show what a word means, or what comes near it; without a word, where to type one."""
        self.contents.show_words(True)
        term = term_for(text)
        if term is not None:
            self.open(f"word:{term.word}")
            return
        self.contents.line.setText(text)
        self.open("words")
        self._show_list(True)
        self.contents.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) among the pages read."""
        if 0 <= self._at + by < len(self._visits):
            self._leave_page()
            self._at += by
            self._show()

    def _leave_page(self) -> None:
        if self._visits:
            self._visits[self._at].place = self.reader.place()

    def _show(self) -> None:
        page = page_at(self.address)
        self.reader.show_page(page)
        self.reader.go_to(self._visits[self._at].place)
        self.contents.mark(self.address)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < len(self._visits) - 1)
        self._show_list(False)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.reader, page.title)

    # How it is laid out --------------------------------------------------------------------

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        top = Flow()
        column.addLayout(top)
        for button in (self.leave, self.before, self.after, self.list_button):
            top.addWidget(button)
        both = QHBoxLayout()
        column.addLayout(both, 1)
        both.setSpacing(Space.LARGE)
        both.addWidget(self.contents, 2)
        both.addWidget(self.reader, 3)

    def _connect_signals(self) -> None:
        self.leave.clicked.connect(self.close)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.list_button.clicked.connect(self._to_list)
        self.contents.wanted.connect(self.open)
        self.reader.link_wanted.connect(self.open)
        theme.current().changed.connect(self._arrange)
        for keys, act in (
            ("Alt+Left", lambda: self.step(-1)),
            ("Alt+Right", lambda: self.step(1)),
            ("Ctrl+F", self._to_line),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _to_line(self) -> None:
        self._show_list(True)
        self.contents.line.setFocus()
        self.contents.line.selectAll()

    def _to_list(self) -> None:
        self._show_list(True)
        self.contents.enter()

    @property
    def single(self) -> bool:
        """True while there is room for the list or the page only."""
        least = self.fontMetrics().averageCharWidth() * LEAST_CHARS * 2
        return theme.current().stacked or self.width() < least

    def _arrange(self) -> None:
        self._show_list(self.contents.isVisibleTo(self) and self.reader.isHidden())

    def _show_list(self, shown: bool) -> None:
        """Where there is room for one only, show the list in place of the page, or not."""
        self.contents.setVisible(shown or not self.single)
        self.reader.setVisible(not shown or not self.single)
        self.list_button.setVisible(self.single and not shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one part or both as the width demands."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc lead back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes, so that the focus can return."""
        super().closeEvent(event)
        self.closed.emit()
