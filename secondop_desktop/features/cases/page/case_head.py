"""The head of the case: its question, how far round it is, other questions, and how it ended."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.cases.rules.journey import round_of
from secondop_desktop.features.cases.rules.once_more import round_words
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, beginning, in_short
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import Label, heading, muted
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_NAME_SHOWN, _OUTCOME_SHOWN = 70, 1_200
_SHOWN = 300
"""Letters of a question shown as the heading; step 1 shows more, the form all of it."""


class CaseHead(QWidget):
    """Says which case this is; signals say what is wanted of it."""

    chosen = Signal(str)
    """The id of another case."""
    edit_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question = heading("", 2)
        self.state = muted("")
        self.label = Label(_("Which question"))
        self.chooser = StillCombo()
        self.chooser.setAccessibleName(_("Which question"))
        self.chooser.activated.connect(lambda at: self.chosen.emit(self.chooser.itemData(at)))
        self.edit_button = self._button(_("Edit the question"), "edit", Rank.PLAIN)
        self.edit_button.clicked.connect(self.edit_wanted)
        self.close_button = self._button(_("Close this question…"), "case-closed", Rank.QUIET)
        self.close_button.clicked.connect(self.close_wanted)
        self.fresh = self._button(_("Another question"), "add", Rank.QUIET)
        self.fresh.clicked.connect(self.new_wanted)
        self._build_ended()
        self._place()

    @staticmethod
    def _button(words: str, icon: str, rank: Rank) -> Button:
        return Button(words, icon, rank)

    def _build_ended(self) -> None:
        self.ended = Notice("", Tone.PLAIN)
        self.reopen = Button(_("Open it again"), "undo")
        self.reopen.clicked.connect(self.reopen_wanted)
        self.change_end = Button(_("Change how it ended"), "edit", Rank.QUIET)
        self.change_end.clicked.connect(self.close_wanted)
        self.ended.add_action(self.reopen)
        self.ended.add_action(self.change_end)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        self._which = QWidget()
        which = QVBoxLayout(self._which)
        which.setContentsMargins(0, 0, 0, Space.SMALL)
        which.setSpacing(Space.HAIR)
        which.addWidget(self.label)
        which.addWidget(self.chooser)
        for part in (self._which, self.question, self.state, self.ended):
            column.addWidget(part)

    def buttons(self) -> tuple[Button, ...]:
        """Return what can be done with the case, for the top row of the page."""
        return self.edit_button, self.fresh, self.close_button

    def show_case(self, case: Any, cases: Sequence[Any]) -> None:
        """Show one case among all of the person's."""
        text = case.question or case.title or _("Your question is not written down yet")
        self.question.setText(beginning(text, _SHOWN))
        self.state.setText(state_words(case))
        self.state.setVisible(bool(self.state.text()))
        self.close_button.setVisible(case.closed is None)
        self.ended.setVisible(case.closed is not None)
        if case.closed is not None:
            self.ended.say(ended_words(case), Tone.PLAIN, _("This question is closed"))
        self._which.setVisible(len(cases) > 1)
        self._fill(case, cases)

    def _fill(self, case: Any, cases: Sequence[Any]) -> None:
        found = [(case_words(row), row.id) for row in sorted(cases, key=_order)]
        shown = [(self.chooser.itemText(at), self.chooser.itemData(at)) for at in self._places()]
        if found != shown:
            self.chooser.clear()
            for words, entry in found:
                self.chooser.addItem(words, entry)
        self.chooser.setCurrentIndex(self.chooser.findData(case.id))

    def _places(self) -> range:
        return range(self.chooser.count())


def state_words(case: Any) -> str:
    """Say what the case is for by now, and since when."""
    since = _("started {date}").format(date=case.opened.words()) if case.opened else ""
    return " · ".join(part for part in (round_words(round_of(case)), since) if part)


def ended_words(case: Any) -> str:
    """Say when it ended, how it turned out, and when to look again."""
    closed = _("Finished {date}.").format(date=case.closed.words())
    review = _("Look at it again: {date}.").format(date=case.review.words()) if case.review else ""
    came = case.outcome or _("How it turned out is not written down yet.")
    return "\n".join(part for part in (closed, beginning(came, _OUTCOME_SHOWN), review) if part)


def case_words(row: Any) -> str:
    """Name a case in a list; a closed one says so."""
    name = in_short(row.title or row.question or _("Second opinion"), _NAME_SHOWN)
    return _("{question} (closed)").format(question=name) if row.closed else name


def _order(row: Any) -> tuple[bool, str, str]:
    """Put open ones first, in the order in which they were begun."""
    return row.closed is not None, undated_first(row.opened), row.created
