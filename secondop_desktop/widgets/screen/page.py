"""The scaffold of every screen: what it puts into the top row, and its content under that."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.layout.tab_order import first_stop
from secondop_desktop.widgets.screen.action_row import ActionRow
from secondop_desktop.widgets.screen.page_bar import PageBar
from secondop_desktop.widgets.theme import Space


class Page(QFrame):
    """One screen. Put widgets into it with ``add`` and buttons with ``add_action``.

    ``bar`` is its part of the top row: in a window it stands there, else above the content.

    ``wide`` lets the content take the whole width, for tables and side-by-side views;
    ``scrolls=False`` gives it the whole height as well, for views that scroll themselves,
    and the page scrolls only where they would be squeezed.

    ``foot`` is under what scrolls, for buttons that stay in sight.
    """

    comes_back = False
    """Whether the page opens again on what was open on it when it was left."""

    entry_wanted = Signal(str)
    """The person wants to see the entry with this id, wherever it belongs."""
    place_wanted = Signal(str)
    """The person wants to go to the screen with this key."""
    person_wanted = Signal(str)
    """The person wants to see the pages of somebody else, who has this id."""
    typing_left = Signal()
    """A form was left without Done, after something in it was saved."""
    unsaved = Signal()
    """Something on the page could not be saved, or now is."""
    taking_wanted = Signal(str, object)
    """The person wants to take entries along: how, and their ids."""
    whole_window_wanted = Signal(bool)
    """The page wants the window to itself, or no longer does."""

    def __init__(
        self,
        title: str,
        lead: str = "",
        parent: QWidget | None = None,
        *,
        wide: bool = False,
        scrolls: bool = True,
    ) -> None:
        super().__init__(parent)
        self._passing: list[Notice] = []
        self.bar = PageBar(title)
        self.heading = self.bar.heading
        self.lead = muted(lead)
        self.act_row = ActionRow()
        self.content = QVBoxLayout()
        self.content.setSpacing(Space.LARGE)
        self._place(wide=wide, scrolls=scrolls)
        self.set_title(title)
        self.set_lead(lead)

    def set_title(self, title: str) -> None:
        """Show another heading; it is the page's name for screen readers too."""
        self.heading.setText(title)
        self.setAccessibleName(title)

    def set_lead(self, lead: str) -> None:
        """Say in a sentence what the screen is for; an empty text takes no room."""
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))

    def open_entry(self, entry: str) -> None:
        """Show one entry; pages that show none do nothing."""

    def passing(self, notice: Notice) -> Notice:
        """Let a message about a change go as soon as something is undone."""
        self._passing.append(notice)
        return notice

    def forget_said(self) -> None:
        """Take away what was said of changes that may no longer be so."""
        for notice in self._passing:
            notice.hide()

    def bring_into_sight(self, said: QWidget) -> None:
        """Scroll to a message once it is laid out, wherever on the page the press was."""
        show = self.scroller.ensureWidgetVisible
        QTimer.singleShot(0, said, lambda: show(said, Space.LARGE, Space.LARGE))

    def here(self) -> str:
        """Return what ``open_entry`` would open again: what is shown now, or an empty text."""
        return ""

    def show_first(self) -> None:
        """Show what the page opens with, wherever the focus is; most pages need nothing."""

    def focus_start(self) -> None:
        """Bring the focus to where the keyboard begins on this screen."""
        start = self._first_stop()
        if start is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        """Bring the focus to where the keyboard begins, with what leads to it in sight."""
        self.focus_start()
        has = self.window().focusWidget()
        if has is not None:
            # A new page is laid out in the next turn of the loop: till then nothing is known.
            QTimer.singleShot(0, self, lambda: self.open_at_top(has))

    def _first_stop(self) -> QWidget | None:
        """Return where the keyboard begins: in the content, else at the first button."""
        found = first_stop(self.scroller)
        return found or next((stop for stop in self.bar.stops() if stop.isVisible()), None)

    def open_at_top(self, began: QWidget) -> None:
        """Show heading and lead where the page began so far below that these scrolled away.

        The keyboard then begins at the first stop of what scrolled, if that is in sight from the
        top. Where much is to be read before that first stop, it begins in the row over the page.
        What has the focus stays in sight else, and where the person has moved on from it.
        """
        if self.window().focusWidget() is not began:
            return  # it may be gone by now
        columns = self._columns_of(began)
        if not columns:
            return
        before = [column.verticalScrollBar().value() for column in columns]
        for column in columns:
            column.verticalScrollBar().setValue(0)
        first = self.first_within(columns[0])
        for start in filter(None, (began, first)):
            if all(column.begins_with(start) for column in columns):
                start.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        over = next((stop for stop in self.bar.stops() if stop.isVisible()), None)
        if began is first and over is not None:
            over.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for column, value in zip(columns, before, strict=True):
            column.verticalScrollBar().setValue(value)

    def first_within(self, column: ScrollColumn) -> QWidget | None:
        """Return the first stop in what scrolls; a page that places by hand says it itself."""
        return first_stop(column)

    def _columns_of(self, part: QWidget) -> list[ScrollColumn]:
        """Return the columns of the page that scroll a part, the innermost first."""
        found: list[ScrollColumn] = []
        above: QWidget | None = part
        while above is not None and above is not self:
            above = above.parentWidget()
            if isinstance(above, ScrollColumn):
                found.append(above)
        return found

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return True

    def add_action(self, part: QWidget) -> None:
        """Put a button into the top row, and what chooses a view under it."""
        if isinstance(part, Button):
            self.bar.add(part)
        else:
            self.act_row.add(part)

    def add_views(self, switch: ViewSwitch) -> None:
        """Put what chooses a view into the top row, where it takes no room from the content."""
        switch.setParent(self)
        switch.hide()
        self.bar.add_views(list(switch.buttons.values()))

    def show_actions(self, shown: bool) -> None:
        """Show or hide what can be done here, which another view than the usual one has not."""
        self.bar.show_actions(shown)
        self.act_row.hold_back(not shown)

    def take_back_bar(self) -> None:
        """Have the page's part of the top row above the content again."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.bar)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget, or a layout that is to be filled, under what is there."""
        if isinstance(part, QWidget):
            self.content.addWidget(part, stretch)
        else:
            self.content.addLayout(part, stretch)

    def _place(self, *, wide: bool, scrolls: bool) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        self.scroller = ScrollColumn(self, wide=wide)
        # What scrolls by itself ends where the page does, with no empty strip under it.
        self.scroller.set_margins(Space.LARGE, Space.LARGE if scrolls else 0)
        outer.addWidget(self.scroller, 1)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.foot)
        self._fill(self.scroller.content, 0 if scrolls else 1)
        if scrolls:
            self.scroller.content.addStretch(1)

    def _fill(self, into: QVBoxLayout, stretch: int) -> None:
        for part in (self.lead, self.act_row):
            into.addWidget(part)
        into.addLayout(self.content, stretch)
