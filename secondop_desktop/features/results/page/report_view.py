"""Enter a lab report: what all share once, a line for each result, the letter beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.printed_results.pasted import PastedLine, left_out, pasted
from secondop_desktop.features.results.page.beside_letter import BesideLetter
from secondop_desktop.features.results.page.report_checks import duplicates, missing
from secondop_desktop.features.results.page.report_draft import SHARED, ReportDraft
from secondop_desktop.features.results.page.report_grid import ReportGrid
from secondop_desktop.features.results.page.report_line import pasted_block
from secondop_desktop.features.results.rules.report import (
    Printed,
    labs_offered,
    remembered,
    units_offered,
)
from secondop_desktop.journal.before_birth import birth_of
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.feedback.notice import ErrorSummary, Notice, Problem
from secondop_desktop.widgets.fields import DateField, LineField, RefField
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.entry_offers import adder, source
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.forms.question_problems import odd_day
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone


class ReportView(QWidget):
    """A report that is saved while it is typed; ``finished`` follows Done and Escape.

    ``another`` asks for the next report of the same laboratory, ``foot`` holds the buttons.
    """

    finished = Signal()
    another = Signal(str)
    found_wanted = Signal(str)
    """Look for the results in the words of the letter with this id."""

    def __init__(
        self, journal: Journal, watch: Watch, given: Mapping[str, Any], rows: Sequence[Any] = ()
    ) -> None:
        super().__init__()
        self.journal, self.person = journal, str(given.get("person") or "")
        self.draft = ReportDraft(journal, given, rows)
        self.setProperty("help", "lab-report")
        self._confirmed: set[str] = set()
        saved = journal.entries("result", person=self.person)
        self.grid = ReportGrid(remembered(saved), units_offered(saved))
        self.date = DateField(about=False, calendar=False)
        self.lab = LineField(labs_offered(saved))
        record = journal.kinds["record"]
        self.record = RefField(
            source(journal, (record,), lambda: self.person),
            adder(journal, record, lambda: self.person),
        )
        self.edits = dict(zip((*SHARED, "lines"), self._inputs(), strict=True))
        self.autosave = Autosave(self.draft, self.edits, self)
        self._place()
        self._connect_signals(watch)
        self.reload()

    def _inputs(self) -> tuple[DateField, LineField, RefField, ReportGrid]:
        return self.date, self.lab, self.record, self.grid

    # Placing -------------------------------------------------------------------------------

    def _place(self) -> None:
        self.summary = ErrorSummary()
        self.trouble = Trouble(self.autosave.flush)
        self.said = Notice("")
        self.said.hide()
        self.column = ScrollColumn(wide=True)
        self.column.set_margins(Space.LARGE)
        for part in (self.summary, self.trouble, *self._questions(), self.said):
            self.column.content.addWidget(part)
        self.column.content.addStretch(1)
        self.beside = BesideLetter(self.column)
        self.preview, self.show_letter = self.beside.preview, self.beside.show_letter
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.beside, 1)
        whole.addWidget(self._foot())

    def _questions(self) -> list[QWidget]:
        shared = Columns(
            Question(_("Date of the report"), self.date),
            Question(_("Laboratory"), self.lab),
            least=24,
        )
        letter = Question(_("Letter or report they come from"), self.record)
        self.find_button = Button(_("Find the results in its words"), "search")
        self.find_button.clicked.connect(
            lambda: self.found_wanted.emit(str(self.record.value() or ""))
        )
        self.find_button.hide()
        hint = _(
            "One line for each result, copied as printed. Enter moves to the next box. "
            "You can paste a whole block from a spreadsheet or a web page."
        )
        self.grid.set_label(_("Results"))
        return [shared, letter, self.find_button, muted(hint), self.grid]

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = Flow(foot)
        row.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        self.done_button = Button(_("Done"), "check", Rank.PRIMARY)
        self.again_button = Button(_("Done and add another"), "add")
        for button in (self.done_button, self.again_button, self.show_letter):
            row.addWidget(button)
        return foot

    def _connect_signals(self, watch: Watch) -> None:
        for name, edit in self.edits.items():
            self.autosave.follow(name, edit)
        self.autosave.saved.connect(self.trouble.hide)
        self.autosave.failed.connect(self.trouble.tell)
        for box in (self.date.day, self.date.month, self.date.year):
            # Queued: the date is spread over its boxes by what Enter does after this.
            box.returnPressed.connect(self._lead_on_from_date, Qt.ConnectionType.QueuedConnection)
        for box in (self.date.day, self.lab.line):
            box.installEventFilter(self)
        self.lab.line.returnPressed.connect(self._lead_on_to_lines)
        self.record.edited.connect(self._open_letter)
        self.grid.block.connect(self.take_block)
        self.grid.edited.connect(lambda: follow_layout(self))
        self.done_button.clicked.connect(self.done)
        self.again_button.clicked.connect(self._done_and_another)
        watch.changed.connect(self._on_change)
        for key, does in (
            ("Ctrl+Return", self.done),
            ("Ctrl+Enter", self.done),
            ("Escape", self._leave),
        ):
            on_key(key, self, does)

    # What is shown -------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the report as it is saved."""
        for name in SHARED:
            typed = self.draft.unread if name == "date" else ""
            self.edits[name].put(self.draft.shared[name], typed)
        self.grid.put(self.draft.lines)
        self._open_letter()
        follow_layout(self)

    def focus_first(self) -> None:
        """Begin with the date, or below what is written."""
        self.date.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def here(self) -> str:
        """Return the place of the report, by a result of it, to come back to it."""
        return f"report:{self.first()}"

    def first(self) -> str:
        """Return a result of the report; empty while there is none."""
        return next((entry for entry in self.draft.entries if entry), "")

    def _open_letter(self) -> None:
        """Show the file of the letter that is chosen, once."""
        entry = self.record.value()
        letter = self.journal.get("record", entry) if entry else None
        self.beside.show_file(self.journal, letter)
        self.find_button.setVisible(letter is not None and letter.file_type == "application/pdf")

    def _lead_on_from_date(self) -> None:
        """Go on by Enter, unless what stands in the boxes is no date yet, or one of two."""
        if not self.date.focus_question() and not self.date.typed():
            self.lab.line.setFocus()

    def _lead_on_to_lines(self) -> None:
        self.grid.lines[0].boxes["test"].setFocus()

    # Pasting -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a block that is pasted above the lines go into them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            block = pasted_block(event)
            if block:
                self.take_block(block, 0)
                return True
        return super().eventFilter(watched, event)

    def take_block(self, text: str, at: int) -> None:
        """Write a pasted block into the lines; what it does not hold is said."""
        try:
            found = pasted(text)
        except UserError as error:
            self._tell(str(error), Tone.WARNING)
            return
        dates = list(dict.fromkeys(one.date for one in found if one.date))
        if len(dates) > 1:
            self._tell(_several_dates(len(dates)), Tone.WARNING)
            return
        if not found:
            said = _("No results were found in what you pasted. Nothing was changed.")
            self._tell(said, Tone.WARNING)
            return
        self.grid.put_block(at, [_printed(one) for one in found])
        if dates and self.date.value() is None and not self.date.typed():
            self.date.day.write(dates[0])
            self.date.day.editingFinished.emit()
        count = ngettext("{number} line was pasted.", "{number} lines were pasted.", len(found))
        self._tell(count.format(number=len(found)) + _left_out(text, found), Tone.INFO)

    def _tell(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.show()

    # Saving and leaving --------------------------------------------------------------------

    def flush(self) -> bool:
        """Save what is waiting; False when the file could not take it."""
        return self.autosave.flush()

    def problems(self) -> list[Problem]:
        """Return what stands in the way of Done, in the order of the page."""
        text = self.date.problem()
        self.date.show_problem(text)
        found = [Problem(text, self.date.focus_widget())] if text else []
        lines = self.grid.value()
        wrong = [*missing(lines), *self._doubts(lines)] if not found else missing(lines)
        return found + [Problem(text, self.grid.problem_at(at, name)) for text, at, name in wrong]

    def _doubts(self, lines: Sequence[Printed]) -> list[tuple[str, int, str]]:
        """Ask once about each line that the journal has already, and about a date to come."""
        own = {entry for entry in self.draft.entries if entry}
        saved = self.journal.entries("result", person=self.person)
        others = [row for row in saved if row.id not in own]
        found = duplicates(lines, others, self.date.value())
        fresh = [one for one in found if one[0] not in self._confirmed]
        self._confirmed |= {text for text, _at, _name in fresh}
        return fresh

    def done(self) -> bool:
        """Save, check, and either point at what is missing or say that it is finished."""
        saved = self.flush()
        problems = self.problems() or self._odd_date()
        self.summary.show_problems(problems)
        finished = saved and not problems
        if finished:
            self.finished.emit()
        return finished

    def _odd_date(self) -> list[Problem]:
        date = self.date.value()
        why = odd_day(date, birth_of(self.journal, self.person))
        if date is None or not why or date.iso in self._confirmed:
            return []
        self._confirmed.add(date.iso)
        text = _("Is {date} right? {why} Correct it, or press Done again.")
        return [Problem(text.format(date=date.words(), why=why), self.date.focus_widget())]

    def _done_and_another(self) -> None:
        lab = self.lab.value() or ""
        if self.done():
            self.another.emit(lab)

    def _leave(self) -> None:
        """Leave by Escape; what is typed stays."""
        if self.flush():
            self.finished.emit()

    def _on_change(self, changes: ChangeSet) -> None:
        """Follow an undo: what is gone is gone here too."""
        own = {entry for entry in self.draft.entries if entry}
        if changes.initiator is self.draft or not own & changes.ids:
            return
        self.autosave.forget()
        rows = self.draft.rows()
        if not rows:
            self.finished.emit()
            return
        self.draft = ReportDraft(self.journal, self.draft.given, rows)
        self.autosave.change_draft(self.draft)
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when the report is left or closed."""
        self.flush()
        super().hideEvent(event)


def _printed(one: PastedLine) -> Printed:
    beside = one.printed
    return Printed(one.test, beside.value, beside.unit, beside.range, beside.flag)


def _several_dates(count: int) -> str:
    return _(
        "What you pasted has results of {number} dates, and a report has one. Paste the lines of "
        "one date here, or open Bring in files and paste the whole table there."
    ).format(number=count)


def _left_out(text: str, found: Sequence[PastedLine]) -> str:
    """Say which lines of the block did not become results, headings apart."""
    left = left_out(text, found)
    if not left:
        return ""
    said = ngettext(
        "{number} line without a result was left out: {lines}",
        "{number} lines without a result were left out, such as: {lines}",
        len(left),
    )
    return " " + said.format(number=len(left), lines=" · ".join(one[:60] for one in left[:2]))
