"""Over every page: whose journal it is, the search box, and Add."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.combo import StillCombo
from secondop_desktop.widgets.theme import Space

SEARCH_PAUSE_MS = 250
_NAME_CHARS = 27
_INTO_RESULTS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Whose(StillCombo):
    """The people of the journal: as wide as their names, as far as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(0)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        self.setAccessibleName(_("Whose journal this is"))

    def minimumSizeHint(self) -> QSize:
        """Show the whole of a usual name at any text size."""
        most = self.fontMetrics().averageCharWidth() * _NAME_CHARS
        wanted = self.sizeHint().width() + Space.HUGE  # the style counts no room for its arrow
        return QSize(min(wanted, most), super().minimumSizeHint().height())


class SearchBox(QLineEdit):
    """Asks while typing; Esc leaves the search, Down and Enter go into what was found."""

    wanted = Signal(str)
    """What to search for; an empty text ends the search."""
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Search everything"))
        self.setPlaceholderText(_("Search everything"))
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.textEdited.connect(lambda _text: self._pause.start())

    def ask(self) -> None:
        """Ask for what stands in the box now."""
        self._pause.stop()
        self.wanted.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc, or go into the results."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.ask()
            self.left.emit()
        elif event.key() in _INTO_RESULTS and self.text().strip():
            self.ask()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the journal when nothing typed here is left to undo."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)


class Header(QWidget):
    """The row over the page. ``person_wanted`` carries the id of the person chosen."""

    person_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.person = Whose()
        self.person.activated.connect(
            lambda at: self.person_wanted.emit(str(self.person.itemData(at)))
        )
        self.search = SearchBox()
        self.add_button = Button(_("Add…"), "add")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.ROOMY, Space.MEDIUM, Space.ROOMY, 0)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self.person, 2)
        row.addWidget(self.search, 3)
        row.addWidget(self.add_button)

    def set_people(self, people: Sequence[tuple[str, str]], current: str) -> None:
        """Offer these people (id, name) and show whose pages are open."""
        self.person.blockSignals(True)
        self.person.clear()
        for entry, name in people:
            self.person.addItem(name, entry)
        self.person.setCurrentIndex(self.person.findData(current))
        self.person.blockSignals(False)
        self.person.setToolTip(self.person.currentText())
