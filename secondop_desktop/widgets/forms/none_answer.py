"""Saying that there are none, such as "no known allergies", and asking where entries deny it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.said_none import against
from secondop_desktop.lang import N_, _, in_short
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.theme.tone import Tone

_NAMED = 3


@dataclass(frozen=True)
class Words:
    """How one such answer is given, told and doubted; all untranslated."""

    say: str
    said: str
    denied: str
    take_back: str


WORDS: Mapping[str, Words] = {
    "no_known_allergies": Words(
        N_("I have no known allergies"),
        N_("“No known allergies” is written down. The PDF says so on page one."),
        N_("“No known allergies” is written down, but this is in the list: {names}."),
        N_("Take back “no known allergies”"),
    ),
    "takes_no_medicines": Words(
        N_("I take no medicines"),
        N_("“Takes no medicines” is written down. The PDF says so on page one."),
        N_("“Takes no medicines” is written down, but this is in the list: {names}."),
        N_("Take back “takes no medicines”"),
    ),
}


class NoneSaid(Notice):
    """Shows the answer of one person about one kind, lets it be taken back, and asks.

    ``entry_wanted`` carries an entry that speaks against the answer; ``failed`` why the file
    could not take what was pressed.
    """

    entry_wanted = Signal(str)
    failed = Signal(str)

    def __init__(self, journal: Journal, kind: Kind, *, asks_only: bool = False) -> None:
        super().__init__("")
        self._journal, self._kind, self._asks_only = journal, kind, asks_only
        self._words = WORDS[kind.said_none]
        self._person = ""
        self._denying: list[Any] = []
        self.back = Button(_(self._words.take_back), "undo")
        self.back.clicked.connect(self.take_back)
        self.see = Button(_("See that entry"), "arrow-right")
        self.see.clicked.connect(lambda: self.entry_wanted.emit(self._denying[0].id))
        self.add_action(self.back)
        self.add_action(self.see)
        self.hide()

    @property
    def denied(self) -> bool:
        """Whether the answer is given and an entry speaks against it."""
        return bool(self._denying)

    def show_for(self, person: Any, today: date) -> bool:
        """Show what this person said; return whether there is an answer to see."""
        self._person = person.id
        before, given = self._denying, bool(getattr(person, self._kind.said_none))
        rows = self._journal.entries(self._kind.name, person=person.id) if given else []
        self._denying = against(self._kind, rows, today)
        shown = given and (self.denied or not self._asks_only)
        self._say()
        self.setVisible(shown)
        if self.denied and not before:
            announce(self, self.text.text())
        return shown

    def _say(self) -> None:
        self.see.setVisible(self.denied)
        if not self.denied:
            self.say(_(self._words.said), Tone.INFO)
            return
        names = ", ".join(in_short(self._journal.name(row.id)) for row in self._denying[:_NAMED])
        more = " …" if len(self._denying) > _NAMED else ""
        text = _(self._words.denied).format(names=f"{names}{more}")
        which = _("Until you say, the PDF prints what is in the list, and not the answer.")
        self.say(f"{text} {which}", Tone.WARNING, _("Which is right?"))

    def give(self) -> bool:
        """Put down that there are none; False when the file could not take it."""
        return self._write(_(self._words.say), True)

    def take_back(self) -> None:
        """Put down that nothing was said."""
        self._write(_(self._words.take_back), None)

    def _write(self, label: str, value: bool | None) -> bool:
        try:
            with self._journal.change(label) as change:
                change.edit("person", self._person, **{self._kind.said_none: value})
        except UserError as error:
            self.failed.emit(str(error))
            return False
        return True
