"""Letters: the list of them, or one to write in beside its pages."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from secondop_desktop.errors import UserError
from secondop_desktop.features.letters.operations import drafting, versions
from secondop_desktop.features.letters.operations.lacking import MissingFact
from secondop_desktop.features.letters.operations.paper import current
from secondop_desktop.features.letters.operations.recipients import usual
from secondop_desktop.features.letters.operations.shelf import Shelf, shelf_of
from secondop_desktop.features.letters.page import letter_dialogs
from secondop_desktop.features.letters.page.kept import VersionDialog
from secondop_desktop.features.letters.page.letter_acts import LetterActs
from secondop_desktop.features.letters.page.letter_editor import LetterDesk
from secondop_desktop.features.letters.rules import type_of
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entries_page import KindPage, newest_first, row_item
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_NEW = "new"
_HEARD = ("letter", "provider", "person", "case", "diagnosis", "medicine", "allergy", "record")


class LettersPage(KindPage):
    """Lists letters; writing one fills it from the journal and shows it beside its pages."""

    def build(self) -> None:
        """Place the list, and the room in which one letter is written."""
        self.desk: LetterDesk | None = None
        self._was: tuple[str, str | None] = ("", None)
        self.write = Button(_("Write a letter…"), "add", Rank.PRIMARY)
        self.write.clicked.connect(self.start_new)
        self.add_action(self.write)
        self.said = self.passing(Notice(""))
        self.said.hide()
        self.list = RowList(_("Letters"))
        self.list.opened.connect(lambda key: self.open_entry(str(key)))
        self.list.clicked.connect(lambda _at: self.open_entry(str(self.list.current_key())))
        self.empty = Empty("letter", _("No letters yet"), self.purpose, _("Write a letter…"))
        self.empty.pressed.connect(self.start_new)
        self.add(self.said)
        self.add(self.list, 1)
        self.content.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.watch.on(_HEARD, self.refresh, self)
        self.refresh()

    @property
    def shelf(self) -> Shelf:
        """What the journal knows of the person, for letters of the case in hand."""
        return Shelf(self.journal, self.person, self.given.get("case"))

    # What is shown -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the letters as they are saved now."""
        rows = current(self.journal.entries("letter", person=self.person))
        names = self.journal.names()
        self.list.set_items([_item(self, row, names) for row in newest_first(self.kind, rows)])
        self._show_parts()
        if self.desk is not None:
            self._show_letter()

    def _show_parts(self) -> None:
        opened, some = self.desk is not None, bool(self.list.items())
        self.list.setVisible(some and not opened)
        self.empty.setVisible(not some and not opened)
        self.write.setVisible(some and not opened)
        self.show_actions(some and not opened)

    def _show_letter(self) -> None:
        assert self.desk is not None
        row = self.desk.row()
        if row is None or row.deleted_at:
            return
        self.desk.show_saved()
        self.desk.lacks.show_lacks(() if row.sent else self._written(row).lacks)

    def _written(self, row: Any) -> drafting.Written:
        shelf = shelf_of(self.journal, row)
        helper = drafting.written_by_helper(shelf, row)
        type_ = row.type or "other"
        return drafting.write(shelf, type_, row.to, local_today(), by_helper=helper)

    # Opening and closing -------------------------------------------------------------------

    def open_entry(self, entry: str) -> None:
        """Open a letter, or that of a version; ``new:type`` or ``new:type:doctor`` starts one."""
        if entry.partition(":")[0] == _NEW:
            self._start_named(entry)
            return
        rows = self.journal.entries("letter", id=entry, person=self.person)
        if not rows:
            return
        whole = self.journal.entries("letter", id=rows[0].version_of or "", person=self.person)
        self._open((whole or rows)[0].id)
        if whole and self.desk is not None:
            self.desk.kept.focus_version(entry)

    def _start_named(self, asked: str) -> None:
        _new, type_, to = (*asked.split(":"), "", "")[:3]
        found = type_of(type_)
        if not found:
            self.start_new()
            return
        known = self.journal.entries("provider", id=to, person=self.person) if to else []
        doctor = known[0].id if known else usual(self.shelf, found)
        self._start(found, doctor, by_helper=drafting.helped(self.journal, self.person))

    def start_new(self) -> object:
        """Ask what to write, and start it."""
        if not self._may_leave() or not (type_ := letter_dialogs.which_letter(self)):
            return None
        helper = letter_dialogs.who_writes(self, self.shelf)
        if helper is None:
            return None
        return self._start(type_, usual(self.shelf, type_), by_helper=helper)

    def _start(self, type_: str, to: str | None, *, by_helper: bool) -> str | None:
        made: str | None = self._try(
            lambda: drafting.start(self.shelf, type_, to, local_today(), by_helper=by_helper)
        )
        if made is not None:
            self._open(made)
        return made

    def _open(self, entry: str) -> None:
        if self.desk is not None and self.desk.form.draft.entry == entry:
            return
        if not self._may_leave():
            return
        self._drop()
        self.said.hide()
        self.desk = self._make_desk(entry)
        self.add(self.desk, 1)
        self.desk.show()
        self._remember()
        self._show_parts()
        self._show_letter()
        self.desk.focus_text()
        QTimer.singleShot(0, self, self._reveal)  # when everything has found its place

    def _make_desk(self, entry: str) -> LetterDesk:
        form = self.form_of(self.journal, self.watch, self.kind, entry, self.given)
        form.done_button.hide()
        form.finished.connect(self.close_form)
        form.saved.connect(self._on_saved)
        desk = LetterDesk(self.journal, form)
        desk.acted.connect(self._act)
        desk.lacks.again.connect(lambda: self._act("again"))
        desk.lacks.wanted.connect(self._add_lack)
        desk.kept.wanted.connect(self._look_at)
        return desk

    def _reveal(self) -> None:
        """Bring what has the focus into sight, where the page scrolls as a whole."""
        focus = QApplication.focusWidget()
        if self.desk is not None and focus is not None and self.desk.isAncestorOf(focus):
            self.scroller.ensureWidgetVisible(focus, Space.LARGE, Space.HUGE)

    def _drop(self) -> None:
        if self.desk is not None:
            self.desk.hide()
            self.content.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def _may_leave(self) -> bool:
        return self.desk is None or self.flush() or leave_unsaved(self, self.desk.form)

    def close_form(self) -> None:
        """Save and close the letter; the list has the focus again."""
        if self.desk is not None and self._may_leave():
            entry = self.desk.form.draft.entry
            self._drop()
            self.refresh()
            self.list.choose(entry)
            self.focus_start()

    def focus_start(self) -> None:
        """Begin in the letter that is open, else in the list."""
        if self.desk is not None:
            self.desk.focus_text()
        else:
            (self.list if self.list.items() else self.empty.button).setFocus()

    def here(self) -> str:
        """Return the letter that is open."""
        return (self.desk.form.draft.entry or "") if self.desk is not None else ""

    def flush(self) -> bool:
        """Save what is being typed; False when the file could not take it."""
        return self.desk is None or self.desk.form.flush()

    # Following what is typed ---------------------------------------------------------------

    def _remember(self) -> None:
        row = self.desk.row() if self.desk is not None else None
        if row is not None:
            self._was = (row.type or "other", row.to)

    def _on_saved(self) -> None:
        """Write a letter that nobody has changed yet anew for another doctor or purpose."""
        assert self.desk is not None
        row = self.desk.row()
        if row is None:
            return
        type_, to = self._was
        field = "to" if row.to != to else "type" if (row.type or "other") != type_ else ""
        self._remember()
        if field:
            shelf = shelf_of(self.journal, row)
            self._try(lambda: drafting.follow(shelf, row, type_, to, field, local_today()))
        self._show_letter()

    # What the buttons do -------------------------------------------------------------------

    def _act(self, name: str) -> None:
        if name == "back":
            self.close_form()
        elif self.desk is not None and self.flush():
            acts = LetterActs(self.journal, self.desk, self, self._say)
            self._try(lambda: acts.do(name))

    def _try(self, act: Callable[[], Any]) -> Any:
        """Do something, and say in a sentence why where it fails."""
        try:
            return act()
        except UserError as error:
            self._say(str(error), Tone.ERROR)
            return None

    def _say(self, text: str, tone: Tone) -> None:
        notice = self.desk.said if self.desk is not None else self.said
        notice.say(text, tone)
        notice.show()
        announce(self, text)

    def _look_at(self, row: Any) -> None:
        dialog = VersionDialog(self, row)
        if dialog.run() and self.flush():
            self._try(lambda: versions.restore(self.journal, row.id))
            if self.desk is not None:
                self.desk.focus_text()
        elif self.desk is not None:
            self.desk.kept.focus_version(row.id)
        dialog.deleteLater()

    def _add_lack(self, lack: MissingFact) -> None:
        """Lead to where something is added; who it goes to is asked here."""
        if lack.kind == self.kind.name and self.desk is not None:
            self.desk.form.edits["to"].setFocus()
        elif lack.entry:
            self.entry_wanted.emit(lack.entry)
        else:
            self.place_wanted.emit(lack.kind)


def _item(page: LettersPage, row: Any, names: Any) -> RowItem:
    """Return a letter as a row with a tag that says whether it was sent."""
    item = row_item(page.kind, row, names)
    sent = Status(_("Sent"), Tone.SUCCESS) if row.sent else Status(_("Not sent"), Tone.PLAIN)
    status = item.status or sent
    detail = item.detail.removesuffix(_("not sent yet")).rstrip(" ·")
    return RowItem(item.key, item.title, detail, item.date, status, item.icon)
