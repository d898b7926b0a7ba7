"""Closing a case: how it turned out, when it ended, and when to look at it again."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.dialogs.messages import Dialog
from secondop_desktop.widgets.fields import DateField, TextField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.screen.save_failed import Trouble

Write = Callable[[Mapping[str, Any]], None]
"""Writes columns of the case; raises UserError when the file cannot take them."""

_MOST_LINES = 200
"""More than anyone writes: the text grows, and the dialog is what scrolls."""


class CloseDialog(Dialog):
    """Asks how a case ended, and writes it when it can be read; else it stays open."""

    def __init__(self, parent: QWidget, case: Any, today: date, write: Write) -> None:
        closed = case.closed is not None
        title = _("How it ended") if closed else _("Close this question")
        super().__init__(parent, title, _("You can open it again, or change this, at any time."))
        self._write = write
        self.outcome = TextField(3, _MOST_LINES)
        self.closed = DateField(about=False)
        self.review = DateField(about=False)
        self.trouble = Trouble()
        self.content.addWidget(self.trouble)
        self._ask()
        self.outcome.put(case.outcome)
        self.closed.put(case.closed or PartialDate.of(today), case.unread.get("closed", ""))
        self.review.put(case.review, case.unread.get("review", ""))
        self._add_buttons(_("Save") if closed else _("Close the question"))
        self.outcome.setFocus()

    def _ask(self) -> None:
        rows = (
            (_("How it turned out"), self.outcome, _("In your own words, as long as you like")),
            (_("When it was finished"), self.closed, ""),
            (_("When to look at it again"), self.review, _("Leave it empty if there is no need")),
        )
        for label, edit, hint in rows:
            self.content.addWidget(Question(label, edit, hint))

    def _add_buttons(self, verb: str) -> None:
        self.done_button = Button(verb, "check", Rank.PRIMARY)
        self.done_button.clicked.connect(self.save)
        self.buttons.addWidget(self.done_button)
        self.add_cancel()

    def save(self) -> None:
        """Write it and close, or say what is wrong and stay."""
        for edit in (self.closed, self.review):
            edit.show_problem(edit.problem())
        wrong = next((one for one in (self.closed, self.review) if one.problem()), None)
        if wrong is None and self.closed.value() is None:
            wrong = self.closed
            wrong.show_problem(_("Enter the day it was finished"))
        if wrong is not None:
            wrong.setFocus()
            return
        try:
            self._write(self._values())
        except UserError as error:
            self.trouble.tell(str(error))
        else:
            self.accept()

    def _values(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome.value() or "",
            "closed": self.closed.value(),
            "review": self.review.value(),
        }
