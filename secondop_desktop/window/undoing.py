"""Undo and redo in the window: the steps that are next, and taking them."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from secondop_desktop.errors import UserError
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.dialogs.messages import tell
from secondop_desktop.window.places import has_own_screen, place_of
from secondop_desktop.window.saved_words import saved_last
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import PLACES

if TYPE_CHECKING:
    from secondop_desktop.widgets.dialogs.progress import ProgressDialog

_LONG: Final = 200
"""Rows from which on a step is taken beside the window, which would stand still meanwhile."""

_LOOKED_AT: Final = 1_000
"""Rows of a long step by which it is told where it was done; they lie on the disk."""

Step = Callable[[Tell], ChangeSet | None]


class Undoing:
    """Takes the journal's steps back and again; ``whose`` says whose pages are shown,
    and ``screen`` which.

    ``show`` goes to a screen and an entry on it, unless they are in sight, and says if it did.
    """

    def __init__(
        self,
        shell: Shell,
        journal: Journal,
        run: jobs.Runner,
        whose: Callable[[], str],
        screen: Callable[[], str],
        show: Callable[[str, str], bool],
    ) -> None:
        self._shell, self._journal, self._whose, self._lead = shell, journal, whose, show
        self._run = run
        self._at_work: ProgressDialog | None = None
        self._shown = screen

    def show(self) -> None:
        """Say in the menu and on the buttons which steps are next."""
        journal = self._journal
        undo = self._own_words(journal.undo_label(), journal.undo_people())
        redo = self._own_words(journal.redo_label(), journal.redo_people())
        self._shell.acts.set_undo(undo, redo)

    def undo(self) -> None:
        """Undo the journal's newest step."""
        journal, words = self._journal, _("Undone: {what}")

        def done(taken: ChangeSet) -> None:
            self._tell(words, taken, journal.redo_people())

        self._take(journal.undo, journal.undo_size, _("Undoing"), done)

    def redo(self) -> None:
        """Do the journal's step again that was undone last."""
        journal, words = self._journal, _("Done again: {what}")

        def done(taken: ChangeSet) -> None:
            self._tell(words, taken, journal.undo_people())

        self._take(journal.redo, journal.redo_size, _("Doing it again"), done)

    def stop(self) -> None:
        """Ask a step that is being taken beside the window to stop; nobody hears of it."""
        if self._at_work is not None:
            jobs.stop(self._at_work)
            self._leave_work()

    def _take(
        self, step: Step, size: Callable[[], int], title: str, done: Callable[[ChangeSet], None]
    ) -> None:
        try:
            is_long = size() > _LONG
            taken = None if is_long else step(nobody)
        except UserError as error:
            self._refuse(error)
            return
        if is_long:
            self._take_beside(step, title, done)
        elif taken is not None:
            done(taken)

    def _take_beside(self, step: Step, title: str, done: Callable[[ChangeSet], None]) -> None:
        """Take a long step in a job; until then nothing else is to be pressed."""
        from secondop_desktop.widgets.dialogs.progress import ProgressDialog

        dialog = self._at_work = ProgressDialog(self._shell, title)

        def end(taken: ChangeSet | None) -> None:
            self._leave_work()
            if taken is not None:
                done(taken)

        def stopped() -> None:
            self._leave_work()
            self._say(_("You stopped it, so nothing was changed."))

        def failed(error: Exception) -> None:
            self._leave_work()
            if not isinstance(error, UserError):
                raise error
            self._refuse(error)

        running = jobs.start(
            self._run,
            lambda job: step(partial(job.say, title)),
            dialog,
            done=end,
            failed=failed,
            stopped=stopped,
        )
        running.said.connect(dialog.say)
        dialog.cancelled.connect(running.job.cancel)
        if self._at_work is not None:  # else it was quicker
            dialog.start(at_once=True)

    def _leave_work(self) -> None:
        if self._at_work is not None:
            self._at_work.finish()
            self._at_work.deleteLater()
            self._at_work = None

    def _refuse(self, error: UserError) -> None:
        tell(self._shell, _("That could not be done"), str(error))

    def _tell(self, words: str, taken: ChangeSet, people: frozenset[str]) -> None:
        said = words.format(what=self._own_words(taken.label, people))
        place = place_of_change(self._journal, taken) if people <= {self._whose()} else None
        where = _screen(place[0]) if place is not None else ""
        if place is not None and self._lead(*place):
            said = _("{what}. You are now on: {where}").format(what=said, where=where)
        elif place is not None and where and place[0] != self._shown():
            said = f"{said} · {where}"
        self._shell.undo_bar.forget()
        self._say(said)

    def _say(self, said: str) -> None:
        announce(self._shell, said)
        self._shell.say_saved(f"{said} · {saved_last(self._journal)}")
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
    keys, entries, seen = set[str](), set[str](), Counter[str]()
    for row in islice(changes.rows, _LOOKED_AT):
        seen[row.kind] += 1
        # A file that comes in holds thousands: only the first two of a kind are looked up.
        if seen[row.kind] > 2 and row.kind in keys and has_own_screen(journal.kind(row.kind)):
            continue
        key, entry = _place(journal, row.kind, row.id)
        keys.add(key)
        entries.add(entry)
        if len(keys) > 1:
            return None
    if not keys or changes.kinds - seen.keys():
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
