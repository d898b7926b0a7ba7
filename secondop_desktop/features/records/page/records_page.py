"""Records: what there is with its pages, what is to be gathered, what second doctors ask for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog

from secondop_desktop.errors import UserError
from secondop_desktop.features.records.page.acts import Acts
from secondop_desktop.features.records.page.arrival_dialog import ask_how_it_came
from secondop_desktop.features.records.page.file_intake import WaysIn
from secondop_desktop.features.records.page.gather import Gather
from secondop_desktop.features.records.page.hand_over import hand_over
from secondop_desktop.features.records.page.items import item
from secondop_desktop.features.records.page.needed import Needed
from secondop_desktop.features.records.page.view import RecordView
from secondop_desktop.features.records.rules.needed import KINDS
from secondop_desktop.journal.change import ChangeSet
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.forms.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entries_page import EntriesPage, add_words
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

HAVE, GATHER, NEEDED = "have", "gather", "needed"
_SHOWN = frozenset({*KINDS, "provider", "told", "task", "person"})


class RecordsPage(EntriesPage):
    """``open_entry`` shows the pages of a record, or a view by its key, such as ``gather``."""

    def build(self) -> None:
        """Place the views, of which one is shown, and the ways in."""
        self.view: RecordView | None = None
        self.said = self.passing(Notice(""))
        self.said.hide()
        self.acts = Acts(self.journal, self.given, self._fail)
        self.switch = ViewSwitch(
            [
                (HAVE, _("All records"), "record"),
                (GATHER, _("To gather"), "list"),
                (NEEDED, _("For the second doctor"), "check"),
            ]
        )
        self.gather = Gather(self.journal, self.given, self.acts)
        self.needed = Needed(self.journal, self.given, self.acts)
        self.other = LongColumn(self)
        self.ways_in = WaysIn(self.journal, self.person, self.given, self)
        self.files_button = Button(_("Add files…"), "attach", parent=self)
        self.add_action(self.switch)
        super().build()
        self.add_action(self.files_button)
        self._place_views()
        self.setAcceptDrops(True)
        self._connect_signals()

    def _place_views(self) -> None:
        self.content.insertWidget(0, self.said)
        self.other.set_margins(Space.HAIR)
        self.other.content.addWidget(self.gather)
        self.other.content.addWidget(self.needed)
        self.add(self.other, 1)

    def _connect_signals(self) -> None:
        self.files_button.clicked.connect(self.ways_in.choose)
        self.ways_in.kept.connect(self._told)
        self.ways_in.failed.connect(self._fail)
        self.ways_in.nothing.connect(lambda text: self._say(text, Tone.INFO))
        self.switch.chosen.connect(self.show_view)
        self.gather.new_wanted.connect(self._want)
        self.gather.form_wanted.connect(self._edit)
        self.needed.hand_over_wanted.connect(self._hand_over)
        self.needed.autosave.failed.connect(self._fail)
        for view in (self.gather, self.needed):
            view.entry_wanted.connect(self._open_wanted)
            view.place_wanted.connect(self.place_wanted)
        self.watch.changed.connect(self._on_change)
        self.watch.day.turned.connect(self._refresh_view)
        theme.current().changed.connect(self._arrange)

    # Views -------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Show another view, once what is typed in this one is saved."""
        if not self.needed.flush() and not leave_unsaved(self, self.needed):
            self.switch.show_view(NEEDED)
            return
        self.switch.show_view(view)
        self._refresh_view()
        self._arrange()

    def _refresh_view(self) -> None:
        """Show what is saved now in the view beside the list, if one is shown."""
        if self.switch.view() == GATHER:
            self.gather.refresh()
        elif self.switch.view() == NEEDED:
            self.needed.refresh()

    def _arrange(self) -> None:
        """Show the parts of the view that is chosen."""
        view, some = self.switch.view(), bool(self.list.items())
        self.panes.setVisible(view == HAVE and (some or self.form is not None))
        self.empty.setVisible(view == HAVE and not some)
        self.add_button.setVisible(view != NEEDED and some)
        self.add_button.setText(_("Want a record") if view == GATHER else add_words(self.kind))
        self.files_button.setVisible(view == HAVE)
        self.other.setVisible(view != HAVE)
        self.gather.setVisible(view == GATHER)
        self.needed.setVisible(view == NEEDED)
        self.other.set_long(theme.current().stacked)

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.kinds & _SHOWN and changes.initiator is not self.needed.draft:
            self._refresh_view()
            if self.view is not None and "told" in changes.kinds:
                self.refresh()

    def _open_wanted(self, entry: str) -> None:
        """Open a record here, and anything else on its own screen."""
        if self._is_here(entry):
            self.open_entry(entry, focus=True)
        else:
            self.entry_wanted.emit(entry)

    # The list and its record -------------------------------------------------------------

    def rows_as_items(self, rows: Sequence[Any]) -> list[RowItem]:
        """Return the rows with a tag while they are not here yet."""
        names, today = self.journal.names(), local_today()
        return [item(self.kind, row, names, today) for row in rows]

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show the pages of a record, or a view; a record that is gone shows nothing.

        ``ID#page=3`` opens the record at a page.
        """
        entry, _sign, page = entry.partition("#page=")
        if entry in self.switch.buttons:
            self.show_view(entry)
            self.focus_start()
            return
        if not self._is_here(entry):
            return
        self.show_view(HAVE)
        if self.switch.view() != HAVE:
            return
        if self.view is None or self.view.row.id != entry:
            self._show_record(entry)
        if page.isdecimal() and self.view is not None:
            self.view.go_to(int(page))
        if focus and self.view is not None:
            self.view.edit.setFocus()

    def _show_record(self, entry: str) -> None:
        view = RecordView(self.journal, self.kind, self.journal.get("record", entry))
        view.edited.connect(lambda: self._edit(entry))
        view.handed_over.connect(lambda: self._hand_over((entry,)))
        view.came.connect(lambda: ask_how_it_came(self, self.acts, entry))
        view.entry_wanted.connect(self.entry_wanted)
        view.saved_as.connect(self._save_copy)
        view.put_away.connect(self._put_away)
        self.view = view
        self.panes.show_detail(view)
        self.list.choose(entry)

    def refresh(self) -> None:
        """Show the records as they are saved now."""
        super().refresh()
        if self.view is not None:
            rows = self.journal.entries("record", id=self.view.row.id)
            if rows:
                self.view.show_row(rows[0])
            else:
                self.close_form()
        self._arrange()

    def close_form(self) -> None:
        """Close the record; the list has the focus again."""
        self.view = None
        self.panes.show_detail(None)
        self.list.clearSelection()
        self.refresh()
        self.focus_start()

    def focus_start(self) -> None:
        """Begin with the record when it is shown alone, else in the list or the view."""
        if self.switch.view() == GATHER:
            self.gather.focus_start()
        elif self.switch.view() == NEEDED:
            self.needed.focus_start()
        elif self.panes.single and self.view is not None:
            self.view.edit.setFocus()
        else:
            (self.list if self.list.items() else self.empty.button).setFocus()

    def here(self) -> str:
        """Return the view or the record that is shown."""
        if self.switch.view() != HAVE:
            return self.switch.view()
        return self.view.row.id if self.view is not None else ""

    def flush(self) -> bool:
        """Save the lines being typed; False when the file could not take them."""
        return self.needed.flush()

    # What can be done --------------------------------------------------------------------

    def start_new(self) -> object:
        """Ask for a record that is on paper, or wanted."""
        return self._want({}) if self.switch.view() == GATHER else self._edit(None)

    def _want(self, values: Any) -> str | None:
        """Ask which record is wanted; it is wanted from the start."""
        return self._edit(None, {"state": "wanted", **values})

    def _edit(self, entry: str | None, given: dict[str, Any] | None = None) -> str | None:
        start = {**self.given, **(given or {})}
        form = self.form_of(self.journal, self.watch, self.kind, entry, start)
        made = edit_in_dialog(form, self)
        self.refresh()
        if self.switch.view() == GATHER:
            self.gather.focus_record(made or "")
            return made
        if made and entry is None:
            self.open_entry(made)
        if entry is not None and self.view is not None:
            self.view.edit.setFocus()
        else:
            self.focus_start()
        return made

    def _hand_over(self, records: Any) -> None:
        made = hand_over(self, self.journal, self.given, records)
        if made:
            self._say(self.journal.name(made), Tone.SUCCESS)

    def _put_away(self) -> None:
        assert self.view is not None
        entry = self.view.row.id
        label = _("Put in the bin: {title}").format(title=self.journal.name(entry))
        self.acts.write(label, lambda change: change.put_away("record", entry))

    def _save_copy(self) -> None:
        assert self.view is not None
        row = self.view.row
        name, _chosen = QFileDialog.getSaveFileName(self, _("Save a copy"), row.file_name)
        if name:
            try:
                self.journal.extract(row.file, Path(name))
            except UserError as error:
                self._fail(str(error))
            except OSError as problem:
                text = _("{name} cannot be written: {problem}.")
                self._fail(text.format(name=Path(name).name, problem=why(problem)))

    # Files in ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped once the program it came from is free again."""
        self.ways_in.drop(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste files or a picture by keyboard."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.ways_in.paste()
        else:
            super().keyPressEvent(event)

    def _told(self, ids: Sequence[str]) -> None:
        if not ids:
            self._say(_("These files are in the journal already."), Tone.INFO)
            return
        text = ngettext("{number} record was added.", "{number} records were added.", len(ids))
        self._say(text.format(number=len(ids)), Tone.SUCCESS)
        self.open_entry(ids[0])

    def _fail(self, text: str) -> None:
        self._say(text, Tone.ERROR)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.show()
        announce(self, text)
