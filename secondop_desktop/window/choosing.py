"""What goes into a PDF: chapters to tick, and under each its entries."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Choices, Snapshot, chapters
from secondop_desktop.widgets import theme

_ID = Qt.ItemDataRole.UserRole
_LINES = 8
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ChapterTree(QTreeWidget):
    """Chapters with a box each; opening one shows its entries, each with a box of its own.

    ``changed`` follows every tick of the person's.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName(_("What goes into the PDF"))
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item, _column: self.changed.emit())

    def minimumSizeHint(self) -> QSize:
        """Return room for some chapters."""
        return QSize(super().minimumSizeHint().width(), theme.current().line_height() * _LINES)

    def sizeHint(self) -> QSize:
        """Return the same: it takes the room there is."""
        return self.minimumSizeHint()

    def fill(self, rows: Snapshot) -> None:
        """Offer the chapters that have something in them, ticked where usual or as they were."""
        self.blockSignals(True)
        before, opened = self._states(), self._opened()
        current = self.currentItem()
        at = current.data(0, _ID) if current is not None else None
        self.clear()
        for chapter in chapters(rows.kinds):
            entries = [(kind, row) for kind in chapter.kinds[:1] for row in rows.of(kind)]
            if entries or (not chapter.kinds and chapter.make(rows)):
                item = self._item(_(chapter.title), chapter.key, chapter.usual)
                self.addTopLevelItem(item)
                for kind, row in entries:
                    title = rows.kinds[kind].title(row, rows.names)
                    item.addChild(self._item(title, row.id, ticked=True))
                if entries:
                    item.setText(0, f"{_(chapter.title)} ({len(entries)})")
        self._restore(before, opened, at)
        self.blockSignals(False)

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
        item.setCheckState(0, _ON if ticked else _OFF)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def _tops(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def sections(self) -> tuple[str, ...]:
        """Return the keys of the chapters ticked."""
        return tuple(str(i.data(0, _ID)) for i in self._tops() if i.checkState(0) == _ON)

    def leave_out(self) -> frozenset[str]:
        """Return the ids of the entries whose box is empty."""
        children = (item.child(at) for item in self._tops() for at in range(item.childCount()))
        return frozenset(
            str(child.data(0, _ID)) for child in children if child and child.checkState(0) == _OFF
        )

    def choices(self, person: str, case: str | None, **more: bool) -> Choices:
        """Return all of it as choices."""
        return Choices(
            person,
            case,
            sections=self.sections(),
            leave_out=self.leave_out(),
            private=more.get("private", False),
            large_print=more.get("large_print", False),
        )
