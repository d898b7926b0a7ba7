"""What goes into a PDF: page one and the chapters to tick, and under each its entries.

After a long life there are thousands: they are named, and become rows, when their chapter opens.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from secondop_desktop.exchange.pdf.pages.chapter import Chapter
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Choices, chapters
from secondop_desktop.summary.offered import Offered
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import icons

PAGE_ONE = "page one"
_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_EDGE = 2
_Index = QModelIndex | QPersistentModelIndex


class ChapterTree(QTreeWidget):
    """Page one, and chapters with a box each; opening one shows its entries with boxes.

    It is as high as what it shows, and scrolls with what stands around it. ``changed`` follows
    every tick of the person's.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName(_("What goes into the PDF"))
        self.setWordWrap(True)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda item, _column: self._ticked(item))
        self.itemExpanded.connect(self._open)
        self.itemCollapsed.connect(lambda _item: self.updateGeometry())
        self._usual: dict[object, bool] = {}
        self._offered: Offered | None = None
        self._entries: dict[object, tuple[str, Sequence[str]]] = {}
        """The kind and the ids of the entries of each chapter."""
        self._unticked: set[str] = set()
        theme.current().changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        """Leave room for an arrow of the size of the text."""
        self.setIndentation(icons.side())

    def minimumSizeHint(self) -> QSize:
        """Return room for all that is open."""
        tops = self._tops()
        opened = [top for top in tops if top.isExpanded()]
        inside = [item for top in opened for item in _inside(top)]
        shown = [self.indexFromItem(item) for item in (*tops, *inside)]
        height = sum(map(self.rowHeight, shown)) + 2 * _EDGE + 2
        return QSize(super().minimumSizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break long names anew for the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the same."""
        return self.minimumSizeHint()

    def drawBranches(self, painter: QPainter, place: QRect, index: _Index) -> None:
        """Draw arrows large enough to be seen and pressed; the system's are five pixels wide."""
        if self.model().hasChildren(index):
            side = min(icons.side(), place.width(), place.height())
            area = QRectF(0, 0, side, side)
            area.moveCenter(QRectF(place).center())
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            icons.paint(painter, area, name)

    def fill(self, offered: Offered) -> None:
        """Offer the chapters that have something in them, ticked where usual or as they were."""
        self.blockSignals(True)
        before, opened = self._states(), self._opened()
        current = self.currentItem()
        at = current.data(0, _ID) if current is not None else None
        self.clear()
        self._offered, self._entries = offered, {}
        self._usual = {PAGE_ONE: True}
        self.addTopLevelItem(self._item(_("Page one, for the doctor"), PAGE_ONE, ticked=True))
        listed: set[str] = set()
        for chapter in filter(offered.tells, chapters(offered.kinds)):
            own = set(chapter.kinds[:1]) - listed  # each entry is to untick once
            self._entries[chapter.key] = next(((kind, offered.of(kind)) for kind in own), ("", ()))
            self._offer(chapter)
            listed |= own
        self._restore(before, opened, at)
        self.blockSignals(False)
        self.updateGeometry()

    def _offer(self, chapter: Chapter) -> None:
        """Offer one chapter; an arrow stands before it where it has entries to open."""
        self._usual[chapter.key] = chapter.usual
        _kind, entries = self._entries[chapter.key]
        title = _(chapter.title)
        item = self._item(title, chapter.key, chapter.usual)
        self.addTopLevelItem(item)
        if entries:
            item.setText(0, f"{title} ({len(entries)})")
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def _open(self, top: QTreeWidgetItem) -> None:
        """Make the rows of a chapter that is opened for the first time."""
        if not top.childCount():
            signals = self.blockSignals(True)
            titles = self._titles(*self._entries.get(top.data(0, _ID), ("", ())))
            each = ((title, entry, entry not in self._unticked) for entry, title in titles.items())
            top.addChildren([self._item(*one) for one in each])
            self.blockSignals(signals)
        self.updateGeometry()

    def _titles(self, kind: str, entries: Sequence[str]) -> Mapping[str, str]:
        if self._offered is None or not entries:
            return {}
        return self._offered.titles(kind, entries)

    def _ticked(self, item: QTreeWidgetItem) -> None:
        """Keep which entries the person wants, whether their chapter is open or not."""
        if item.parent() is not None:
            entry, on = str(item.data(0, _ID)), item.checkState(0) == _ON
            (self._unticked.discard if on else self._unticked.add)(entry)
        self.changed.emit()

    # Choosing several at once --------------------------------------------------------------

    def choose_usual(self) -> None:
        """Tick what is ticked at first."""
        self._tick({str(key) for key, usual in self._usual.items() if usual})

    def choose_only(self, chapter: str, entries: Iterable[str] = ()) -> None:
        """Tick one chapter alone, without page one; of its entries all, or only these."""
        own = next((top for top in self._tops() if top.data(0, _ID) == chapter), None)
        if own is not None:
            self.setCurrentItem(own)
        self._tick({chapter}, frozenset(entries))

    def _tick(self, tops: set[str], entries: frozenset[str] = frozenset()) -> None:
        self.blockSignals(True)
        own = (one for top in tops for one in self._entries.get(top, ("", ()))[1])
        self._unticked = {one for one in own if one not in entries} if entries else set()
        for top in self._tops():
            top.setCheckState(0, _ON if top.data(0, _ID) in tops else _OFF)
            for child in _inside(top):
                child.setCheckState(0, _OFF if child.data(0, _ID) in self._unticked else _ON)
        self.blockSignals(False)
        self.viewport().update()
        self.changed.emit()

    # As it was -----------------------------------------------------------------------------

    def _states(self) -> dict[object, Qt.CheckState]:
        return {item.data(0, _ID): item.checkState(0) for item in self._tops()}

    def _opened(self) -> set[object]:
        return {item.data(0, _ID) for item in self._tops() if item.isExpanded()}

    def _restore(
        self, states: dict[object, Qt.CheckState], opened: set[object], current: object
    ) -> None:
        """Tick, open and go to what was so before."""
        for top in self._tops():
            key = top.data(0, _ID)
            top.setCheckState(0, states.get(key, top.checkState(0)))
            if key in opened:
                self._open(top)
                top.setExpanded(True)
            for item in (top, *_inside(top)):
                if item.data(0, _ID) == current:
                    self.setCurrentItem(item)

    def _item(self, text: str, key: str, ticked: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setData(0, _ID, key)
        item.setToolTip(0, plain_tip(text))
        item.setCheckState(0, _ON if ticked else _OFF)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def _tops(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    # What is chosen ------------------------------------------------------------------------

    def page_one(self) -> bool:
        """Tell whether page one is ticked, or nothing else is."""
        ticked = [item.data(0, _ID) for item in self._tops() if item.checkState(0) == _ON]
        return PAGE_ONE in ticked or not ticked

    def sections(self) -> tuple[str, ...]:
        """Return the keys of the chapters ticked."""
        ticked = (str(i.data(0, _ID)) for i in self._tops() if i.checkState(0) == _ON)
        return tuple(key for key in ticked if key != PAGE_ONE)

    def leave_out(self) -> dict[str, str]:
        """Return the ids of the entries whose box is empty, with their titles."""
        left: dict[str, str] = {}
        for kind, entries in self._entries.values() if self._unticked else ():
            left |= self._titles(kind, [one for one in entries if one in self._unticked])
        return left

    def choices(self, person: str, case: str | None, **more: bool) -> Choices:
        """Return all of it as choices."""
        return Choices(
            person,
            case,
            sections=self.sections(),
            leave_out=frozenset(self.leave_out()),
            private=more.get("private", False),
            large_print=more.get("large_print", False),
            page_one=self.page_one(),
        )


def _inside(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """Return the rows of a chapter; none before it was opened."""
    found = (top.child(at) for at in range(top.childCount()))
    return [item for item in found if item is not None]
