"""A list beside a form, over which the person can say that there is nothing to list."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt

from secondop_desktop.journal.said_none import against
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.forms.none_answer import WORDS, NoneSaid
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.screen.save_failed import Trouble


class AnsweredPage(ReadingPage):
    """Adds to the plain page the answer "none", and the question where an entry denies it."""

    def build(self) -> None:
        """Place the answer over the list."""
        self.answer = NoneSaid(self.journal, self.kind)
        self.answer.entry_wanted.connect(lambda entry: self.open_entry(entry, focus=True))
        self.trouble = Trouble()
        self.answer.failed.connect(self.trouble.tell)
        self.none_button = Button(_(WORDS[self.kind.said_none].say), "check", Rank.QUIET)
        self.none_button.clicked.connect(self._say_none)
        self.add_action(self.none_button)
        super().build()
        self.content.insertWidget(0, self.trouble)
        self.content.insertWidget(1, self.answer)
        self.content.setStretchFactor(self.empty_place, 1)  # what is over it stays together

    def heard(self) -> Iterable[str]:
        """Return the kinds listed, and the person who says that there are none."""
        return *super().heard(), "person"

    def refresh(self) -> None:
        """Show the entries as they are now, and what was said of there being none."""
        super().refresh()
        found = self._who()
        if found is None:
            return
        said = self.answer.show_for(found, local_today())
        rows = self.journal.entries(self.kind.name, person=self.person)
        open_ = not said and not against(self.kind, rows, local_today())
        self.none_button.setVisible(open_ and self.form is None)
        if said and not rows:
            self.empty.setVisible(self.form is None)

    def _who(self) -> Any:
        people = self.journal.entries("person", id=self.person)
        return people[0] if people else None

    def _say_none(self) -> None:
        if self.flush() and self.answer.give():
            self.trouble.hide()
            self.answer.back.setFocus(Qt.FocusReason.OtherFocusReason)
