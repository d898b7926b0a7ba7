"""Which questions are shown: a list to choose from, and what it can offer in each view."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.features.appointments.rules import Column
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.theme import Space

ALL, OPEN, BY_ALL = "all", "open", "by all"
Filter = tuple[str, str | None]
"""What is shown: everything, what is open, or what belongs to one appointment or clinician."""
Offer = tuple[Filter, str]


class ShowChoice(QWidget):
    """A list with its name before it; ``chosen`` follows each choice of the person."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.combo = StillCombo()
        self.combo.setAccessibleName(_("Show"))
        self.combo.setMinimumContentsLength(24)
        self.combo.activated.connect(lambda _at: self.chosen.emit())
        words = Label(_("Show"))
        words.setWordWrap(False)
        words.setBuddy(self.combo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(words)
        row.addWidget(self.combo)
        row.addStretch(1)

    def wanted(self) -> Filter:
        """Return what is chosen."""
        return self.combo.currentData() or (ALL, None)

    def offer(self, offered: Sequence[Offer]) -> None:
        """Offer these; the choice stays where it can."""
        chosen = self.wanted()
        shown = [self.combo.itemText(at) for at in range(self.combo.count())]
        if shown == [words for _key, words in offered]:
            return
        self.combo.clear()
        for key, words in offered:
            self.combo.addItem(words, key)
        keys = [key for key, _words in offered]
        self.combo.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)

    def show_all(self) -> None:
        """Choose to show everything."""
        self.combo.setCurrentIndex(0)


def of_list(journal: Journal, questions: Iterable[Any], visits: Iterable[Any]) -> list[Offer]:
    """Return what the list can show: what is still to ask, or is for one appointment."""
    names, held = journal.names(), {id_ for row in questions for id_ in row.appointments}
    named: list[Offer] = [
        (("appointment", row.id), _("For: {appointment}").format(appointment=_visit(names, row)))
        for row in sorted(visits, key=lambda row: undated_first(row.when))
        if row.id in held
    ]
    return [((ALL, None), _("All questions")), ((OPEN, None), _("Still to ask")), *named]


def of_answers(journal: Journal, columns: Iterable[Column]) -> list[Offer]:
    """Return what stands side by side: what all answered, or what one has not answered yet."""
    named: list[Offer] = [
        (("provider", column.provider), _("Not answered yet by {name}").format(name=name))
        for column in columns
        if (name := in_short(journal.name(column.provider), 60))
    ]
    return [((ALL, None), _("All questions")), ((BY_ALL, None), _("Answered by all")), *named]


def _visit(names: Names, row: Any) -> str:
    day = row.when.without_time().words() if row.when else ""
    return ", ".join(part for part in (in_short(names(row.id), 60), day) if part)
