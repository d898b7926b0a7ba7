"""The records of a pack: which go in, and in which order."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.press import pressed
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.controls.move_buttons import show_moves
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Space

_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_ROW = 1.6
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecordPicks(QWidget):
    """A list with a box for each record; ``changed`` follows every tick and every move."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = _Rows()
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.currentRowChanged.connect(lambda _row: self._name_moves())
        self.list.moved.connect(self.shift)
        self.up, self.down = (
            IconButton(_("Move up"), "arrow-up"),
            IconButton(_("Move down"), "arrow-down"),
        )
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self.none = small(_("There is no record with a file yet."))
        self._lay_out()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(heading(_("Records, in this order"), 2))
        rows.addWidget(self.none)
        rows.addWidget(self.list)
        moves = Flow()
        rows.addLayout(moves)
        moves.addWidget(self.up)
        moves.addWidget(self.down)

    def fill(self, records: Sequence[tuple[str, str]], usual: Iterable[str]) -> None:
        """Offer records (id, words), those ticked first; what was chosen before stays so."""
        kept, known = self.chosen(), self._known()
        ticked = [*kept, *(one for one in usual if one not in known)] if known else list(usual)
        words = dict(records)
        first = [entry for entry in ticked if entry in words]
        order = [*first, *(entry for entry in words if entry not in first)]
        self.list.blockSignals(True)
        self.list.clear()
        for entry in order:
            self._add(entry, words[entry], ticked=entry in first)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self.none.setVisible(not order)
        self.list.setVisible(bool(order))
        self._name_moves()

    def tick_only(self, records: Iterable[str]) -> None:
        """Tick these alone, in their order."""
        words = dict(self._rows())
        wanted = [entry for entry in records if entry in words]
        self.list.blockSignals(True)
        self.list.clear()
        for entry in [*wanted, *(one for one in words if one not in wanted)]:
            self._add(entry, words[entry], ticked=entry in wanted)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._name_moves()
        self.changed.emit()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the records that are ticked, in their order."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(str(one.data(_ID)) for one in items if one.checkState() == _ON)

    def shift(self, by: int) -> None:
        """Move the record that the keyboard is at up or down."""
        at = self.list.currentRow()
        to = at + by
        if at < 0 or not 0 <= to < self.list.count():
            return
        self.list.blockSignals(True)
        item = self.list.takeItem(at)
        self.list.insertItem(to, item)
        self.list.setCurrentRow(to)
        self.list.blockSignals(False)
        self._name_moves()
        text = _("{title} is now number {number}")
        announce(self, text.format(title=item.text(), number=to + 1))
        self.changed.emit()

    def _add(self, entry: str, text: str, *, ticked: bool) -> None:
        item = QListWidgetItem(text)
        item.setData(_ID, entry)
        item.setToolTip(plain_tip(text))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_ON if ticked else _OFF)
        self.list.addItem(item)

    def _rows(self) -> list[tuple[str, str]]:
        items = (self.list.item(at) for at in range(self.list.count()))
        return [(str(one.data(_ID)), one.text()) for one in items]

    def _known(self) -> set[str]:
        return {entry for entry, _text in self._rows()}

    def _name_moves(self) -> None:
        """Let the buttons say what they move."""
        at, count = self.list.currentRow(), self.list.count()
        title = self.list.item(at).text() if at >= 0 else ""
        show_moves(self.up, self.down, title, at, count, stacked=True)


class _Rows(QListWidget):
    """Is as high as its records, scrolls with the page, and moves one with Alt and an arrow."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Records, in this order"))
        self.setWordWrap(True)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda _row: self._reveal())

    def _reveal(self) -> None:
        """Scroll the page to the record that the keyboard is at."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inner = around.widget() if around is not None else None
        if around is not None and inner is not None and self.hasFocus() and not pressed():
            spot = self.viewport().mapTo(inner, self.visualRect(self.currentIndex()).center())
            around.ensureVisible(0, spot.y(), 0, Space.HUGE)

    def sizeHint(self) -> QSize:
        """Return room for the records."""
        shown = sum(self.sizeHintForRow(row) for row in range(self.count()))
        height = max(shown, round(_ROW * theme.current().line_height())) + Space.SMALL
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow; all other keys do as in any list."""
        by = _KEYS.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)
