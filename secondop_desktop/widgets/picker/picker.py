"""Choosing one entry out of many by typing a few letters of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.text_folding import fold
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import Label, muted
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.screen_room import screen_room
from secondop_desktop.widgets.picker.matches_view import ChoiceView
from secondop_desktop.widgets.picker.matching import Choice, ChoiceList
from secondop_desktop.widgets.theme import Space

__all__ = ["Add", "Choice", "Picker"]

Add = Callable[[str], str | None]
"""Creates an entry from a typed text and returns its id, or None when it did not."""


class Picker(QDialog):
    """A search line over a list. Type to narrow, Enter to choose, Esc to leave all as it was.

    `open` it; `picked` tells the id. `chosen` comes first in the list.
    `add` allows a new entry made from the text typed.
    """

    picked = Signal(str)

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        chosen: str | None = None,
        add: Add | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._add = add
        self.rows = ChoiceList(choices, chosen, self)
        self.search, self.view = QLineEdit(self), ChoiceView(self)
        self.count = muted("")
        self.choose = Button(_("Choose"), "check", Rank.PRIMARY)
        self.new = Button("", "add")
        self.cancel = Button(_("Cancel"))
        self._lay_out(title)
        self._connect_signals()
        self._show_hits()
        self._go_to(0)

    def _lay_out(self, title: str) -> None:
        prompt = Label(_("Type part of the name"))
        prompt.setBuddy(self.search)
        self.search.setAccessibleName(prompt.text())
        self.view.setAccessibleName(title)
        self.view.setModel(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.LARGE)
        layout.setSpacing(Space.SMALL)
        for widget in (prompt, self.search, self.count, self.view):
            layout.addWidget(widget)
        layout.addSpacing(Space.SMALL)
        row = Flow()
        layout.addLayout(row)
        for button in (self.choose, self.new, self.cancel):
            button.setAutoDefault(False)
            row.addWidget(button)

    def _connect_signals(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._search)
        self.view.taken.connect(self._take)
        self.view.back.connect(self._back)
        self.choose.clicked.connect(self._take)
        self.new.clicked.connect(self._make)
        self.cancel.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay inside the screen at large text too."""
        self.resize(self.sizeHint().boundedTo(screen_room(self)))
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go into the list and Enter choose, while the search line has the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} and self.rows.hits:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self._take if self.rows.hits else self._make)()
            return True
        return False

    def _search(self, text: str) -> None:
        self.rows.search(text)
        self._show_hits()
        self._go_to(0)
        announce(self, self.count.text())

    def _show_hits(self) -> None:
        hits, typed = len(self.rows.hits), self.search.text().strip()
        self.count.setText(ngettext("{count} found", "{count} found", hits).format(count=hits))
        same = any(fold(choice.title) == fold(typed) for choice in self.rows.hits)
        self.new.setText(_("Add “{text}”").format(text=typed).replace("&", "&&"))
        self.new.setVisible(self._add is not None and bool(typed) and not same)
        self.choose.setEnabled(hits > 0)

    def _go_to(self, row: int) -> None:
        self.view.setCurrentIndex(self.rows.index(row))
        self.view.scrollTo(self.rows.index(row))

    def _back(self, typed: str) -> None:
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.search.deselect()
        self.search.end(False)
        self.search.insert(typed)

    def _take(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._finish(self.rows.hits[index.row()].id)

    def _make(self) -> None:
        typed = self.search.text().strip()
        entry = self._add(typed) if self._add and typed else None
        if entry:
            self._finish(entry)

    def _finish(self, entry: str) -> None:
        self.picked.emit(entry)
        self.accept()
