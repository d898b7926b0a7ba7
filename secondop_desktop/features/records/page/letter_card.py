"""The card that follows a file that came in: what the program read of it, to be confirmed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.exchange.source_files.any_file import title_of
from secondop_desktop.features.records.operations.keeping import provider_named
from secondop_desktop.features.records.page.letter_purposes import purpose_of, purposes, serve
from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.features.records.page.short_form import ShortForm
from secondop_desktop.features.records.rules.letter_words import (
    Understood,
    suggested_title,
    understood,
)
from secondop_desktop.features.records.rules.unsaid import PHOTO
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.fields import ChoiceField

_HEAD = 20_000
"""So many characters of a file's words are looked through; a letter says what it is at its top."""


class LetterCard(ShortForm):
    """Five short questions, answered as far as the file's own words do; Enter agrees.

    Escape keeps the file as it came, under its own name.
    """

    def __init__(
        self, parent: QWidget, journal: Journal, entry: str, given: Mapping[str, Any], place: str
    ) -> None:
        super().__init__(parent, journal, _("What is this? {place}").format(place=place).strip())
        self.row, self._given = journal.get("record", entry), given
        self.read = self._understood()
        self.leave.setText(_("Keep it as it is"))
        self.save.setText(_("Yes, save this"))
        self._ask_all()
        self._say_where_read()

    def _understood(self) -> Understood:
        person = self.row.person
        doctors = {row.id: row.name for row in self.journal.entries("provider", person=person)}
        return understood(self.row.text[:_HEAD], doctors, local_today())

    def _ask_all(self) -> None:
        read, row = self.read, self.row
        kind = read.type or row.type if row.type == PHOTO else row.type or read.type
        sender = self.journal.name(read.sender) if read.sender else read.signed
        sort = self.kind.by_name["type"].label_of(kind)
        day = read.date.words() if read.date else ""
        own = bool(row.file_name) and row.title != title_of(row.file_name)
        title = suggested_title(_(sort) if sort else "", sender, day, row.title, own=own)
        self.ask("title", value=title)
        self.ask("type", value=kind or None)
        self.ask("date", value=row.date or read.date)
        who = self.ask_who(
            "from_provider", _("Who it is from"), who=row.from_provider or read.sender
        )
        if read.signed and who.value() is None:
            who.put(read.signed)  # nobody known yet: told beside it where that was read
        offered = purposes(self.journal, row)
        if offered:
            field = ChoiceField(offered)
            self.put("purpose", field, _("What it is for"), "", purpose_of(self.journal, row, read))

    def _say_where_read(self) -> None:
        """Show the words that an answer was read from, so that they can be compared."""
        read = self.read
        said = _("It says: “{words}”")
        if read.date:
            words = said.format(words=read.date_words)
            if read.both_ways:
                words += " " + _("Check which is the day and which the month.")
            self.edits["date"].set_note(words)
        if read.signed:
            self.edits["from_provider"].set_note(said.format(words=read.signed))

    def write(self, change: Change) -> None:
        """Put down what was confirmed."""
        name = self.value("from_provider")
        given = {"person": self.row.person}
        values = {
            "title": self.value("title") or self.row.title,
            "type": self.value("type") or "",
            "date": self.value("date"),
            "from_provider": provider_named(self.journal, change, name, given),
        }
        change.edit("record", self.row.id, **values)
        purpose = self.edits.get("purpose")
        if purpose is not None and purpose.value():
            serve(self.journal, change, self.row.id, str(purpose.value()))


def agree(card: LetterCard, acts: Acts) -> bool:
    """Save what the card says in one change."""
    title = card.value("title") or card.row.title
    return acts.write(_("Say what it is: {title}").format(title=title), card.write)
