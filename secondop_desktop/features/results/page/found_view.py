"""Results out of a letter's own words: its pages with a frame around each row, the rows beside."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.printed_results.found import FoundRow
from secondop_desktop.exchange.printed_results.reading import FoundResults, results_in
from secondop_desktop.exchange.printed_results.words import Box, Word
from secondop_desktop.features.results.page.beside_letter import BesideLetter
from secondop_desktop.features.results.page.found_grid import FoundGrid
from secondop_desktop.features.results.page.found_line import FoundLine
from secondop_desktop.features.results.page.report_checks import missing
from secondop_desktop.features.results.rules.report import (
    Printed,
    decimal_of,
    labs_offered,
    remembered,
    same_result,
    units_offered,
)
from secondop_desktop.journal.before_birth import birth_of
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.controls.labels import muted, paragraph
from secondop_desktop.widgets.feedback.notice import ErrorSummary, Problem
from secondop_desktop.widgets.fields import LineField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.forms.question_problems import odd_day
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.preview.pdf import Hit, Pdf
from secondop_desktop.widgets.preview.quote import frame_words
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space


class FoundView(QWidget):
    """The rows found in one letter; nothing is saved before *Add*, which is one step to undo.

    ``finished`` carries the first result that was added, an empty text where the person left.
    """

    finished = Signal(str)

    def __init__(self, journal: Journal, given: Mapping[str, Any], letter: Any) -> None:
        super().__init__()
        self.setProperty("help", "lab-report")
        self.journal, self.given, self.letter = journal, given, letter
        self._saved = journal.entries("result", person=letter.person)
        self.grids: list[FoundGrid] = []
        self._sizes: Sequence[tuple[float, float]] = ()
        self._confirmed: set[str] = set()
        self._place()
        self._connect_signals()
        self.beside.show_file(journal, letter)
        self.beside.preview.work_on_pages(_found_in, self._show)

    def _place(self) -> None:
        self.said = paragraph(_("Looking for results in this letter…"))
        self.hint = muted(
            _("Compare each line with the page, correct what differs, and tick what to add.")
        )
        self.hint.hide()
        self.summary, self.trouble = ErrorSummary(), Trouble(self.add_ticked)
        self.lab = LineField(labs_offered(self._saved))
        self.lab_question = Question(_("Laboratory"), self.lab)
        self.column = ScrollColumn(wide=True)
        self.column.set_margins(Space.LARGE)
        for part in (self.summary, self.trouble, self.said, self.hint):
            self.column.content.addWidget(part)
        self._lines = QVBoxLayout()
        self.column.content.addLayout(self._lines)
        self.column.content.addStretch(1)
        self.beside = BesideLetter(self.column, first=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.beside, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = Flow(foot)
        row.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        self.add_button = Button(_("Add results"), "check", Rank.PRIMARY)
        self.add_button.setEnabled(False)
        self.line_button = Button(_("Add a line"), "add")
        self.line_button.setEnabled(False)
        self.leave_button = Button(_("Leave without adding"))
        for button in (
            self.add_button,
            self.line_button,
            self.beside.show_letter,
            self.leave_button,
        ):
            row.addWidget(button)
        return foot

    def _connect_signals(self) -> None:
        preview = self.beside.preview
        preview.frame_pressed.connect(self._go_to_row)
        preview.unlocked.connect(lambda: preview.work_on_pages(_found_in, self._show))
        self.add_button.clicked.connect(self.add_ticked)
        self.line_button.clicked.connect(self._add_line)
        self.leave_button.clicked.connect(self.leave)
        for key, does in (
            ("Ctrl+Return", self.add_ticked),
            ("Ctrl+Enter", self.add_ticked),
            ("Escape", self.leave),
        ):
            on_key(key, self, does)

    # What was found ------------------------------------------------------------------------

    def _show(self, told: tuple[FoundResults, Sequence[tuple[float, float]]]) -> None:
        """Lay out the rows by the date they stand under."""
        found, self._sizes = told
        self.said.setText(_what_was_found(found))
        announce(self, self.said.text())
        if not found.pages_of_words:
            return
        known, units = remembered(self._saved), units_offered(self._saved)
        named = found.dates[0] if len(found.dates) == 1 else ""
        for date in dict.fromkeys(row.date for row in found.rows) or [""]:
            rows = [row for row in found.rows if row.date == date]
            beside = None if self.grids else self.lab_question
            day = found.read.get(date or named) or date or named
            grid = FoundGrid(day, rows, known, units, self._has_it, beside)
            grid.entered.connect(self._frame)
            grid.edited.connect(self._count)
            grid.resized.connect(self._share_room)
            self.grids.append(grid)
            self._lines.addWidget(grid)
            if not date and len(found.dates) > 1:
                grid.date.set_hint(_("The letter names these: {dates}").format(
                    dates=", ".join(found.dates)))  # fmt: skip
        self._share_room()
        self.hint.setVisible(bool(found.rows))
        self.line_button.setEnabled(True)
        self._count()
        self.beside.preview.show_frames(self._frames(), None, fit=True)
        follow_layout(self)
        self.focus_first()

    def flush(self) -> bool:
        """Nothing is saved before *Add*, so nothing waits."""
        return True

    def here(self) -> str:
        """Return the place where this letter is looked through."""
        return f"found:{self.letter.id}"

    def focus_first(self) -> None:
        """Begin with a date that is not known yet, else with the first line."""
        lines = self._all_lines()
        open_date = next((grid.date for grid in self.grids if grid.date.value() is None), None)
        if lines and open_date is not None:
            open_date.setFocus()
        else:
            (lines[0].tick if lines else self.leave_button).setFocus()

    def _all_lines(self) -> list[FoundLine]:
        return [line for grid in self.grids for line in grid.lines]

    def _with_frames(self) -> list[FoundLine]:
        return [line for line in self._all_lines() if line.row is not None]

    def _frames(self) -> list[Hit]:
        return [self._frame_of(line.row) for line in self._with_frames() if line.row is not None]

    def _frame_of(self, row: FoundRow) -> Hit:
        return Hit(row.page - 1, (QRectF(*_part(row.box, self._sizes[row.page - 1])),))

    def _frame(self, line: FoundLine) -> None:
        framed = self._with_frames()
        at = framed.index(line) if line in framed else None
        self.beside.preview.show_frames(self._frames(), at)

    def _go_to_row(self, at: int) -> None:
        self._with_frames()[at].tick.setFocus()

    def _share_room(self) -> None:
        """Let the columns of all dates stand under one another."""
        for grid in self.grids:
            grid.share_room(self._all_lines())

    def _count(self) -> None:
        number = 1
        for grid in self.grids:
            number = grid.name_from(number)
        count = sum(len(grid.ticked()) for grid in self.grids)
        words = ngettext("Add {number} result", "Add {number} results", count)
        self.add_button.setText(words.format(number=count) if count else _("Add results"))
        self.add_button.setEnabled(bool(count))

    def _add_line(self) -> None:
        line = self.grids[-1].add()
        self._share_room()
        self._count()
        follow_layout(self)
        line.line.boxes["test"].setFocus()

    def _has_it(self, printed: Printed, date: PartialDate | None) -> bool:
        return any(same_result(row, printed, date) for row in self._saved)

    # Adding --------------------------------------------------------------------------------

    def add_ticked(self) -> bool:
        """Add what is ticked as one step; False where something is missing or cannot be saved."""
        problems = self._problems()
        self.summary.show_problems(problems)
        if problems or not any(grid.ticked() for grid in self.grids):
            return False
        try:
            with self.journal.change(self._label(), initiator=self) as change:
                made = [entry for grid in self.grids for entry in self._added(change, grid)]
        except UserError as error:
            self.trouble.tell(str(error))
            return False
        self.finished.emit(made[0])
        return True

    def _label(self) -> str:
        count = sum(len(grid.ticked()) for grid in self.grids)
        words = ngettext(
            "Add {number} result from {letter}", "Add {number} results from {letter}", count
        )
        return words.format(number=count, letter=self.letter.title)

    def _added(self, change: Change, grid: FoundGrid) -> list[str]:
        ticked = grid.ticked()
        decimal = decimal_of([said for _line, said in ticked])
        shared = {
            **self.given,
            "person": self.letter.person,
            "record": self.letter.id,
            "date": grid.date.value(),
            "lab": self.lab.value() or "",
        }
        return [
            change.add("result", **shared, **said.values(decimal), **self._where(line))
            for line, said in ticked
        ]

    def _where(self, line: FoundLine) -> dict[str, Any]:
        """Return page and frame of a line; one that was written by hand has none."""
        if line.row is None:
            return {}
        frame = _part(line.row.box, self._sizes[line.row.page - 1])
        return {"page": line.row.page, "place": frame_words(frame)}

    def _problems(self) -> list[Problem]:
        found = []
        lines = [one for grid in self.grids for one in grid.ticked()]
        for text, at, name in missing([said for _line, said in lines]):
            found.append(Problem(text, lines[at][0].line.boxes[name]))
        for grid in self.grids:
            text = grid.date.problem() or self._odd_date(grid.date.value())
            if grid.ticked() and text:
                found.append(Problem(text, grid.date.focus_widget()))
        return found

    def _odd_date(self, date: PartialDate | None) -> str:
        why = odd_day(date, birth_of(self.journal, self.letter.person))
        if date is None or not why or date.iso in self._confirmed:
            return ""
        self._confirmed.add(date.iso)
        text = _("Is {date} right? {why} Correct it, or press Add again.")
        return text.format(date=date.words(), why=why)

    def leave(self) -> None:
        """Go back; nothing was saved."""
        self.finished.emit("")


def _found_in(pdf: Pdf) -> tuple[FoundResults, Sequence[tuple[float, float]]]:
    """Read all pages, in the thread that previews have."""
    pages = [
        [Word(word, Box(*box)) for word, *box in pdf.placed_words(page)] for page in range(len(pdf))
    ]
    return results_in(pages), pdf.sizes


def _part(box: Box, size: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return a box in points as left, top, width and height in parts of its page."""
    wide, tall = size
    return (
        box.left / wide, box.top / tall, (box.right - box.left) / wide, box.height / tall,
    )  # fmt: skip


def _what_was_found(found: FoundResults) -> str:
    if not found.pages_of_words:
        return _(
            "The pages are pictures without words, so results cannot be found in them. Use "
            "Enter a lab report, and copy them from the page beside it."
        )
    if not found.rows:
        return _(
            "No results were found in the words of this letter. Add lines here, and copy them "
            "from the page."
        )
    said = ngettext("{number} result was found.", "{number} results were found.", len(found.rows))
    doubtful = sum(not row.is_certain for row in found.rows)
    more = ngettext(
        "{number} is not ticked: look at it carefully.",
        "{number} are not ticked: look at them carefully.",
        doubtful,
    )
    whole = said.format(number=len(found.rows))
    return f"{whole} {more.format(number=doubtful)}" if doubtful else whole
