"""The page of the timeline: a list by years with a line for today, or a picture."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from secondop_desktop.journal.timeline import Timeline, timeline
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.chart.lanes import LanesChart
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.kind_pages.take_acts import let_take_along
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.lists.later_rows import LaterRows
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.window.places import PageContext
from secondop_desktop.window.timeline.lanes import lanes

_TODAY: Final = "today"
_YEAR: Final = "year"


class TimelinePage(Page):
    """One list of everything dated; choosing a row opens its entry."""

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("Timeline"), "", wide=True, scrolls=False)
        self._around = around
        self._found: Timeline
        self.list = RowList(_("Timeline"), lead=True)
        self.list.opened.connect(self._open)
        self.menu = let_take_along(self.list, self.taking_wanted.emit)
        self.coming = Button("", "chevron-down", Rank.QUIET)
        self.coming.setCheckable(True)
        self.coming.toggled.connect(lambda _on: self._list())
        self._place_picture()
        self.empty = Empty(
            "timeline",
            _("Nothing with a date yet"),
            _("Appointments, results, letters and notes appear here once they have a date."),
            _("Add an appointment"),
        )
        self.empty.pressed.connect(lambda: self.place_wanted.emit("appointment"))
        self.choice = QWidget()
        self._fill_choice()
        self.add(self.choice)
        self.add(self.list, 1)
        self.add(self.picture, 1)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        dated = [kind.name for kind in around.journal.kinds.values() if kind.when]
        around.watch.on([*dated, "provider"], self.refresh, self)
        self.refresh()

    def _place_picture(self) -> None:
        """Make the picture, which scrolls by itself, and the buttons that belong to it."""
        self.chart = LanesChart()
        self.chart.opened.connect(self.entry_wanted)
        self.picture = ScrollColumn(self, wide=True)
        self.picture.content.addWidget(self.chart)
        self.picture.content.addStretch(1)
        # The words over the lanes and the dates under them stay where they are seen.
        self.picture.verticalScrollBar().valueChanged.connect(lambda _at: self.chart.update())
        self.as_picture = Button(_("As a picture"), "timeline")
        self.as_picture.setCheckable(True)
        self.as_picture.clicked.connect(self._turn)
        self.add_action(self.as_picture)
        self.zooming: list[Button] = []
        for words, icon, does in (
            (_("Zoom in"), "zoom-in", lambda: self.chart.zoom(2.0)),
            (_("Zoom out"), "zoom-out", lambda: self.chart.zoom(0.5)),
            (_("Whole time"), "calendar", self.chart.show_all),
        ):
            button = Button(words, icon, Rank.QUIET)
            button.clicked.connect(does)
            self.add_action(button)
            self.zooming.append(button)

    def _turn(self) -> None:
        """Show the picture in place of the list, or the list again."""
        self._list()
        self.focus_start()

    def _open(self, key: object) -> None:
        """Open an entry; the lines for years and for today are none."""
        if isinstance(key, str):
            self.entry_wanted.emit(key)

    def _fill_choice(self) -> None:
        """Place what chooses the kind to show, beside how many there are where there is room."""
        self.filter = StillCombo()
        self.filter.setAccessibleName(_("Show"))
        self.filter.currentIndexChanged.connect(self._list)
        self.count = muted("")
        self.label = QLabel(_("Show"))
        self.label.setBuddy(self.filter)
        self.count.setWordWrap(False)
        row = Flow(self.choice)
        for part in (self.label, self.filter, self.count, self.coming):
            row.addWidget(part)

    def refresh(self) -> None:
        """Read the journal again."""
        self._found = timeline(self._around.journal, self._around.person or None)
        self._offer_kinds()
        self._list()

    def focus_start(self) -> None:
        """Begin in the list, or in the picture."""
        if not self._found:
            self.empty.button.setFocus()
        else:
            (self.chart if self.as_picture.isChecked() else self.list).setFocus()

    def _offer_kinds(self) -> None:
        chosen = self.filter.currentData()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(_("Everything"), "")
        for kind in self._found.kinds():
            self.filter.addItem(_(self._around.journal.kinds[kind].plural), kind)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)

    def _list(self) -> None:
        wanted = self.filter.currentData()
        today = local_today()
        shown = self._found.of(wanted) if wanted else self._found
        self._say_coming(len(shown) - shown.until(today))
        self.list.set_items(_rows(shown, today, coming=self.coming.isChecked()))
        text = ngettext("{number} entry", "{number} entries, the newest first", len(shown))
        self.count.setText(text.format(number=len(shown)))
        picture, some = self.as_picture.isChecked(), bool(self._found)
        self.choice.setVisible(some and not picture)
        self.list.setVisible(some and not picture)
        self.picture.setVisible(some and picture)
        self.as_picture.setVisible(some)
        for button in self.zooming:
            button.setVisible(some and picture)
        if some and picture:
            self.chart.set_lanes(lanes(self._around.journal, self._around.person, today), today)
        self.empty.setVisible(not self._found)

    def _say_coming(self, number: int) -> None:
        """Let what is to come be unfolded above today."""
        text = ngettext("{number} to come", "{number} to come", number)
        self.coming.setText(text.format(number=number))
        self.coming.set_icon("chevron-up" if self.coming.isChecked() else "chevron-down")
        self.coming.setVisible(number > 0)


def _rows(found: Timeline, today: date, *, coming: bool) -> LaterRows:
    """Return what is to come, a line for today, and what was, under its years, the newest first."""
    past = found.until(today)
    parts: list[range | RowItem] = [range(past, len(found))[::-1]] if coming else []
    words = _("Today, {date}").format(date=PartialDate.of(today).words())
    parts.append(RowItem((_TODAY,), words, icon="clock"))
    for year, places in found.years(past):
        if year != today.year:
            parts.append(RowItem((_YEAR, year), str(year), icon="calendar"))
        parts.append(places[::-1])
    told: list[int | RowItem] = []
    keys: list[object] = []
    for part in parts:
        told += [part] if isinstance(part, RowItem) else part
        keys += [part.key] if isinstance(part, RowItem) else found.ids(part)
    # Room for the tag of a draft in each row: to look for one, every row would have to be read.
    return LaterRows(keys, lambda at: _item(found, told[at]), tagged=True)


def _item(found: Timeline, told: int | RowItem) -> RowItem:
    if isinstance(told, RowItem):
        return told
    one = found[told]
    return RowItem(
        one.id,
        one.title,
        " · ".join(part for part in (_(one.kind.label), one.line.replace("\n", " ")) if part),
        one.date.words(),
        Status(_("Draft")) if one.draft else None,
        one.kind.icon,
    )
