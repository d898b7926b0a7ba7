"""One journal open in the window: whose pages are shown, what was saved, what can be undone."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.dates import PartialDate
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, time_words
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.dialogs import tell
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.jobs import Runner
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.watch import Watch
from secondop_desktop.window.places import Around, make_page
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import PLACES

_PAGE_OF = {"answer": "question", "statement": "opinion", "mark": "opinion", "outcome": "option"}
_PAGE_OF |= {"readiness": "decision"}
"""Kinds whose entries are shown on another kind's page."""


class Session(QObject):
    """Connects a shell with an open journal; ``close`` lets both go."""

    def __init__(self, shell: Shell, journal: Journal, run: Runner) -> None:
        super().__init__(shell)
        self.shell, self.journal, self.run = shell, journal, run
        self.watch = Watch(journal, self)
        self.person = ""
        self.key = ""
        self.page: Page | None = None
        self._before_search = "home"
        self._links: list[tuple[object, Callable[..., None]]] = []
        self._join()
        self.shell.open_for_use(True)
        self._choose_first_person()
        self._show_copies()
        self._show_undo()

    def _join(self) -> None:
        shell = self.shell
        for signal, slot in (
            (shell.place_wanted, self.go),
            (shell.person_wanted, self.switch),
            (shell.search_wanted, self.search),
            (shell.add_wanted, self.add),
            (shell.undo_wanted, self.undo),
            (shell.acted, self.act),
            (self.watch.changed, self._on_change),
        ):
            signal.connect(slot)
            self._links.append((signal, slot))

    def close(self) -> bool:
        """Save, make a safe copy if one is due, and let the journal go; False when it cannot."""
        if self.page is not None and not self.page.flush():
            return False
        self.watch.stop()
        for signal, slot in self._links:
            signal.disconnect(slot)  # type: ignore[attr-defined]
        self._copy_if_due()
        self.journal.close()
        self.shell.open_for_use(False)
        return True

    def _copy_if_due(self) -> None:
        try:
            if backup.due(self.journal.path, datetime.now().astimezone()):
                self.journal.backup()
                backup.thin(self.journal.path)
        except UserError as error:
            tell(self.shell, _("No safe copy was made"), str(error))

    # Whose pages ---------------------------------------------------------------------------

    def _choose_first_person(self) -> None:
        people = self.journal.entries("person")
        self._show_people()
        if people:
            self.person = people[0].id
            self._show_people()
            self.go("home")
        else:
            self.go("person")

    def _show_people(self) -> None:
        people = [(row.id, row.name or _("No name yet")) for row in self.journal.entries("person")]
        self.shell.set_people(people, self.person)

    def switch(self, person: str) -> None:
        """Show another person's pages, once what was typed is saved."""
        if self.page is not None and not self.page.flush():
            self._show_people()
            return
        self.person = person
        self._show_people()
        self.go("home")
        announce(self.shell, _("Now showing {name}").format(name=self.journal.name(person)))

    def case(self) -> str | None:
        """Return the newest case of the person that is not closed, or the newest."""
        cases = self.journal.entries("case", person=self.person)
        open_ones = [row for row in cases if row.closed is None]
        return (open_ones or cases)[-1].id if cases else None

    # Where we are --------------------------------------------------------------------------

    def go(self, key: str) -> None:
        """Open a screen; ``key:detail`` opens one thing on it, such as ``case:3`` for step 3."""
        if self.page is not None and not self.page.flush():
            return
        key, _colon, detail = key.partition(":")
        around = Around(self.journal, self.watch, self.person, self.case(), self.run)
        self._show(make_page(key, around), key)
        if detail and self.page is not None:
            self.page.open_entry(detail)

    def _show(self, page: Page, key: str) -> None:
        page.entry_wanted.connect(self.open_entry)
        page.place_wanted.connect(self.go)
        self.page, self.key = page, key
        self.shell.show_page(page, key)

    def open_entry(self, entry: str) -> None:
        """Open the screen of an entry, and the entry on it."""
        kind = self.journal.kind_of(entry)
        owner = self.journal.get(kind.name, entry).person
        if owner and owner != self.person:
            self.switch(owner)
        self.go(_PAGE_OF.get(kind.name, kind.name))
        if self.page is not None:
            self.page.open_entry(entry)

    def search(self, words: str) -> None:
        """Show what is found; with no words, what was there before."""
        if self.key != "find":
            self._before_search = self.key
        if not words.strip():
            if self.key == "find":
                self.go(self._before_search)
            return
        if self.key != "find":
            self.go("find")
        show = getattr(self.page, "show_words", None)
        if show is not None:
            show(words)

    def add(self) -> None:
        """Offer what can be added, and open its empty form."""
        from secondop_desktop.window.adding import choose_kind

        key = choose_kind(self.shell, self.journal.kinds)
        if key:
            self.go(key)
            start = getattr(self.page, "start_new", None)
            if start is not None:
                start()

    # What was done -------------------------------------------------------------------------

    def act(self, key: str) -> None:
        """Do what a menu entry says."""
        todo: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "add": self.add,
            "find": self.shell.search.setFocus,
            "copy": self.copy_now,
            "check": lambda: self.go("check"),
        }
        if key in todo:
            todo[key]()
        elif key in {place.key for place in PLACES} | {"settings", "help"}:
            self.go(key)

    def undo(self) -> None:
        """Undo typing in the focused field first, then the journal's newest step."""
        if self.page is not None and self.page.flush():
            self._take(self.journal.undo, _("Undone: {what}"))

    def redo(self) -> None:
        """Do the journal's step again that was undone last."""
        if self.page is not None and self.page.flush():
            self._take(self.journal.redo, _("Done again: {what}"))

    def _take(self, step: Callable[[], ChangeSet | None], words: str) -> None:
        try:
            taken = step()
        except UserError as error:
            tell(self.shell, _("That could not be done"), str(error))
            return
        if taken is not None:
            announce(self.shell, words.format(what=taken.label))
            self.shell.undo_bar.hide()

    def copy_now(self) -> None:
        """Make a safe copy at once."""
        try:
            path = self.journal.backup()
        except UserError as error:
            tell(self.shell, _("No safe copy was made"), str(error))
            return
        self._show_copies()
        tell(self.shell, _("A safe copy was made"), str(path))

    def _on_change(self, changes: ChangeSet) -> None:
        now = datetime.now().astimezone()
        self.shell.say_saved(
            _("All changes saved at {time}").format(time=time_words(now.hour, now.minute))
        )
        self._show_undo()
        if "person" in changes.kinds:
            self._on_people()
        if changes.what == "do" and changes.initiator is None:
            self.shell.undo_bar.show_text(changes.label)

    def _on_people(self) -> None:
        people = [row.id for row in self.journal.entries("person")]
        if self.person not in people:
            self.person = people[0] if people else ""
            QTimer.singleShot(0, lambda: self.go("home" if self.person else "person"))
        self._show_people()

    def _show_undo(self) -> None:
        self.shell.acts.set_undo(self.journal.undo_label(), self.journal.redo_label())

    def _show_copies(self) -> None:
        found = backup.copies(self.journal.path)
        day = PartialDate.of(found[0].made.date()).words() if found else ""
        self.shell.say_copied(
            _("Last safe copy {date}").format(date=day) if day else _("No safe copy yet")
        )

    def on_closing(self, event: QCloseEvent) -> None:
        """Close with the window, unless something could not be saved."""
        if self.close():
            event.accept()
        else:
            event.ignore()


def focused_field() -> FieldEdit | None:
    """Return the form field that has the focus, if there is one."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, FieldEdit):
        widget = widget.parentWidget()
    return widget
