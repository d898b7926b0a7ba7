"""Where an entry came from: the file, when it came in, the place in it, and what stood there."""

import re
from datetime import datetime

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.sources import EVENT, LINE, PAGES, ROW, Source, piece
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext, time_words
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.dialogs.file_dialogs import ask_copy
from secondop_desktop.widgets.dialogs.messages import Answer, Dialog, tell
from secondop_desktop.widgets.fields.whole_text import WholeText


class CameFromDialog(Dialog):
    """Shows the piece of the file that an entry was read from, and gives the file back."""

    def __init__(self, parent: QWidget | None, journal: Journal, source: Source) -> None:
        super().__init__(parent, _("Where this came from"), source_lines(source))
        self._journal, self._source = journal, source
        found = piece(journal, source)
        self.words = WholeText(_("What the file says"), found)
        self.words.setVisible(bool(found))
        self.content.addWidget(self.words)
        close = self.add_answer(Answer("", _("Close"), Rank.PRIMARY))
        self.save = Button(_("Save a copy of the file…"), "export")
        self.save.clicked.connect(self._save)
        self.buttons.addWidget(self.save)
        close.setFocus()

    def _save(self) -> None:
        target = ask_copy(self, self._source.name)
        if target is not None:
            try:
                self._journal.extract(self._source.hash, target)
            except UserError as problem:
                tell(self, _("The file could not be saved"), str(problem))


def source_lines(source: Source) -> str:
    """Say in a sentence which file it was, where in it, and when it came in."""
    text = _("From {file}, {place}. Brought in {date}, {time}.")
    if not source.place:
        text = _("From {file}. Brought in {date}, {time}.")
    at = datetime.fromisoformat(source.imported).astimezone()
    return text.format(
        file=source.name,
        place=place_words(source.place),
        date=PartialDate.of(at.date()).words(),
        time=time_words(at.hour, at.minute),
    )


def place_words(place: str) -> str:
    """Say a place as a person counts: ``line 12``, ``entry 4``; other pointers as they are."""
    if place.startswith(LINE):
        return _("line {number}").format(number=place.removeprefix(LINE).partition("/")[0])
    if place.startswith(EVENT):
        return _("event {number}").format(number=place.removeprefix(EVENT))
    if place.startswith(ROW):
        number, _slash, sheet = place.removeprefix(ROW).partition("/")
        return _("sheet {name}, row {number}").format(name=sheet, number=number)
    if place.startswith(PAGES):
        count = len(place.removeprefix(PAGES).split())
        return ngettext("{number} page", "{number} pages", count).format(number=count)
    if found := re.match(r"/entry/(\d+)/", place):
        return _("entry {number}").format(number=int(found[1]) + 1)
    return place
