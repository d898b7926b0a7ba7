"""Undo and redo in the window: the steps that are next, and taking them."""

from collections.abc import Callable

from secondop_desktop.errors import UserError
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.dialogs import tell
from secondop_desktop.window.saved_words import saved_last
from secondop_desktop.window.shell import Shell


class Undoing:
    """Takes the journal's steps back and again; ``whose`` says whose pages are shown."""

    def __init__(self, shell: Shell, journal: Journal, whose: Callable[[], str]) -> None:
        self._shell, self._journal, self._whose = shell, journal, whose

    def show(self) -> None:
        """Say in the menu and on the buttons which steps are next."""
        journal = self._journal
        undo = self._own_words(journal.undo_label(), journal.undo_people())
        redo = self._own_words(journal.redo_label(), journal.redo_people())
        self._shell.acts.set_undo(undo, redo)

    def undo(self) -> None:
        """Undo the journal's newest step."""
        taken = self._take(self._journal.undo)
        if taken is not None:
            self._tell(_("Undone: {what}"), taken, self._journal.redo_people())

    def redo(self) -> None:
        """Do the journal's step again that was undone last."""
        taken = self._take(self._journal.redo)
        if taken is not None:
            self._tell(_("Done again: {what}"), taken, self._journal.undo_people())

    def _take(self, step: Callable[[], ChangeSet | None]) -> ChangeSet | None:
        try:
            return step()
        except UserError as error:
            tell(self._shell, _("That could not be done"), str(error))
            return None

    def _tell(self, words: str, taken: ChangeSet, people: frozenset[str]) -> None:
        said = words.format(what=self._own_words(taken.label, people))
        announce(self._shell, said)
        self._shell.say_saved(f"{said} · {saved_last(self._journal)}")
        self._shell.undo_bar.hide()
        self._shell.keep_focus()

    def _own_words(self, label: str, people: frozenset[str]) -> str:
        """Say a step, but of another person's no more than whose it is."""
        person = self._whose()
        others = people - {person}
        if not label or not others or not person:
            return label
        names = [self._journal.name(other) for other in sorted(others)]
        return _("a change for {names}").format(names=", ".join(names))
