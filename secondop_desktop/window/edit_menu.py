"""Cut, copy, paste and select all, in the menu, for whatever text has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from secondop_desktop.window.actions import ALL, COPY, CUT, PASTE

_Text = QLineEdit | QTextEdit | QPlainTextEdit


class Editing(QObject):
    """Offers in a menu what the text with the focus can do, and does it.

    The keys for it stay with the text itself: a menu's own would take them from pages that
    paste files.
    """

    def __init__(self, menu: QMenu, acts: dict[str, QAction]) -> None:
        super().__init__(menu)
        self._acts = acts
        self.paste_files: Callable[[], object] = lambda: None
        """What Paste does with files and pictures, where no text is written."""
        self.may_paste_files: Callable[[], bool] = lambda: False
        menu.aboutToShow.connect(self.offer)
        for key, act in acts.items():
            act.triggered.connect(lambda _checked=False, key=key: self.do(key))

    def offer(self) -> None:
        """Enable what can be done with the text that has the focus now."""
        offered = self._offered()
        for key, act in self._acts.items():
            act.setEnabled(key in offered)

    def do(self, key: str) -> None:
        """Do it, if it can be done."""
        offered = self._offered()
        if key in offered:
            offered[key]()

    def _offered(self) -> dict[str, Callable[[], object]]:
        """Return what can be done now; files and pictures can be pasted wherever one is."""
        found = _offered(QApplication.focusWidget())
        if PASTE not in found and self.may_paste_files():
            found[PASTE] = self.paste_files
        return found


def _offered(widget: QWidget | None) -> dict[str, Callable[[], object]]:
    """Return what a widget can do by the keys of the menu."""
    if isinstance(widget, QLabel):
        return {COPY: lambda: _put(widget.selectedText())} if widget.hasSelectedText() else {}
    if not isinstance(widget, _Text):
        return {}
    found: dict[str, Callable[[], object]] = {ALL: widget.selectAll}
    if _selected(widget):
        found[COPY] = widget.copy
    if not widget.isReadOnly():
        found |= {CUT: widget.cut} if _selected(widget) else {}
        found |= {PASTE: widget.paste} if QGuiApplication.clipboard().text() else {}
    return found


def _selected(widget: _Text) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.hasSelectedText() and widget.echoMode() == QLineEdit.EchoMode.Normal
    return widget.textCursor().hasSelection()


def _put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
