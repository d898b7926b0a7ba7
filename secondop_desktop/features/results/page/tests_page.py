"""Test results: the tests on the left, one of them over time on the right."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from secondop_desktop.features.results.page.begun_view import BegunView
from secondop_desktop.features.results.page.dates_view import DatesTable
from secondop_desktop.features.results.page.report_view import ReportView
from secondop_desktop.features.results.page.series_view import SeriesView, side_word, titled, valued
from secondop_desktop.features.results.rules import (
    Series,
    same_report,
    series,
)
from secondop_desktop.journal.values.quantities import Side
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entry_rows import row_item
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.list_detail import Panes
from secondop_desktop.widgets.theme import Space

REPORT = "report"
"""What ``open_entry`` is asked for to enter a whole report."""
DATES = "dates"
"""What ``open_entry`` is asked for to show all tests by date."""
_FILTER_FROM = 8
"""A list of fewer tests is looked through without a box to filter it."""
_Key = tuple[str, str, str]
"""A test, its unit and its specimen; of what stands in no series the id, in its first place."""


class ResultsPage(KindPage):
    """Every test with its last value; choosing one shows its chart and table."""

    def build(self) -> None:
        """Place the list of tests beside the one that is open."""
        self._title = ""
        self._series: dict[_Key, Series] = {}
        self._others: dict[_Key, Any] = {}
        self.view: SeriesView | None = None
        self.begun: BegunView | None = None
        self.report: ReportView | None = None
        self.enter_button = Button(_("Enter a lab report"), "table", Rank.PRIMARY)
        self.enter_button.clicked.connect(self._enter_new_report)
        self.add_action(self.enter_button)
        self.dates_button = Button(_("All tests by date"), "compare")
        self.dates_button.setCheckable(True)
        self.dates_button.clicked.connect(self.show_dates)
        self.copy_button = Button(_("Copy the table"), "copy", Rank.QUIET)
        self.copy_button.hide()
        self.dates = DatesTable()
        self.dates.setParent(self)
        self.dates.hide()
        self.dates.opened.connect(self._open_from_dates)
        self.copy_button.clicked.connect(self.dates.copy)
        self.add_button = Button(_("Add a result"), "add")
        self.add_button.clicked.connect(self.start_new)
        self.bring = Button(_("Bring in results from a file"), "import", Rank.QUIET)
        self.bring.clicked.connect(lambda: self.place_wanted.emit("import"))
        self.add_action(self.dates_button)
        self.add_action(self.copy_button)
        self.add_action(self.add_button)
        self.add_action(self.bring)
        self.list = RowList(_("Tests"))
        self.list.opened.connect(self._enter)
        self.filter = QLineEdit(self)
        self.panes = Panes(self._first())
        self.panes.set_edge_to_edge()
        self.panes.follow(self.list, self._show)
        self.panes.left.connect(self._back)
        self.empty = Empty(
            "result", _("No test results yet"), self.purpose, _("Enter a lab report")
        )
        self.empty.pressed.connect(self._enter_new_report)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.panes, 1)
        self.add(self.dates, 1)
        self.scroller.set_margins(0)
        self.watch.on(["result"], self.refresh, self)
        self.refresh()

    def _first(self) -> QWidget:
        """Return the list under the box that filters it."""
        self.filter.setPlaceholderText(_("Filter this list"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._list_items())
        theme.current().changed.connect(self._fit_filter)
        self._fit_filter()
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        return first

    def _fit_filter(self) -> None:
        """Keep the box low: nine tests stay in sight on a small laptop."""
        self.filter.setFixedHeight(theme.current().line_height() + Space.SMALL)

    def _list_items(self) -> None:
        """List what the filter leaves."""
        items = [*self._other_items(), *self._test_items()]
        words = self.filter.text().casefold().split()
        self.filter.setVisible(bool(words) or len(items) >= _FILTER_FROM)
        fit = [one for one in items if all(word in one.spoken().casefold() for word in words)]
        self.list.set_items(fit)

    def show_dates(self, shown: bool) -> None:
        """Show all tests by their dates, or one test at a time."""
        self.dates_button.setChecked(shown)
        self.refresh()
        self.focus_start()

    def _open_from_dates(self, entry: str) -> None:
        self.show_dates(False)
        self.open_entry(entry)

    def refresh(self) -> None:
        """Show the results as they are saved now."""
        if self.report is not None:
            return
        rows = self.journal.entries("result", person=self.person)
        whole = [row for row in rows if not self.kind.is_draft(row)]
        self._series = {_key(one): one for one in series(whole)}
        shown = {point.id for one in self._series.values() for point in one.points}
        self._others = {(row.id, "", ""): row for row in rows if row.id not in shown}
        self._list_items()
        by_date = self.dates_button.isChecked() and bool(self._series)
        self.dates_button.setVisible(bool(self._series))
        self.copy_button.setVisible(by_date)
        self.dates.setVisible(by_date)
        self.panes.setVisible(bool(rows) and not by_date)
        self.empty.setVisible(not rows)
        if by_date:
            self.dates.show_series(list(self._series.values()))
        if self.begun is not None:
            self._refresh_begun(self.begun)
        elif self.view is not None:
            kept = self._series.get(_key(self.view.series))
            if kept is not None:
                self.view.show_series(kept)
            else:
                self._close()
        elif self._series and not self.panes.single:
            self.list.choose(next(iter(self._series)))

    def _test_items(self) -> list[RowItem]:
        return [_item(key, one) for key, one in self._series.items()]

    def _other_items(self) -> list[RowItem]:
        """Return what stands in no series: drafts, the newest first; then what has no value."""
        items = [
            replace(row_item(self.kind, row, self.journal.names()), key=key)
            for key, row in reversed(self._others.items())
        ]
        return sorted(items, key=lambda item: item.status is None)

    def _refresh_begun(self, view: BegunView) -> None:
        row = self._others.get((view.entry, "", ""))
        if row is not None:
            view.show_row(row)
        else:
            self._close()
            self.open_entry(view.entry)

    def _show(self, key: Any) -> None:
        if key in self._others:
            self._show_begun(self._others[key])
            return
        if self.view is not None and _key(self.view.series) == key:
            return
        self.begun = None
        view = SeriesView(self._series[key])
        view.opened.connect(self._edit)
        view.added.connect(lambda: self._add_like(view.series))
        self.view = view
        self.panes.show_detail(view)

    def _show_begun(self, row: Any) -> None:
        if self.begun is not None and self.begun.entry == row.id:
            return
        self.view, self.begun = None, BegunView(self.kind, row)
        self.begun.opened.connect(self._edit)
        self.panes.show_detail(self.begun)

    def _enter(self, key: Any) -> None:
        """Show a test and go into its table, or go on with what is only begun."""
        self._show(key)
        if key in self._others:
            self._edit(self._others[key].id)
            return
        if self.view is not None:
            self.view.table.setFocus()

    def _back(self) -> None:
        self._close()
        self.focus_start()

    def focus_start(self) -> None:
        """Begin with the test when it is shown alone, else in the list."""
        if self.report is not None:
            self.report.focus_first()
        elif self.dates.isVisibleTo(self):
            self.dates.setFocus()
        elif self.panes.single and self.view is not None:
            self.view.table.setFocus()
        elif self.panes.single and self.begun is not None:
            self.begun.more.setFocus()
        else:
            (self.list if self._series or self._others else self.empty.button).setFocus()

    # A whole report -----------------------------------------------------------------------

    def _enter_new_report(self) -> None:
        self.enter_report()

    def enter_report(self, entry: str = "", lab: str = "") -> None:
        """Open a new report, or the one that a result stands in."""
        if not self.may_leave():
            return
        self._close_report()
        self._title = self.heading.text()
        given = {**self.given, "lab": lab} if lab else self.given
        self.report = ReportView(self.journal, self.watch, given, self._report_of(entry))
        self.report.finished.connect(self._leave_report)
        self.report.another.connect(lambda lab: self.enter_report(lab=lab))
        self.add(self.report, 1)
        self.show_actions(False)
        self.set_title(_("Enter a lab report"))
        for part in (self.panes, self.dates, self.empty):
            part.hide()
        self.report.focus_first()

    def _report_of(self, entry: str) -> list[Any]:
        """Return the results with the date, laboratory and letter of this one, in their order."""
        rows = self.journal.entries("result", person=self.person)
        first = next((row for row in rows if row.id == entry), None)
        return [row for row in rows if first is not None and same_report(row, first)]

    def _leave_report(self) -> None:
        """Go back to the tests, at the first result of the report."""
        entry = self.report.here() if self.report is not None else ""
        self._close_report()
        self.refresh()
        if entry:
            self.open_entry(entry)
        self.focus_start()

    def _close_report(self) -> None:
        if self.report is None:
            return
        drop(self.report, self.content)
        self.report = None
        self.show_actions(True)
        self.set_title(self._title)

    def may_leave(self) -> bool:
        """Save the report that is open; False when it cannot be saved and the person stays."""
        report = self.report
        return report is None or report.flush() or leave_unsaved(self, report)

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return self.report is None or self.report.flush()

    def here(self) -> str:
        """Return the report, what is only begun, or a result of the test that is shown."""
        if self.report is not None:
            return f"{REPORT}:{self.report.here()}"
        if self.dates_button.isChecked():
            return DATES
        if self.begun is not None:
            return self.begun.entry
        return self.view.series.points[-1].id if self.view is not None else ""

    def _close(self) -> None:
        self.view = self.begun = None
        self.panes.show_detail(None)
        self.list.clearSelection()

    def start_new(self) -> object:
        """Ask for a result."""
        return self._edit(None)

    def _add_like(self, one: Series) -> None:
        last = self.journal.get("result", one.points[-1].id)
        same = {"test": last.test, "unit": last.unit, "specimen": last.specimen}
        self._edit(None, {**same, "range": last.range, "lab": last.lab})

    def open_entry(self, entry: str) -> None:
        """Show the test of a result, and the result in its table; or what is only begun.

        ``dates`` shows all tests by date, ``report`` enters a report, and ``report:ID`` goes on
        with the one that a result stands in.
        """
        view, _colon, detail = entry.partition(":")
        if view == REPORT:
            self.enter_report(detail)
            return
        if view == DATES:
            self.show_dates(True)
            return
        if (entry, "", "") in self._others:
            self.list.choose((entry, "", ""))
            self._show((entry, "", ""))
            return
        for key, one in self._series.items():
            if any(point.id == entry for point in one.points):
                self.list.choose(key)
                self._show(key)
                if self.view is not None:
                    self.view.table.choose(entry)

    def _edit(self, entry: str | None, given: dict[str, Any] | None = None) -> str | None:
        start = {**self.given, **(given or {})}
        form = self.form_of(self.journal, self.watch, self.kind, entry, start)
        made = edit_in_dialog(form, self)
        self.refresh()
        if made:
            self.open_entry(made)
        self.focus_start()
        return made


def _key(one: Series) -> _Key:
    return one.test.casefold(), one.unit, one.specimen


def _item(key: _Key, one: Series) -> RowItem:
    """Say the newest value, its date, and where it lies; one line, so that many are in sight."""
    last = next((point for point in reversed(one.points) if point.date), one.points[-1])
    value = valued(last, one.unit)
    newest = f"{value}, {last.date.words()}" if last.date else value
    where = side_word(last.side)
    lies = where if where != side_word(Side.WITHIN) else ""
    return RowItem(key, titled(one), " · ".join(part for part in (newest, lies) if part))
