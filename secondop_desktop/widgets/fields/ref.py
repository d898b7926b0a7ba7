"""One other entry of the journal, chosen by its title."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.chosen_box import Chosen
from secondop_desktop.widgets.picker.picker import Add, Choice, Picker

Source = Callable[[], Sequence[Choice]]
"""Gives the entries that can be chosen now."""


class Entries:
    """Where the titles of entries come from, and the list to choose them from."""

    def __init__(self, source: Source, add: Add | None = None) -> None:
        self.source, self.add = source, add

    def choice(self, entry: str) -> Choice:
        """Return how an entry shows itself; one that cannot be chosen any more says so."""
        gone = Choice(entry, _("An entry that is in the bin or not in this list"))
        return next((choice for choice in self.source() if choice.id == entry), gone)

    def pick(self, owner: FieldEdit, chosen: str | None, without: Sequence[str] = ()) -> Picker:
        """Open the list over a field."""
        rows = [choice for choice in self.source() if choice.id not in without]
        title = _("Choose: {label}").format(label=owner.label()) if owner.label() else _("Choose")
        picker = Picker(title, rows, chosen=chosen, add=self.add, parent=owner)
        picker.open()
        return picker


class RefField(FieldEdit):
    """The id of one entry, or None.

    `source` gives the rows to choose from, `add` makes a new entry from a typed text.
    """

    def __init__(
        self, source: Source, add: Add | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries = Entries(source, add)
        self._value: str | None = None
        self.choose = Button(_("Choose…"), "search")
        self.change = Button(_("Change…"), rank=Rank.QUIET)
        self.clear = Button(_("Clear"), rank=Rank.QUIET)
        self.shown = Chosen(self.change, self.clear)
        self.body.addWidget(self.choose)
        self.body.addWidget(self.shown)
        self.choose.clicked.connect(self.pick)
        self.change.clicked.connect(self.pick)
        self.clear.clicked.connect(lambda: self._take(None))
        self.refresh()

    def value(self) -> str | None:
        """Return the id chosen, or None."""
        return self._value

    def parts(self) -> Parts:
        """Each button says the entry it is about."""
        title = self.shown.name.text()
        return [
            (self.choose, f"{self.choose.text()} {self.label()}"),
            (self.change, f"{self.change.text()} {title}"),
            (self.clear, f"{self.clear.text()} {title}"),
        ]

    def focus_widget(self) -> QWidget:
        """Return the button that opens the list."""
        return self.change if self._value else self.choose

    def refresh(self) -> None:
        """Read the title again, after the entry itself has changed."""
        if self._value:
            choice = self._entries.choice(self._value)
            self.shown.say(choice.title, choice.detail)
        self.shown.setVisible(bool(self._value))
        self.choose.setVisible(not self._value)
        self._tell_access()

    def pick(self) -> None:
        """Open the list to choose from."""
        self._entries.pick(self, self._value).picked.connect(self._take)

    def _fill(self, value: str | None) -> None:
        self._value = value
        self.refresh()

    def _take(self, entry: str | None) -> None:
        if entry != self._value:
            self._fill(entry)
            self._changed()
        self.focus_widget().setFocus()
