"""The page of Home: what comes next on top, the journey on the left, what is near on the right."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.layout.stacked import stacked
from secondop_desktop.widgets.layout.tab_order import stops
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.window.home.coming import Go, coming, permission
from secondop_desktop.window.home.offer import is_offered, leave_offer, mark_written, offer
from secondop_desktop.window.home.steps import start, steps
from secondop_desktop.window.home.summary_cards import around, near, questions
from secondop_desktop.window.hours_today import HoursToday
from secondop_desktop.window.places import PageContext
from secondop_desktop.window.today import Today, last_copy, read_today


class HomePage(Page):
    """Lays itself out anew whenever something changed; the focus stays on its line."""

    def __init__(self, around: PageContext) -> None:
        super().__init__(_("Home"), wide=True)
        self._around = around
        self._parts: list[QWidget] = []
        self.today: Today
        self._unfolded = False
        self._hours = HoursToday(around.journal, around.watch, self)
        self.trouble = Trouble()
        self.add(self.trouble)
        around.watch.on(around.journal.kinds, self.refresh, self)
        around.watch.day.passed.connect(self.look)
        self.refresh()

    def refresh(self) -> None:
        """Read the journal again and show what it says now."""
        self._show(self._read())

    def look(self) -> None:
        """Show what it says at this minute where that is something else, as after a visit."""
        before = self.today
        came = self._hours.came(before.now, local_now())
        if not came and last_copy(self._around.journal) == before.copied:
            return
        self.today = self._read()
        if self.today._replace(now=before.now) != before:
            self._show(self.today)

    def _read(self) -> Today:
        around = self._around
        return read_today(around.journal, around.person, around.case, local_now())

    def _show(self, today: Today) -> None:
        self.today = today
        line = self._focused_line()
        for part in self._parts:
            drop(part, self.content)
        self.set_title(self._around.journal.name(self._around.person) or _("Home"))
        self._parts = self._lay_out(today)
        for part in self._parts:
            self.add(part)
            part.show()
        if line:
            self._focus_line(line)

    def _lay_out(self, today: Today) -> list[QWidget]:
        journal = self._around.journal
        go = Go(self.place_wanted.emit, self.entry_wanted.emit)
        first = coming(today, journal, go)
        if today.permission:
            first.insert(0, permission(today, self._around.person, go))
        if is_offered(today):
            first.append(offer(today, self._mark, self._leave_offer))
        if today.case is None:
            left = stacked(start(go), questions(today, go))
        else:
            journey = steps(today, go, self._unfold, unfolded=self._unfolded)
            left = stacked(journey, questions(today, go))
        beside = stacked(*near(today, journal, go), *around(today, journal, go))
        return [*first, Columns(left, beside, (3, 2))]

    def _unfold(self) -> None:
        """Show the steps that are finished under their row, or fold them again."""
        self._unfolded = not self._unfolded
        self._show(self.today)

    def _mark(self) -> None:
        try:
            mark_written(self.today, self._around.journal)
        except UserError as error:
            self.trouble.tell(str(error))
        else:
            self.trouble.hide()

    def _leave_offer(self) -> None:
        leave_offer(self.today)
        self._show(self.today)

    def _focused_line(self) -> str:
        has = QApplication.focusWidget()
        return _name(has) if has is not None and self.isAncestorOf(has) else ""

    def _focus_line(self, line: str) -> None:
        reached = (stop for stop in stops(self) if stop.isVisibleTo(self))
        same = next((stop for stop in reached if _name(stop) == line), None)
        if same is not None:
            same.setFocus()
        else:
            self.focus_start()


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text
