"""A list, inside a form, of the entries that belong to the one being written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.journal.kinds import Names
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.lists.button_rows import RowButton, Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space

Find = Callable[[], Sequence[Any]]
"""Gives the entries to list, in order."""
Say = Callable[[Any, Names], Row]
"""Says one of them as a row."""


@dataclass(frozen=True)
class Adding:
    """A button that adds one: its words, and what the new entry starts with."""

    words: str
    given: Mapping[str, Any]


class Parts(QWidget):
    """Rows that open in a window over the page, and buttons that add more.

    ``own`` names the column of the parts that points to the form's entry; without it they
    only share the form's person and case. The buttons come once there is such an entry.
    """

    def __init__(
        self,
        form: Form,
        kind: str,
        part_form: type[Form],
        find: Find,
        say: Say,
        adds: Sequence[Adding],
        *,
        own: str = "",
        first: str = "",
    ) -> None:
        super().__init__()
        self._form, self._own = form, own
        self._shown: list[str] = []
        self.kind = form.journal.kinds[kind]
        self._part_form, self._find, self._say = part_form, find, say
        self.rows = Rows(_(self.kind.plural))
        self.rows.chosen.connect(lambda entry: self._open(str(entry)))
        self.wait = muted(first)
        self.adds = [self._adder(adding) for adding in adds]
        self._lay_out()
        form.created.connect(self.refresh)
        form.watch.on([kind, "provider", "appointment"], self.refresh, self)
        self.refresh()

    def _adder(self, adding: Adding) -> Button:
        button = Button(adding.words, "add")
        button.clicked.connect(lambda: self._add(button, adding))
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        self._buttons = QWidget()
        row = Flow(self._buttons)
        for button in self.adds:
            row.addWidget(button)
        for part in (self.rows, self.wait, self._buttons):
            column.addWidget(part)

    def refresh(self) -> None:
        """List the parts as they are now; the row with the focus keeps it."""
        focused = next((at for at, row in enumerate(self.rows.buttons) if row.hasFocus()), -1)
        names, ready = self._form.journal.names(), self.ready()
        found = self._find() if ready else ()
        self._shown = [part.id for part in found]
        self.rows.clear()
        for part in found:
            # Shown at once rather than by Qt later: only what is visible can take the focus.
            self.rows.add(part.id, self._say(part, names)).show()
        self.rows.setVisible(bool(found))
        self._buttons.setVisible(ready)
        self.wait.setVisible(not ready)
        if 0 <= focused < len(self.rows.buttons):
            self.rows.buttons[focused].setFocus()

    def ready(self) -> bool:
        """Say whether there is an entry that parts can belong to."""
        return not self._own or self._form.draft.entry is not None

    def _given(self) -> dict[str, Any]:
        shared = {"person": self._form.person, "case": self._form.value_of("case")}
        return {**shared, self._own: self._form.draft.entry} if self._own else shared

    def _add(self, button: Button, adding: Adding) -> None:
        self._edit(None, adding.given)
        button.setFocus()

    def _open(self, entry: str) -> None:
        self._edit(entry, {})
        # The rows may have been made anew meanwhile, so it is found again by its entry.
        place = self._shown.index(entry) if entry in self._shown else -1
        (self.rows.buttons[place] if place >= 0 else self.adds[0]).setFocus()

    def _edit(self, entry: str | None, given: Mapping[str, Any]) -> None:
        if self._form.flush():
            start = {**self._given(), **given}
            form = self._part_form(self._form.journal, self._form.watch, self.kind, entry, start)
            edit_in_dialog(form, self)

    def buttons(self) -> list[RowButton]:
        """Return the rows' buttons in order."""
        return self.rows.buttons
