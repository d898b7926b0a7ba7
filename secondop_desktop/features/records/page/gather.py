"""To gather: records wanted, asked for and received, by who holds them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from secondop_desktop.features.records.page.arrival_dialog import ask_how_it_came
from secondop_desktop.features.records.page.chase_dialog import ChaseDialog
from secondop_desktop.features.records.page.holder_card import HolderCard
from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.features.records.page.record_line import RecordLine
from secondop_desktop.features.records.rules.gathering import Holder, by_holder, summary
from secondop_desktop.features.records.rules.requests import due
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.theme import Space


class Gather(QWidget):
    """A card for each holder, laid out by ``refresh``; ``acts`` says what cannot be saved."""

    entry_wanted = Signal(str)
    form_wanted = Signal(str)
    holder_wanted = Signal(str)
    place_wanted = Signal(str)
    new_wanted = Signal(object)
    """Ask for a new wanted record that starts with these values."""

    def __init__(self, journal: Journal, given: Mapping[str, Any], acts: Acts) -> None:
        super().__init__()
        self.setProperty("help", "gathering-records")
        self.journal, self.acts = journal, acts
        self.person = str(given.get("person") or "")
        self.cards: list[HolderCard] = []
        self.said = heading("", 2)
        self.empty = self._nothing_yet()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.LARGE)
        self._lay_out()

    def _nothing_yet(self) -> Empty:
        empty = Empty(
            "record",
            _("Nothing to gather yet"),
            _(
                "Note which letters, scans and results you would like to have, and who holds "
                "them. You can ask for a copy of your records, and they have one month to answer."
            ),
            _("Ask for a record…"),
        )
        empty.pressed.connect(lambda: self.new_wanted.emit({}))
        return empty

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LARGE)
        column.addWidget(self.said)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._cards)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what is saved now; the focus stays on the same record."""
        names, today = self.journal.names(), local_today()
        records = self.journal.entries("record", person=self.person)
        holders = by_holder(records, names)
        at = self._focused()
        self._clear()
        tasks = self.journal.entries("task", person=self.person)
        for holder in holders:
            self._add(self._card(holder, _chases(holder, tasks), names, today))
        self.said.setText(summary(holders, today))
        self.said.setVisible(bool(holders))
        self.empty.setVisible(not holders)
        follow_layout(self)
        self._focus(at)

    def _card(self, holder: Holder, tasks: list[Any], names: Names, today: date) -> HolderCard:
        found = self.journal.entries("provider", id=holder.id) if holder.id else []
        provider = found[0] if found else None
        card = HolderCard(holder, provider, tasks, names, today)
        wanted = [row.id for row in holder.wanted]
        card.all_asked.connect(lambda: self.acts.asked(wanted))
        letter = f"letter:new:request:{holder.id}"
        card.letter_wanted.connect(lambda: self.place_wanted.emit(letter))
        given = {"holder": holder.id} if holder.id else {}
        card.more_wanted.connect(lambda: self.new_wanted.emit(given))
        card.chase_wanted.connect(lambda: self._chase(holder, tasks))
        for line in card.lines:
            self._connect_signals(line)
        return card

    def _connect_signals(self, line: RecordLine) -> None:
        entry = line.entry
        line.asked.connect(lambda: self.acts.asked([entry]))
        line.came.connect(lambda: ask_how_it_came(self, self.acts, entry))
        line.longer.connect(lambda longer: self._needs_longer(entry, longer))
        line.opened.connect(lambda: self.entry_wanted.emit(entry))
        line.form_wanted.connect(lambda: self.form_wanted.emit(entry))
        line.holder_wanted.connect(lambda: self.holder_wanted.emit(entry))

    def _needs_longer(self, entry: str, longer: bool) -> None:
        if not self.acts.needs_longer(entry, longer):
            self.refresh()

    def _chase(self, holder: Holder, tasks: list[Any]) -> None:
        """Ask for the day; the day after the answer is due is offered first."""
        task = tasks[0] if tasks else None
        start = task.due if task is not None else _after(holder)
        dialog = ChaseDialog(self, self.journal.name(holder.id), start)
        day = dialog.run()
        dialog.deleteLater()
        if day is not None:
            entries = [row.id for row in holder.open]
            self.acts.chase(day, holder.id, entries, task.id if task is not None else None)

    # Laying out --------------------------------------------------------------------------

    def _add(self, card: HolderCard) -> None:
        self.cards.append(card)
        self._cards.addWidget(card)
        # Shown at once rather than by Qt later: only what is visible can take the focus.
        card.show()

    def _clear(self) -> None:
        while self.cards:
            card = self.cards.pop()
            drop(card, self._cards)

    def _focused(self) -> tuple[str, str] | None:
        """Return which record or holder has the focus, and what its button does."""
        has = QApplication.focusWidget()
        return next((place for place, part in self._stops().items() if part is has), None)

    def _stops(self) -> dict[tuple[str, str], QWidget]:
        found: dict[tuple[str, str], QWidget] = {}
        for card in self.cards:
            found |= {
                (line.entry, does): w for line in card.lines for does, w in line.parts.items()
            }
            found |= {(f"holder {card.holder.id}", does): w for does, w in card.parts.items()}
        return found

    def _focus(self, at: tuple[str, str] | None) -> None:
        """Bring the focus back to the same button, or to what is left of its record."""
        if at is None:
            return
        stops = self._stops()
        near = (part for (entry, _does), part in stops.items() if entry == at[0])
        part = stops.get(at) or next(near, None)
        if part is not None:
            part.setFocus()
        else:
            self.focus_start()

    def focus_record(self, entry: str) -> None:
        """Begin with this record, or with the first one when it is not here."""
        self._focus((entry, ""))

    def focus_start(self) -> None:
        """Begin with the first record."""
        first = next(iter(self._stops().values()), None)
        (first or self.empty.button).setFocus()

    def event(self, event: QEvent) -> bool:
        """Let Tab follow the cards again whenever something came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            follow_layout(self)
        return super().event(event)


def _chases(holder: Holder, tasks: list[Any]) -> list[Any]:
    """Return the open tasks with a day that are about records of a holder, the nearest first."""
    entries = {row.id for row in holder.open}
    found = [task for task in tasks if not task.done and task.due and entries & {*task.linked}]
    return sorted(found, key=lambda task: task.due.stored)


def _after(holder: Holder) -> PartialDate | None:
    """Return the day after the first answer is due, if that is still to come."""
    today = local_today()
    days = [last.last_day for last in map(due, holder.awaited) if last is not None]
    coming = sorted(day for day in days if day >= today)
    return PartialDate.of(date.fromordinal(coming[0].toordinal() + 1)) if coming else None
