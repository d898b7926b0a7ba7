"""Who was told: everybody the case concerns, told or not yet, and whoever else was told."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.told.page.doctor_card import Doctor, DoctorCard
from secondop_desktop.features.told.rules import Concerned, concerned, count_told, others_told
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.key_press import on_key, on_menu_wanted
from secondop_desktop.widgets.controls.labels import muted
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.kind_pages.entry_acts import EntryActs
from secondop_desktop.widgets.kind_pages.kind_page import KindPage
from secondop_desktop.widgets.kind_pages.row_menu import RowAct, menu_of
from secondop_desktop.widgets.kind_pages.take_acts import TEXT, take_acts
from secondop_desktop.widgets.layout.tab_order import follow_layout
from secondop_desktop.widgets.screen.save_failed import Trouble

_SHOWN = frozenset({"told", "letter", "opinion", "case", "person", "provider"})


class TellPage(KindPage):
    """A card for each doctor, with one act to note that they were told."""

    def build(self) -> None:
        """Place the count, the cards, and the way to tell anybody else."""
        self.cards: list[DoctorCard] = []
        self._acts = EntryActs(self.journal, self.kind, self._commit)
        self._entry = ""
        self.add_button = Button(_("Told someone else…"), "add", Rank.PLAIN)
        self.add_button.clicked.connect(self.start_new)
        self.add_action(self.add_button)
        self.count = muted("")
        self.trouble = Trouble()
        self.empty = Empty("told", _("Nobody to tell yet"), self._lead(), _("Told someone"))
        self.empty.pressed.connect(self.start_new)
        for part in (self.trouble, self.count):
            self.add(part)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addStretch(1)
        self.watch.changed.connect(self._on_change)
        self.watch.day.turned.connect(self.refresh)
        self.refresh()

    def _lead(self) -> str:
        text = _(
            "The doctors for this question appear here by themselves: those who gave an opinion, "
            "your GP, and who referred you."
        )
        return f"{self.purpose} {text}".strip()

    # What is shown --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Lay the cards out anew; the focus stays where it was."""
        at = self._focused()
        doctors = self._doctors()
        for card in self.cards:
            drop(card, self.content)
        self.cards = [self._card(doctor) for doctor in doctors]
        before = self.content.count() - 1
        for place, card in enumerate(self.cards):
            self.content.insertWidget(before + place, card)
            card.show()
        self.empty.setVisible(not self.cards)
        self.add_button.setVisible(bool(self.cards))
        self._say_count(doctors)
        follow_layout(self)
        if at:
            self._focus_place(at)

    def _say_count(self, doctors: Sequence[Doctor]) -> None:
        number, every = count_told([one.concerned for one in doctors if one.concerned.roles])
        text = ngettext("{number} of {all} doctor told", "{number} of {all} doctors told", every)
        self.count.setText(text.format(number=number, all=every))
        self.count.setVisible(bool(every))

    def _doctors(self) -> list[Doctor]:
        told, letters = self._of_case("told"), self._of_case("letter")
        those = self._concerned(told)
        names = self.journal.names()
        nobody = _("Somebody")
        how = {word: _(label) for word, label in self.kind.by_name["how"].choices}
        return [
            Doctor(one, names(one.provider) or nobody, _letters_to(one, letters), how, self.kind)
            for one in (*those, *others_told(those, told))
        ]

    def _concerned(self, told: Sequence[Any]) -> tuple[Concerned, ...]:
        case = self.journal.entries("case", id=self.given.get("case"))
        people = self.journal.entries("person", id=self.person)
        gp = people[0].gp if people else None
        referred_by = case[0].referral_by if case else None
        return concerned(self._of_case("opinion"), gp if case else None, referred_by, told)

    def _of_case(self, kind: str) -> tuple[Any, ...]:
        return entries_of_case(self.journal, kind, self.person, self.given.get("case"))

    def _card(self, doctor: Doctor) -> DoctorCard:
        card = DoctorCard(doctor)
        card.tell_wanted.connect(lambda: self._tell(doctor))
        card.told_chosen.connect(self._edit)
        for told in doctor.concerned.told:
            self._serve(card.places[told.id], told.id)
        card.letter_chosen.connect(self.entry_wanted)
        begun = f"letter:new:decided:{doctor.concerned.provider}"
        card.write_wanted.connect(lambda: self.place_wanted.emit(begun))
        return card

    def _serve(self, row: QWidget, entry: str) -> None:
        """Offer what lists offer for their rows: a menu, F2 and Delete."""
        put_away = partial(self._acts.put_in_bin, [entry])
        acts = (
            RowAct(_("Edit"), "edit", partial(self._edit, entry)),
            *take_acts(self.taking_wanted.emit, lambda: (entry,)),
            RowAct(_("Put in the bin"), "bin", put_away),
        )
        on_menu_wanted(row, lambda spot: menu_of(acts, row).popup(spot))
        copy = partial(self.taking_wanted.emit, TEXT, (entry,))
        on_key(QKeySequence.StandardKey.Copy, row, copy)
        on_key("F2", row, partial(self._edit, entry))
        on_key(QKeySequence.StandardKey.Delete, row, put_away)

    # Where the focus is ---------------------------------------------------------------------

    def _focused(self) -> str:
        has = QApplication.focusWidget()
        if has is None or not self.isAncestorOf(has):
            return ""
        inside = next((card for card in self.cards if card.isAncestorOf(has)), None)
        if inside is None:
            return ""
        own = (entry for entry, widget in inside.places.items() if widget is has)
        return next(own, inside.doctor.concerned.provider)

    def _spot(self, entry: str) -> QWidget | None:
        found = (card.places[entry] for card in self.cards if entry in card.places)
        return next(found, None)

    def _focus_place(self, entry: str) -> None:
        place = self._spot(entry)
        if place is not None:
            place.setFocus()
        else:
            self.focus_start()

    def focus_start(self) -> None:
        """Begin with the first doctor not told yet, else with the first."""
        waiting = (card for card in self.cards if not card.doctor.concerned.is_told)
        first = next(waiting, self.cards[0] if self.cards else None)
        (first.tell if first is not None else self.empty.button).setFocus()

    def open_entry(self, entry: str) -> None:
        """Lead to what somebody was told, or to a doctor by their id."""
        if self._spot(entry) is not None:
            self._entry = entry
            self._focus_place(entry)

    def here(self) -> str:
        """Return what was opened last."""
        return self._entry if self._spot(self._entry) is not None else ""

    # What is done ---------------------------------------------------------------------------

    def _tell(self, doctor: Doctor) -> None:
        """Note that somebody was told today; how, what and the answer may follow."""
        label = _("Told {name}").format(name=doctor.name)
        today = PartialDate.of(local_today())
        provider = doctor.concerned.provider or None
        try:
            with self.journal.change(label) as change:
                made = change.add("told", **self.given, provider=provider, date=today)
        except UserError as error:
            self.trouble.tell(str(error))
        else:
            self.trouble.hide()
            self.open_entry(made)

    def start_new(self) -> object:
        """Ask whom else, in a window over the page."""
        return self._edit(None)

    def _edit(self, entry: str | None) -> str | None:
        form = self.form_of(self.journal, self.watch, self.kind, entry, self.given)
        made = edit_in_dialog(form, self)
        self.refresh()
        self._focus_place(made or "")
        return made

    def _on_change(self, changes: ChangeSet) -> None:
        if _SHOWN & changes.kinds:
            self.refresh()


def _letters_to(one: Concerned, letters: Sequence[Any]) -> list[Any]:
    return [row for row in letters if row.to == one.provider and row.to and not row.version_of]
