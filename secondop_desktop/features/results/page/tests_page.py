"""Test results: the tests on the left, one of them over time on the right."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from secondop_desktop.features.results.page.begun_view import BegunView
from secondop_desktop.features.results.page.dates_view import DatesTable
from secondop_desktop.features.results.page.found_view import FoundView
from secondop_desktop.features.results.page.listed_tests import ListedTests, key_of
from secondop_desktop.features.results.page.report_place import Entering, ReportPlace
from secondop_desktop.features.results.page.report_view import ReportView
from secondop_desktop.features.results.page.result_menus import (
    acts_on_results,
    acts_on_test,
)
from secondop_desktop.features.results.page.series_view import SeriesView
from secondop_desktop.features.results.page.starring import Starring
from secondop_desktop.features.results.page.tests_list import TestsList
from secondop_desktop.features.results.rules.report import place_in_letter, same_report
from secondop_desktop.features.results.rules.series import Series
from secondop_desktop.journal.kinds import ASK_ABOUT
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.leaving_by_escape import leave_by_escape
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entry_acts import EntryActs
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.kind_pages.row_menu import RowAct, RowMenu
from secondop_desktop.widgets.kind_pages.take_acts import TABLE
from secondop_desktop.widgets.layout.edge_margins import Inset
from secondop_desktop.widgets.screen.list_detail import Panes

REPORT = "report"
"""What ``open_entry`` is asked for to enter a whole report."""
FOUND = "found"
"""What ``open_entry`` is asked for to find results in a letter: ``found:ID`` of its record."""
DATES = "dates"
"""What ``open_entry`` is asked for to show all tests by date."""


class ResultsPage(KindPage):
    """Every test with its last value; choosing one shows its chart and table."""

    comes_back = True

    def build(self) -> None:
        """Place the list of tests beside the one that is open."""
        self.form: Form | None = None
        self.view: SeriesView | None = None
        self.begun: BegunView | None = None
        self.entry_acts = EntryActs(self.journal, self.kind, self._commit)
        self.starring = Starring(self.journal, self._commit, self.may_leave)
        self.dates = DatesTable()
        self.dates.setParent(self)
        self.dates.hide()
        self.dates.opened.connect(self._open_from_dates)
        self._place_buttons()
        self._place_parts()
        self._reports = ReportPlace(self, (self.panes, self.dates, self.empty))
        self.watch.on(["result"], self.refresh, self)
        self.refresh()
        self.menu = RowMenu(self.list, self.row_acts)
        on_key("F2", self, self.edit_chosen)
        on_key(QKeySequence.StandardKey.Delete, self.list, self.bin_chosen)

    def _place_buttons(self) -> None:
        """Put what can be done here into the top row."""
        self.enter_button = Button(_("Enter a lab report"), "table", Rank.PRIMARY)
        self.enter_button.clicked.connect(self._enter_new_report)
        self.dates_button = Button(_("All tests by date"), "compare")
        self.dates_button.setCheckable(True)
        self.dates_button.clicked.connect(self.show_dates)
        self.copy_button = Button(_("Copy the table"), "copy", Rank.QUIET)
        self.copy_button.hide()
        self.copy_button.clicked.connect(self.dates.copy)
        self.add_button = Button(_("Add a result"), "add")
        self.add_button.clicked.connect(self.start_new)
        self.bring = Button(_("Bring in results from a file"), "import", Rank.QUIET)
        self.bring.clicked.connect(lambda: self.place_wanted.emit("import"))
        for button in (self.enter_button, self.dates_button, self.copy_button):
            self.add_action(button)
        self.add_action(self.add_button)
        self.add_action(self.bring)

    def _place_parts(self) -> None:
        """Put the list beside what it opens, and what is shown while there is nothing."""
        self.listed = TestsList(self.journal, self.kind)
        self.list, self.filter = self.listed.rows, self.listed.tools.filter
        self.list.opened.connect(self._enter)
        self.panes = Panes(self.listed)
        self.panes.set_edge_to_edge()
        self.panes.follow(self.list, self._follow)
        self.panes.left.connect(self._back)
        self.empty = Empty(
            "result", _("No test results yet"), self.purpose, _("Enter a lab report")
        )
        self.empty.pressed.connect(self._enter_new_report)
        self.content.addWidget(Inset(self.empty), 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.panes, 1)
        self.add(self.dates, 1)
        self.scroller.set_margins(0)

    @property
    def tests(self) -> ListedTests:
        """The tests that are listed."""
        return self.listed.tests

    @property
    def report(self) -> Entering | None:
        """The lab report that is being entered, or found in a letter."""
        return self._reports.report

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
        self.listed.show_results(self.person)
        some = self.tests.tests
        by_date = self.dates_button.isChecked() and bool(some)
        nothing = self.tests.is_empty and self.form is None
        self.dates_button.setVisible(bool(some))
        self.copy_button.setVisible(by_date)
        self.dates.setVisible(by_date)
        self.panes.setVisible(not nothing and not by_date)
        self.empty.setVisible(nothing)
        self.enter_button.setVisible(not nothing)
        if by_date:
            self.dates.show_series(self.tests.every_series())
        if self.form is None:
            self._show_again()

    def _show_again(self) -> None:
        """Show what is open as it is saved now, or the first test."""
        if self.begun is not None:
            self._refresh_begun(self.begun)
        elif self.view is not None:
            kept = self.tests.series(key_of(self.view.series))
            if kept is not None:
                self.view.show_series(kept)
            else:
                self._close()
        elif self.tests.tests and not self.panes.single:
            self.list.choose(next(iter(self.listed.in_order())))

    def _refresh_begun(self, view: BegunView) -> None:
        row = self.tests.others.get((view.entry, "", ""))
        if row is not None:
            view.show_row(row)
        else:
            self._close()
            self.open_entry(view.entry)

    def _follow(self, key: Any) -> None:
        """Show the row chosen; the one whose form is open is only shown anew in the list."""
        if self.form is None:
            self._show(key)
        elif self.form.draft.entry not in self.tests.entries(key) and self.may_leave():
            self.form = None
            self._show(key)

    def _show(self, key: Any) -> None:
        if key in self.tests.others:
            self._show_begun(self.tests.others[key])
            return
        if self.view is not None and key_of(self.view.series) == key:
            return
        series = self.tests.series(key)
        if series is None:
            return
        self.begun = None
        view = SeriesView(series)
        view.opened.connect(self._edit)
        view.added.connect(lambda: self.add_like(view.series))
        view.star_wanted.connect(self.starring.set)
        RowMenu(view.table, lambda: acts_on_results(self, view.table))
        on_key(QKeySequence.StandardKey.Delete, view.table, self.bin_chosen)
        on_key(QKeySequence.StandardKey.Copy, view.table, self._copy_results)
        self.view = view
        self.panes.show_detail(view)

    def _copy_results(self) -> None:
        """Put the results chosen in the table of a test on the clipboard as a table."""
        if self.view is not None:
            self.taking_wanted.emit(TABLE, tuple(self.view.chosen()))

    def _show_begun(self, row: Any) -> None:
        if self.begun is not None and self.begun.entry == row.id:
            return
        self.view, self.begun = None, BegunView(self.kind, row)
        self.begun.opened.connect(self._edit)
        self.panes.show_detail(self.begun)

    def _enter(self, key: Any) -> None:
        """Show a test and go into its table, or go on with what is only begun."""
        self._follow(key)
        if self.form is not None:
            self.form.focus_first()
        elif key in self.tests.others:
            self._edit(self.tests.others[key].id)
        elif self.view is not None:
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
        elif self.panes.single and self.form is not None:
            self.form.focus_first()
        elif self.panes.single and self.view is not None:
            self.view.table.setFocus()
        elif self.panes.single and self.begun is not None:
            self.begun.more.setFocus()
        else:
            (self.list if self.tests.tests or self.tests.others else self.empty.button).setFocus()

    # A whole report -----------------------------------------------------------------------

    def _enter_new_report(self) -> None:
        self.enter_report()

    def enter_report(self, entry: str = "", lab: str = "") -> None:
        """Open a new report, or the one that a result stands in."""
        if not self.may_leave():
            return
        given = {**self.given, "lab": lab} if lab else self.given
        report = ReportView(self.journal, self.watch, given, self._report_of(entry))
        report.finished.connect(self._leave_report)
        report.another.connect(lambda lab: self.enter_report(lab=lab))
        report.found_wanted.connect(self.find_in)
        self._reports.open(report, _("Enter a lab report"))

    def find_in(self, record: str) -> None:
        """Look for results in the words of a letter, and show them beside its pages."""
        if not self.may_leave():
            return
        letter = self.journal.get("record", record)
        found = FoundView(self.journal, self.given, letter)
        found.finished.connect(self._leave_entering)
        self._reports.open(found, _("Results in {letter}").format(letter=letter.title))

    def _report_of(self, entry: str) -> list[Any]:
        """Return the results with the date, laboratory and letter of this one, in their order."""
        rows = self.journal.entries("result", person=self.person)
        first = next((row for row in rows if row.id == entry), None)
        return [row for row in rows if first is not None and same_report(row, first)]

    def _leave_report(self) -> None:
        """Go back to the tests, at the first result of the report."""
        if isinstance(self.report, ReportView):
            self._leave_entering(self.report.first())

    def _leave_entering(self, entry: str) -> None:
        self._reports.close()
        self.refresh()
        if entry:
            self.open_entry(entry)
        self.focus_start()

    def may_leave(self) -> bool:
        """Save the report or form that is open; False when it cannot be and the person stays."""
        opened = self.report or self.form
        return opened is None or opened.flush() or leave_unsaved(self, opened)

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        opened = self.report or self.form
        return opened is None or opened.flush()

    def here(self) -> str:
        """Return the report, what is only begun, or a result of the test that is shown."""
        if self.report is not None:
            return self.report.here()
        if self.dates_button.isChecked():
            return DATES
        if self.form is not None:
            return self.form.draft.entry or ""
        if self.begun is not None:
            return self.begun.entry
        return self.view.series.points[-1].id if self.view is not None else ""

    def _close(self) -> None:
        self.view = self.begun = self.form = None
        self.panes.show_detail(None)
        self.list.clearSelection()

    def start_new(self) -> object:
        """Ask for a result."""
        return self._edit(None)

    def add_like(self, one: Series) -> object:
        """Begin one more result of a test, with what stays the same from one to the next."""
        last = self.journal.get("result", one.points[-1].id)
        same = {"test": last.test, "unit": last.unit, "specimen": last.specimen}
        return self._edit(None, {**same, "range": last.range, "lab": last.lab})

    def open_entry(self, entry: str) -> None:
        """Show the test of a result, and the result in its table; or what is only begun.

        ``dates`` shows all tests by date, ``report`` enters a report, and ``report:ID`` goes on
        with the one that a result stands in.
        """
        view, _colon, detail = entry.partition(":")
        if view == REPORT:
            self.enter_report(detail)
            return
        if view == FOUND:
            self.find_in(detail)
            return
        if view == DATES:
            self.show_dates(True)
            return
        key = self.tests.key_with(entry)
        if key is None or not self.may_leave():
            return
        self.form = None
        self.list.choose(key)
        self._show(key)
        if self.view is not None:
            self.view.table.choose(entry)

    # One result -----------------------------------------------------------------------------

    def _edit(self, entry: str | None, given: dict[str, Any] | None = None) -> object:
        """Turn one result into its form, in the pane; what is new starts with what is ``given``."""
        if not self.may_leave():
            return None
        start = {**self.given, **(given or {})}
        form = self.form_of(self.journal, self.watch, self.kind, entry, start)
        form.finished.connect(self._leave_form)
        form.offer_another(entry is None)
        form.another.connect(lambda: self._edit(None, given))
        leave_by_escape(form, self, self._leave_form)
        if entry is None:
            self.list.choose_none()
        self.dates_button.setChecked(False)
        self.view = self.begun = None
        self.form = form
        self.panes.show_detail(form)
        self.refresh()
        form.focus_first()
        return form

    def _leave_form(self) -> None:
        """Save and close the form: its result stands chosen in its test."""
        if self.form is None or not self.may_leave():
            return
        entry = self.form.draft.entry or ""
        self._close()
        self.refresh()
        self.open_entry(entry)
        self.focus_start()

    def chosen(self) -> list[str]:
        """Return the results chosen in the table that has the focus, else those of the rows."""
        if self.view is not None and self.view.table.hasFocus():
            return self.view.table.chosen_keys()
        key = self.listed.current()
        return self.tests.entries(key) if key is not None and self.form is None else []

    def edit_chosen(self) -> None:
        """Edit the result chosen; of a whole test, the newest."""
        chosen = self.chosen()
        if chosen:
            self._edit(chosen[-1])

    def bin_chosen(self) -> None:
        """Put the results chosen into the bin, all of a test where the test is chosen."""
        chosen = self.chosen()
        if chosen and self.may_leave():
            self.entry_acts.put_in_bin(chosen)

    def ask_about_chosen(self) -> None:
        """Begin a question about the result chosen, the newest of a test, and lead to it."""
        chosen = self.chosen()
        made = self.entry_acts.turn(chosen[-1], ASK_ABOUT, self.given.get("case")) if chosen else ""
        if made:
            self.entry_wanted.emit(made)

    def row_acts(self) -> list[RowAct]:
        """Return what can be done with the row chosen in the list."""
        key = self.listed.current()
        return acts_on_test(self, self.tests.series(key)) if key is not None else []

    def is_in_letter(self, entry: str) -> bool:
        """Tell whether it is known in which letter a result is printed."""
        return bool(place_in_letter(self.journal.get("result", entry)))

    def show_in_letter(self, entry: str) -> None:
        """Show where a result is printed."""
        self.place_wanted.emit(place_in_letter(self.journal.get("result", entry)))
