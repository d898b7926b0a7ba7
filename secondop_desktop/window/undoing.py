"""Undo and redo in the window: the steps that are next, and taking them."""

from collections.abc import Callable

from secondop_desktop.errors import UserError
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.dialogs.messages import tell
from secondop_desktop.window.places import has_own_screen, place_of
from secondop_desktop.window.saved_words import saved_last
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import PLACES


class Undoing:
    """Takes the journal's steps back and again; ``whose`` says whose pages are shown,
    and ``screen`` which.

    ``show`` goes to a screen and an entry on it, unless they are in sight, and says if it did.
    """

    def __init__(
        self,
        shell: Shell,
        journal: Journal,
        whose: Callable[[], str],
        screen: Callable[[], str],
        show: Callable[[str, str], bool],
    ) -> None:
        self._shell, self._journal, self._whose, self._lead = shell, journal, whose, show
        self._shown = screen

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
        place = place_of_change(self._journal, taken) if people <= {self._whose()} else None
        where = _screen(place[0]) if place is not None else ""
        if place is not None and self._lead(*place):
            said = _("{what}. You are now on: {where}").format(what=said, where=where)
        elif place is not None and where and place[0] != self._shown():
            said = f"{said} · {where}"
        announce(self._shell, said)
        self._shell.say_saved(f"{said} · {saved_last(self._journal)}")
        self._shell.undo_bar.forget()
        self._shell.keep_focus()

    def what_and_where(self, changes: ChangeSet) -> str:
        """Say what was done and on which screen."""
        place = place_of_change(self._journal, changes)
        where = _screen(place[0]) if place is not None else ""
        return f"{changes.label} · {where}" if where else changes.label

    def _own_words(self, label: str, people: frozenset[str]) -> str:
        """Say a step, but of another person's no more than whose it is."""
        person = self._whose()
        others = people - {person}
        if not label or not others or not person:
            return label
        names = [self._journal.name(other) for other in sorted(others)]
        return _("a change for {names}").format(names=", ".join(names))


def place_of_change(journal: Journal, changes: ChangeSet) -> tuple[str, str] | None:
    """Return the screen and the entry that a change concerned; None when they are several.

    The entry is an empty text when it is no longer there.
    """
    keys, entries, passed = set[str](), set[str](), set[str]()
    for row in changes.rows:
        if row.kind in passed:
            continue
        key, entry = _place(journal, row.kind, row.id)
        keys.add(key)
        entries.add(entry)
        if len(keys) > 1:
            return None
        # A file that comes in holds thousands: only the first two of a kind are looked up.
        if len(entries) > 1 and row.kind in keys and has_own_screen(journal.kind(row.kind)):
            passed.add(row.kind)
    if not keys:
        return None
    return keys.pop(), entries.pop() if len(entries) == 1 else ""


def _place(journal: Journal, kind: str, entry: str) -> tuple[str, str]:
    try:
        there = bool(journal.entries(kind, id=entry))
        return place_of(journal, entry) if there else (kind, "")
    except UserError:
        return kind, ""


def _screen(key: str) -> str:
    return next((_(place.label) for place in PLACES if place.key == key), "")
