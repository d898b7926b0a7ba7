"""What each opinion says about one option: a list of opinions with an answer for each."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.user_order import in_places
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import Label, muted
from secondop_desktop.widgets.fields import FieldEdit
from secondop_desktop.widgets.fields.base import Parts
from secondop_desktop.widgets.fields.single_choice import NOT_ANSWERED, Answers
from secondop_desktop.widgets.theme import Space, Text, Weight

Opinions = Callable[[], Sequence[tuple[str, str]]]
"""Gives the opinions as id and title, in order."""


def opinions_of(journal: Journal, person: str, case: str | None) -> list[tuple[str, str]]:
    """Return the opinions of a case as id and title, the first one first."""
    names = journal.names()
    rows = journal.entries("opinion", person=person or None)
    mine = of_case(rows, case) if case else rows
    return [(row.id, names(row.id)) for row in in_places(mine)]


class StancesField(FieldEdit):
    """The answers by the id of their opinion, or None; opinions not listed keep theirs."""

    def __init__(self, opinions: Opinions, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opinions, self._answers = opinions, answers
        self._value: dict[str, str] = {}
        self.combos: dict[str, StillCombo] = {}
        self.labels: dict[str, Label] = {}
        self.pairs: list[QWidget] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.SMALL)
        self.nothing = muted(_("Add an opinion first. Then you can say what it says about this."))
        self.body.addLayout(self._lines)
        self.body.addWidget(self.nothing)
        self.refresh()

    def value(self) -> dict[str, str] | None:
        """Return the answers, or None when there are none."""
        return dict(self._value) or None

    def parts(self) -> Parts:
        """Each list says its opinion."""
        named = [(combo, self.labels[entry].text()) for entry, combo in self.combos.items()]
        return list(named) or [(self, "")]

    def refresh(self) -> None:
        """List the opinions as they are now."""
        opinions = dict(self._opinions())
        if list(opinions) != list(self.combos):
            self._rebuild(opinions)
        for entry, title in opinions.items():
            self.labels[entry].setText(title)
        self._fill(self._value)
        self._tell_access()

    def _rebuild(self, opinions: Mapping[str, str]) -> None:
        for pair in self.pairs:
            drop(pair, self._lines)
        self.pairs, self.combos, self.labels = [], {}, {}
        for entry in opinions:
            self._add(entry)
        for one, following in pairwise(self.combos.values()):
            QWidget.setTabOrder(one, following)
        self.nothing.setVisible(not opinions)

    def _add(self, entry: str) -> None:
        combo, label = StillCombo(), Label(role=Text.SMALL, weight=Weight.BOLD)
        combo.addItem(_(NOT_ANSWERED), "")
        for word, text in self._answers:
            combo.addItem(text, word)
        combo.currentIndexChanged.connect(lambda: self._take(entry))
        label.setBuddy(combo)
        # A list may be narrower than it would like: it must not make its column wider.
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, combo.sizePolicy().verticalPolicy())
        self.combos[entry], self.labels[entry] = combo, label
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(label)
        column.addWidget(combo)
        self.pairs.append(pair)
        self._lines.addWidget(pair)

    def _take(self, entry: str) -> None:
        if not self._filling:
            kept = {**self._value, entry: str(self.combos[entry].currentData() or "")}
            self._value = {name: word for name, word in kept.items() if word}
            self._changed()

    def _fill(self, value: Any) -> None:
        self._value = dict(value or {})
        with self._quietly():
            for entry, combo in self.combos.items():
                combo.setCurrentIndex(max(combo.findData(self._value.get(entry, "")), 0))
