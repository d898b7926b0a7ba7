"""What the second doctor usually asks to see, and what the journal has of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from secondop_desktop.features.records.page.need_line import NeedLine
from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.features.records.rules.needed import KINDS, Known, Need, needs
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading, paragraph, small
from secondop_desktop.widgets.fields import ChecklistField, ChoiceField
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.forms.draft import EntryDraft
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.theme import Space


class Needed(QWidget):
    """A list built from the journal by ``refresh``; ticks and last lines are the user's own."""

    entry_wanted = Signal(str)
    place_wanted = Signal(str)
    hand_over_wanted = Signal(object)
    """Hand over the records with these ids."""

    def __init__(self, journal: Journal, given: Mapping[str, Any], acts: Acts) -> None:
        super().__init__()
        self.setProperty("help", "gathering-records")
        self.journal, self.acts = journal, acts
        self.person, self.case = str(given.get("person") or ""), given.get("case")
        self.lines: list[NeedLine] = []
        self.question = heading("", 2)
        self.lead = paragraph(
            _(
                "This is what second doctors usually ask to see. Ask yours what they would like "
                "to have. You tick them yourself."
            )
        )
        self.pack = Button(_("Make a pack of what I have…"), "pdf")
        self.pack.clicked.connect(
            lambda: self.place_wanted.emit(f"pack:records={','.join(self.records_here())}")
        )
        self.give = Button(_("Hand over what I have…"), "export")
        self.give.clicked.connect(lambda: self.hand_over_wanted.emit(self.records_here()))
        self.empty = self._no_question()
        self._sorted_by = ""
        self._own_lines()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.SMALL)
        self._lay_out()

    def _no_question(self) -> Empty:
        empty = Empty(
            "case",
            _("No question yet"),
            _("Write down your question first. The list is made for one second opinion."),
            _("Go to my question"),
            action_icon="arrow-right",
        )
        empty.pressed.connect(lambda: self.place_wanted.emit("case"))
        return empty

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        for part in (self.question, self.lead, self.sort_question):
            column.addWidget(part)
        acts = Flow()
        column.addLayout(acts)
        acts.addWidget(self.pack)
        acts.addWidget(self.give)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._rows)
        column.addWidget(self.own)
        column.addStretch(1)

    def _own_lines(self) -> None:
        """Place the lines the user adds; they are saved while typing."""
        self.own = Card(_("Your own lines"))
        self.own.add(small(_("Anything else they asked for, or you want to bring.")))
        self.also = ChecklistField()
        self.also.set_label(_("Your own lines"))
        self.own.add(self.also)
        kind = self.journal.kinds["case"]
        sorts = [(word, _(label)) for word, label in kind.by_name["kind_of"].choices]
        self.sort = ChoiceField(sorts, _("Not answered"), across=True)
        self.sort_question = Question(_(kind.by_name["kind_of"].label), self.sort)
        self.draft = EntryDraft(self.journal, kind, self.case, {})
        self.autosave = Autosave(self.draft, {"send_also": self.also, "kind_of": self.sort}, self)
        self.autosave.follow("send_also", self.also)
        self.autosave.follow("kind_of", self.sort)
        self.autosave.saved.connect(self._follow_sort)

    def refresh(self) -> None:
        """Show what is saved now; the focus stays on its line."""
        case = self.draft.row()
        at = self._focused()
        self._clear()
        found = needs(self._known(case)) if case is not None else ()
        for need in found:
            self._add(need, need.word in case.send_ready)
        if case is not None:
            self.question.setText(case.question or self.journal.name(case.id))
            if not self.autosave.waiting():
                self.also.put(case.send_also)
                self.sort.put(case.kind_of)
            self._sorted_by = case.kind_of
        for part in (self.lead, self.own, self.question, self.sort_question):
            part.setVisible(case is not None)
        self.give.setVisible(bool(self.records_here()))
        self.pack.setVisible(bool(self.records_here()))
        self.empty.setVisible(case is None)
        follow_layout(self)
        self._focus(at)

    def _follow_sort(self) -> None:
        """Show the lines of the kind of case that was chosen."""
        case = self.draft.row()
        if case is not None and case.kind_of != self._sorted_by:
            self.refresh()

    def _known(self, case: Any) -> Known:
        rows = {kind: self.journal.entries(kind, person=self.person) for kind in KINDS}
        person = self.journal.get("person", self.person)
        return Known(case, person, rows, self.journal.names(), local_today(), self.journal.kinds)

    def records_here(self) -> tuple[str, ...]:
        """Return the records of the list that can be handed over."""
        found = [one for line in self.lines for one in line.need.found if one.here]
        kept = {row.id for row in self.journal.entries("record", person=self.person)}
        return tuple(dict.fromkeys(one.entry for one in found if one.entry in kept))

    def _add(self, need: Need, ready: bool) -> None:
        labels = dict(self.journal.kinds["case"].by_name["send_ready"].choices)
        line = NeedLine(need, _(labels[need.word]), ready)
        line.ticked.connect(lambda on: self._tick(need.word, on))
        line.entry_wanted.connect(self.entry_wanted)
        line.place_wanted.connect(self.place_wanted)
        line.record_wanted.connect(lambda: self._want(need))
        self.lines.append(line)
        self._rows.addWidget(line)
        line.show()

    def _want(self, need: Need) -> None:
        self.acts.want({name: value for name, value in (need.want or {}).items() if value})

    def _tick(self, word: str, on: bool) -> None:
        row = self.draft.row()
        words = [one for one, _label in self.journal.kinds["case"].by_name["send_ready"].choices]
        ready = {*row.send_ready} | {word} if on else {*row.send_ready} - {word}
        kept = tuple(one for one in words if one in ready)
        labels = dict(self.journal.kinds["case"].by_name["send_ready"].choices)
        text = _("Ready: {line}") if on else _("Not ready: {line}")
        label = text.format(line=_(labels[word]))
        case = self.case
        if not self.acts.write(label, lambda made: made.edit("case", str(case), send_ready=kept)):
            self.refresh()

    # Laying out --------------------------------------------------------------------------

    def _clear(self) -> None:
        while self.lines:
            line = self.lines.pop()
            drop(line, self._rows)

    def _focused(self) -> tuple[str, str] | None:
        has = QApplication.focusWidget()
        stops = self._stops().items()
        return next((place for place, part in stops if part is has), None)

    def _stops(self) -> dict[tuple[str, str], QWidget]:
        return {(line.need.word, does): w for line in self.lines for does, w in line.parts.items()}

    def _focus(self, at: tuple[str, str] | None) -> None:
        stops = self._stops()
        if at is not None:
            part = stops.get(at) or stops.get((at[0], "found 0")) or stops.get((at[0], "tick"))
            if part is not None:
                part.setFocus()

    def focus_start(self) -> None:
        """Begin with the first line."""
        (self.lines[0].box if self.lines else self.empty.button).setFocus()

    def flush(self) -> bool:
        """Save the own lines; False when the file could not take them."""
        return self.case is None or self.autosave.flush()

    def event(self, event: QEvent) -> bool:
        """Let Tab follow the lines again whenever something came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            follow_layout(self)
        return super().event(event)
