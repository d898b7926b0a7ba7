"""The plain page of a kind: a list, and beside it an entry to read, which is edited on demand."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.dialogs.messages import tell
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.entries_page import NEW, EntriesPage
from secondop_desktop.widgets.kind_pages.entry_view import ReadEntry, Reading
from secondop_desktop.widgets.theme import Space, icons

_FILTER_FROM = 8
"""A list of fewer rows is looked through without a box to filter it."""


class ReadingPage(EntriesPage):
    """Opens with an entry chosen; what is chosen is read, Enter, F2 or Edit turn it into its form.

    After Done the entry is read again, its row is chosen and has the focus.
    """

    comes_back = True
    not_copied: frozenset[str] = frozenset()
    """Fields that a duplicate starts without."""

    def build(self) -> None:
        """Place the list, edge to edge, and the keys that work on it."""
        self.reading: ReadEntry | None = None
        self.filter = QLineEdit(self)
        super().build()
        self.scroller.set_margins(0)
        self.panes.set_edge_to_edge()
        self.action_row.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, 0)
        self.scroller.content.setSpacing(Space.SMALL)
        self._place_filter()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self._key("F2", self, self.edit_chosen)
        self._key(QKeySequence.StandardKey.Delete, self.list, self.bin_chosen)

    def _key(self, key: str | QKeySequence.StandardKey, owner: QWidget, does: Any) -> None:
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(does)

    def _place_filter(self) -> None:
        self.filter.setPlaceholderText(_("Filter this list"))
        self.filter.setAccessibleName(_("Filter this list"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self.refresh())
        column = self.panes.first.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.filter)
            self.count.setContentsMargins(Space.LARGE, 0, 0, 0)

    # What is listed ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the entries as they are now, those that the filter leaves."""
        super().refresh()
        items, words = self.list.items(), self.filter.text().casefold().split()
        self.filter.setVisible(bool(words) or len(items) >= _FILTER_FROM)
        if words:
            kept = [item for item in items if _fits(item.spoken(), words)]
            self.list.set_items(kept)
            text = ngettext("{number} fits the filter", "{number} fit the filter", len(kept))
            self.count.setText(text.format(number=len(kept)))
        if self.reading is not None and self.form is None:
            self._read_again(self.reading.entry)

    def _read_again(self, entry: str) -> None:
        """Show what is read as it is now; one that is gone gives way to its neighbour."""
        if self._is_here(entry):
            self._read(entry)
        else:
            self._show_nothing()
            self._choose_first()

    # Reading -------------------------------------------------------------------------------

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show an entry to be read, or with the focus in its form; ``new`` begins one."""
        if entry == NEW:
            self.start_new()
        elif focus and not (self.form is None and self.panes.single and self._reads() != entry):
            self.edit(entry)
        elif self.here() != entry and self._is_here(entry) and self.may_leave():
            self.form = None
            self._read(entry)
            self.list.choose(entry)
            self.opened.emit(entry)

    def _reads(self) -> str:
        return self.reading.entry if self.reading is not None else ""

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

    def _read(self, entry: str) -> None:
        reading = Reading(self.journal, self.kind, entry)
        reading.edit_wanted.connect(self.edit_chosen)
        reading.bin_wanted.connect(self.bin_chosen)
        reading.copy_wanted.connect(self.duplicate_chosen)
        reading.entry_wanted.connect(self.entry_wanted)
        self.reading = reading
        self.panes.show_detail(reading)

    def _show(self, entry: str | None) -> Form:
        self.reading = None
        form = super()._show(entry)
        form.offer_another(entry is None)
        form.another.connect(self.start_new)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), form)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_form)
        return form

    def _show_nothing(self) -> None:
        self.form = self.reading = None
        self.panes.show_detail(None)

    def close_form(self) -> None:
        """Save and close the form: its entry is read, its row is chosen and has the focus."""
        entry = self.here()
        if self.form is None or not self.may_leave():
            if self.form is None:
                self._leave_reading()
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

    def _leave_reading(self) -> None:
        self._show_nothing()
        self._focus_list()

    def _focus_list(self) -> None:
        (self.list if self.list.items() else self.empty.button).setFocus()

    def focus_start(self) -> None:
        """Begin in the list, with an entry chosen where it can be read beside it."""
        if not self.here():
            self._choose_first()
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

    def here(self) -> str:
        """Return the entry that is read or written."""
        return self._reads() or super().here()

    # What can be done with rows ------------------------------------------------------------

    def _offer(self, place: QPoint) -> None:
        """Offer what can be done with the rows chosen; the menu key asks for it too."""
        chosen = self.list.chosen_keys()
        if not chosen:
            return
        menu = QMenu(self)
        single = len(chosen) == 1
        for words, icon, does, offered in (
            (_("Edit"), "edit", self.edit_chosen, single),
            (_("Duplicate"), "copy", self.duplicate_chosen, single),
            (_("Put in the bin"), "bin", self.bin_chosen, True),
        ):
            act = menu.addAction(icons.menu_icon(icon), words)
            act.setEnabled(offered)
            act.triggered.connect(does)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.list.currentIndex()
        spot = self.list.visualRect(index).center() if index.isValid() else place
        inside = self.list.viewport().rect().contains(place)
        menu.popup(self.list.viewport().mapToGlobal(place if inside else spot))

    def duplicate_chosen(self) -> None:
        """Make a second entry with the same answers, and open it to be changed."""
        entry = self.here()
        if not entry or not self.may_leave():
            return
        row = self.journal.get(self.kind.name, entry)
        names = {field.name for field in self.kind.fields} | {"person", "case"}
        kept = (names & set(self.kind.types)) - self.not_copied
        values = {name: getattr(row, name) for name in kept}
        made = self._write(
            _("Duplicate: {title}").format(title=self.journal.name(entry)),
            lambda change: change.add(self.kind.name, **values),
        )
        if made:
            self.edit(str(made))

    def bin_chosen(self) -> None:
        """Put the rows chosen into the bin; the next one is then read, and has the focus."""
        chosen = self.list.chosen_keys() or ([self.here()] if self.here() else [])
        if not chosen or not self.may_leave():
            return
        following = self._after(chosen)
        self._show_nothing()
        self._write(self._bin_words(chosen), lambda change: self._put_away(change, chosen))
        if following:
            self.list.choose(following)
        self._choose_first()
        self._focus_list()

    def _bin_words(self, chosen: list[str]) -> str:
        if len(chosen) == 1:
            title = self.journal.name(chosen[0]) or _(self.kind.label)
            return _("Put in the bin: {title}").format(title=title)
        text = ngettext("Put {number} in the bin", "Put {number} in the bin", len(chosen))
        return text.format(number=len(chosen))

    def _put_away(self, change: Any, chosen: list[str]) -> str:
        for entry in chosen:
            change.put_away(self.kind.name, entry)
        return chosen[0]

    def _after(self, chosen: list[str]) -> str:
        """Return the row that follows those chosen, else the one before."""
        keys = [str(item.key) for item in self.list.items()]
        left = [key for key in keys if key not in chosen]
        last = max((keys.index(key) for key in chosen if key in keys), default=0)
        return next((key for key in keys[last:] if key in left), left[-1] if left else "")

    def _write(self, label: str, does: Any) -> Any:
        try:
            with self.journal.change(label) as change:
                return does(change)
        except UserError as error:
            tell(self, _("That could not be done"), str(error))
            return None


def _fits(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
