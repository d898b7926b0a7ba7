"""What the buttons beside a letter do with it, apart from leaving it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.letters.operations import drafting, sending, versions
from secondop_desktop.features.letters.operations.letter_sources import shelf_of
from secondop_desktop.features.letters.operations.paper import letter as on_paper
from secondop_desktop.features.letters.page import letter_dialogs, output
from secondop_desktop.features.letters.page.sent_dialog import SentDialog
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.theme.tone import Tone


class LetterActs:
    """Acts on a letter; ``said`` tells how it went, dialogs open over ``page``."""

    def __init__(self, journal: Journal, page: QWidget, said: SavedFileNotice) -> None:
        self._journal, self._page, self._said = journal, page, said

    def do(self, name: str, row: Any) -> None:
        """Do what the button of this name says; raises UserError where that fails."""
        acts: dict[str, Callable[[Any], object]] = {
            "sent": self._send,
            "unsent": lambda row: sending.unsend(self._journal, row),
            "print": self._print,
            "pdf": lambda row: self._save(row, ".pdf"),
            "docx": lambda row: self._save(row, ".docx"),
            "keep": self._keep,
            "again": self._again,
        }
        acts[name](row)

    def _say(self, text: str, tone: Tone) -> None:
        self._said.say(text, tone)
        self._said.tell()

    def _send(self, row: Any) -> None:
        dialog = SentDialog(self._page, sending.offers(self._journal, row), local_today())
        if dialog.exec() and dialog.day is not None:
            sending.send(self._journal, row, dialog.day, dialog.how, dialog.chosen)
            self._say(_("Marked as sent {date}.").format(date=dialog.day.words()), Tone.SUCCESS)
        dialog.deleteLater()

    def _print(self, row: Any) -> None:
        if output.put_on_paper(self._page, on_paper(self._journal, row)):
            self._say(_("The letter was sent to the printer."), Tone.SUCCESS)

    def _save(self, row: Any, ending: str) -> None:
        letter = on_paper(self._journal, row)
        make = {".pdf": lambda: output.as_pdf(letter)[0], ".docx": lambda: output.as_docx(letter)}
        target = output.save(self._page, letter, ending, make[ending])
        if target is not None:
            self._said.say_saved(_("{file} was saved.").format(file=target.name), target)

    def _keep(self, row: Any) -> None:
        made = versions.keep(self._journal, row.id)
        text = _("This version is kept.") if made else _("This version is kept already.")
        self._say(text, Tone.SUCCESS if made else Tone.INFO)

    def _again(self, row: Any) -> None:
        if not letter_dialogs.sure_to_redo(self._page):
            return
        shelf = shelf_of(self._journal, row)
        helper = letter_dialogs.who_writes(self._page, shelf)
        if helper is not None:
            drafting.refill(shelf, row, local_today(), by_helper=helper)
            self._say(_("The letter was filled in again."), Tone.SUCCESS)
