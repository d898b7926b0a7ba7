"""Several other entries of the journal, in an order of their own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.chosen_box import Chosen
from secondop_desktop.widgets.fields.order_buttons import OrderButtons
from secondop_desktop.widgets.fields.ref import Entries, Source
from secondop_desktop.widgets.fields.tab_start import TabStart
from secondop_desktop.widgets.picker.picker import Add
from secondop_desktop.widgets.theme import Space


class RefsField(FieldEdit):
    """A tuple of ids in order, or None; `source` and `add` are those of RefField."""

    def __init__(
        self, source: Source, add: Add | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries = Entries(source, add)
        self._value: tuple[str, ...] = ()
        self.rows: list[tuple[Chosen, OrderButtons]] = []
        self._tab_start = TabStart(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.HAIR)
        self.add = Button(_("Add…"), "add")
        self.add.clicked.connect(self.pick)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.add)

    def value(self) -> tuple[str, ...] | None:
        """Return the ids in order, or None when there are none."""
        return self._value or None

    def parts(self) -> Parts:
        """Every button says the entry it is about."""
        parts: Parts = []
        for shown, buttons in self.rows:
            parts += buttons.parts(shown.name.text())
        return [*parts, (self.add, f"{self.add.text()} {self.label()}")]

    def focus_widget(self) -> QWidget:
        """Return the button that adds."""
        return self.add

    def refresh(self) -> None:
        """Read the titles again, after the entries themselves have changed."""
        for entry, (shown, _buttons) in zip(self._value, self.rows, strict=True):
            choice = self._entries.choice(entry)
            shown.say(choice.title, choice.detail)
        self._tell_access()

    def pick(self) -> None:
        """Open the list to add one more."""
        self._entries.pick(self, None, self._value).picked.connect(self._append)

    def _fill(self, value: Sequence[str] | None) -> None:
        self._value = tuple(value or ())
        while len(self.rows) > len(self._value):
            shown, _buttons = self.rows.pop()
            drop(shown, self._lines)
        while len(self.rows) < len(self._value):
            self._add_row()
        for at, (_shown, buttons) in enumerate(self.rows):
            buttons.place(at, len(self.rows))
        self._tab_start.lead(self.parts())
        self.refresh()

    def _add_row(self) -> None:
        at, buttons = len(self.rows), OrderButtons()
        shown = Chosen(buttons)
        buttons.moved.connect(lambda by: self._move(at, by))
        buttons.removed.connect(lambda: self._remove(at))
        self.rows.append((shown, buttons))
        self._lines.addWidget(shown)

    def _append(self, entry: str) -> None:
        if entry not in self._value:
            self._fill((*self._value, entry))
            self._changed()
        self.add.setFocus()

    def _move(self, at: int, by: int) -> None:
        order = list(self._value)
        if not 0 <= at + by < len(order):
            return
        order.insert(at + by, order.pop(at))
        self._fill(order)
        buttons = self.rows[at + by][1]
        wanted, other = (buttons.up, buttons.down) if by < 0 else (buttons.down, buttons.up)
        (wanted if wanted.isEnabled() else other).setFocus()
        self._changed()

    def _remove(self, at: int) -> None:
        self._fill([entry for place, entry in enumerate(self._value) if place != at])
        near = self.rows[min(at, len(self.rows) - 1)][1].remove if self.rows else self.add
        near.setFocus()
        self._changed()
