"""Records: the list on the left, the pages of one on the right; files come by button or drop."""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from secondop_desktop.errors import UserError
from secondop_desktop.exchange import importing, photos
from secondop_desktop.features.records.page.view import RecordView
from secondop_desktop.features.records.rules import overdue
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.dialogs import Answer, ask
from secondop_desktop.widgets.entries import EntriesPage, row_item
from secondop_desktop.widgets.entry_dialog import edit_in_dialog
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.row_list import RowItem
from secondop_desktop.widgets.tag import Status
from secondop_desktop.widgets.tone import Tone

_TAGS = {"wanted": Tone.PLAIN, "asked": Tone.INFO}


class RecordsPage(EntriesPage):
    """Lists records with where they stand; choosing one shows its pages."""

    def build(self) -> None:
        """Place the list, the pages, and the ways in."""
        self.view: RecordView | None = None
        self.said = Notice("")
        self.said.hide()
        self.files_button = Button(_("Add files…"), "attach")
        super().build()
        self.files_button.clicked.connect(self._ask_files)
        self.add_action(self.files_button)
        self.content.insertWidget(0, self.said)
        self.setAcceptDrops(True)
        self.add_button.setText(_("Add a paper or a wish"))

    def rows_as_items(self, rows: Sequence[Any]) -> list[RowItem]:
        """Return the rows with a tag while they are not here yet."""
        names, today = self.journal.names(), date.today()  # noqa: DTZ011 - the person's own day
        return [_item(self, row, names, today) for row in rows]

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show the pages of a record; one that is gone shows nothing.

        ``<id>#page=3`` opens it at that page.
        """
        entry, _hash, place = entry.partition("#page=")
        if not self._is_here(entry):
            return
        if self.view is None or self.view.row.id != entry or place:
            page = max(int(place), 1) if place.isdecimal() else 1
            view = RecordView(self.journal, self.kind, self.journal.get("record", entry), page)
            view.edited.connect(lambda: self._edit(entry))
            view.saved_as.connect(self._save_copy)
            view.put_away.connect(self._put_away)
            self.view = view
            self.panes.show_detail(view)
            self.list.choose(entry)
        if focus and self.view is not None:
            self.view.edit.setFocus()

    def refresh(self) -> None:
        """Show the records as they are saved now."""
        super().refresh()
        if self.view is not None:
            rows = self.journal.entries("record", id=self.view.row.id)
            if rows:
                self.view.show_row(rows[0])
            else:
                self.close_form()

    def close_form(self) -> None:
        """Close the record; the list has the focus again."""
        self.view = None
        self.panes.show_detail(None)
        self.list.clearSelection()
        self.refresh()
        self.focus_start()

    def focus_start(self) -> None:
        """Begin with the record when it is shown alone, else in the list."""
        if self.panes.single and self.view is not None:
            self.view.edit.setFocus()
        else:
            (self.list if self.list.items() else self.empty.button).setFocus()

    def here(self) -> str:
        """Return the record that is shown."""
        return self.view.row.id if self.view is not None else ""

    def start_new(self) -> object:
        """Ask for a record that is on paper, or wanted."""
        return self._edit(None)

    def _edit(self, entry: str | None) -> str | None:
        form = self.form_of(self.journal, self.watch, self.kind, entry, self.given)
        made = edit_in_dialog(form, self)
        self.refresh()
        if made and entry is None:
            self.open_entry(made)
        self.focus_start()
        return made

    def _put_away(self) -> None:
        assert self.view is not None
        title = self.journal.name(self.view.row.id)
        with self.journal.change(_("Put in the bin: {title}").format(title=title)) as change:
            change.put_away("record", self.view.row.id)

    def _save_copy(self) -> None:
        assert self.view is not None
        row = self.view.row
        name, _chosen = QFileDialog.getSaveFileName(self, _("Save a copy"), row.file_name)
        if name:
            try:
                self.journal.extract(row.file, Path(name))
            except (UserError, OSError) as error:
                self._say(str(error), Tone.ERROR)

    # Files in -------------------------------------------------------------------------------

    def _ask_files(self) -> None:
        names, _chosen = QFileDialog.getOpenFileNames(self, _("Add files"))
        self.take([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Keep files as records; several photos may become one record, if the person says so."""
        if not paths:
            return
        try:
            several = len(paths) > 1 and all(photos.is_photo(path) for path in paths)
            joined = several and self._one_record(len(paths))
            ids = self._join(paths) if joined else self._keep(paths)
        except (UserError, OSError) as error:
            self._say(str(error), Tone.ERROR)
            return
        self._told(ids)

    def _one_record(self, number: int) -> bool:
        title = _("Are these {number} photos one record?").format(number=number)
        text = _("Photos of the pages of one letter belong together.")
        answers = (Answer("one", _("One record")), Answer("each", _("A record each")))
        return ask(self, title, text, answers) == "one"

    def _join(self, paths: Sequence[Path]) -> tuple[str, ...]:
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder) / f"{paths[0].stem}.pdf"
            pdf.write_bytes(photos.as_one_pdf(sorted(paths)))
            return self._keep([pdf])

    def _keep(self, paths: Sequence[Path]) -> tuple[str, ...]:
        plan = importing.read(paths, self.journal, self.person)
        return importing.apply(self.journal, plan)

    def _told(self, ids: Sequence[str]) -> None:
        if not ids:
            self._say(_("These files are in the journal already."), Tone.INFO)
            return
        text = ngettext("{number} record was added.", "{number} records were added.", len(ids))
        self._say(text.format(number=len(ids)), Tone.SUCCESS)
        self.open_entry(ids[0])

    def _say(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.show()
        announce(self, text)


def _item(page: RecordsPage, row: Any, names: Any, today: date) -> RowItem:
    item = row_item(page.kind, row, names)
    if item.status is None and row.state in _TAGS:
        late = overdue(row, today)
        state = _(page.kind.by_name["state"].label_of(row.state))
        tone = Tone.WARNING if late else _TAGS[row.state]
        status = Status(_("Overdue") if late else state, tone)
        detail = item.detail if late else _without(item.detail, state)
        return RowItem(item.key, item.title, detail, item.date, status, item.icon)
    return item


def _without(line: str, words: str) -> str:
    """Return a second line without what the tag says already."""
    return " · ".join(part for part in line.split(" · ") if part != words)
