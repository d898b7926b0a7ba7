"""One step of the journey, with everything that belongs to it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.cases.page.bullets import Bullets
from secondop_desktop.features.cases.page.known_rows import KnownRows
from secondop_desktop.features.cases.page.step_notes import StepNotes
from secondop_desktop.features.cases.rules.facts import Fact
from secondop_desktop.features.cases.rules.journey import STATUSES, Stage
from secondop_desktop.features.cases.rules.once_more import round_words
from secondop_desktop.features.cases.rules.steps import STEPS
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import heading, paragraph, small
from secondop_desktop.widgets.fields import ChoiceField
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space

Neighbours = tuple[Stage | None, Stage | None]


class StepPage(QWidget):
    """What a step is for, what to do, what is known, and the person's own status and notes.

    ``status_set`` and ``noted`` carry what the person set; ``place_wanted`` a screen's key;
    ``step_wanted`` the key of another step.
    """

    status_set = Signal(str)
    noted = Signal(str)
    place_wanted = Signal(str)
    step_wanted = Signal(str)

    def __init__(self, stage: Stage, beside: Neighbours, labels: Mapping[str, str]) -> None:
        super().__init__()
        self.stage = stage
        self.own: list[QWidget] = []
        """What only this step has, such as the form of the referral."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.LARGE)
        self._build_head()
        self._build_to_do(labels)
        self.known = KnownRows()
        self.known.place_wanted.connect(self._go)
        self._own_place = QVBoxLayout()
        self._own_place.setSpacing(Space.LARGE)
        self.notes = StepNotes()
        self.notes.noted.connect(self.noted)
        self._column.addWidget(self.known)
        self._column.addLayout(self._own_place)
        self._column.addWidget(self.notes)
        self._build_ways(beside)
        self._column.addStretch(1)
        self.show_stage(stage)

    def _build_head(self) -> None:
        step = self.stage.step
        head = Card()
        where = _("Step {number} of {all}").format(number=step.key, all=len(STEPS))
        again = round_words(self.stage.round) if self.stage.round > 1 else ""
        self.title = heading(_(step.title), 2)
        self.status = ChoiceField([(w, _(label)) for w, label in STATUSES], "", across=True)
        self.status.edited.connect(lambda: self.status_set.emit(str(self.status.value() or "")))
        head.add(small(" · ".join(part for part in (where, again) if part)))
        head.add(self.title)
        head.add(paragraph(_(step.purpose)))
        head.add(
            Question(_("Where this step has got to"), self.status, _("You set this yourself."))
        )
        self._column.addWidget(head)

    def _build_to_do(self, labels: Mapping[str, str]) -> None:
        card = Card(_("What to do"))
        card.add(Bullets(_(line) for line in self.stage.step.to_do))
        begins = [(place, _(words)) for place, words in self.stage.step.begins]
        serves = [(place, labels[place]) for place in self.stage.step.serves]
        for place, words in (*begins, *serves):
            go = Button(words, "arrow-right", Rank.QUIET)
            go.clicked.connect(lambda _on=False, key=place: self.place_wanted.emit(key))
            card.add_action(go)
        self._column.addWidget(card)

    def _build_ways(self, beside: Neighbours) -> None:
        """Lead to the step after, and to the one before."""
        self.ways = Rows(_("Other steps"))
        for stage, words in zip(beside[::-1], (_("Next step"), _("Previous step")), strict=True):
            if stage is not None:
                again = round_words(stage.round) if stage.round > 1 else ""
                said = (stage.step.numbered(), again)
                self.ways.add(stage.key, Row(words, " · ".join(part for part in said if part)))
        self.ways.chosen.connect(lambda key: self.step_wanted.emit(str(key)))
        self._column.addWidget(self.ways)

    def _go(self, place: str) -> None:
        """Go to where a fact stands; what stands on this page itself takes the focus."""
        form = next((part for part in self.own if isinstance(part, Form)), None)
        if place.startswith("case:") and form is not None:
            next(iter(form.edits.values())).setFocus()
        else:
            self.place_wanted.emit(place)

    def add_own(self, part: QWidget) -> None:
        """Put something that only this step has above the notes."""
        self.own.append(part)
        self._own_place.addWidget(part)

    def show_stage(self, stage: Stage) -> None:
        """Show what is saved; notes that are typed and not saved yet stay."""
        self.stage = stage
        self.status.put(stage.status)
        self.notes.show_notes(stage.notes)

    def show_known(self, facts: Sequence[Fact]) -> None:
        """Show what the journal knows; what stands on this page itself only when it is due."""
        here = f"case:{self.stage.key}"
        self.known.show_facts([fact for fact in facts if fact.late or fact.place != here])
        follow_layout(self)

    def flush(self) -> bool:
        """Save what is typed; False when the file could not take it."""
        self.notes.send()
        forms = [part.flush() for part in self.own if isinstance(part, Form)]
        return all(forms) and not self.notes.waiting
