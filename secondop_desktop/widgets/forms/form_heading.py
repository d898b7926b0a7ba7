"""What stands over the questions of a form: which entry it is, and whose."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.theme import Space


class FormHeading(QWidget):
    """The entry's title; where a journal is about several people, the person's name over it."""

    def __init__(self, journal: Journal, kind: Kind) -> None:
        super().__init__()
        self._journal, self._kind = journal, kind
        people = journal.entries("person")
        self._shared = len(people) > 1 or any(row.carer for row in people)
        self.whose, self.title, self.owner = heading("", 3), heading("", 2), small("")
        self.whose.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        for part in (self.whose, self.title, self.owner):
            column.addWidget(part)

    def say(self, row: Any, person: str) -> None:
        """Name an entry as it is saved, or None for a new one, and the person (an id) of it."""
        kind, owner = _(self._kind.label), self._journal.name(person)
        saved = self._kind.title(row, self._journal.name) if row is not None else ""
        self.title.setText(saved or _("New: {kind}").format(kind=kind))
        named = bool(owner) and self._kind.name != "person"
        self.whose.setText(_("For {name}").format(name=owner))
        self.whose.setVisible(named and self._shared)
        parts = ([kind] if saved else []) + ([] if self._shared else [owner])
        self.owner.setText(" · ".join(parts))
        self.owner.setVisible(named and bool(parts))

    def say_owner_alone(self, person: str) -> None:
        """Say whose it is without what it is, where the page around the form says that."""
        self.owner.setText("" if self._shared else self._journal.name(person))
        self.owner.setVisible(bool(self.owner.text()))
