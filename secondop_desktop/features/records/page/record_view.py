"""One record to read: what it is and where it stands in a line, then its pages."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.imaging.disc_record import DISC, OBJECT
from secondop_desktop.exchange.source_files.file_contents import MOST_TEXT
from secondop_desktop.features.records.operations.photographs import can_arrange
from secondop_desktop.features.records.page.disc_pictures import DiscPictures
from secondop_desktop.features.records.page.handed_rows import HandedRows
from secondop_desktop.features.records.page.playing import can_play, play
from secondop_desktop.features.records.page.scan_offer import PDF, ScanOffer, may_be_scan
from secondop_desktop.features.records.rules.requests import arrived, due_words
from secondop_desktop.features.records.rules.unsaid import is_unsaid
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.readable import is_text
from secondop_desktop.journal.files.scan_words import program
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import _
from secondop_desktop.sandbox.document_types import is_document
from secondop_desktop.sandbox.picture_types import PHOTOS
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.labels import heading, muted
from secondop_desktop.widgets.controls.tool_row import ToolRow
from secondop_desktop.widgets.kind_pages.entry_view import ReadEntry, Reading
from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.preview.roomy import RoomyPreview
from secondop_desktop.widgets.preview.scanned_pdf import has_words
from secondop_desktop.widgets.screen.list_detail import LongColumn
from secondop_desktop.widgets.theme import Space, icons

_LINES = 6
_OF_THE_FILE = ("text", "file", "file_type", "raw")
"""What is seen by looking at the file itself."""


class RecordView(ReadEntry):
    """Shows a record; the signals ask for its form, a copy of its file, and the bin.

    Its pages have the room. All else that is known of it, such as notes, stands behind
    *Details*, or in place of the pages where there is no file. ``entry_wanted`` carries an entry
    that it leads to.
    """

    fills = True
    handed_over = Signal()
    came = Signal()
    saved_as = Signal()
    failed = Signal(str)
    tried = Signal()
    """Something is tried again: why it failed before is no longer so."""

    arrange_wanted = Signal()
    """Its photographs are to be turned, cut, put in order or lightened."""

    minute_wanted = Signal()
    """Where something is in the recording is to be noted beside a question."""

    results_wanted = Signal()
    asked_what = Signal()
    """The card is to ask what the paper is, which nobody has said yet."""

    quoted = Signal(object)
    """The words chosen in its pages are to be put into an opinion: a ``Quote``."""

    def __init__(self, journal: Journal, kind: Kind, row: Any) -> None:
        super().__init__()
        self.journal, self.kind, self.row, self.entry = journal, kind, row, str(row.id)
        self.title = heading("", 2)
        self.facts = muted("")
        self.preview = RoomyPreview()
        self.preview.lines = _LINES
        self.scan = ScanOffer()
        self.reading: Reading | None = None
        self.handed = HandedRows(journal)
        self.handed.setParent(self)  # else it and this view would hold each other for ever
        self.handed.hide()
        self.handed.chosen.connect(lambda entry: self.entry_wanted.emit(str(entry)))
        self.about = LongColumn()
        self.tools = self._buttons()
        self.foot = self.tools
        self._lay_out()
        self.scan.start.clicked.connect(self._learn)
        self.scan.read.connect(self._keep_scanned)
        self.scan.failed.connect(self.failed)
        self.preview.unlocked.connect(self._offer_words)
        self._shown, self._told, self._unlocked = "", False, False
        self.show_row(row)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.scan)
        column.addWidget(self.preview, 1)
        column.addWidget(self.about, 1)

    def _buttons(self) -> ToolRow:
        """Return what can be done; *Details* stands before what it takes away and gives back."""
        self.edit_button = Button(_("Edit"), "edit", Rank.PRIMARY)
        self.come = Button(_("It came…"), "check")
        self.what = Button(_("Say what this is…"), "record")
        self.what.clicked.connect(self.asked_what)
        self.play = Button(_("Play"))
        self.play.setToolTip(_("In the player of this computer"))
        self.play.clicked.connect(self._play)
        self.minute = Button(_("Note a minute…"), "clock")
        self.minute.clicked.connect(self.minute_wanted)
        self.arrange = Button(_("Arrange the pages…"), "rotate")
        self.arrange.clicked.connect(self.arrange_wanted)
        self.hand = Button(_("Hand over…"))
        self.quote = Button(_("Put into an opinion…"), "opinion")
        self.quote.setEnabled(False)
        self.quote.setToolTip(_("First select words: drag over them in the pages"))
        self.quote.clicked.connect(lambda: self.quoted.emit(self.preview.quote()))
        self.preview.quote_chosen.connect(lambda quote: self.quote.setEnabled(quote is not None))
        self.details = Button(_("Details"))
        self.details.setCheckable(True)
        self.edit_button.clicked.connect(self.edit_wanted)
        self.hand.clicked.connect(self.handed_over)
        self.come.clicked.connect(self.came)
        self.details.toggled.connect(self._show_parts)
        first = (self.play, self.minute, self.what, self.come, self.details)
        self._make_seldom_done()
        return ToolRow(
            (self.edit_button,),
            (*first, self.quote, self.hand, self.arrange),
            name=_("More to do with this record"),
            extra=lambda menu: menu.addActions(self.seldom),
        )

    def _make_seldom_done(self) -> None:
        self.find_results = self._act("result", _("Find test results in its words…"))
        self.make_searchable = self._act("search", _("Make its words searchable"))
        self.save_as = self._act("export", _("Save a copy…"))
        self.copy = self._act("copy", _("Duplicate"))
        self.away = self._act("bin", _("Put in the bin"))
        self.find_results.triggered.connect(self.results_wanted)
        self.make_searchable.triggered.connect(self._learn)
        self.save_as.triggered.connect(self.saved_as)
        self.copy.triggered.connect(self.copy_wanted)
        self.away.triggered.connect(self.bin_wanted)
        several = self.find_results, self.make_searchable, self.save_as, self.copy, self.away
        self.seldom = list(several)

    def _act(self, icon: str, words: str) -> QAction:
        act = QAction(words, self)
        icons.wear(act, icon)
        return act

    def show_row(self, row: Any) -> None:
        """Show the record as it is saved now; its pages stay where they are."""
        self.row = row
        names = self.journal.name
        self.title.setText(self.kind.title(row, names))
        self.setAccessibleName(self.title.text())
        self.facts.setText(_facts(row, self.kind, names(row.from_provider)))
        self.facts.setVisible(bool(self.facts.text()))
        coming = not arrived(row) and row.state in {"wanted", "asked"}
        self.tools.withhold(self.come, withheld=not coming)
        self.tools.withhold(self.hand, withheld=coming)
        self.tools.withhold(self.what, withheld=not is_unsaid(row))
        self.save_as.setVisible(bool(row.file))
        self.find_results.setVisible(row.file_type == "application/pdf")
        self.make_searchable.setVisible(may_be_scan(row) and not row.text)
        self.tools.withhold(self.play, withheld=not can_play(row))
        self.tools.withhold(self.minute, withheld=not can_play(row))
        self.tools.withhold(self.arrange, withheld=not can_arrange(row))
        self.tools.withhold(self.details, withheld=not row.file)
        self._told = False
        self._show_parts()
        if row.file and row.file != self._shown:
            self._shown = row.file
            self._open()

    def _tell_all(self) -> None:
        """Lay out anew all that is known of the record, but its title, which stands above."""
        if self.reading is not None:
            drop(self.reading, self.about.content)
        self.reading = Reading(self.journal, self.kind, self.entry, _OF_THE_FILE, apart=True)
        self.reading.edit_wanted.connect(self.edit_wanted)
        self.reading.entry_wanted.connect(self.entry_wanted)
        self.about.content.addWidget(self.reading)
        self.reading.show()
        self.handed.show_of(self.row)
        self.about.content.addWidget(self.handed)

    def _show_parts(self) -> None:
        pages = bool(self.row.file) and not self.details.isChecked()
        if not pages and not self._told:
            self._told = True
            self._tell_all()
        self.preview.setVisible(pages)
        quotes = pages and _has_words(self.row)
        self.tools.withhold(self.quote, withheld=not quotes)
        self.about.setVisible(not pages)

    def go_to(self, page: int) -> None:
        """Bring a page, from 1, into sight; pictures and texts have only one."""
        self.details.setChecked(False)
        self.preview.go_to(page)

    def mark(self, page: int, place: str) -> None:
        """Bring a page into sight, and mark the words at a place of it."""
        self.details.setChecked(False)
        self.preview.mark(page, place)

    def _play(self) -> None:
        self.tried.emit()
        try:
            play(self.journal, self.row)
        except UserError as trouble:
            self.failed.emit(str(trouble))

    def _offer_words(self) -> None:
        """Offer to keep the words of a PDF that was unlocked; the file itself stays locked."""
        self._unlocked = True
        self.scan.show_offer(offered=not self.row.text)

    def _learn(self) -> None:
        """Have the words found: those of an unlocked PDF, or those on pages that are pictures."""
        self.tried.emit()
        if self._unlocked:
            self.scan.withdraw()
            self.preview.read_words(self._keep_words)
            return
        try:
            self.scan.begin(self.journal.file(self.row.file), self.row.file_type)
        except UserError as trouble:
            self.failed.emit(str(trouble))

    def _keep_words(self, pages: int, text: str) -> None:
        self._keep(pages=pages, text=text[:MOST_TEXT])

    def _keep_scanned(self, text: str) -> None:
        """Keep the words for the search, and let them be read and marked in the pages."""
        self._keep(text=text[:MOST_TEXT])
        page = self.preview.page()
        open_file(self.preview, self.journal, self.journal.get("record", self.row.id))
        self.preview.go_to(page)

    def _keep(self, **values: Any) -> None:
        label = _("Make the words of {name} searchable").format(name=self.row.title)
        try:
            with self.journal.change(label) as change:
                change.edit("record", self.row.id, **values)
        except UserError as trouble:
            self.failed.emit(str(trouble))

    def _open(self) -> None:
        self._unlocked = False
        self.scan.withdraw()
        open_file(self.preview, self.journal, self.row)
        if self.row.file_type in PHOTOS and not self.row.text:
            self.scan.offer()
        elif self.row.file_type == PDF and not self.row.text:
            self.preview.work_on_pages(has_words, self._offer_scan)

    def _offer_scan(self, has_words: bool) -> None:
        if not has_words:
            self.scan.offer()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit by a double click on what is read; the pages keep theirs."""
        if not self.preview.geometry().contains(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)


