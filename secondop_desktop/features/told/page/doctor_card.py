"""One doctor: why the case concerns them, what they were told, what they answered, the letters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.features.told.rules import Concerned, told_words
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.wording import written_elsewhere
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.controls.tag import Status, Tag
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone


@dataclass(frozen=True)
class Doctor:
    """What a card shows: who it is, their name, and the letters to them.

    ``kind`` is that of what they were told, ``how`` the labels of the ways to tell somebody.
    """

    concerned: Concerned
    name: str
    letters: Sequence[Any]
    how: Mapping[str, str]
    kind: Kind


class DoctorCard(Card):
    """Shows one doctor; signals carry what is wanted."""

    tell_wanted = Signal()
    told_chosen = Signal(str)
    letter_chosen = Signal(str)
    write_wanted = Signal()

    def __init__(self, doctor: Doctor) -> None:
        super().__init__()
        self.doctor = doctor
        self.setAccessibleName(doctor.name)
        self.places: dict[str, QWidget] = {}
        """What takes the focus for an entry: its row, and for the doctor the first button."""
        self._build_head()
        told = doctor.concerned.told
        self._list(
            _("What {name} was told"),
            [(row.id, self._told_row(row)) for row in told],
            self.told_chosen,
        )
        written = [(row.id, _letter_row(row)) for row in doctor.letters]
        self._list(_("Letters to {name}"), written, self.letter_chosen)
        self._build_acts()

    def _build_head(self) -> None:
        row = QHBoxLayout()
        self.add(row)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(heading(self.doctor.name, 2), 1)
        is_told = self.doctor.concerned.is_told
        done = Status(_("Told"), Tone.SUCCESS)
        row.addWidget(
            Tag(done if is_told else Status(_("Not told yet"))), 0, Qt.AlignmentFlag.AlignTop
        )
        roles = ", ".join(self.doctor.concerned.roles)
        if roles:
            self.add(small(f"{roles[0].upper()}{roles[1:]}"))

    def _told_row(self, told: Any) -> Row:
        what = in_short(told.what)
        answer = in_short(told.answer)
        said = _("They answered: {answer}").format(answer=answer) if answer else _("No answer yet")
        number = len(told.records)
        given = _("Records handed over: {number}").format(number=number) if number else ""
        written = written_elsewhere(self.doctor.kind, told)
        detail = "\n".join(part for part in (what, given, written, said) if part)
        draft = Status(_("Draft")) if self.doctor.kind.is_draft(told) else None
        title = told_words(told, self.doctor.how.get(told.how, ""))
        return Row(title, detail, icon="told", status=draft)

    def _list(self, name: str, found: Sequence[tuple[str, Row]], chosen: Any) -> None:
        if not found:
            return
        rows = Rows(name.format(name=self.doctor.name))
        for entry, row in found:
            self.places[entry] = rows.add(entry, row)
        rows.chosen.connect(lambda entry: chosen.emit(str(entry)))
        self.add(rows)

    def _build_acts(self) -> None:
        is_told = self.doctor.concerned.is_told
        words = _("Told again today") if is_told else _("I told them today")
        self.tell = self._act(words, "check", Rank.PLAIN, self.tell_wanted.emit)
        if self.silent:
            self._act(_("Write down their answer"), "edit", Rank.PLAIN, self._choose_silent)
        self._act(_("Write a letter"), "letter", Rank.QUIET, self.write_wanted.emit)
        self.places[self.doctor.concerned.provider] = self.tell

    def _act(self, words: str, icon: str, rank: Rank, act: Callable[[], None]) -> Button:
        button = Button(words, icon, rank)
        button.setAccessibleName(f"{words}: {self.doctor.name}")
        button.clicked.connect(lambda _on: act())
        self.add_action(button)
        return button

    @property
    def silent(self) -> str:
        """The newest telling that has no answer yet, or an empty text."""
        told = self.doctor.concerned.told[-1:]
        return next((row.id for row in told if not row.answer), "")

    def _choose_silent(self) -> None:
        self.told_chosen.emit(self.silent)


def _letter_row(letter: Any) -> Row:
    sent = _("sent {date}").format(date=letter.sent.words()) if letter.sent else _("not sent yet")
    title = in_short(letter.title) or _("Letter without a title")
    return Row(title, sent, icon="letter")
