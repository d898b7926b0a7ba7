"""Which questions are shown: a list to choose from, and what it can offer in each view."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.features.appointments.rules.answers import Column
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.values.dates import PartialDate, undated_first
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.lists.made_later import MadeLater
from secondop_desktop.widgets.theme import Space

ALL, OPEN, BY_ALL = "all", "open", "by all"
Filter = tuple[str, str | None]
"""What is shown: everything, what is open, or what belongs to one appointment or clinician."""
Visit = tuple[str, PartialDate | None]
"""An appointment by its id, and when it is."""
Offers = MadeLater[str]
"""What can be shown, by its words under its ``Filter``: a long life has thousands of visits, so
they are made as they are seen."""


class _Offered(QAbstractListModel):
    """What can be chosen, as Qt asks for it."""

    offers: Offers = MadeLater((), lambda _at: "")

    def replace(self, offers: Offers) -> None:
        """Offer these instead."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        """Return how many can be chosen."""
        return 0 if parent.isValid() else len(self.offers)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the words of one."""
        return self.offers[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


class ShowChoice(QWidget):
    """A list with its name before it; ``chosen`` follows each choice of the person."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.combo = StillCombo()
        self._offered = _Offered(self.combo)
        self.combo.setModel(self._offered)
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
        at = self.combo.currentIndex()
        key = self._offered.offers.keys[at] if at >= 0 else None
        return key if isinstance(key, tuple) else (ALL, None)

    def offer(self, offers: Offers) -> None:
        """Offer these; the choice stays where it can."""
        chosen, shown, keys = self.wanted(), self.combo.currentText(), offers.keys
        at = keys.index(chosen) if chosen in keys else 0
        same = list(keys) == list(self._offered.offers.keys)
        if same and offers[at] == shown:
            self._offered.offers = offers
            return
        self._offered.replace(offers)
        self.combo.setCurrentIndex(at)

    def show_all(self) -> None:
        """Choose to show everything."""
        self.combo.setCurrentIndex(0)


def of_list(journal: Journal, questions: Iterable[Any], visits: Iterable[Visit]) -> Offers:
    """Return what the list can show: what is still to ask, or is for one appointment."""
    names, held = journal.names(), {id_ for row in questions for id_ in row.appointments}
    found = sorted((one for one in visits if one[0] in held), key=lambda one: undated_first(one[1]))
    usual = (((ALL, None), _("All questions")), ((OPEN, None), _("Still to ask")))
    keys: list[Filter] = [("appointment", entry) for entry, _when in found]

    def words(at: int) -> str:
        return _("For: {appointment}").format(appointment=_visit(names, *found[at]))

    return _offers(usual, keys, words)


def of_answers(journal: Journal, columns: Iterable[Column]) -> Offers:
    """Return what stands side by side: what all answered, or what one has not answered yet."""
    named = [
        (("provider", column.provider), _("Not answered yet by {name}").format(name=name))
        for column in columns
        if (name := in_short(journal.name(column.provider), 60))
    ]
    usual = (((ALL, None), _("All questions")), ((BY_ALL, None), _("Answered by all")))
    return _offers(usual, [key for key, _words in named], lambda at: named[at][1])


def _offers(
    usual: Sequence[tuple[Filter, str]], keys: Sequence[Filter], words: Callable[[int], str]
) -> Offers:
    """Return what can always be shown, and what follows under these keys."""
    first = len(usual)
    whole = [key for key, _words in usual] + list(keys)
    return MadeLater(whole, lambda at: usual[at][1] if at < first else words(at - first))


def _visit(names: Names, entry: str, when: PartialDate | None) -> str:
    day = when.without_time().words() if when else ""
    return ", ".join(part for part in (in_short(names(entry), 60), day) if part)
