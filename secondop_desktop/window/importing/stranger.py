"""What is shown instead of a plan when files are about somebody else than the open person."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from secondop_desktop.exchange.people.person_fit import PersonFacts
from secondop_desktop.exchange.people.somebody_else import (
    Difference,
    SomebodyElseError,
    told_apart,
)
from secondop_desktop.exchange.people.whose import NEW
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import Label, heading, paragraph
from secondop_desktop.widgets.theme import Space, Weight


class StrangerPanel(QWidget):
    """The file and the journal side by side, and what can be done; Enter files nothing here.

    ``chosen`` is sent with the id of the person to bring the files in for, or NEW.
    """

    chosen = Signal(str)
    other_files_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._card: Card | None = None
        self._start: Button | None = None
        self.buttons: list[Button] = []
        self.hide()

    def show_stranger(self, found: SomebodyElseError | None) -> None:
        """Show whom the files are about; None takes the panel away."""
        if self._card is not None:
            drop(self._card, self._column)
            self._card = None
        self.buttons = []
        if found is not None:
            self._build(found)
        self.setVisible(found is not None)

    def focus_start(self) -> bool:
        """Begin with the right person, else with other files; False when nothing is shown."""
        if self._card is None or self._start is None:
            return False
        self._start.setFocus()
        return True

    def _build(self, found: SomebodyElseError) -> None:
        card = Card(_("This is about somebody else"))
        told, person = told_apart(found.told, found.person._asdict())
        text = _("The file is about {told}. The pages that are open are those of {person}.")
        card.add(paragraph(text.format(told=told, person=person)))
        card.add(_side_by_side(found.differences))
        for row in found.fitting:
            words = _("Bring it in for {person}").format(person=_short(row._asdict()))
            self._offer(card, words, "person", str(row.id), Rank.PRIMARY)
        files = Button(_("Choose other files…"), "open")
        files.clicked.connect(self.other_files_wanted)
        card.add_action(files)
        if not found.fitting and found.told.get("name"):
            words = _("Add {person} as a new person").format(person=_short(found.told))
            self._offer(card, words, "add", NEW, Rank.PLAIN)
        words = _("It is about {person}").format(person=_short(found.person._asdict()))
        self._offer(card, words, "", str(found.person.id), Rank.QUIET)
        self._start = self.buttons[0] if found.fitting else files
        self._card = card
        self._column.addWidget(card)

    def _offer(self, card: Card, words: str, icon: str, person: str, rank: Rank) -> None:
        button = Button(words, icon, rank)
        button.clicked.connect(partial(self._choose, person))
        card.add_action(button)
        self.buttons.append(button)

    def _choose(self, person: str) -> None:
        self.chosen.emit(person)


def _short(person: PersonFacts) -> str:
    """Return the name by which a button calls somebody."""
    return str(person.get("name") or person.get("known_as") or _("this person"))


def _side_by_side(differences: tuple[Difference, ...]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, Space.SMALL, 0, Space.SMALL)
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.SMALL)
    for column, words in ((1, _("In the file")), (2, _("In the journal"))):
        grid.addWidget(heading(words, 3), 0, column)
    for row, one in enumerate(differences, 1):
        grid.addWidget(Label(one.label, token="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        weight = Weight.BOLD if one.agrees is False else Weight.REGULAR
        for column, text in ((1, one.in_file), (2, one.in_journal)):
            said = Label(text or _("not given"), weight=weight, token="text" if text else "muted")
            grid.addWidget(said, row, column, Qt.AlignmentFlag.AlignTop)
    for column in (1, 2):
        grid.setColumnStretch(column, 1)
    table.setAccessibleName("; ".join(_spoken(one) for one in differences))
    return table


def _spoken(one: Difference) -> str:
    text = _("{label}: in the file {file}, in the journal {journal}")
    none = _("not given")
    return text.format(label=one.label, file=one.in_file or none, journal=one.in_journal or none)
