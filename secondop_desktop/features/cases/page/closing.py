"""Closing a case: how it turned out, when it ended, and when to look at it again."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.dialogs.messages import Dialog
from secondop_desktop.widgets.fields import DateField, TextField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Space

Write = Callable[[Mapping[str, Any]], None]
"""Writes columns of the case; raises UserError when the file cannot take them."""


_CHARS = 68
"""Letters across, so that a whole date stands on one line."""


class CloseDialog(Dialog):
    """Asks how a case ended, and writes it when it can be read; else it stays open."""

    def __init__(self, parent: QWidget, case: Any, today: date, write: Write) -> None:
        closed = case.closed is not None
        title = _("How it ended") if closed else _("Close this question")
        super().__init__(parent, title, _("You can open it again, or change this, at any time."))
        self._write = write
        self._window = parent.window()
        wide = self.fontMetrics().averageCharWidth() * _CHARS
        self.setMinimumWidth(min(wide, self._window.width() - Space.HUGE))
        self.outcome = TextField(3, 8)
        self.closed = DateField(about=False)
        self.review = DateField(about=False)
        self.trouble = Trouble()
        self.asked = ScrollColumn(self, wide=True)
        self.content.addWidget(self.trouble)
        self.content.addWidget(self.asked, 1)
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
            self.asked.content.addWidget(Question(label, edit, hint))
        self.asked.content.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that is needed once everything has its fonts and its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Be as tall as the questions, or as the window under it where the text is large."""
        least = self.asked.sizeHint().height()
        room = self._window.height() - (self.sizeHint().height() - least) - Space.HUGE
        wanted = self.asked.column.minimumSizeHint().height()
        self.asked.setMinimumHeight(max(least, min(wanted + Space.LARGE, room)))
        self.fit_height()

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
