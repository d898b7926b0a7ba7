"""Tells beside the pages, and aloud, what was saved and copied last."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.screen.save_failed import troubled
from secondop_desktop.window.saved_words import copied_last, not_saved, saved_already, saved_last
from secondop_desktop.window.shell import Shell


class SavedStatus(QObject):
    """Keeps the status line true; ``page`` gives the page shown, which may not be able to save."""

    def __init__(
        self, shell: Shell, journal: Journal, page: Callable[[], Page | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._journal, self._page = shell, journal, page
        self._last_step: object = None

    def show(self) -> None:
        """Say when it was saved and copied last, in words that hold today."""
        self.show_saved()
        self.show_copied()

    def show_saved(self) -> None:
        """Say that all is saved, unless the page says of something that it is not."""
        self._shell.say_saved(self._trouble() or saved_last(self._journal))

    def show_copied(self) -> None:
        """Say how old the last safe copy is."""
        self._shell.say_copied(copied_last(self._journal.path))

    def answer_save(self) -> None:
        """Answer Ctrl+S: save what is being typed, and say when the last change was saved."""
        page = self._page()
        if page is not None and not page.flush():
            return
        said = self._trouble() or saved_already(self._journal) or _("Nothing to save yet")
        self._shell.say_saved(said)
        announce(self._shell, said)

    def _trouble(self) -> str:
        page = self._page()
        return not_saved() if page is not None and troubled(page) else ""

    def announce_typed(self, changes: ChangeSet) -> None:
        """Say aloud that what is typed was saved, once for each field and not for each pause."""
        step = (changes.label, changes.ids, id(self._shell.focusWidget()))
        if changes.what == "do" and changes.initiator is not None and step != self._last_step:
            announce(self._shell, _("Saved"))
        self._last_step = step
