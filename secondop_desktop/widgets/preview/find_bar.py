"""Finding words: Enter searches, Enter again goes on, with the count said aloud."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.fields.line import Line
from secondop_desktop.widgets.theme import Space


class FindBar(QWidget):
    """Sends the words to look for, and steps through what was found."""

    searched = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Line(16)
        self.words.setAccessibleName(_("Find words"))
        self.before = IconButton(_("Previous match"), "chevron-up")
        self.after = IconButton(_("Next match"), "chevron-down")
        self.count = Label()
        self.count.setWordWrap(False)
        self._said = ""
        self._lay_out()
        self.words.textEdited.connect(self.forget)
        self.words.installEventFilter(self)
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self.forget()

    def _lay_out(self) -> None:
        prompt = Label(_("Find"))
        prompt.setWordWrap(False)
        prompt.setBuddy(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        for part in (prompt, self.words, self.before, self.after, self.count):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Search or go on with Enter, back with Shift and Enter, without pressing other buttons."""
        enter = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in enter:
            return False
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.go(-1 if back else 1)
        return True

    def go(self, by: int) -> None:
        """Search for words typed anew, or step through what was found before."""
        words = self.words.text().strip()
        if words and words != self._said:
            self._said = words
            self.searched.emit(words)
        elif words:
            self.stepped.emit(by)

    def forget(self) -> None:
        """Take the count away, because other words are being typed."""
        self._said = ""
        self.count.setText("")

    def show_count(self, at: int, total: int) -> None:
        """Say which find, from 0, of how many is shown."""
        if total:
            text = _("{number} of {total}").format(number=at + 1, total=total)
        else:
            text = _("Not found")
        self.count.setText(text)
        found = ngettext("{count} found", "{count} found", total).format(count=total)
        announce(self, found if at == 0 and total else text)
