"""The rows of the comparison in a view that scrolls; names above and at the left stay in sight."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from secondop_desktop.features.opinions.page.aspect_row import AspectRow
from secondop_desktop.features.opinions.page.column_heads import Heads
from secondop_desktop.features.opinions.page.column_widths import Measures, measures
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.press import pressed
from secondop_desktop.widgets.theme import Space

_LEAST_LINES = 12


class Board(QScrollArea):
    """Rows below one another, each as high as its highest cell.

    With large text it is as long as its rows, and the page scrolls instead.
    """

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads
        self.rows: list[AspectRow] = []
        self.measures = Measures(0)
        self._opinions = 0
        self._long = False
        self._at: tuple[int, int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = QWidget()
        self.setWidget(self.sheet)
        self.setCornerWidget(QWidget())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)
        self.horizontalScrollBar().valueChanged.connect(self._slide)
        theme.current().changed.connect(self._soon.start)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def set_rows(self, rows: Sequence[AspectRow], opinions: int) -> None:
        """Show these rows in place of those before; where one has scrolled to stays."""
        self._at = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows, self._opinions = [], opinions
        for row in rows:
            self._take(row)

    def _take(self, row: AspectRow) -> None:
        row.setParent(self.sheet)
        row.resized.connect(self._soon.start)
        self.rows.append(row)

    def add_row(self, row: AspectRow, *, shown: bool) -> None:
        """Put one more row below the others, which stay where they are."""
        self._take(row)
        row.setVisible(shown)
        if shown and self.isVisible():
            top = self.sheet.height()
            row.setGeometry(0, top, self.measures.total, row.place(self.measures))
            self.sheet.resize(self.measures.total, top + row.height())
            row.slide(self.horizontalScrollBar().value() if self._wide() else 0)
            if self._long:
                self.updateGeometry()

    def show_only(self, aspects: frozenset[str]) -> None:
        """Show the rows of these aspects."""
        for row in self.rows:
            row.setVisible(row.aspect in aspects)
        if self.isVisible():
            self.place()
            self._scroll_back()

    def _scroll_back(self) -> None:
        """Go where one had scrolled to before the rows were made anew."""
        if self._at is not None:
            self.verticalScrollBar().setValue(self._at[0])
            self.horizontalScrollBar().setValue(self._at[1])
        self._at = None

    def showEvent(self, event: QShowEvent) -> None:
        """Put the rows into their places, which nobody needed before."""
        super().showEvent(event)
        self.place()
        self._scroll_back()

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches, in order."""
        for row in self.rows:
            yield from row.stops()

    # Room ----------------------------------------------------------------------------------

    def place(self) -> None:
        """Put all rows into the room there is; what has the focus stays where it is."""
        self._soon.stop()
        held, before = self._held()
        look, letter = theme.current(), self.fontMetrics().averageCharWidth()
        room = self.viewport().width()
        by = self.measures = measures(room, self._opinions, letter, large=look.stacked)
        self._set_long(by.stacked)
        top = 0
        for row in self.rows:
            if not row.isHidden():
                height = row.place(by)
                row.setGeometry(0, top, by.total, height)
                top += height
        self.sheet.resize(by.total, max(top, 1))
        if held is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + held.y() - before)
        self.heads.place(by)
        self._slide(self.horizontalScrollBar().value())
        if self._long:
            self.updateGeometry()
        else:
            self._reveal_editor(held)

    def _reveal_editor(self, held: AspectRow | None) -> None:
        """Keep all that is being written in sight, as far as there is room."""
        for cell in held.every() if held is not None else ():
            if cell.editor is not None:
                top = cell.mapTo(self.sheet, cell.rect().topLeft()).y()
                self._bring(self.verticalScrollBar(), top, cell.height(), 0)

    def _held(self) -> tuple[AspectRow | None, int]:
        has = QApplication.focusWidget()
        row = next((one for one in self.rows if has is not None and one.isAncestorOf(has)), None)
        return row, row.y() if row is not None else 0

    def _wide(self) -> bool:
        return self.measures.total > self.viewport().width() and not self.measures.stacked

    def _slide(self, by: int) -> None:
        left = by if self._wide() else 0
        for row in self.rows:
            row.slide(left)
        self.heads.slide(left)

    def _set_long(self, long: bool) -> None:
        if long == self._long:
            return
        self._long = long
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if long else policies.ScrollBarAsNeeded
        )
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Take the room there is, or all that the rows need."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for some lines, or for all rows while the page scrolls."""
        least = theme.current().line_height() * _LEAST_LINES
        return QSize(0, self.sheet.height() + 2 if self._long else least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width."""
        super().resizeEvent(event)
        if self.isVisible() and event.size().width() != event.oldSize().width():
            self.place()

    def event(self, event: QEvent) -> bool:
        """Fit another text size."""
        if event.type() == QEvent.Type.FontChange:
            self._soon.start()
        return super().event(event)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring what takes the focus into sight, beside the aspect's name and not under it.

        But not what is pressed: it must stay under the pointer.
        """
        if pressed():
            return
        if new is not None and self.heads.isAncestorOf(new):
            at = self.heads.column_of(new)
            left = self.measures.left(at)
            self._bring(
                self.horizontalScrollBar(), left, self.measures.opinion, self.measures.aspect
            )
        if new is None or not self.sheet.isAncestorOf(new):
            return
        if self._soon.isActive():
            self.place()
        area = new.rect()
        corner = new.mapTo(self.sheet, area.topLeft())
        self._bring(self.horizontalScrollBar(), corner.x(), area.width(), self.measures.aspect)
        if not self._long:
            self._bring(self.verticalScrollBar(), corner.y(), area.height(), 0)

    def _bring(self, bar: QScrollBar, at: int, size: int, taken: int) -> None:
        room = self.viewport().width() if bar is self.horizontalScrollBar() else 0
        room = room or self.viewport().height()
        if at - taken < bar.value():
            bar.setValue(at - taken - Space.SMALL)
        elif at + min(size, room - taken) > bar.value() + room:
            bar.setValue(at + min(size, room - taken) - room + Space.SMALL)