def open_file(preview: Preview, journal: Journal, row: Any) -> None:
    """Show the file of a record; one that cannot be read says so."""
    name = row.file_name or row.title
    if row.file_type in {DISC, OBJECT}:
        opened = partial(journal.opened, row.file)
        preview.open_pages(lambda: DiscPictures(opened, row.file_type, name), name)
        return
    try:
        data = journal.file(row.file)
    except UserError:
        data = b""
    told = row.text if can_play(row) else ""
    words = row.text if may_be_scan(row) else ""
    preview.open(data, row.file_type, name, told=told, words=words)


def _has_words(row: Any) -> bool:
    """Tell whether words can be chosen in the file of a record; on a photo, those it was read."""
    if row.file_type in PHOTOS:
        return bool(row.text and program())
    return row.file_type == PDF or is_text(row.file_type) or is_document(row.file_type)


def _facts(row: Any, kind: Kind, sender: str) -> str:
    """Say what is known beside the title, in one line or two."""
    kind_words = _(kind.by_name["type"].label_of(row.type)) if row.type else ""
    state = _(kind.by_name["state"].label_of(row.state)) if row.state else ""
    day = row.date.words() if row.date else ""
    by = _("from {name}").format(name=sender) if sender else ""
    due = due_words(row, local_today())
    place = _("paper kept: {place}").format(place=row.place) if row.place else ""
    return " · ".join(part for part in (kind_words, day, by, state, due, place) if part)
