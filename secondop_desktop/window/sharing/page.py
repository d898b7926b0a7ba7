"""Save or share: every way out of the journal, and who got it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.progress import Step
from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.hand_over.written_down import write_down_file
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.dialogs.file_dialogs import ask_target
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.fields.wrapping import WrapCheck
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.handing_over.along import Along
from secondop_desktop.window.handing_over.shown_job import ShownJob
from secondop_desktop.window.places import PageContext
from secondop_desktop.window.sharing.receiver import ReceiverField
from secondop_desktop.window.sharing.saving import Saved, save_archive, save_data, save_tables
from secondop_desktop.window.sharing.ways import ARCHIVE, DATA, FOR_PROGRAMS, TABLES, TO_READ, Way


class SharePage(Page):
    """Leads to what is made elsewhere, and saves archive, tables and data itself."""

    def __init__(self, around: PageContext) -> None:
        lead = _("Everything that can leave this journal, and who it is for.")
        super().__init__(_("Save or share"), lead)
        self._around = around
        self._saving = ShownJob(self, around.run, _("Saving"))
        self.said = SavedFileNotice()
        self.passing(self.said)
        self.add(heading(_("To read, on paper or on a screen"), 2))
        self.to_read = self._rows(_("To read, on paper or on a screen"), TO_READ)
        self.add(heading(_("The journal itself, as a file"), 2))
        self._add_choices()
        self.for_programs = self._rows(_("The journal itself, as a file"), FOR_PROGRAMS)
        self.content.addStretch(1)
        around.watch.on({"provider"}, self.refresh, self)
        self.refresh()

    def _rows(self, title: str, ways: Sequence[Way]) -> Rows:
        rows = Rows(title)
        for way in ways:
            rows.add(way.key, Row(_(way.title), _(way.whom), icon=way.icon))
        rows.chosen.connect(self._choose)
        self.add(rows)
        return rows

    def _add_choices(self) -> None:
        self.receiver = ReceiverField()
        self.private = WrapCheck(_("Tables and data with what I marked as private"))
        self.locked = WrapCheck(_("Lock the archive with a password"))
        self.along = Along()
        self.along.fit(disc=False, password=False)
        self.locked.toggled.connect(lambda on: self.along.fit(disc=False, password=on))
        hint = small(
            _(
                "An archive always holds everything, also what is private, the bin and the "
                "history. Nobody can open one with a password without it."
            )
        )
        for part in (hint, self.receiver, self.private, self.locked, self.said, self.along):
            self.add(part)

    def refresh(self) -> None:
        """Offer whom something may be given to."""
        rows = self._around.journal.entries("provider", person=self._around.person)
        self.receiver.fill([(row.id, self._around.journal.name(row.id)) for row in rows])

    def _choose(self, key: str) -> None:
        if key == ARCHIVE:
            self._ask_archive()
        elif key == TABLES:
            self._ask_tables()
        elif key == DATA:
            self._ask_data()
        else:
            self.place_wanted.emit(key)

    def _ask_archive(self) -> None:
        if self.locked.isChecked() and (problem := self.along.problem()):
            self._say(problem, Tone.ERROR)
            self.along.first.setFocus()
            return
        name = file_name(self._around.journal.path.stem, ".zip", _("Journal"))
        kinds = _("Zip files (*.zip)")
        locked = self.locked.isChecked()
        target = ask_target(self, _("Save the archive"), name, kinds, locked=locked)
        if target is not None:
            self.save_archive(target)

    def save_archive(self, target: Path) -> None:
        """Save the whole journal beside the window."""
        password = self.along.password() if self.locked.isChecked() else ""
        journal = self._around.journal
        work = _("“{name}”, an archive of the whole journal").format(name=target.name)
        self._save(lambda step: save_archive(journal, target, password, step), work)

    def _ask_tables(self) -> None:
        person = self._around.journal.name(self._around.person)
        name = file_name(_("Tables {name}").format(name=person), ".xlsx", _("Tables"))
        target = ask_target(self, _("Save the tables"), name, _("Spreadsheets (*.xlsx)"))
        if target is not None:
            self.save_tables(target)

    def save_tables(self, target: Path) -> None:
        """Save the lists of the person who is shown, beside the window."""
        journal, person = self._around.journal, self._around.person
        private = self.private.isChecked()
        what = _("“{name}”, tables of the journal").format(name=target.name)
        self._save(
            lambda step: save_tables(journal, target, person, private=private, step=step), what
        )

    def _ask_data(self) -> None:
        person = self._around.journal.name(self._around.person)
        name = file_name(_("Summary {name}").format(name=person), ".json", _("Summary"))
        kinds = _("Data for other programs, FHIR (*.json)")
        target = ask_target(self, _("Save for a hospital’s computer"), name, kinds)
        if target is not None:
            self.save_data(target)

    def save_data(self, target: Path) -> None:
        """Save the summary of the person who is shown as a FHIR document, beside the window."""
        journal, private = self._around.journal, self.private.isChecked()
        choices = Choices(self._around.person, self._around.case, private=private)
        what = _("“{name}”, the summary as data for other programs (FHIR)")
        self._save(
            lambda step: save_data(journal, target, choices, step=step),
            what.format(name=target.name),
        )

    def _save(self, make: Callable[[Step], Saved], what: str) -> None:
        """Save it beside the window, and note who got it if that was said."""
        if self._saving.busy:
            return
        self.said.hide()
        receiver = self.receiver.provider()

        def work(job: jobs.Job) -> tuple[Saved, bool]:
            saved = make(job.say)
            if receiver:
                write_down_file(self._around.journal, self._around.person, receiver, what)
            return saved, bool(receiver)

        self._saving.show_while(
            work,
            done=lambda found: self._saved(*found),
            failed=self._fail,
            stopped=lambda: self._say(_("Stopped. Nothing was saved."), Tone.INFO),
        )

    def _saved(self, saved: Saved, noted: bool) -> None:
        self.along.forget()
        note = _("“Who was told” now says that {name} got it today.")
        name = self._around.journal.name(self.receiver.provider())
        said = [saved.said, *([note.format(name=name)] if noted else [])]
        self.said.say_saved(" ".join(said), saved.path, locked=saved.locked)
        self.bring_into_sight(self.said)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(str(error), Tone.ERROR)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.tell()
        self.bring_into_sight(self.said)

    def focus_start(self) -> None:
        """Begin with the first way."""
        self.to_read.buttons[0].setFocus()
