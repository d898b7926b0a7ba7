"""A list beside what it opens; with large text or little room, one at a time."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.layout.tab_order import follow_layout, stops
from secondop_desktop.widgets.layout.two_columns import LEAST_CHARS
from secondop_desktop.widgets.lists.rich_list import RowList
from secondop_desktop.widgets.theme import Space


class LongColumn(ScrollColumn):
    """A column that scrolls by itself, or is as long as its content and scrolls with the page."""

    _long = False
    """Asked for while the column itself is still being made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=True)

    @property
    def is_long(self) -> bool:
        """True while it is as long as its content."""
        return self._long

    def set_long(self, long: bool) -> None:
        """Be as long as the content, or scroll."""
        if long != self._long:
            self._long = long
            policies = Qt.ScrollBarPolicy
            bar = policies.ScrollBarAlwaysOff if long else policies.ScrollBarAsNeeded
            self.setVerticalScrollBarPolicy(bar)
            policy = self.sizePolicy()
            policy.setHeightForWidth(long)
            self.setSizePolicy(policy)
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Tell the layout to ask for the content's height."""
        return self._long

    def heightForWidth(self, width: int) -> int:
        """Return the height of the content at this width, and no less than it can be made."""
        content = self.widget()
        if content is None:
            return -1
        return max(content.heightForWidth(width), content.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Leave no room for a bar of its own while it is long."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self.heightForWidth(self.width())) if self._long else least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content when something comes or goes in it."""
        if self._long and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Panes(QWidget):
    """Shows a list (40 %, or other ``shares``) and the detail opened from it (60 %).

    With ``whole`` both are as long as they are, and the page scrolls as a whole. Where there
    is room for one only, opening a detail hides the list and shows a button that leads back;
    ``left`` is sent when it is pressed. The page then scrolls as a whole too.
    ``alone`` gives the list the whole width while nothing is open. A detail that ``fills`` has
    parts that scroll by themselves: it takes the room there is. One that is ``wide`` takes the
    list's room as well.
    """

    left = Signal()

    def __init__(
        self,
        first: QWidget,
        parent: QWidget | None = None,
        *,
        alone: bool = False,
        shares: tuple[int, int] = (2, 3),
        whole: bool = False,
    ) -> None:
        super().__init__(parent)
        self.first = first
        self._alone, self._whole = alone, whole
        self.detail: QWidget | None = None
        self.back = Button(_("Back to the list"), "arrow-left", Rank.QUIET)
        self.back.clicked.connect(self.left)
        self.hint: QWidget = muted(_("Choose one in the list to see it here."))
        self._scroll = LongColumn(self)
        self._scroll.set_margins(Space.HAIR)
        self._scroll.content.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        second = QWidget()
        column = QVBoxLayout(second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._over = QHBoxLayout()
        column.addLayout(self._over)
        self._over.addWidget(self.back)
        self._over.addStretch(1)
        column.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)
        self._pinned: QWidget | None = None
        self._page_foot: QVBoxLayout | None = None
        self._edges = False
        self._second = second
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.WIDE)
        self._box.addWidget(first, shares[0])
        self._box.addWidget(second, shares[1])
        theme.current().changed.connect(self._arrange)

    def follow(self, rows: RowList, show: Callable[[Any], object]) -> None:
        """Show what is chosen in the list; alone on the screen, only what is opened from it.

        Else the first arrow key would take the list away.
        """
        rows.chosen.connect(lambda key: None if self.single else show(key))
        rows.clicked.connect(lambda _at: show(rows.current_key()) if self.single else None)

    def set_edge_to_edge(self) -> None:
        """Take the whole room of the page: the list's own frame is the line between the two."""
        self._box.setSpacing(0)
        self._scroll.set_margins(Space.LARGE)
        self._over.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, 0)
        self._edges = True

    def pin_to(self, foot: QVBoxLayout) -> None:
        """Keep what a detail has pinned here, where the page scrolls as a whole."""
        self._page_foot = foot

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is pinned to the page again."""
        super().showEvent(event)
        self._pin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is pinned to the page away with the panes."""
        super().hideEvent(event)
        if self._pinned is not None and not self.isAncestorOf(self._pinned):
            self._pinned.hide()
            self._give_room(None)

    def _pin(self) -> None:
        """Put what a detail has pinned under its own pane, or under the page that scrolls."""
        place = self._foot
        if self._page_foot is not None and self._scroll.is_long:
            place = self._page_foot
        if self._pinned is not None:
            if place.indexOf(self._pinned) < 0:
                place.addWidget(self._pinned)
            self._pinned.setVisible(place is self._foot or not self.isHidden())
        self._give_room(place if self._pinned is not None else None)

    def _give_room(self, place: QVBoxLayout | None) -> None:
        """Keep room around what is pinned, and none where nothing is."""
        around = (Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        for foot in (self._foot, self._page_foot):
            if foot is not None:
                wide = foot is place and (self._edges or foot is self._page_foot)
                foot.setContentsMargins(*(around if wide else (0, 0, 0, 0)))

    @property
    def single(self) -> bool:
        """True while there is room for one pane only."""
        least = self.fontMetrics().averageCharWidth() * LEAST_CHARS * 2
        return theme.current().stacked or self.width() < least

    def show_detail(self, detail: QWidget | None) -> None:
        """Show this in the second pane in place of what was there."""
        if self.detail is not None:
            drop(self.detail, self._scroll.content)
        if self._pinned is not None:
            away = self._foot.indexOf(self._pinned) < 0 and self._page_foot is not None
            drop(self._pinned, self._page_foot if away and self._page_foot else self._foot)
        self.detail, self._pinned = detail, getattr(detail, "foot", None)
        self.hint.setVisible(detail is None)
        if detail is not None:
            self._scroll.content.addWidget(detail)
            detail.show()
        self._pin()
        self.order_tabs()
        self._scroll.verticalScrollBar().setValue(0)
        self._arrange()

    def order_tabs(self) -> None:
        """Let Tab go through the detail as it is read, then to what it has pinned.

        Also once more of it came, such as pages that took a while to open.
        """
        detail = self.detail
        if detail is None:
            return
        follow_layout(detail)
        ends = [*stops(detail, later=True)][-1:]
        if self._pinned is not None and self._pinned.window() is detail.window():
            follow_layout(self._pinned)
            for one, following in pairwise((*ends, *stops(self._pinned))):
                QWidget.setTabOrder(one, following)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one or two panes as the width demands."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        opened = self.detail is not None
        single = self.single or getattr(self.detail, "wide", False)
        fills = getattr(self.detail, "fills", False)
        focus = QApplication.focusWidget()
        inside = focus is not None and self.first.isAncestorOf(focus)
        self._second.setVisible(opened or not (single or self._alone))
        self.back.setVisible(single and opened)
        if inside and single and opened:
            self.back.setFocus()  # before the list goes: Qt would lead far down, and scroll there
        self.first.setVisible(not (single and opened))
        self._scroll.set_long(self._whole or (single and opened and not fills))
        self._pin()
