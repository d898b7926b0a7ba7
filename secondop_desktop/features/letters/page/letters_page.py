"""Letters: the list of them beside the pages of one, or one to write in beside its pages."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from secondop_desktop.errors import UserError
from secondop_desktop.features.letters.operations import drafting, versions
from secondop_desktop.features.letters.operations.letter_sources import Shelf, shelf_of
from secondop_desktop.features.letters.operations.missing_facts import MissingFact
from secondop_desktop.features.letters.operations.paper import current
from secondop_desktop.features.letters.operations.recipients import usual
from secondop_desktop.features.letters.page import letter_dialogs
from secondop_desktop.features.letters.page.kept_versions import VersionDialog
from secondop_desktop.features.letters.page.letter_acts import LetterActs
from secondop_desktop.features.letters.page.letter_buttons import LetterButtons
from secondop_desktop.features.letters.page.letter_editor import LetterDesk
from secondop_desktop.features.letters.page.letter_view import LetterView
from secondop_desktop.features.letters.rules import type_of
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.entry_rows import newest_first, row_item
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

_NEW = "new"
_DRAWN_ON = ("person", "case", "diagnosis", "medicine", "allergy", "record")
"""What a letter draws on, besides doctors and itself."""


class LettersPage(ReadingPage):
    """Lists letters beside their pages; writing one takes the whole page, paper beside words."""

    not_copied = frozenset({"sent", "how", "version_of"})

    def build(self) -> None:
        """Read letters to begin with; none is written."""
        self.desk: LetterDesk | None = None
        self._was: tuple[str, str | None] = ("", None)
        self.said = SavedFileNotice()
        self.passing(self.said)
        self.buttons = LetterButtons(self._act)
        super().build()

    def _place_parts(self) -> None:
        super()._place_parts()
        self.write = self.add_button
        for button in self.buttons:
            self.add_action(button)
        self.content.insertWidget(0, self.said)

    @property
    def shelf(self) -> Shelf:
        """What the journal knows of the person, for letters of the case in hand."""
        return Shelf(self.journal, self.person, self.given.get("case"))

    # What is shown -------------------------------------------------------------------------

    def heard(self) -> Iterable[str]:
        """Return the kinds that a letter draws on, letters among them."""
        return *super().heard(), *_DRAWN_ON

    def rows(self) -> list[Any]:
        """Return the letters without their kept versions, the newest first."""
        held = current(self.journal.entries("letter", person=self.person))
        return newest_first(self.kind, held)

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return the letters as rows that say whether they were sent."""
        names = self.journal.names()
        return [_item(self, row, names) for row in rows]

    def refresh(self) -> None:
        """Show the letters as they are saved now."""
        super().refresh()
        self._show_parts()
        if self.desk is not None:
            self._show_letter()

    def _show_parts(self) -> None:
        """Show the list with what is read, or the letter that is written alone."""
        writing = self.desk is not None
        if writing:
            for part in (self.panes, self.empty, self.add_button):
                part.hide()
        self.scroller.set_margins(Space.MEDIUM if writing else 0)
        self.buttons.show_for(self._row(), writing=writing)

    def _row(self) -> Any:
        """Return the letter that is written or read, or None."""
        if self.desk is not None:
            return self.desk.row()
        here = self.here()
        return self.journal.get("letter", here) if here and self._is_here(here) else None

    def _show_letter(self) -> None:
        assert self.desk is not None
        row = self.desk.row()
        if row is None or row.deleted_at:
            return
        self.desk.show_saved()
        self.desk.show_lacks(() if row.sent else self._written(row).lacks)

    def _written(self, row: Any) -> drafting.Written:
        shelf = shelf_of(self.journal, row)
        helper = drafting.written_by_helper(shelf, row)
        type_ = row.type or "other"
        return drafting.write(shelf, type_, row.to, local_today(), by_helper=helper)

    # Reading -------------------------------------------------------------------------------

    def _is_here(self, entry: str) -> bool:
        return bool(self.journal.entries("letter", id=entry, person=self.person))

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show a letter, or that of a version; ``new:type`` or ``new:type:doctor`` starts one."""
        if entry.partition(":")[0] == _NEW:
            self._start_named(entry)
            return
        if not self._is_here(entry):
            return
        version_of = self.journal.get("letter", entry).version_of
        if version_of and self._is_here(version_of):
            self.edit(version_of)
            if self.desk is not None:
                self.desk.kept.focus_version(entry)
            return
        if self.desk is not None and self.here() != entry and self.may_leave():
            self._drop()
        super().open_entry(entry, focus=focus)

    def _read(self, entry: str) -> None:
        view = LetterView(self.journal, self.kind, entry)
        view.paper.preview.opened.connect(self.panes.order_tabs)
        self._show_reading(view)
        self.buttons.show_for(self._row(), writing=False)

    def _show_nothing(self) -> None:
        super()._show_nothing()
        self.buttons.show_for(None, writing=False)

    # Writing -------------------------------------------------------------------------------

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
        if not self.may_leave() or not (type_ := letter_dialogs.which_letter(self, self.shelf)):
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
            self.edit(made)
        return made

    def _show(self, entry: str | None) -> Form:
        """Let the letter take the page; the list waits behind it."""
        self._drop()
        self.reading = None
        self.panes.show_detail(None)
        self.said.hide()
        form = self._make_form(entry)
        self.form = form
        self.desk = LetterDesk(self.journal, form)
        self.desk.lacks.again.connect(lambda: self._act("again"))
        self.desk.lacks.wanted.connect(self._add_lack)
        self.desk.kept.wanted.connect(self._look_at)
        self.add(self.desk, 1)
        self.desk.show()
        self._remember()
        self.refresh()
        QTimer.singleShot(0, self, self._reveal)  # when everything has found its place
        return form

    def _make_form(self, entry: str | None) -> Form:
        form = self.form_of(self.journal, self.watch, self.kind, entry, self.given)
        form.foot.done.hide()  # Done stands in the top row, beside what is done with the letter
        form.finished.connect(self.close_form)
        form.saved.connect(self._on_saved)
        return form

    def _focus_first(self) -> None:
        if self.desk is not None:
            self.desk.focus_text()

    def _reveal(self) -> None:
        """Bring what has the focus into sight, where the page scrolls as a whole."""
        focus = QApplication.focusWidget()
        if self.desk is not None and focus is not None and self.desk.isAncestorOf(focus):
            self.scroller.ensureWidgetVisible(focus, Space.LARGE, Space.HUGE)

    def _drop(self) -> None:
        if self.desk is not None:
            self._drop_desk()
            self.form = None

    def _drop_desk(self) -> None:
        if self.desk is not None:
            drop(self.desk, self.content)
            self.desk = None

    def close_form(self) -> None:
        """Save and close the letter: it is read, and its row has the focus."""
        if self.form is not None and not self.may_leave():
            return
        self._drop_desk()
        super().close_form()
        self._show_parts()

    def focus_start(self) -> None:
        """Begin in the letter that is written, else in the list."""
        if self.desk is not None:
            self.desk.focus_text()
        else:
            super().focus_start()

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
            if self.form is not None:
                self.form.done()
        elif self._row() is not None and self.flush():
            acts = LetterActs(self.journal, self, self._notice())
            self._try(lambda: acts.do(name, self._row()))
            self._after_act(name)

    def _after_act(self, name: str) -> None:
        """Bring the focus to what takes the place of a button that went."""
        if name in {"sent", "unsent"}:
            other = self.buttons.named["unsent" if name == "sent" else "sent"]
            (other if other.isVisible() else self).setFocus()

    def _notice(self) -> SavedFileNotice:
        return self.desk.said if self.desk is not None else self.said

    def _try(self, act: Callable[[], Any]) -> Any:
        """Do something, and say in a sentence why where it fails."""
        try:
            return act()
        except UserError as error:
            self._say(str(error), Tone.ERROR)
            return None

    def _say(self, text: str, tone: Tone) -> None:
        self._notice().say(text, tone)
        self._notice().tell()

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
