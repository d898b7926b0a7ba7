"""Beside a page of the help: a line to search, and the list of topics, words, or what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.theme import Space
from secondop_desktop.window.help.glossary import terms
from secondop_desktop.window.help.searching import Found, search
from secondop_desktop.window.help.topics import CONTENTS, WORDS, topics

_INTO_LIST = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchLine(QLineEdit):
    """Searches while typing; Down and Enter go into the list, Esc empties the line first."""

    entered = Signal(bool)
    """The person goes into the list: True by Enter, which opens the first one found."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Search help and words"))
        self.setPlaceholderText(_("Search help and words"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the list, or clear the line."""
        if event.key() in _INTO_LIST:
            self.entered.emit(event.key() != Qt.Key.Key_Down)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Contents(QWidget):
    """Lists topics or words; ``wanted`` carries the address of the one chosen."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = SearchLine()
        self.topics = Button(_("Topics"), "list")
        self.words = Button(_("Words"), "note")
        self.count = small("")
        self.list = RowList(_("Topics"), lead=True)
        self._words = False
        self._place()
        self._connect_signals()
        self.refresh()

    def show_words(self, words: bool) -> None:
        """List the words of the glossary, or the topics."""
        self._words = words
        self.line.clear()
        self.refresh()

    def mark(self, address: str) -> None:
        """Show which one is open, among the topics or the words unless something was searched."""
        is_word = address == WORDS or address.startswith("word:")
        if is_word != self._words and not self.line.text():
            self.show_words(is_word)
        if address in {item.key for item in self.list.items()}:
            self.list.blockSignals(True)
            self.list.choose(address)
            self.list.blockSignals(False)
        else:
            self.list.choose_none()

    def refresh(self) -> None:
        """List what was found, or else all."""
        text = self.line.text()
        self.topics.setChecked(not self._words)
        self.words.setChecked(self._words)
        items = _found(search(text)) if text.strip() else _words() if self._words else _topics()
        self.list.choose_none()
        self.list.set_items(items)
        self.count.setText(_counted(len(items), text.strip()))
        self.count.setVisible(bool(text.strip()))
        if text.strip():
            announce(self, self.count.text())

    def enter(self, opened: bool = False) -> None:
        """Go into the list; ``opened`` opens the first one."""
        items = self.list.items()
        if not items:
            return
        self.list.setFocus()
        if self.list.current_key() is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        if opened:
            self.list.opened.emit(items[0].key)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.line)
        both = Flow()
        column.addLayout(both)
        for button in (self.topics, self.words):
            button.setCheckable(True)
            both.addWidget(button)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)

    def _connect_signals(self) -> None:
        self.topics.clicked.connect(lambda: self.show_words(False))
        self.words.clicked.connect(lambda: self.show_words(True))
        self.line.textChanged.connect(lambda _text: self.refresh())
        self.line.entered.connect(self.enter)
        self.list.opened.connect(lambda key: self.wanted.emit(str(key)))


def _topics() -> list[RowItem]:
    first = RowItem(CONTENTS, _("Contents"), icon="list")
    return [first, *(RowItem(key, topic.title, icon="help") for key, topic in topics().items())]


def _words() -> list[RowItem]:
    return [RowItem(f"word:{word}", word, ", ".join(term.also)) for word, term in terms().items()]


def _found(hits: tuple[Found, ...]) -> list[RowItem]:
    word, topic = _("A word in letters"), _("Help")
    return [RowItem(hit.address, hit.title, word if hit.is_word else topic) for hit in hits]


def _counted(number: int, text: str) -> str:
    if not number:
        said = _("Nothing found for {words}. Try fewer letters, or one word only.")
        return said.format(words=f"“{text}”")
    found = ngettext("{number} found for {words}", "{number} found for {words}", number)
    return found.format(number=number, words=f"“{text}”")
