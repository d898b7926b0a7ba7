"""Make a PDF: choices on the left, the pages as they will be on the right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qs

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout

from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.offered import Offered
from secondop_desktop.summary.story import Made, preview, write
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.background.press import pressed
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading, paragraph, small
from secondop_desktop.widgets.dialogs.file_dialogs import ask_target
from secondop_desktop.widgets.fields.wrapping import WrapCheck
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.choices_and_pages import ChoicesPage
from secondop_desktop.window.handing_over.one_job import OneJob
from secondop_desktop.window.handing_over.shown_job import ShownJob
from secondop_desktop.window.pdf_choices import ChapterTree
from secondop_desktop.window.pdf_privacy import WhoMaySee, before_saving
from secondop_desktop.window.pdf_reader import ReaderField
from secondop_desktop.window.pdf_since import SinceField
from secondop_desktop.window.places import PageContext

T = TypeVar("T")
_PAUSE_MS = 400
_COMPARISON = "opinion"
_SAVES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PdfPage(ChoicesPage):
    """The summary for the second doctor."""

    def __init__(self, around: PageContext) -> None:
        save = Button(_("Save the PDF…"), "pdf", Rank.PRIMARY)
        super().__init__(around, _("Make a PDF"), save, pause_ms=_PAUSE_MS)
        self._wanted = False
        self._drawing = OneJob(self, around.run)
        self._saving = ShownJob(self, around.run, _("Saving"))
        self._case = around.case
        for key in _SAVES:
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.save.click)
        if around.person:
            self.add_sides()
        else:
            self.say_nobody(_nobody())

    def _choose_reader(self) -> None:
        """Offer how far back it goes for this reader, then draw it."""
        self._offer_since()
        self._choose()

    def _offer_since(self) -> None:
        self.since.fill(self._offered.public(self.reader.reader()))

    def _choose(self) -> None:
        """Draw it anew soon; what was said of the pages before holds no longer."""
        self.said.hide()
        self._drawing.stop()
        self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, wherever it does nothing else."""
        if event.key() in _SAVES and self.save.isEnabled():
            self.save.click()
        else:
            super().keyPressEvent(event)

    def _fill_left(self, left: ScrollColumn) -> None:
        self.reader = ReaderField()
        self.since = SinceField()
        self.before = paragraph("")
        self.tree = ChapterTree()
        self.tree.currentItemChanged.connect(lambda item, _old: self._reveal(item))
        self.large = WrapCheck(_("Large print"))
        self.private = WrapCheck(_("Include what I marked as private"))
        self.inside = WrapCheck(_("Put it in as data for a hospital’s computer, too"))
        self.seeing = WhoMaySee()
        hint = small(
            _(
                "Page one is for the doctor. Choose what follows it. Open a chapter to leave out "
                "single entries."
            )
        )
        for part in (self.reader, self.since, self.before, heading(_("What goes in"), 2), hint):
            left.content.addWidget(part)
        self._place_quick(left.content)
        for choice in (self.tree, self.large, self.private, self.inside, self.seeing):
            left.content.addWidget(choice)
        self._connect_choices()

    def _connect_choices(self) -> None:
        for box in (self.large, self.private, self.inside):
            box.toggled.connect(lambda _on: self._choose())
        self.tree.changed.connect(self._choose)
        self.reader.chosen.connect(self._choose_reader)
        self.since.chosen.connect(self._choose)

    def _place_quick(self, column: QVBoxLayout) -> None:
        row = Flow()
        column.addLayout(row)
        self.usual = Button(_("The usual"))
        self.only_opinions = Button(_("Only the opinions"))
        self.usual.clicked.connect(self.tree.choose_usual)
        self.only_opinions.clicked.connect(lambda _on: self.tree.choose_only(_COMPARISON))
        self.who = Button(_("Who may see what"), "eye", Rank.QUIET)
        self.who.clicked.connect(self._show_who)
        for button in (self.usual, self.only_opinions, self.who):
            row.addWidget(button)

    def _show_who(self) -> None:
        """Bring the panel at the foot of the choices into sight."""
        top = self.seeing.mapTo(self.left.viewport(), self.seeing.rect().topLeft()).y()
        bar = self.left.verticalScrollBar()
        bar.setValue(top + bar.value())
        if self.seeing.show_names.isVisible():
            self.seeing.show_names.setFocus()
        announce(self, self.seeing.spoken())

    def _reveal(self, item: QTreeWidgetItem | None) -> None:
        """Scroll to the chapter that the keyboard is at: its tree does not scroll by itself."""
        if item is None or not self.tree.hasFocus() or pressed():
            return
        scroller = self.left
        place = self.tree.visualItemRect(item)
        for corner in (place.bottomLeft(), place.topLeft()):
            at = self.tree.viewport().mapTo(scroller.viewport(), corner)
            scroller.ensureVisible(0, at.y() + scroller.verticalScrollBar().value(), 0, Space.WIDE)

    def refresh(self) -> None:
        """Offer what the journal holds now and draw it; what was unticked stays so."""
        journal = self._around.journal
        if journal.entries("person", id=self._around.person):  # undo may have taken them away
            self.said.hide()
            self._offer()
            self._draw()

    def _offer(self) -> None:
        journal = self._around.journal
        with journal.reading():  # in which no entry is read twice
            self._offered = Offered(journal, self._around.person, self._case)
            self.tree.fill(self._offered)
            rows = self._offered.people
            self.reader.fill(rows)
            self._offer_since()
        self.only_opinions.setVisible(bool(rows.of(_COMPARISON)))
        self.seeing.say_person(rows.person, journal.kinds["person"], rows.today)

    def open_entry(self, entry: str) -> None:
        """Choose one chapter alone: ``only=opinion&case=…``, or with ``&opinion=…`` one of them."""
        wanted = parse_qs(entry)
        if not self._around.person or "only" not in wanted:
            return
        if "case" in wanted:
            self._case = wanted["case"][0]
            self._offer()
        (chapter,) = wanted["only"][:1]
        self.tree.choose_only(chapter, wanted.get(chapter, ()))
        self._pause.stop()
        self._draw()

    def choices(self) -> Choices:
        """Return what is chosen on the left."""
        chosen = self.tree.choices(
            self._around.person,
            self._case,
            private=self.private.isChecked(),
            large_print=self.large.isChecked(),
        )
        return replace(
            chosen,
            document_inside=self.inside.isChecked(),
            reader=self.reader.reader(),
            since=self.since.since(),
        )

    def _draw(self) -> None:
        if self._drawing.busy:
            self._wanted = True
            self._drawing.stop()
            return
        choices, journal = self.choices(), self._around.journal
        self._drawing.start(
            lambda job: preview(journal, choices, on_page=lambda _page: job.check()),
            done=self._show,
            failed=self._fail,
            stopped=self._drawn,
        )

    def _show(self, found: tuple[bytes, Made]) -> None:
        data, made = found
        page = min(self.preview.page(), made.pages)
        self._data = data
        self.preview.open(data, "application/pdf", _("the summary"), page)
        self._tell(made)
        self._drawn()

    def _drawn(self) -> None:
        """Draw again where something was chosen meanwhile."""
        if self._wanted:
            self._wanted = False
            self._draw()

    def _tell(self, made: Made) -> None:
        chosen = self.tree.sections()
        page_one = self.tree.page_one()
        self.seeing.say_holds(
            made.pages, page_one=page_one, chapters=len(chosen), minutes=made.minutes
        )
        self.seeing.say_not_in(made.appendices)
        self.before.setText(before_saving(made, len(self.tree.leave_out())))
        self.seeing.say_letters(made.missing)
        self.seeing.say_left_out(
            made.held_back,
            tuple(self.tree.leave_out().values()),
            begun=made.begun,
            chapters=made.kept_back,
        )

    def _name(self) -> str:
        """Return what the file is called at first."""
        name = self._around.journal.name(self._around.person)
        if not self.tree.page_one() and self.tree.sections() == (_COMPARISON,):
            return file_name(_("Opinions {name}").format(name=name), ".pdf", _("Opinions"))
        return file_name(_("Summary {name}").format(name=name), ".pdf", _("Summary"))

    def focus_start(self) -> None:
        """Begin with the chapters."""
        (self.tree if self._around.person else self.nobody.button).setFocus()

    def _ask_target(self) -> None:
        target = ask_target(self, _("Save the PDF"), self._name(), _("PDF files (*.pdf)"))
        if target is not None:
            self.save_to(target)

    def save_to(self, target: Path) -> None:
        """Write the PDF beside the window."""
        choices, journal = self.choices(), self._around.journal
        self._save(
            lambda job: write(journal, choices, target, on_page=lambda _page: job.check()),
            lambda made: self._saved(target, made),
        )

    def _save(self, work: Callable[[jobs.Job], T], done: Callable[[T], None]) -> None:
        """Write one file beside the window, unless another one is being written."""
        self._saving.show_while(
            work,
            done=done,
            failed=self.say_failed,
            stopped=lambda: self.say(_("Stopped. Nothing was saved."), Tone.INFO),
        )

    def _saved(self, target: Path, made: Made) -> None:
        text = ngettext(
            "{file} was saved, with {number} page.",
            "{file} was saved, with {number} pages.",
            made.pages,
        )
        self.said.say_saved(text.format(file=target.name, number=made.pages), target)

    def _fail(self, error: Exception) -> None:
        self._drawn()
        self.say_failed(error)


def _nobody() -> Empty:
    return Empty(
        "pdf",
        _("Nobody to print for yet"),
        _("A PDF is about one person. Add the person first."),
        _("Add a person"),
    )
