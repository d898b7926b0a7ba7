"""Which tasks are chosen together, and what can be done with them: by menu, mouse and keys."""

from collections.abc import Callable, Container

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Turn
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.kind_pages.entry_acts import EntryActs, writer
from secondop_desktop.widgets.kind_pages.row_menu import RowAct, menu_of
from secondop_desktop.widgets.kind_pages.take_acts import take_acts
from secondop_desktop.window.tasks.lines import Line

_NOT_COPIED = frozenset({"done", "done_on"})


class ChosenTasks(QObject):
    """Acts on the tasks that are chosen, or else on the one that has the focus.

    Ctrl with a click or the space bar chooses one more; ``edit_wanted`` carries a task, and
    ``entry_wanted`` what one was turned into, ``taking_wanted`` how to take which along.
    ``may_leave`` saves what is typed first.
    """

    edit_wanted = Signal(str)
    entry_wanted = Signal(str)
    taking_wanted = Signal(str, object)

    def __init__(self, page: QWidget, journal: Journal, may_leave: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._may_leave = page, may_leave
        self._kind = journal.kinds["task"]
        self._acts = EntryActs(journal, self._kind, writer(journal, page))
        self._chosen: list[str] = []
        self.menu: QMenu | None = None

    def follow(self, listed: Container[str]) -> None:
        """Let only what is listed from now on stay chosen."""
        self._chosen = [entry for entry in self._chosen if entry in listed]

    def also_follow(self, line: Line) -> None:
        """Act on one more line, if it is a task's."""
        if line.due.task:
            self._connect_signals(line)
            line.set_chosen(line.due.entry in self._chosen)

    def _connect_signals(self, line: Line) -> None:
        line.chosen.connect(lambda: self.toggle(line))
        line.menu_wanted.connect(lambda place: self.open_menu(line, place))
        for key in ("Shift+F10", "Menu"):
            on_key(key, line, lambda: self.open_menu(line, line.rect().center()))
        on_key("Ctrl+Space", line, lambda: self.toggle(line))
        on_key("F2", line, lambda: self.edit_wanted.emit(line.due.entry))
        on_key(QKeySequence.StandardKey.Delete, line, lambda: self.put_in_bin(line))

    def toggle(self, line: Line) -> None:
        """Choose one more task, or no longer."""
        entry = line.due.entry
        if entry in self._chosen:
            self._chosen.remove(entry)
        else:
            self._chosen.append(entry)
        line.set_chosen(entry in self._chosen)
        number = len(self._chosen)
        announce(line, ngettext("{number} chosen", "{number} chosen", number).format(number=number))

    def of(self, line: Line) -> list[str]:
        """Return what an act on this line is about: all that are chosen, if it is among them."""
        entry = line.due.entry
        return list(self._chosen) if entry in self._chosen else [entry]

    def open_menu(self, line: Line, place: QPoint) -> None:
        """Offer what can be done, at a place on the line."""
        self.menu = menu_of(self._offered(line), line)
        self.menu.popup(line.mapToGlobal(place))

    def _offered(self, line: Line) -> list[RowAct]:
        entry, single = line.due.entry, len(self.of(line)) == 1
        acts = [
            RowAct(_("Edit"), "edit", lambda: self.edit_wanted.emit(entry), single),
            RowAct(_("Duplicate"), "copy", lambda: self.duplicate(line)),
            RowAct(_("Put in the bin"), "bin", lambda: self.put_in_bin(line)),
        ]
        acts += take_acts(self.taking_wanted.emit, lambda: self.of(line))
        return acts + [self._turn_act(line, turn, offered=single) for turn in self._kind.turns]

    def _turn_act(self, line: Line, turn: Turn, *, offered: bool) -> RowAct:
        return RowAct(_(turn.words), "question", lambda: self._turn(line, turn), offered)

    def duplicate(self, line: Line) -> None:
        """Write the tasks down once more, not done yet."""
        if self._may_leave():
            self._acts.duplicate(self.of(line), _NOT_COPIED)

    def put_in_bin(self, line: Line) -> None:
        """Put the tasks in the bin in one step."""
        if self._may_leave():
            self._acts.put_in_bin(self.of(line))

    def _turn(self, line: Line, turn: Turn) -> None:
        if self._may_leave():
            made = self._acts.turn(line.due.entry, turn, line.due.case)
            if made:
                self.entry_wanted.emit(made)
