"""What goes into a PDF: page one and the chapters to tick, and under each its entries."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Choices, chapters
from secondop_desktop.summary.snapshot import Snapshot
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
        self.itemChanged.connect(lambda _item, _column: self.changed.emit())
        self.itemExpanded.connect(lambda _item: self.updateGeometry())
        self.itemCollapsed.connect(lambda _item: self.updateGeometry())
        self._usual: dict[object, bool] = {}
        theme.current().changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        """Leave room for an arrow of the size of the text."""
        self.setIndentation(icons.side())

    def minimumSizeHint(self) -> QSize:
        """Return room for all that is open."""
        tops = self._tops()
        opened = [top for top in tops if top.isExpanded()]
        inside = [top.child(at) for top in opened for at in range(top.childCount())]
        shown = [self.indexFromItem(item) for item in (*tops, *inside) if item is not None]
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

    def fill(self, rows: Snapshot) -> None:
        """Offer the chapters that have something in them, ticked where usual or as they were."""
        self.blockSignals(True)
        before, opened = self._states(), self._opened()
        current = self.currentItem()
        at = current.data(0, _ID) if current is not None else None
        self.clear()
        self._usual = {PAGE_ONE: True}
        self.addTopLevelItem(self._item(_("Page one, for the doctor"), PAGE_ONE, ticked=True))
        listed: set[str] = set()
        for chapter in chapters(rows.kinds):
            known = [(kind, row) for kind in chapter.kinds[:1] for row in rows.of(kind)]
            entries = [one for one in known if one[0] not in listed]  # each is to untick once
            listed |= set(chapter.kinds[:1])
            if known or (not chapter.kinds and chapter.make(rows)):
                self._usual[chapter.key] = chapter.usual
                title = _(chapter.title)
                item = self._item(title, chapter.key, chapter.usual)
                self.addTopLevelItem(item)
                for kind, row in entries:
                    named = rows.kinds[kind].title(row, rows.names)
                    item.addChild(self._item(named, row.id, ticked=True))
                if entries:
                    item.setText(0, f"{title} ({len(entries)})")
        self._restore(before, opened, at)
        self.blockSignals(False)
        self.updateGeometry()

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
        for top in self._tops():
            on = top.data(0, _ID) in tops
            top.setCheckState(0, _ON if on else _OFF)
            for at in range(top.childCount()):
                child = top.child(at)
                if child is not None:
                    wanted = not (on and entries) or child.data(0, _ID) in entries
                    child.setCheckState(0, _ON if wanted else _OFF)
        self.blockSignals(False)
        self.viewport().update()
        self.changed.emit()

    # As it was -----------------------------------------------------------------------------

    def _all(self) -> list[QTreeWidgetItem]:
        tops = self._tops()
        found = [top.child(at) for top in tops for at in range(top.childCount())]
        return tops + [item for item in found if item is not None]

    def _states(self) -> dict[object, Qt.CheckState]:
        return {item.data(0, _ID): item.checkState(0) for item in self._all()}

    def _opened(self) -> set[object]:
        return {item.data(0, _ID) for item in self._tops() if item.isExpanded()}

    def _restore(
        self, states: dict[object, Qt.CheckState], opened: set[object], current: object
    ) -> None:
        """Tick, open and go to what was so before."""
        for item in self._all():
            key = item.data(0, _ID)
            item.setCheckState(0, states.get(key, item.checkState(0)))
            if key in opened:
                item.setExpanded(True)
            if key == current:
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
        children = (item.child(at) for item in self._tops() for at in range(item.childCount()))
        return {
            str(child.data(0, _ID)): child.text(0)
            for child in children
            if child and child.checkState(0) == _OFF
        }

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
