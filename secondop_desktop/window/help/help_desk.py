"""Opens the help from anywhere, and leads back to exactly where the person was."""

from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from secondop_desktop.lang import _
from secondop_desktop.window.help.topics import CONTENTS, topics
from secondop_desktop.window.help.wanted_topic import topic_of, word_in

if TYPE_CHECKING:
    from secondop_desktop.window.help.help_window import HelpWindow


class HelpDesk(QObject):
    """One help window at a time, a child of the window in front, so that dialogs have help too.

    ``everywhere`` are the menu's acts for help, ``also`` others that the help window obeys.
    """

    def __init__(self, window: QMainWindow, everywhere: list[QAction], also: list[QAction]) -> None:
        super().__init__(window)
        self._everywhere, self._also = everywhere, also
        self._owner = window
        self._from: QWidget | None = None
        self.window: HelpWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._offer_in_dialogs)

    def show_topic(self, key: str, back_to: str) -> None:
        """Open the topic of what has the focus, or else of this screen, or else the contents."""
        about = topic_of(QApplication.focusWidget()) or key
        self.open(about if about in topics() else CONTENTS, back_to)

    def open(self, address: str, back_to: str) -> None:
        """Open one page of the help, whatever has the focus."""
        self._open(back_to).open(address)

    def look_up(self, back_to: str) -> None:
        """Say what the chosen word means, or ask which one is meant."""
        word = word_in(QApplication.focusWidget())
        self._open(back_to).look_up(word)

    def _open(self, back_to: str) -> "HelpWindow":
        """Return the window: the one that is open when it can be reached from here."""
        modal = QApplication.activeModalWidget()
        front = modal or self._owner
        self._let_go_unless_under(front)
        if self.window is None:
            self.window = self._made(front)
        has = QApplication.focusWidget()
        if has is None or has.window() is not self.window:
            self._from = has
        self.window.set_back((modal.windowTitle() if modal else back_to) or _("Secondop"))
        self.window.activateWindow()
        self.window.raise_()
        return self.window

    def _let_go_unless_under(self, front: QWidget) -> None:
        """Close a window that a dialog in front makes unreachable; a dialog takes its own along."""
        before = self.window
        if before is None or not isValid(before) or not before.isVisible():
            self.window = None
        elif before.parentWidget() is not front:
            before.close()

    def _made(self, front: QWidget) -> "HelpWindow":
        from secondop_desktop.window.help.help_window import HelpWindow

        made = HelpWindow(front)
        made.closed.connect(self._return)
        made.addActions([*self._everywhere, *self._also])
        made.show()
        return made

    def _return(self) -> None:
        """Bring the focus back to where it was."""
        self.window = None
        start = self._from
        if start is not None and isValid(start) and start.isVisible():
            start.activateWindow()
            start.setFocus()

    def _offer_in_dialogs(self) -> None:
        """Let F1 work in a dialog as well; the menu's keys do not reach it otherwise."""
        modal = QApplication.activeModalWidget()
        if self._is_ours(modal) and self._everywhere[0] not in modal.actions():
            modal.addActions(self._everywhere)

    def _is_ours(self, dialog: QWidget | None) -> TypeGuard[QWidget]:
        """Tell whether a dialog belongs to this window, however many dialogs lie between."""
        part = dialog
        while part is not None and part is not self._owner:
            part = part.parentWidget()
        return part is not None
