"""Records: what there is with its pages, what is to be gathered, what second doctors ask for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.records.form import RecordForm
from secondop_desktop.features.records.page.adding_files import arrange_pages, take_in_form
from secondop_desktop.features.records.page.arrival_dialog import ask_how_it_came
from secondop_desktop.features.records.page.asking_dialogs import ask_for_record, ask_holder
from secondop_desktop.features.records.page.file_intake import WaysIn
from secondop_desktop.features.records.page.form_beside_pages import BesidePages
from secondop_desktop.features.records.page.gather import Gather
from secondop_desktop.features.records.page.hand_over import hand_over
from secondop_desktop.features.records.page.letter_card import LetterCard, agree
from secondop_desktop.features.records.page.list_rows import is_tagged, item, told_apart
from secondop_desktop.features.records.page.minute_note import note_minute
from secondop_desktop.features.records.page.needed import Needed
from secondop_desktop.features.records.page.quoting import put_into_opinion
from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.features.records.page.record_view import RecordView
from secondop_desktop.features.records.rules.needed import KINDS
from secondop_desktop.features.records.rules.unsaid import is_unsaid
from secondop_desktop.journal.change import Change, ChangeSet
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.dialogs.file_dialogs import ask_copy
from secondop_desktop.widgets.dialogs.messages import tell
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.unsaved_changes import leave_unsaved
from secondop_desktop.widgets.kind_pages.entry_rows import row_items
from secondop_desktop.widgets.kind_pages.kind_page import NEW, add_words
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.preview.known_words import NONE, KnownWords
from secondop_desktop.widgets.preview.quote import Quote
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone

HAVE, GATHER, NEEDED = "have", "gather", "needed"
WHAT = "what:"
"""Before the ids of records that came in, joined by ``+``: asks of each what it is."""
_SHOWN = frozenset({*KINDS, "provider", "told", "task", "person"})


class RecordsPage(ReadingPage):
    """``open_entry`` shows the pages of a record, or a view by its key, such as ``gather``."""

    def build(self) -> None:
        """Place the views, of which one is shown, and the ways in."""
        self._pages: dict[str, int] = {}
        self._words = NONE
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
        self.add_views(self.switch)
        super().build()
        self.add_action(self.files_button)
        self._place_views()
        self.setAcceptDrops(True)
        self._connect_signals()

    @property
    def view(self) -> RecordView | None:
        """The record whose pages are shown."""
        return self.reading if isinstance(self.reading, RecordView) else None

    def _place_views(self) -> None:
        self.content.insertWidget(0, self.said)
        self.other.set_margins(Space.LARGE)
        self.other.content.addWidget(self.gather)
        self.other.content.addWidget(self.needed)
        self.add(self.other, 1)

    def _connect_signals(self) -> None:
        self.files_button.clicked.connect(self.ways_in.choose)
        self.ways_in.kept.connect(self._show_added)
        self.ways_in.failed.connect(self._fail)
        self.ways_in.nothing.connect(lambda text: self._say(text, Tone.INFO))
        self.switch.chosen.connect(self.show_view)
        self.gather.new_wanted.connect(self._want)
        self.gather.form_wanted.connect(self._edit_wanted)
        self.gather.holder_wanted.connect(self._say_holder)
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
        self.panes.setVisible(
            view == HAVE and (some or self.form is not None or bool(self.filter.text()))
        )
        self.empty.setVisible(
            view == HAVE and not some and self.form is None and not self.filter.text()
        )
        asked = view == GATHER and self.gather.empty.isHidden()
        self.add_button.setVisible(asked or (view == HAVE and some))
        self.add_button.setText(_("Ask for a record…") if view == GATHER else add_words(self.kind))
        self.files_button.setVisible(view == HAVE)
        self.other.setVisible(view != HAVE)
        self.gather.setVisible(view == GATHER)
        self.needed.setVisible(view == NEEDED)
        self.other.set_long(theme.current().stacked)

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.kinds & _SHOWN and changes.initiator is not self.needed.draft:
            self._refresh_view()
            self._arrange()
            if self.view is not None and "told" in changes.kinds:
                self.view.show_row(self.view.row)

    def _open_wanted(self, entry: str) -> None:
        """Open a record here, and anything else on its own screen."""
        if self._is_here(entry):
            self.open_entry(entry)
            self.focus_start()
        else:
            self.entry_wanted.emit(entry)

    # The list and its record -------------------------------------------------------------

    def rows_as_items(self, rows: Sequence[Any]) -> Sequence[RowItem]:
        """Return the rows with a tag while they are not here yet, no two of them the same."""
        kind, names, today = self.kind, self.journal.names(), local_today()
        made = told_apart(rows, lambda row: item(kind, row, names, today))
        return row_items(rows, made, lambda row: is_tagged(kind, row))

    def open_entry(self, entry: str, *, focus: bool = False) -> None:
        """Show the pages of a record, or a view; a record that is gone shows nothing.

        ``ID#page=3`` opens the record at a page, ``ID#page=3&words=40+12`` marks words on it.
        """
        if entry.startswith(WHAT):
            self._ask_of_each(entry.removeprefix(WHAT).split("+"))
            return
        entry, _sign, where = entry.partition("#")
        if entry in self.switch.buttons:
            self.show_view(entry)
            self.arrive()
            return
        if entry != NEW and not self._is_here(entry):
            return
        self.show_view(HAVE)
        if self.switch.view() != HAVE:
            return
        super().open_entry(entry, focus=focus)
        told = dict(part.partition("=")[::2] for part in where.split("&"))
        page = told.get("page", "1")
        if where and page.isdecimal() and self.view is not None:
            self.view.mark(int(page), told.get("words", ""))

    def _read(self, entry: str) -> None:
        row = self.journal.get("record", entry)
        if self.view is not None and self.view.entry == entry:
            self.view.show_row(row)
            return
        self._note_page()
        self.forget_said()
        view = RecordView(self.journal, self.kind, row)
        view.handed_over.connect(lambda: self._hand_over((entry,)))
        view.came.connect(lambda: ask_how_it_came(self, self.acts, entry))
        view.asked_what.connect(lambda: self._ask_what((entry,), 0))
        view.saved_as.connect(self._save_copy)
        view.failed.connect(self._fail)
        view.minute_wanted.connect(self._note_minute)
        view.arrange_wanted.connect(self._arrange_pages)
        view.results_wanted.connect(lambda: self.place_wanted.emit(f"result:found:{entry}"))
        view.quoted.connect(self._put_into_opinion)
        view.preview.opened.connect(self.panes.order_tabs)
        view.tried.connect(self.forget_said)
        view.preview.explain(self._words)
        view.preview.word_asked.connect(lambda word: tell(self, word.words, word.meaning))
        self._show_reading(view)
        if entry in self._pages:
            view.go_to(self._pages[entry])

    def explain(self, words: KnownWords) -> None:
        """Dot the words of a glossary in the texts of records."""
        self._words = words
        if self.view is not None:
            self.view.preview.explain(words)

    def _note_page(self) -> None:
        """Keep in mind which page was in sight, to come back to it."""
        if self.view is not None:
            self._pages[self.view.entry] = self.view.preview.page()

    def _show(self, entry: str | None) -> Form:
        self._note_page()
        return super()._show(entry)

    def _placed(self, form: Form) -> QWidget:
        if isinstance(form, RecordForm):
            form.several.connect(partial(self._several_given, form))
        row = form.draft.row()
        if row is None or not row.file or self.panes.single:
            return form
        beside = BesidePages(form, self.journal, row)
        beside.preview.go_to(self._pages.get(row.id, 1))
        beside.preview.opened.connect(self.panes.order_tabs)
        return beside

    def _several_given(self, form: RecordForm, paths: Sequence[Path]) -> None:
        """Take several files once the program that they were dropped from is free again."""
        QTimer.singleShot(0, form, partial(self._take_several, form, paths))

    def _take_several(self, form: RecordForm, paths: Sequence[Path]) -> None:
        """Keep all of several files that were given to one record, and say where they are."""
        told: list[str] = []
        try:
            others = take_in_form(form, paths, told.append)
        except UserError as error:
            self._fail(str(error))
            return
        if others:
            text = ngettext(
                "The first file is kept here, {count} other as a record of its own.",
                "The first file is kept here, {count} others as records of their own.",
                len(others),
            )
            form.file.set_note(text.format(count=len(others)))
        if told:
            self._fail(told[0])

    def refresh(self) -> None:
        """Show the records as they are saved now."""
        super().refresh()
        self._arrange()

    def focus_start(self) -> None:
        """Begin with the record when it is shown alone, else in the list or the view."""
        if self.switch.view() == GATHER:
            self.gather.focus_start()
        elif self.switch.view() == NEEDED:
            self.needed.focus_start()
        else:
            super().focus_start()

    def first_key(self) -> object:
        """Return the newest record that has pages to see, else the first row."""
        pages = {row.id for row in self.listed if row.file}
        keys = self.list.keys()
        return next((key for key in keys if key in pages), keys[0])

    def here(self) -> str:
        """Return the view or the record that is shown."""
        return super().here() if self.switch.view() == HAVE else self.switch.view()

    def flush(self) -> bool:
        """Save the lines being typed; False when the file could not take them."""
        return self.needed.flush() and super().flush()

    # What can be done --------------------------------------------------------------------

    def start_new(self) -> object:
        """Begin a record that is on paper, or ask which one is wanted."""
        return self._want({}) if self.switch.view() == GATHER else super().start_new()

    def _want(self, values: Mapping[str, Any]) -> str | None:
        """Ask which record is wanted, who holds it, and when it was asked for."""
        made = ask_for_record(self, self.journal, {**self.given, **values}, self.acts)
        self.gather.focus_record(made or "")
        return made

    def _say_holder(self, entry: str) -> None:
        ask_holder(self, self.journal, entry, self.acts)
        self.gather.focus_record(entry)

    def _edit_wanted(self, entry: str) -> None:
        """Open the whole form of a record that is on its way."""
        self.show_view(HAVE)
        self.edit(entry)

    def _put_into_opinion(self, quote: Quote | None) -> None:
        """Ask what the words chosen are about, and put them into an opinion."""
        if quote is not None and self.view is not None:
            said = put_into_opinion(self, self.journal, self.view.row, quote, self.acts)
            if said:
                self._say(said, Tone.SUCCESS)
            self.view.tools.focus_on(self.view.quote)

    def _hand_over(self, records: Any) -> None:
        made = hand_over(self, self.journal, self.given, records, self.place_wanted.emit)
        if made:
            self._say(self.journal.name(made), Tone.SUCCESS)

    def _commit(self, label: str, does: Callable[[Change], object]) -> object:
        """Make one change; what stands in the way is said on the page."""
        made: list[object] = []
        written = self.acts.write(label, lambda change: made.append(does(change)))
        return made[0] if written else None

    def _note_minute(self) -> None:
        """Write where something is in a recording beside a question of its appointment."""
        assert self.view is not None
        try:
            said = note_minute(self, self.journal, self.view.row, self.acts)
        except UserError as error:
            self._fail(str(error))
            return
        if said:
            self._say(said, Tone.SUCCESS)
        self.view.tools.focus_on(self.view.minute)

    def _arrange_pages(self) -> None:
        """Turn, cut, order and lighten the photographs of the record that is shown."""
        assert self.view is not None
        view = self.view
        try:
            arrange_pages(self, self.journal, view.row)
        except UserError as error:
            self._fail(str(error))
        view.tools.focus_on(view.arrange)

    def _save_copy(self) -> None:
        assert self.view is not None
        row, target = self.view.row, ask_copy(self, self.view.row.file_name)
        try:
            if target is not None:
                self.journal.extract(row.file, target)
        except UserError as error:
            self._fail(str(error))

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

    def _show_added(self, ids: Sequence[str]) -> None:
        if not ids:
            text = _("Nothing was added: these files are in the journal already, or in its bin.")
            self._say(text, Tone.INFO)
            return
        records = [entry for entry in ids if self._is_here(entry)]
        if records:
            self.open_entry(records[0])
        self._tell_added(len(records), len(ids) - len(records))
        if records:
            self._ask_what(records, 0)

    def _ask_of_each(self, ids: Sequence[str]) -> None:
        """Show these records one by one and ask what each is, once the page stands."""
        here = filter(self._is_here, ids)
        records = [entry for entry in here if is_unsaid(self.journal.get("record", entry))]
        if records:
            self.open_entry(records[0])
            QTimer.singleShot(0, self, lambda: self._ask_what(records, 0))

    def _tell_added(self, records: int, others: int) -> None:
        """Speak of the records, which are seen in the list; say what else came with them."""
        text = ngettext("{number} record was added.", "{number} records were added.", records)
        announce(self, text.format(number=records))
        if others:
            text = ngettext(
                "{number} appointment came with it; it is among the appointments.",
                "{number} appointments came with it; they are among the appointments.",
                others,
            )
            self._say(text.format(number=others), Tone.INFO)

    def _ask_what(self, ids: Sequence[str], at: int) -> None:
        """Ask of each record that came in what it is; leaving one keeps the rest as they are."""
        several = _("({number} of {total})").format(number=at + 1, total=len(ids))
        card = LetterCard(self, self.journal, ids[at], self.given, several * (len(ids) > 1))
        card.accepted.connect(lambda: self._agree(card, ids, at))
        card.rejected.connect(self.focus_start)
        card.finished.connect(card.deleteLater)
        card.begin()

    def _agree(self, card: LetterCard, ids: Sequence[str], at: int) -> None:
        agree(card, self.acts)
        self.list.choose(ids[at])
        self.focus_start()
        if at + 1 < len(ids):
            self.open_entry(ids[at + 1])
            self._ask_what(ids, at + 1)

    def take_in(self, paths: Sequence[Path], image: QImage | None) -> None:
        """Keep what was dropped on the window, or pasted, elsewhere."""
        self.ways_in.take_in(paths, image)

    def _fail(self, text: str) -> None:
        self._say(text, Tone.ERROR)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.show()
        announce(self, text)
