"""One journal open in the window: whose pages are shown, what was saved, what can be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from secondop_desktop.errors import UserError
from secondop_desktop.features.people.rules.form_of_address import spoken_name
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, speak_of
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.given_files import GivenFiles
from secondop_desktop.widgets.background.jobs import Runner
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.window.copy_timer import CopyTimer, copy_at_close
from secondop_desktop.window.damage_notice import DamageNotice
from secondop_desktop.window.dropping import is_table
from secondop_desktop.window.page_protocols import (
    Begins,
    ChangesPassphrase,
    KeepsFiles,
    MakesCopies,
    ReadsFiles,
    SaysTrouble,
    Searches,
    TurnsToCases,
)
from secondop_desktop.window.person_switch import is_switch_wanted, people_offered
from secondop_desktop.window.places import PageContext, make_page, place_of
from secondop_desktop.window.saved_status import SavedStatus
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import PLACES
from secondop_desktop.window.typed_words import TypedWords
from secondop_desktop.window.undoing import Undoing
from secondop_desktop.window.visits import Visit, Visits

if TYPE_CHECKING:
    from secondop_desktop.window.taking_along import TakingAlong

_PLACES = frozenset(place.key for place in PLACES)
_SCREENS = frozenset({"settings", "check", "copy", "passphrase", "back", "forward"})
"""What a menu leads to besides."""


class Session(QObject):
    """Connects a shell with an open journal; ``may_close``, then ``close``, lets both go."""

    restore_wanted = Signal(str)
    """The person wants to go back to the safe copy with this path."""
    mend_wanted = Signal()
    """The person wants the journal mended."""
    passphrase_wanted = Signal(object)
    """The person wants the journal under another passphrase, or under none; see ``Wanted``."""
    unsaved = Signal()
    """Something could not be saved, or was after all."""
    person_shown = Signal(str)
    """Whose pages are shown now, by name."""

    def __init__(
        self, shell: Shell, journal: Journal, run: Runner, begin: Visit | None = None
    ) -> None:
        """Open the journal on a place, if there is such a one, or on Home.

        Raises UserError, and has let the journal and the shell go, where it cannot be read.
        """
        super().__init__(shell)
        self.shell, self.journal, self.run = shell, journal, run
        self.watch = Watch(journal, self)
        self.person = ""
        self.key = ""
        self.page: Page | None = None
        self._before_search = "home"
        self._case = ""
        self._stepping = False
        self._taking: TakingAlong | None = None
        self._typed: ChangeSet | None = None
        """The newest step, where it was typed and so not offered to be undone on the spot."""
        self._left: dict[tuple[str, str], str] = {}
        """What was open on each screen when it was left."""
        self.visits = Visits()
        self._saved = SavedStatus(shell, journal, lambda: self.page, self)
        self._copying = CopyTimer(journal, run, self)
        self._typed_words = TypedWords(journal, self.watch, self)
        self._copying.copied.connect(self._saved.show_copied)
        self._harm = DamageNotice(shell, journal, self)
        self._harm.check_wanted.connect(lambda: self.go("check"))
        self._undoing = Undoing(
            shell, journal, run, lambda: self.person, lambda: self.key, self._show_undone
        )
        self._links: list[tuple[SignalInstance, Callable[..., None]]] = []
        self._connect_signals()
        self.shell.open_for_use(True)
        self.watch.day.follow(shell)
        try:
            self._choose_first_person(begin)
            self._saved.show()
            self._undoing.show()
        except UserError:
            self.close(copy=False)
            raise

    def _connect_signals(self) -> None:
        shell = self.shell
        for signal, slot in (
            (shell.place_wanted, self._go_to),
            (shell.person_wanted, self.switch),
            (shell.search_wanted, self.search),
            (shell.add_wanted, self.add),
            (shell.undo_wanted, self.undo),
            (shell.step_wanted, self.step),
            (shell.acted, self.act),
            (shell.brought, self.take_in),
            (self.watch.changed, self._on_change),
            (self.watch.day.turned, self._saved.show),
        ):
            signal.connect(slot)
            self._links.append((signal, slot))

    # Closing -------------------------------------------------------------------------------

    def may_close(self) -> bool:
        """Save what is being typed; False when it cannot be saved and the person stays."""
        page = self.page
        return page is None or page.flush() or leave_unsaved(self.shell, page)

    def stop_work(self) -> None:
        """Ask the work that runs beside the window to stop."""
        from secondop_desktop.widgets.dialogs.progress import ProgressDialog

        self._undoing.stop()
        if self.page is not None:
            jobs.stop(self.page)
            for dialog in self.page.findChildren(ProgressDialog):
                dialog.finish()  # nobody answers it any more

    def close(self, *, copy: bool = True) -> None:
        """Make a safe copy if one is due, and let the journal go; its work has ended."""
        self.watch.stop()
        self._copying.stop()
        self._typed_words.stop()
        for signal, slot in self._links:
            signal.disconnect(slot)
        if copy and not self.journal.read_only:
            copy_at_close(self.shell, self.journal)
        self.journal.close()
        speak_of("")
        self.shell.open_for_use(False)
        self.deleteLater()

    # Whose pages ---------------------------------------------------------------------------

    def _choose_first_person(self, begin: Visit | None) -> None:
        people = [row.id for row in self.journal.entries("person")]
        known = begin is not None and begin.person in people and begin.key in _PLACES
        place = begin if known else None
        self.person = place.person if place else people[0] if people else ""
        self._show_people()
        self.go(place.place if place else "home")

    def _show_people(self) -> None:
        rows = self.journal.entries("person")
        speak_of(next((spoken_name(row) for row in rows if row.id == self.person), ""))
        self.shell.set_people(people_offered(rows), self.person)
        self.person_shown.emit(self.journal.name(self.person))

    def switch(self, person: str) -> None:
        """Show another person's pages, if that is what is wanted; typing is saved first."""
        wanted = is_switch_wanted(self.shell, self.journal, self.person, person)
        if wanted and self.may_close():
            self.turn_to(person)
            self.go("home")
        else:
            self._show_people()

    def turn_to(self, person: str) -> None:
        """Take another person's side; the next page opened is theirs."""
        self.person = person
        self._show_people()
        self._undoing.show()
        self._saved.show_saved()
        self.shell.undo_bar.forget()
        announce(self.shell, _("Now showing {name}").format(name=self.journal.name(person)))

    def case(self) -> str | None:
        """Return the case that the person turned to, else the newest open one, or the newest."""
        cases = self.journal.entries("case", person=self.person)
        if any(row.id == self._case for row in cases):
            return self._case
        open_ones = [row for row in cases if row.closed is None]
        return (open_ones or cases)[-1].id if cases else None

    # Where we are --------------------------------------------------------------------------

    def go(self, key: str, case: str | None = None) -> None:
        """Open a screen; ``key:detail`` opens one thing on it, such as ``case:3`` for step 3.

        Screens of a second opinion show this case, or the one that ``case`` says.
        """
        if not self.may_close():
            return
        if not self._stepping:
            self._note_leaving()
        key, _colon, detail = key.partition(":")
        if not self.person and (key == "home" or key in self.journal.kinds):
            key, detail = "person", ""
        around = PageContext(self.journal, self.watch, self.person, case or self.case(), self.run)
        self._show(*_page_or_check(key, around))
        if self.page is not None and not detail and self.page.comes_back:
            detail = self._left.get((self.person, key), "")
        if detail and self.page is not None:
            self.page.open_entry(detail)
        if key != "find" and not self._stepping:
            self.visits.note(Visit(self.person, key))
        self._show_steps()

    def _note_leaving(self) -> None:
        if self.page is not None and self.key != "find":
            detail = self.page.here()
            self._left[self.person, self.key] = detail
            self.visits.leave(f"{self.key}:{detail}" if detail else self.key)

    def place(self) -> Visit:
        """Return where the person is now, to come back to it."""
        detail = self.page.here() if self.page is not None else ""
        key = self._before_search.partition(":")[0] if self.key == "find" else self.key
        return Visit(self.person, f"{key}:{detail}" if detail and key == self.key else key)

    def _show_steps(self) -> None:
        self.shell.acts.set_steps(back=self.visits.can(-1), forward=self.visits.can(1))

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) between the places visited."""
        if not self.visits.can(by) or not self.may_close():
            return
        self._note_leaving()
        visit = self.visits.step(by)
        if visit is not None:
            self._revisit(visit)

    def _revisit(self, visit: Visit) -> None:
        people = {row.id for row in self.journal.entries("person")}
        if visit.person != self.person and visit.person in people:
            self.turn_to(visit.person)
        self._stepping = True
        self.go(visit.place)
        self._stepping = False
        self.shell.enter_page()

    def _go_to(self, key: str) -> None:
        self.go(key)

    def _show(self, page: Page, key: str) -> None:
        page.entry_wanted.connect(self.open_entry)
        page.place_wanted.connect(self._go_to)
        page.person_wanted.connect(self.switch)
        page.unsaved.connect(self._saved.show_saved)
        page.typing_left.connect(self._offer_undo_of_typing)
        page.taking_wanted.connect(lambda how, entries: self.taking_along().take(how, entries))
        page.unsaved.connect(self.unsaved)
        if isinstance(page, MakesCopies):
            page.copied.connect(self._saved.show_copied)
            page.restore_wanted.connect(self.restore_wanted)
            page.mend_wanted.connect(self.mend_wanted)
        if isinstance(page, ChangesPassphrase):
            page.send_to(self.passphrase_wanted, self.shell.acted)
        if isinstance(page, TurnsToCases):
            page.case_chosen.connect(self._turn_to_case)
        self.page, self.key = page, key
        self.shell.show_page(page, key)
        self._saved.show_saved()
        self._harm.look()
        if key != "find":
            self.shell.search.clear()

    def taking_along(self) -> "TakingAlong":
        """Return what takes entries of the page along, made when first asked for."""
        from secondop_desktop.window.taking_along import TakingAlong

        if self._taking is None or self._taking.page is not self.page:
            assert self.page is not None
            self._taking = TakingAlong(self.journal, self.page)
        return self._taking

    def _turn_to_case(self, case: str) -> None:
        """Show this case on every screen from now on."""
        self._case = case

    def open_entry(self, entry: str) -> None:
        """Open the screen of an entry, and the entry on it."""
        if not self.may_close():
            return
        row = self.journal.get(self.journal.kind_of(entry).name, entry)
        if row.person != self.person:
            self.turn_to(row.person)
        key, shown = place_of(self.journal, entry)
        self.go(f"{key}:{shown}", getattr(row, "case", None))

    def search(self, words: str) -> None:
        """Show what is found; with no words, what was there before."""
        if not words.strip():
            if self.key == "find":
                self.go(self._before_search)
            return
        if self.key != "find":
            detail = self.page.here() if self.page is not None else ""
            self._before_search = f"{self.key}:{detail}"
            self.go("find")
        if isinstance(self.page, Searches):
            self.page.show_words(words)

    def add(self) -> None:
        """Offer what can be added, and open its empty form."""
        from secondop_desktop.window.adding import choose_kind

        key = choose_kind(self.shell, self.journal.kinds) if self.person else "person"
        if key:
            self.go(key)
            if self.key == key and isinstance(self.page, Begins):
                self.page.start_new()

    def take_in(self, found: GivenFiles) -> None:
        """Keep what was dropped or pasted as records, or read files of data into a plan."""
        if not self.person:
            self.go("person")
            return
        key = "import" if found.table or is_table(found) else "record"
        if self.key != key:
            self.go(key)
        if self.key != key:
            return
        if isinstance(self.page, KeepsFiles):
            self.page.take_in(found.paths, found.image)
        elif isinstance(self.page, ReadsFiles) and found.table:
            self.page.take_table(found.table)
        elif isinstance(self.page, ReadsFiles):
            self.page.read(found.paths)

    # What was done -------------------------------------------------------------------------

    def act(self, key: str) -> None:
        """Do what a menu entry says."""
        todo: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "add": self.add,
            "find": self.shell.begin_search,
            "save": self._saved.answer_save,
            "back": lambda: self.step(-1),
            "forward": lambda: self.step(1),
            "copy": self.copy_now,
            "check": lambda: self.go("check"),
        }
        if key in todo:
            todo[key]()
        elif key in _PLACES | {"settings", "passphrase"}:
            self.go(key)
        else:
            return
        if key in _PLACES | _SCREENS:
            self.shell.enter_page()

    def undo(self) -> None:
        """Undo the journal's newest step; text being typed undoes itself before it comes here."""
        if self.page is None or self.page.flush():
            self._undoing.undo()

    def redo(self) -> None:
        """Do the journal's step again that was undone last."""
        if self.page is None or self.page.flush():
            self._undoing.redo()

    def _show_undone(self, key: str, entry: str) -> bool:
        """Go to what an undo changed, unless it is in sight or gone; returns whether it went."""
        here = self.page.here() if self.page is not None else ""
        shown = self.shell.page()
        if not entry or (key == self.key and (entry == here or shown is None or not here)):
            return False
        self.go(f"{key}:{entry}")
        self.shell.enter_page()
        return True

    def copy_now(self) -> None:
        """Make a safe copy on its own screen, which says how it went."""
        self.go("copies")
        if isinstance(self.page, MakesCopies):
            self.page.make_copy()

    def _on_change(self, changes: ChangeSet) -> None:
        self._saved.show_saved()
        self._undoing.show()
        if "person" in changes.kinds:
            self._on_people()
        # The bar offers to undo the newest step: once there is a newer one it must not stay.
        done = changes.what == "do"
        self._typed = changes if done and changes.initiator is not None else None
        if done and self._typed is None:
            self.shell.undo_bar.show_text(self._undoing.what_and_where(changes))
        else:
            self.shell.undo_bar.forget()
        if changes.what != "do" and self.page is not None:
            self.page.forget_said()
        self._saved.announce_typed(changes)

    def _offer_undo_of_typing(self) -> None:
        """Say what was saved in a form that was left without Done, and offer to undo it."""
        if self._typed is not None:
            self.shell.undo_bar.show_text(self._undoing.what_and_where(self._typed))

    def _on_people(self) -> None:
        people = [row.id for row in self.journal.entries("person")]
        if self.person not in people:
            self.person = people[0] if people else ""
            QTimer.singleShot(0, self, lambda: self.go("home"))
        self._show_people()


def _page_or_check(key: str, around: PageContext) -> tuple[Page, str]:
    """Make a screen and return it with its key; where it cannot be read, the check says why."""
    try:
        return make_page(key, around), key
    except UserError as error:
        page = make_page("check", around)
        if isinstance(page, SaysTrouble):
            page.say_trouble(str(error))
        return page, "check"
