"""Pack and sheets: what it is to be, and the records, on the left; the pages on the right."""

from pathlib import Path
from urllib.parse import parse_qs

from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.pack.choices import PackChoices, can_go, usual
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.controls.wrapping_combo import WrappingCombo
from secondop_desktop.widgets.dialogs.file_dialogs import ask_new_folder, ask_target
from secondop_desktop.widgets.fields.wrapping import WrapCheck
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.choices_and_pages import ChoicesPage
from secondop_desktop.window.handing_over.along import Along
from secondop_desktop.window.handing_over.making import (
    ENDINGS,
    FOLDER,
    FORMS,
    PDF,
    ZIP,
    Saved,
    Seen,
    Wanted,
    save,
    show,
)
from secondop_desktop.window.handing_over.one_job import OneJob
from secondop_desktop.window.handing_over.record_picks import RecordPicks
from secondop_desktop.window.handing_over.shown_job import ShownJob
from secondop_desktop.window.pdf_reader import ReaderField
from secondop_desktop.window.places import PageContext

_PAUSE_MS = 600
_LETTERS = 14


class PackPage(ChoicesPage):
    """``open_entry`` takes ``form=zip`` or ``records=ID,ID``, or both joined by ``&``."""

    def __init__(self, around: PageContext) -> None:
        save = Button(_("Save…"), "export", Rank.PRIMARY)
        super().__init__(around, _("Pack and sheets"), save, pause_ms=_PAUSE_MS)
        self._drawing = OneJob(self, around.run)
        self._saving = ShownJob(self, around.run, _("Saving"))
        self._wanted = False
        if around.person:
            self.add_sides()
        else:
            self.say_nobody(_nobody())

    def _fill_left(self, left: ScrollColumn) -> None:
        self.form = self._forms()
        self.reader = ReaderField()
        self.told = small("")
        self.records = RecordPicks()
        self.inside = WrapCheck(_("Put in files that cannot be shown"))
        self.large = WrapCheck(_("Large print"))
        self.private = WrapCheck(_("Include what I marked as private"))
        self.along = Along()
        left.content.addWidget(heading(_("What do you want to make?"), 2))
        for part in (self.form, self.told, self.reader, self.records, self.along):
            left.content.addWidget(part)
        for box in (self.inside, self.large, self.private):
            left.content.addWidget(box)
            box.toggled.connect(lambda _on: self._choose())
        self.private.toggled.connect(lambda _on: self._offer())
        self.reader.chosen.connect(self._choose)
        self.records.changed.connect(self._choose)

    def _forms(self) -> WrappingCombo:
        form = WrappingCombo()
        form.setAccessibleName(_("What do you want to make?"))
        form.setMinimumContentsLength(_LETTERS)
        for key, words in FORMS.items():
            form.addItem(_(words), key)
        form.activated.connect(lambda _at: self._choose_form())
        return form

    # What is offered and chosen ------------------------------------------------------------

    def refresh(self) -> None:
        """Offer what the journal holds now and draw it; what was chosen stays so."""
        journal = self._around.journal
        if journal.entries("person", id=self._around.person):  # undo may have taken them away
            self._offer()
            self._fit_form()
            self._draw()

    def _offer(self) -> None:
        rows = Snapshot(self._around.journal, self._summary())
        title = rows.kinds["record"].title
        offered = [(row.id, _named(title(row, rows.names), row)) for row in can_go(rows)]
        self.records.fill(offered, usual(rows))
        self.reader.fill(rows)

    def open_entry(self, entry: str) -> None:
        """Choose what to make, and the records of it."""
        wanted = parse_qs(entry)
        if not self._around.person:
            return
        self.form.setCurrentIndex(max(self.form.findData(wanted.get("form", [PDF])[0]), 0))
        if "records" in wanted:
            self.records.tick_only(wanted["records"][0].split(","))
        self._fit_form()
        self._pause.stop()
        self._draw()

    def _choose_form(self) -> None:
        self._fit_form()
        self._choose()

    def _fit_form(self) -> None:
        """Ask only what belongs to the form that is chosen."""
        wanted = self.wanted()
        for part in (self.records, self.inside):
            part.setVisible(not wanted.is_sheet)
        self.along.fit(disc=wanted.form in ENDINGS, password=wanted.form == ZIP)
        self.large.setVisible(wanted.form in {PDF, *ENDINGS, "questions"})
        self.save.setText(_("Make the folder…") if wanted.form == FOLDER else _("Save…"))

    def _choose(self) -> None:
        """Draw it anew soon; what was said of the pages before holds no longer."""
        self.said.hide()
        self._drawing.stop()
        self._pause.start()

    def _summary(self) -> Choices:
        return Choices(
            self._around.person,
            self._around.case,
            reader=self.reader.reader(),
            private=self.private.isChecked(),
            large_print=self.large.isChecked(),
        )

    def wanted(self) -> Wanted:
        """Return what is chosen on the left."""
        pack = PackChoices(self._summary(), self.records.chosen(), inside=self.inside.isChecked())
        form = str(self.form.currentData())
        return Wanted(form, pack, self.along.discs(), self.along.password())

    # Showing -------------------------------------------------------------------------------

    def _draw(self) -> None:
        if self._drawing.busy:
            self._wanted = True
            self._drawing.stop()
            return
        wanted, journal = self.wanted(), self._around.journal
        self._drawing.start(
            lambda job: show(journal, wanted, job.check),
            done=self._show,
            failed=self._fail_drawing,
            stopped=self._drawn,
        )

    def _show(self, seen: Seen) -> None:
        page = self.preview.page()
        self._data = seen.data
        self.preview.open(seen.data, "application/pdf", _("the pack"), page)
        self.told.setText("\n".join(seen.said))
        self._drawn()

    def _drawn(self) -> None:
        """Draw again where something was chosen meanwhile."""
        if self._wanted:
            self._wanted = False
            self._draw()

    def _fail_drawing(self, error: Exception) -> None:
        self._drawn()
        self.say_failed(error)

    # Saving --------------------------------------------------------------------------------

    def _ask_target(self) -> None:
        wanted, name = self.wanted(), self._name()
        problem = self.along.problem() if wanted.form == ZIP else ""
        if problem:
            self.say(problem, Tone.ERROR)
            self.along.first.setFocus()
            return
        if wanted.form == FOLDER:
            target = ask_new_folder(self, _("Make a folder"), name)
        elif wanted.form == ZIP:
            kinds = _("Zip files (*.zip)")
            target = ask_target(self, _("Save the zip"), name, kinds, locked=True)
        else:
            target = ask_target(self, _("Save the PDF"), name, _("PDF files (*.pdf)"))
        if target is not None:
            self.save_to(target)

    def save_to(self, target: Path) -> None:
        """Write it beside the window; it can be stopped, which leaves nothing half made."""
        wanted, journal = self.wanted(), self._around.journal
        self._saving.show_while(
            lambda job: save(journal, wanted, target, job.check),
            done=self._saved,
            failed=self.say_failed,
            stopped=lambda: self.say(_("Stopped. Nothing was saved."), Tone.INFO),
        )

    def _saved(self, saved: Saved) -> None:
        self.along.forget()
        self.said.say_saved(saved.said, saved.path, locked=saved.locked)

    def _name(self) -> str:
        """Return what the file or the folder is called at first."""
        form = str(self.form.currentData())
        person = self._around.journal.name(self._around.person)
        texts = {"questions": _("Questions {name}"), "questions-a5": _("Questions {name}"),
                 "fridge": _("For the fridge {name}"), "wallet": _("Card {name}")}  # fmt: skip
        text = texts.get(form, _("Pack {name}"))
        return file_name(text.format(name=person), ENDINGS.get(form, ".pdf"), _("Pack"))

    def focus_start(self) -> None:
        """Begin with what is to be made."""
        (self.form if self._around.person else self.nobody.button).setFocus()


def _nobody() -> Empty:
    text = _("What is handed over is about one person. Add the person first.")
    return Empty("export", _("Nobody to hand over for yet"), text, _("Add a person"))


def _named(title: str, row: object) -> str:
    """Name a record with its date, by which two of one name are told apart."""
    when = getattr(row, "date", None)
    if not when:
        return title
    return _("{title}, {date}").format(title=title, date=when.words())
