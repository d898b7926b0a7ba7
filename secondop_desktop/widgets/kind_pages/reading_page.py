"""The plain page of a kind: a list, and beside it an entry to read, which is edited on demand."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.leaving_by_escape import leave_by_escape
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entry_acts import EntryActs
from secondop_desktop.widgets.kind_pages.entry_view import ReadEntry, Reading
from secondop_desktop.widgets.kind_pages.kind_page import NEW
from secondop_desktop.widgets.kind_pages.listed_page import ListedPage
from secondop_desktop.widgets.kind_pages.row_menu import RowMenu
from secondop_desktop.widgets.theme import Space


class ReadingPage(ListedPage):
    """Opens with an entry chosen; what is chosen is read, Enter, F2 or Edit turn it into its form.

    After Done the entry is read again, its row is chosen and has the focus. ``opened`` carries
    the id of the entry that is read or written.
    """

    opened = Signal(str)
    comes_back = True
    reading_of = Reading

    def build(self) -> None:
        """Place the list beside what is read, edge to edge, and the keys that work on it."""
        self.form: Form | None = None
        self.reading: ReadEntry | None = None
        self.entry_acts = EntryActs(self.journal, self.kind, self._commit)
        self._place_parts()
        self.scroller.set_margins(0)
        self.panes.set_edge_to_edge()
        self.act_row.row.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, 0)
        self.scroller.content.setSpacing(Space.SMALL)
        self.watch.on(self.heard(), self.refresh, self)
        self.refresh()
        self.menu = RowMenu(self.list, self.row_acts)
        on_key(QKeySequence.StandardKey.Copy, self.list, self.copy_chosen)
        on_key("F2", self, self.edit_chosen)
        on_key(QKeySequence.StandardKey.Delete, self.list, self.bin_chosen)

    # What is listed ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the entries as they are now, those that the filter leaves."""
        super().refresh()
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
