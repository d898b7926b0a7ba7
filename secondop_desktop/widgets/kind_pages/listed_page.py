"""A page that lists the entries of a kind, and what can be done with the rows chosen."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from secondop_desktop.journal.kinds import Turn
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.entry_acts import EntryActs
from secondop_desktop.widgets.kind_pages.entry_rows import newest_first, row_item, row_items
from secondop_desktop.widgets.kind_pages.kind_page import KindPage, add_words
from secondop_desktop.widgets.kind_pages.list_orders import ordered, orders_of
from secondop_desktop.widgets.kind_pages.list_tools import ListTools
from secondop_desktop.widgets.kind_pages.row_menu import RowAct
from secondop_desktop.widgets.kind_pages.take_acts import TEXT, take_acts
from secondop_desktop.widgets.layout.edge_margins import Inset
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.screen.list_detail import Panes
from secondop_desktop.widgets.theme import Space


class ListedPage(KindPage):
    """A list with its filter, its order and its acts; what it opens stands in a pane beside it."""

    shares = (2, 3)
    """How the list and what is opened from it share the width."""
    not_copied: frozenset[str] = frozenset()
    """Fields that a duplicate starts without."""
    own_order = ""
    """What the page's own order is called, where it is not "newest first"."""

    form: Form | None
    """The form that is open beside the list."""
    entry_acts: EntryActs
    listed: Sequence[Any] = ()
    """The entries read for the list, in its order, whatever the filter leaves of them."""

    @abstractmethod
    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show an entry beside the list, or with the focus in its form."""

    @abstractmethod
    def edit(self, entry: str) -> None:
        """Turn an entry into its form."""

    @abstractmethod
    def edit_chosen(self) -> None:
        """Edit what is shown beside the list."""

    @abstractmethod
    def close_form(self) -> None:
        """Save and close what is open beside the list."""

    @abstractmethod
    def here(self) -> str:
        """Return the entry that is shown beside the list."""

    @abstractmethod
    def may_leave(self) -> bool:
        """Save what is open; False when it cannot be saved and the person stays."""

    @abstractmethod
    def _show_nothing(self) -> None:
        """Empty the pane beside the list."""

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
        self.tools.place_foot(self.column)
        return first

    # What is listed ------------------------------------------------------------------------

    def heard(self) -> Iterable[str]:
        """Return the kinds whose changes change what is shown here."""
        return self.kind.name, "provider"

    def orders(self) -> list[tuple[str, str]]:
        """Return the orders to choose from by key, the page's own first; one alone is no choice."""
        return orders_of(self.kind, self.own_order)

    def rows(self) -> list[Any]:
        """Return the entries to list, in the page's own order; all people of a journal."""
        whose = {} if self.kind.name == "person" else {"person": self.person}
        made = self.journal.entries(self.kind.name, as_made=True, **whose)
        return newest_first(self.kind, made)

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return entries as the list shows them."""
        names = self.journal.names()
        return row_items(rows, lambda row: row_item(self.kind, row, names), self.kind.is_draft)

    def headed(self, items: Sequence[RowItem]) -> Sequence[RowItem]:
        """Return the rows shown with the headings of their parts; most lists have none."""
        return items

    def refresh(self) -> None:
        """Show the entries as they are now, those that the filter leaves."""
        names, order = self.journal.names(), self.tools.chosen
        self.listed = ordered(self.kind, self.rows(), order, names)
        items = self.rows_as_items(self.listed)
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

    def counted(self, number: int) -> str:
        """Say how many are listed; nothing while the first one is being written."""
        return _("{number} in the list").format(number=number) if number else ""

    def _fitting(self, number: int) -> str:
        text = ngettext("{number} fits the filter", "{number} fit the filter", number)
        return text.format(number=number)

    def _is_here(self, entry: str) -> bool:
        return bool(self.journal.entries(self.kind.name, id=entry))

    def _focus_list(self) -> None:
        (self.list if self.list.items() else self.empty.button).setFocus()

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
        return self.list.keys()[0]

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
        acts += take_acts(self.taking_wanted.emit, self.chosen)
        return acts + [self._turn_act(turn, single) for turn in self.kind.turns]

    def copy_chosen(self) -> None:
        """Put the rows chosen on the clipboard as text."""
        self.taking_wanted.emit(TEXT, tuple(self.chosen()))

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
        keys = list(map(str, self.list.keys()))
        left = [key for key in keys if key not in chosen]
        last = max((keys.index(key) for key in chosen if key in keys), default=0)
        return next((key for key in keys[last:] if key in left), left[-1] if left else "")
