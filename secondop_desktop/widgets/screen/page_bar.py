"""The top row of a screen: its heading, the pages beside it, its buttons, and ⋯ for the rest."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.access import HEADING
from secondop_desktop.widgets.controls.button import Button, IconButton, Rank
from secondop_desktop.widgets.controls.button_menu import offer
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import Space, Text, Weight

_LEAST_CHARS: Final = 8
"""A heading that has no room keeps at least this many letters, and its whole text as a tip."""
_TOLD: Final = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
_COMES_OR_GOES: Final = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class Headline(Label):
    """A heading on one line; where there is no room its end is left out and told as a tip."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Text.H1, Weight.BOLD)
        self.setProperty(HEADING, 1)
        self.setWordWrap(False)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        least = self.fontMetrics().averageCharWidth() * _LEAST_CHARS
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), middle, shown)
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")


class PageBar(QWidget):
    """What a page puts into the top row; a page declares it, the window shows it.

    The heading, the primary button and ⋯ always have their place. The other buttons follow as
    far as there is room; those that find none stand in ⋯, where ``extra`` adds what belongs to
    every page. ``beside_wanted`` carries the key of a page that stands beside this one.
    """

    beside_wanted = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = Headline(title)
        self.heading.setParent(self)
        self.more = IconButton(_("More to do here"), "more", self)
        self.menu = QMenu(self.more)
        self.menu.setAccessibleName(_("More to do here"))
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        self.extra: Callable[[QMenu], None] | None = None
        self.short = _Short(self)
        self.views = ViewMenu(self)
        self._put_away = False
        self._beside: list[Button] = []
        self._actions: list[Button] = []
        self._room: dict[QWidget, QWidget] = {}

    def set_beside(self, pages: Sequence[tuple[str, str]]) -> None:
        """Offer the pages (key, words) that share this place in the list of screens."""
        for key, words in pages:
            button = Button(words, "", Rank.QUIET, self)
            button.clicked.connect(lambda _checked=False, key=key: self.beside_wanted.emit(key))
            button.show()
            self._beside.append(button)
        self.arrange()

    def add(self, action: Button) -> None:
        """Put a button into the row; the primary one stands first."""
        holder = _Holder(action, self)
        self._room[action] = holder
        self._actions.append(action)
        self._actions.sort(key=lambda one: (not _leads(one), one not in self.views.buttons))
        holder.show()
        self.arrange()

    def add_views(self, buttons: Sequence[Button]) -> None:
        """Put what chooses a view after the primary button, all side by side or in one list."""
        self.views.offer(buttons)
        for button in buttons:
            self.add(button)

    def show_actions(self, shown: bool) -> None:
        """Show or hide all buttons but ⋯, whatever else decides about each."""
        self._put_away = not shown
        self.arrange()

    def show_heading(self, shown: bool) -> None:
        """Show the heading, or leave it to what stands before this row to name the page."""
        self.heading.setVisible(shown)
        self.arrange()

    def has_actions(self) -> bool:
        """Tell whether the page has a button here, shown now or not."""
        return bool(self._actions)

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches here, in the order in which it is read."""
        views = self.views.buttons
        yield from (*self._beside, *(one for one in self._actions if _leads(one)))
        yield from (self.short, self.views)
        yield from (*views, *(one for one in self._actions if not _leads(one) and one not in views))
        yield self.more

    def in_reading_order(self) -> list[QWidget]:
        """Return the parts from left to right."""
        rooms = [self._room[one] for one in self._actions]
        leading = sum(_leads(one) for one in self._actions)
        placed = [*rooms[:leading], self.short, self.views, *rooms[leading:]]
        return [self.heading, *self._beside, *placed, self.more]

    def _wanted(self, action: QWidget) -> bool:
        return not self._put_away and action.isVisibleTo(self._room[action])

    def sizeHint(self) -> QSize:
        """Return room for everything on one line."""
        width = sum(map(_space, self._shown())) + Space.WIDE - Space.SMALL
        return QSize(width, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the shortest heading, the primary button and ⋯."""
        leading = [a for a in self._actions if self._wanted(a)][:1]
        width = sum(map(_space, (*leading, self.more))) - Space.SMALL
        height = max(part.sizeHint().height() for part in self._shown())
        heading = 0 if self.heading.isHidden() else self.heading.minimumSizeHint().width()
        return QSize(width + heading, height)

    def least_width(self) -> int:
        """Return what the row needs without its heading: all that cannot go into ⋯."""
        wanted = [action for action in self._actions if self._wanted(action)]
        views = [view for view in self.views.buttons if view in wanted]
        lead = [action for action in wanted[:1] if action not in views]
        more = [self.more] if self.extra is not None or len(wanted) > 1 else []
        parts = sum(_space(part) for part in (*lead, *more))
        return parts + self._least_of(views) - Space.SMALL

    def _shown(self) -> list[QWidget]:
        heading = [] if self.heading.isHidden() else [self.heading]
        wanted = [action for action in self._actions if self._wanted(action)]
        return [*heading, *self._beside, *wanted, self.more]

    def event(self, event: QEvent) -> bool:
        """Arrange anew when a button came, went or says something else."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.FontChange}:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place from the left; what finds no room goes into ⋯."""
        self.updateGeometry()
        wanted = [action for action in self._actions if self._wanted(action)]
        lead, rest = wanted[:1], wanted[1:]
        views = [view for view in self.views.buttons if view in wanted]
        if lead and lead[0] in views:
            lead, rest = [], wanted
        beside = self._beside if self._has_room([*wanted[:1]], views) else []
        for page in self._beside:
            page.setVisible(page in beside)
        always = [*beside, *lead, self._more_if(wanted)]
        taken = sum(_space(part) for part in always if part is not None)
        x = self._place_heading(self.width() - taken - self._least_of(views))
        room = self.width() + Space.SMALL - taken - x  # the last part has no gap after it
        short: list[QWidget] = []
        if sum(map(_space, views)) > room:
            if lead and self._is_cut(room):
                room += _space(lead[0])
                short = self._shortened(lead[0], room)
                lead, room = [], room - sum(map(_space, short))
            listed = self.views.fit(room - Space.SMALL)
            room -= _space(self.views) if listed else 0
            rest = [action for action in rest if action not in views]
        else:
            listed = False
        self.views.setVisible(listed)
        self.short.setVisible(bool(short))
        fits: list[QWidget] = []
        for action in rest:
            room -= _space(action)
            if room >= 0:
                fits.append(action)
        for action in self._actions:
            self._room[action].setVisible(action in (*lead, *fits))
        listing = [*short, *([self.views] if listed else ())]
        for part in (*beside, *lead, *listing, *fits, self.more):
            x = self._put(part, x)

    def _is_cut(self, room: int) -> bool:
        """Tell whether the one list of the views could not say the whole name of one."""
        return self.views.whole() + Space.SMALL > room

    def _shortened(self, lead: Button, room: int) -> list[QWidget]:
        """Return what stands for the primary button beside the views; else it is in ⋯ only."""
        stands = self.short.stand_for(lead) and not self._is_cut(room - _space(self.short))
        return [self.short] if stands else []

    def _least_of(self, views: Sequence[QWidget]) -> int:
        """Return the least room of what chooses a view: in one list, where they are several."""
        whole = self.views.whole() + Space.SMALL
        return min(sum(map(_space, views)), whole) if views else 0

    def _has_room(self, leading: Sequence[QWidget], views: Sequence[QWidget]) -> bool:
        """Tell whether the pages beside find room by the whole heading; else they go into ⋯."""
        heading = [] if self.heading.isHidden() else [self.heading]
        parts = (*heading, *self._beside, *leading, self.more)
        needed = sum(part.sizeHint().width() + Space.MEDIUM for part in parts) + Space.MEDIUM
        least = 0 if views and views[0] in leading else self._least_of(views)
        return self.extra is None or needed + least <= self.width()

    def _more_if(self, wanted: Sequence[QWidget]) -> QWidget | None:
        needed = self.extra is not None or len(wanted) > 1
        self.more.setVisible(needed)
        return self.more if needed else None

    def _place_heading(self, room: int) -> int:
        if self.heading.isHidden():
            return 0
        width = max(min(self.heading.sizeHint().width(), room - Space.WIDE), 0)
        self.heading.setGeometry(0, 0, width, self.height())
        return width + Space.WIDE

    def _put(self, part: QWidget, x: int) -> int:
        size = part.sizeHint()
        height = min(size.height(), self.height())
        place = self._room.get(part, part)
        place.setGeometry(x, (self.height() - height) // 2, size.width(), height)
        return x + size.width() + Space.SMALL

    def _fill_menu(self) -> None:
        self.menu.clear()
        for page in self._beside:
            if page.isHidden():
                offer(self.menu, page)
        listed = () if self.views.isHidden() else self.views.buttons
        for action in self._actions:
            if self._wanted(action) and self._room[action].isHidden() and action not in listed:
                offer(self.menu, action)
        if self.extra is not None:
            if not self.menu.isEmpty():
                self.menu.addSeparator()
            self.extra(self.menu)


class _Short(Button):
    """Stands for the primary button as its icon alone, where its words would cut a view's name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "add", Rank.PRIMARY, parent)
        self._whole: Button | None = None
        self.clicked.connect(self._press)
        self.hide()

    def stand_for(self, whole: Button) -> bool:
        """Take the icon and the name of a button; False where it has no icon to go by."""
        self._whole = whole
        if whole.icon_name and whole.icon_name != self.icon_name:
            self.set_icon(whole.icon_name)
        self.setAccessibleName(whole.text())
        self.setToolTip(plain_tip(whole.text()))
        self.setEnabled(whole.isEnabled())
        return bool(whole.icon_name)

    def _press(self) -> None:
        if self._whole is not None:
            self._whole.click()


class ViewMenu(Button):
    """Bears the name of the view that is shown and lists the others, for want of room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "chevron-down", parent=parent)
        self.buttons: list[Button] = []
        self._name = ""
        self._list = QMenu(self)
        self._list.setAccessibleName(_("Show"))
        self._list.aboutToShow.connect(self._fill)
        self.setMenu(self._list)
        self.setAccessibleDescription(_("Show"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        self.hide()

    def offer(self, buttons: Sequence[Button]) -> None:
        """List these views, one of which is pressed."""
        self.buttons = list(buttons)
        for button in self.buttons:
            button.toggled.connect(lambda _on: self._say())
        self._say()

    def _say(self) -> None:
        pressed = [button.text() for button in self.buttons if button.isChecked()]
        self._name = pressed[0] if pressed else ""
        self.setAccessibleName(self._name)
        self.setText(self._name)

    def _around(self) -> int:
        """Return the room beside the words, in device-independent pixels."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def whole(self) -> int:
        """Return the width with the whole name, in device-independent pixels."""
        return self._around() + self.fontMetrics().horizontalAdvance(self._name)

    def fit(self, room: int) -> bool:
        """Show as much of the name as there is room for; False where too little would be left."""
        metrics, words = self.fontMetrics(), room - self._around()
        self.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(words, 0)))
        return words >= min(_LEAST_CHARS // 2 * metrics.averageCharWidth(), self.whole())

    def _fill(self) -> None:
        self._list.clear()
        for button in self.buttons:
            offer(self._list, button)


def _leads(action: Button) -> bool:
    return action.rank is Rank.PRIMARY


def _space(part: QWidget) -> int:
    return part.sizeHint().width() + Space.SMALL


class _Holder(QWidget):
    """Keeps a button's place, so that want of room and the page's wish stay two things."""

    def __init__(self, action: QWidget, bar: PageBar) -> None:
        super().__init__(bar)
        self._action, self._bar = action, bar
        put_away = action.isHidden() and action.testAttribute(_TOLD)
        action.setParent(self)
        action.setVisible(not put_away)
        action.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the button the whole place."""
        super().resizeEvent(event)
        self._action.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Tell the row when the button says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._bar.arrange()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the row when the page shows or hides the button."""
        if event.type() in _COMES_OR_GOES:
            self._bar.arrange()
        return False
