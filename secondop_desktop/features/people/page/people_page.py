"""People: whose journals are kept here, who acts for them, and until when they may."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from secondop_desktop.features.people.page.person_reading import PersonReading
from secondop_desktop.features.people.rules.acting import (
    Standing,
    acting_words,
    authority_words,
    note_of,
    standing,
)
from secondop_desktop.features.people.rules.known_helper import helper_known
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.forms.none_answer import NoneSaid
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme.tone import Tone

_TAGS = {
    Standing.ENDED: (N_("Permission has ended"), Tone.WARNING),
    Standing.ENDS_SOON: (N_("Permission ends soon"), Tone.INFO),
    Standing.TO_COME: (N_("Permission begins later"), Tone.PLAIN),
    Standing.NOT_WRITTEN: (N_("Permission not written down"), Tone.PLAIN),
}


class PeoplePage(ReadingPage):
    """Lists the people with whoever acts for them; a note says when a permission runs out."""

    def build(self) -> None:
        """Place the note over the list."""
        self.note = Notice("", Tone.INFO, _("Permission to act"))
        self.asked = [NoneSaid(self.journal, kind, asks_only=True) for kind in self._answered()]
        self.trouble = Trouble()
        super().build()
        for at, part in enumerate((self.note, self.trouble, *self.asked)):
            self.content.insertWidget(at, part)
        for box in self.asked:
            box.entry_wanted.connect(self.entry_wanted)
            box.failed.connect(self.trouble.tell)
        self.opened.connect(lambda _entry: self.ask())

    def _answered(self) -> list[Kind]:
        """Return the kinds of which a person can say that there are none."""
        return [kind for kind in self.journal.kinds.values() if kind.said_none]

    def heard(self) -> Iterable[str]:
        """Return people, and the kinds whose entries may deny what they said."""
        return *super().heard(), *(kind.name for kind in self._answered())

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return the people, each with who acts for them and on what authority."""
        plain = super().rows_as_items(rows)
        return [self._item(row, item) for row, item in zip(rows, plain, strict=True)]

    def _item(self, row: Any, item: RowItem) -> RowItem:
        labels = {word: _(label) for word, label in self.kind.by_name["authority"].choices}
        may = authority_words(row, lambda word: labels.get(word, word))
        paper = _("The paper: {place}").format(place=row.authority_paper)
        born = _("Born {date}").format(date=row.birth_date.words()) if row.birth_date else ""
        said = (born, acting_words(row), may, paper if row.authority_paper else "")
        detail = "\n".join(part.replace("\n", " ") for part in said if part)
        return replace(item, detail=detail, status=item.status or _tag(row))

    def refresh(self) -> None:
        """Show the people as they are now, and whose permission runs out."""
        super().refresh()
        notes = [note_of(row, local_today()) for row in self.listed]
        self.note.say("\n".join(note for note in notes if note), Tone.INFO, _("Permission to act"))
        self.note.setVisible(any(notes))
        self.ask()

    def first_key(self) -> object:
        """Read on arrival about the person whose pages are shown, not about another."""
        keys = self.list.keys()
        return self.person if self.person in keys else super().first_key()

    def _read(self, entry: str) -> None:
        """Read about a person, and lead to their pages where those of another are shown."""
        reading = PersonReading(self.journal, self.kind, entry)
        reading.pages.setVisible(entry != self.person)
        reading.pages_wanted.connect(lambda: self.person_wanted.emit(entry))
        self._show_reading(reading)

    def start_new(self) -> object:
        """Ask for another person; the helper who is known already is carried over."""
        helper = helper_known(self.rows(), self.person)
        self.given = {**self.given, "carer": helper} if helper else self.given
        return super().start_new()

    def ask(self) -> None:
        """Ask about an answer of the person shown that an entry of theirs denies."""
        shown = self.here() or self.person
        for row in self.rows():
            if row.id == shown:
                for box in self.asked:
                    box.show_for(row, local_today())


def _tag(row: Any) -> Status | None:
    found = _TAGS.get(standing(row, local_today()))
    return Status(_(found[0]), found[1]) if found else None
