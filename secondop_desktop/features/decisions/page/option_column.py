"""One option as a card: what it means, what each opinion says, its benefits and risks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.features.decisions.page.line_menu import LineMenu
from secondop_desktop.features.decisions.page.outcome import OutcomeView
from secondop_desktop.features.decisions.rules.options import STANCES
from secondop_desktop.features.decisions.stances import StancesField
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import N_, _, in_short
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, muted, paragraph
from secondop_desktop.widgets.controls.tag import Status, Tag
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.layout.stacked import stacked
from secondop_desktop.widgets.theme import Space

_LONGEST = 500
"""Letters shown of a description; its form shows all of it."""


@dataclass(frozen=True)
class Side:
    """One row of outcomes: the stored word, its title, and the words that add one."""

    key: str
    title: str
    add: str = ""


SIDES = (
    Side("good", N_("Benefits"), N_("Add a benefit")),
    Side("bad", N_("Risks"), N_("Add a risk")),
    Side("", N_("Not yet marked as good or bad")),
)


class OptionColumn(QObject):
    """The parts of an option's card, from top to bottom, and what is typed into them."""

    edit_wanted = Signal(str)
    """An option or outcome is to be opened in its form."""
    adding = Signal(str, str)
    """A benefit (``good``) or risk (``bad``) is to be added to the option with this id."""
    bin_wanted = Signal(str)
    """An option or outcome is to be put in the bin."""
    moved = Signal(str, int)
    outcome_moved = Signal(str, int)
    record_wanted = Signal(str)
    opinions_wanted = Signal()

    def __init__(
        self,
        journal: Journal,
        row: Any,
        opinions: Sequence[tuple[str, str]],
        outcomes: Sequence[Any],
        among: int,
        sides: Sequence[Side],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.row, self._opinions = row, opinions
        names = journal.names()
        self.title = journal.kinds["option"].title(row, names)
        self.draft = EntryDraft(journal, journal.kinds["option"], row.id, {})
        self.views: list[OutcomeView] = []
        self.head = self._head()
        self.cells = [self._description(), self._stances()]
        for side in sides:
            mine = [one for one in in_order(outcomes) if _side(one) == side.key]
            self.cells.append(self._outcomes(journal, side, mine, among, names))
        self.autosaves = [self.autosave, *(view.autosave for view in self.views)]

    def _head(self) -> QWidget:
        self.menu = LineMenu(self.row.id, self.title)
        self.menu.edited.connect(lambda: self.edit_wanted.emit(self.row.id))
        self.menu.moved.connect(lambda by: self.moved.emit(self.row.id, by))
        self.menu.put_away.connect(lambda: self.bin_wanted.emit(self.row.id))
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HAIR)
        line.addWidget(heading(in_short(self.title, _LONGEST), 3), 1)
        line.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        head.setAccessibleName(self.title)
        self.menu.serve(head)
        return head

    def _description(self) -> QWidget:
        words = in_short(self.row.description, _LONGEST)
        shown: list[QWidget] = [paragraph(words) if words else muted(_("Not described yet"))]
        if self.draft.kind.is_draft(self.row):
            shown.insert(0, Tag(Status(_("Draft"))))
        if self.row.waiting:
            shown.insert(0, Tag(Status(_("Waiting"), icon="clock")))
        return stacked(*shown, gap=Space.SMALL)

    def _stances(self) -> QWidget:
        answers = [(word, _(text)) for word, text in STANCES]
        self.stances = StancesField(lambda: self._opinions, answers)
        label = _("What each opinion says about it: {title}")
        self.stances.set_label(label.format(title=self.title))
        self.autosave = Autosave(self.draft, {"stances": self.stances}, self)
        self.autosave.follow("stances", self.stances)
        self.stances.put(self.row.stances)
        for opinion, combo in self.stances.combos.items():
            combo.setObjectName(f"{self.row.id}/{opinion}")
        shown: list[QWidget] = [self.stances]
        if not self._opinions:
            go = Button(_("Go to the opinions"), "opinion")
            go.setObjectName(f"{self.row.id}/opinions")
            go.setAccessibleDescription(self.title)
            go.clicked.connect(self.opinions_wanted)
            shown.append(go)
        return stacked(*shown, gap=Space.SMALL)

    def _outcomes(
        self, journal: Journal, side: Side, rows: Sequence[Any], among: int, names: Names
    ) -> QWidget:
        shown: list[QWidget] = []
        for at, row in enumerate(rows):
            view = OutcomeView(journal, row, among, names)
            view.menu.place(at, len(rows), stacked=True)
            self._connect_signals(view)
            self.views.append(view)
            shown.append(view)
        if side.add:
            button = Button(_(side.add), "add", Rank.QUIET)
            button.setObjectName(f"{self.row.id}/add/{side.key}")
            button.setAccessibleName(": ".join([_(side.add), self.title]))
            button.clicked.connect(lambda: self.adding.emit(self.row.id, side.key))
            shown.append(button)
        return stacked(*shown, gap=Space.MEDIUM)

    def _connect_signals(self, view: OutcomeView) -> None:
        entry = view.row.id
        view.menu.edited.connect(lambda: self.edit_wanted.emit(entry))
        view.menu.moved.connect(lambda by: self.outcome_moved.emit(entry, by))
        view.menu.put_away.connect(lambda: self.bin_wanted.emit(entry))
        view.record_wanted.connect(self.record_wanted)

    def place(self, at: int, count: int, *, stacked: bool) -> None:
        """Say where the card can move, as the cards stand now."""
        self.menu.place(at, count, stacked=stacked)


def _side(row: Any) -> str:
    return row.good_or_bad if row.good_or_bad in {"good", "bad"} else ""
