"""The plain page of a kind: a list, and beside it an entry to read, which is edited on demand."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from secondop_desktop.journal.kinds import Turn
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.leaving_by_escape import leave_by_escape
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entry_acts import EntryActs
from secondop_desktop.widgets.kind_pages.entry_rows import (
    by_title,
    newest_first,
    oldest_first,
    row_item,
)
from secondop_desktop.widgets.kind_pages.entry_view import ReadEntry, Reading
from secondop_desktop.widgets.kind_pages.kind_page import NEW, KindPage, add_words
from secondop_desktop.widgets.kind_pages.list_tools import ListTools
from secondop_desktop.widgets.kind_pages.row_menu import RowAct, RowMenu
from secondop_desktop.widgets.layout.edge_margins import Inset
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.list_detail import Panes
from secondop_desktop.widgets.theme import Space

NEWEST, OLDEST, BY_NAME = "newest", "oldest", "name"


class ReadingPage(KindPage):
    """Opens with an entry chosen; what is chosen is read, Enter, F2 or Edit turn it into its form.

    After Done the entry is read again, its row is chosen and has the focus. ``opened`` carries
    the id of the entry that is read or written.
    """

    opened = Signal(str)
    comes_back = True
    reading_of = Reading
    shares = (2, 3)
    """How the list and what is opened from it share the width."""
    not_copied: frozenset[str] = frozenset()
    """Fields that a duplicate starts without."""
    own_order = ""
    """What the page's own order is called, where it is not "newest first"."""

    def build(self) -> None:
        """Place the list beside what is read, edge to edge, and the keys that work on it."""
        self.form: Form | None = None
        self.reading: ReadEntry | None = None
        self.entry_acts = EntryActs(self.journal, self.kind, self._commit)
        self._place_parts()
        self.scroller.set_margins(0)
        self.panes.set_edge_to_edge()
        self.action_row.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, 0)
        self.scroller.content.setSpacing(Space.SMALL)
        self.watch.on(self.heard(), self.refresh, self)
        self.refresh()
        self.menu = RowMenu(self.list, self.row_acts)
        on_key("F2", self, self.edit_chosen)
        on_key(QKeySequence.StandardKey.Delete, self.list, self.bin_chosen)

    def _place_parts(self) -> None:
        self.add_button = Button(add_words(self.kind), "add", Rank.PRIMARY)
        self.add_button.clicked.connect(self.start_new)
        self.add_action(self.add_button)
        self.list = RowList(_(self.kind.plural))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.opened.connect(lambda key: self.open_entry(str(key), focus=True))
        self.panes = Panes(self._first(), shares=self.shares)
        self.panes.pin_to(self.foot)
        self.panes.left.connect(self.close_form)
        self.panes.follow(self.list, lambda key: self.open_entry(str(key), focus=self.panes.single))
        self.empty = Empty(
            self.kind.icon, _("Nothing here yet"), self.purpose, add_words(self.kind)
        )
        self.empty.pressed.connect(self.start_new)
        self.add(self.panes, 1)
        self.empty_place = Inset(self.empty)
        self.content.addWidget(self.empty_place, 0, Qt.AlignmentFlag.AlignTop)

    def _first(self) -> QWidget:
        """Return the list with what filters and orders it, and how many it lists."""
        first = QWidget()
        self.tools = ListTools(self.kind.name, self.orders(), first)
        self.filter, self.count = self.tools.filter, self.tools.count
        self.tools.changed.connect(self.refresh)
        self.column = QVBoxLayout(first)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.HAIR)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(self.tools.foot())
        return first

    # What is listed ------------------------------------------------------------------------

    def heard(self) -> Iterable[str]:
        """Return the kinds whose changes change what is shown here."""
        return self.kind.name, "provider"

    def orders(self) -> list[tuple[str, str]]:
        """Return the orders to choose from by key, the page's own first; one alone is no choice."""
        dated = bool(self.kind.when)
        own = _(self.own_order) or (_("Newest first") if dated else _("As you added them"))
        found = [("", own), (BY_NAME, _("By name, A to Z"))]
        if dated:
            found[1:1] = [(NEWEST, _("Newest first"))] if self.own_order else []
            found.insert(-1, (OLDEST, _("Oldest first")))
        return found

    def rows(self) -> list[Any]:
        """Return the entries to list, in the page's own order; all people of a journal."""
        whose = {} if self.kind.name == "person" else {"person": self.person}
        made = self.journal.entries(self.kind.name, as_made=True, **whose)
        return newest_first(self.kind, made)

    def _ordered(self, rows: list[Any]) -> list[Any]:
        """Return the entries in the order that was chosen."""
        if self.tools.chosen == BY_NAME:
            return by_title(self.kind, rows, self.journal.names())
        dated = {NEWEST: newest_first, OLDEST: oldest_first}.get(self.tools.chosen)
        return dated(self.kind, rows) if dated else rows

    def rows_as_items(self, rows: Sequence[Any]) -> list[RowItem]:
        """Return entries as the list shows them."""
        names = self.journal.names()
        return [row_item(self.kind, row, names) for row in rows]

    def headed(self, items: list[RowItem]) -> list[RowItem]:
        """Return the rows shown with the headings of their parts; most lists have none."""
        return items

    def refresh(self) -> None:
        """Show the entries as they are now, those that the filter leaves."""
        items = self.rows_as_items(self._ordered(self.rows()))
        nothing = not items and self.form is None
        self.empty.setVisible(nothing)
        self.panes.setVisible(not nothing)
        self.add_button.setVisible(not nothing)
        kept = self.tools.kept(items)
        self.tools.fit(len(items))
        self.list.set_items(self.headed(kept))
        self.count.setText(
            self._fitting(len(kept)) if self.tools.words else self.counted(len(kept))
        )
        if self.reading is not None and self.form is None:
            self._read_again(self.reading.entry)

    def counted(self, number: int) -> str:
        """Say how many are listed; nothing while the first one is being written."""
        return _("{number} in the list").format(number=number) if number else ""

    def _fitting(self, number: int) -> str:
        text = ngettext("{number} fits the filter", "{number} fit the filter", number)
        return text.format(number=number)

    def _read_again(self, entry: str) -> None:
        """Show what is read as it is now; one that is gone gives way to its neighbour."""
        if self._is_here(entry):
            self._read(entry)
        else:
            self._show_nothing()
            self._choose_first()

    def _is_here(self, entry: str) -> bool:
        return bool(self.journal.entries(self.kind.name, id=entry))

    # Reading -------------------------------------------------------------------------------

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show an entry to be read, or with the focus in its form; ``new`` begins one.

        One that is gone opens nothing.
        """
        if entry == NEW:
            self.start_new()
        elif focus and not (self.form is None and self.panes.single and self._reads() != entry):
            self.edit(entry)
        elif self.here() != entry and self._is_here(entry):
            if not self.may_leave():
                self.list.choose(self.here() or None)
                return
            self.form = None
            self._read(entry)
            self.list.choose(entry)
            self.opened.emit(entry)

    def _reads(self) -> str:
        return self.reading.entry if self.reading is not None else ""

    def _read(self, entry: str) -> None:
        self._show_reading(self.reading_of(self.journal, self.kind, entry))

    def _show_reading(self, reading: ReadEntry) -> None:
        reading.edit_wanted.connect(self.edit_chosen)
        reading.bin_wanted.connect(self.bin_chosen)
        reading.copy_wanted.connect(self.duplicate_chosen)
        reading.entry_wanted.connect(self.entry_wanted)
        self.reading = reading
        self.panes.show_detail(reading)

    def _show_nothing(self) -> None:
        self.form = self.reading = None
        self.panes.show_detail(None)

    # Writing -------------------------------------------------------------------------------

    def start_new(self) -> object:
        """Open an empty form."""
        if not self.may_leave():
            return None
        self.list.choose_none()
        return self._show(None)

    def edit(self, entry: str) -> None:
        """Turn an entry into its form."""
        if self._is_here(entry) and self.may_leave():
            if self.form is None or self.form.draft.entry != entry:
                self.list.choose(entry)
                self._show(entry)
                self.opened.emit(entry)
            self._focus_first()

    def edit_chosen(self) -> None:
        """Edit what is read."""
        if self.form is None and self.reading is not None:
            self.edit(self.reading.entry)

    def _show(self, entry: str | None) -> Form:
        self.reading = None
        form = self.form_of(self.journal, self.watch, self.kind, entry, self.given)
        form.finished.connect(self.close_form)
        form.created.connect(self.list.choose)
        form.offer_another(entry is None)
        form.another.connect(self.start_new)
        leave_by_escape(form, self, self.close_form)
        self.form = form
        self.panes.show_detail(self._placed(form))
        self.refresh()
        if entry is None:
            self._focus_first()
        return form

    def _placed(self, form: Form) -> QWidget:
        """Return what is shown in the second pane while an entry is written: its form."""
        return form

    def close_form(self) -> None:
        """Save and close the form: its entry is read, its row is chosen and has the focus."""
        if self.form is None:
            self._show_nothing()
            self._focus_list()
            return
        if not self.may_leave():
            return
        entry = self.form.draft.entry or ""
        self._show_nothing()
        self.refresh()
        if entry and self._is_here(entry) and not self.panes.single:
            self._read(entry)
        if entry and self._is_here(entry):
            self.list.choose(entry)
        else:
            self._choose_first()
        self._focus_list()

    def may_leave(self) -> bool:
        """Save the form that is open; False when it cannot be saved and the person stays."""
        return self.form is None or self.form.flush() or leave_unsaved(self, self.form)

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return self.form is None or self.form.flush()

    def here(self) -> str:
        """Return the entry that is read or written."""
        return self._reads() or ((self.form.draft.entry or "") if self.form is not None else "")

    # The focus -----------------------------------------------------------------------------

    def _focus_first(self) -> None:
        if self.form is not None:
            self.form.focus_first()

    def _focus_list(self) -> None:
        (self.list if self.list.items() else self.empty.button).setFocus()

    def show_first(self) -> None:
        """Open with an entry chosen where it can be read beside the list."""
        if not self.here():
            self._choose_first()

    def focus_start(self) -> None:
        """Begin in the list, with an entry chosen."""
        self.show_first()
        if self.panes.single and self.form is not None:
            self._focus_first()
        elif self.panes.single and self.reading is not None:
            self.reading.edit_button.setFocus()
        else:
            self._focus_list()

    def _choose_first(self) -> None:
        """Choose the first row, or the one that is current already."""
        items = self.list.items()
        if items and not self.panes.single:
            current = self.list.current_key()
            key = current if current is not None else self.first_key()
            self.list.choose(key)
            self.open_entry(str(key))

    def first_key(self) -> object:
        """Return the row to be read on arrival, when none was read before: the first."""
        return self.list.items()[0].key

    # What can be done with rows ------------------------------------------------------------

    def chosen(self) -> list[str]:
        """Return the rows chosen in the list, else what is read or written."""
        return self.list.chosen_keys() or ([self.here()] if self.here() else [])

    def row_acts(self) -> list[RowAct]:
        """Return what can be done with the rows chosen; one alone can be edited and turned."""
        chosen = self.list.chosen_keys()
        if not chosen:
            return []
        single = len(chosen) == 1
        acts = [
            RowAct(_("Edit"), "edit", self.edit_chosen, single),
            RowAct(_("Duplicate"), "copy", self.duplicate_chosen),
            RowAct(_("Put in the bin"), "bin", self.bin_chosen),
        ]
        return acts + [self._turn_act(turn, single) for turn in self.kind.turns]

    def _turn_act(self, turn: Turn, offered: bool) -> RowAct:
        icon = self.journal.kinds[turn.into].icon
        return RowAct(_(turn.words), icon, lambda: self.turn_chosen(turn), offered)

    def turn_chosen(self, turn: Turn) -> None:
        """Make of the entry chosen what it can become, and lead to that."""
        entry = (self.chosen() or [""])[0]
        if entry and self.may_leave():
            made = self.entry_acts.turn(entry, turn, self.given.get("case"))
            if made:
                self.entry_wanted.emit(made)

    def duplicate_chosen(self) -> None:
        """Make second entries with the same answers; one alone opens to be changed."""
        chosen = self.chosen()
        if not chosen or not self.may_leave():
            return
        made = self.entry_acts.duplicate(chosen, self.not_copied)
        if len(made) == 1:
            self.edit(made[0])
        elif made:
            self.list.choose(made[0])

    def bin_chosen(self) -> None:
        """Put the rows chosen into the bin; the next one is then read, and has the focus."""
        chosen = self.chosen()
        if not chosen or not self.may_leave():
            return
        following = self._after(chosen)
        self._show_nothing()
        self.entry_acts.put_in_bin(chosen)
        if following:
            self.list.choose(following)
        self._choose_first()
        self._focus_list()

    def _after(self, chosen: Sequence[str]) -> str:
        """Return the row that follows those chosen, else the one before."""
        keys = [str(item.key) for item in self.list.items()]
        left = [key for key in keys if key not in chosen]
        last = max((keys.index(key) for key in chosen if key in keys), default=0)
        return next((key for key in keys[last:] if key in left), left[-1] if left else "")
