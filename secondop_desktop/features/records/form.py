"""The form of a record, whose file is kept as soon as it is chosen."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.exchange.source_files.recordings import is_recording
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.features.records.operations.photographs import Paper, keep_paper
from secondop_desktop.features.records.rules.requests import due_words
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.background.pixels import png_of
from secondop_desktop.widgets.fields import FileField
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.labelled_field import Question


class RecordForm(Form):
    """What it is and its file; folded away, how far asking for it is, and where the paper lies.

    ``several`` carries the paths of files that were given at once: the page asks what they are.
    """

    several = Signal(list)
    missing = {"title": N_("Enter what to call this record")}

    def build(self) -> None:
        """Ask what it is; the file and the way it comes are folded away once they are settled."""
        self.group()
        self.put(self.ask("title", hint=_("Such as letter from Dr Patel, June 2026")))
        self.put(self.ask("type"))
        self.put(self.ask("date"))
        self.put(self.ask("from_provider"))
        self._place_file()
        self.more(_("Getting it"), *self._asking())
        self.more(
            _("Pictures of a scan, or a sample of tissue"),
            self.ask("accession", hint=_("As printed, such as the accession number of a scan")),
            self.ask("pictures_how", hint=_("Such as on disc, by a link, or hospital to hospital")),
            self.ask("slides_lent"),
            self.ask("slides_how", hint=_("Such as the pathology department, by letter")),
        )
        raw = (self.ask("raw"),) if self.value_of("raw") else ()
        self.more(
            _("Paper, pages and notes"),
            self.ask("place", hint=_("Such as the blue folder in the hall")),
            self.ask("notes", hint=self._notes_hint()),
            self.ask("pages", least=1),
            self.ask("linked", _("It belongs to")),
            self.ask("text"),
            *raw,
        )

    def _notes_hint(self) -> str:
        if is_recording(str(self.value_of("file_type") or "")):
            return _("Such as 12:30 about the risks")
        return ""

    def _place_file(self) -> None:
        self.file = FileField()
        self.file.edited.connect(self._take_file)
        self.file.several.connect(self.several)
        self.file.pasted.connect(self._take_picture)
        hint = _("A PDF or a photo. Leave it out if you have only paper.")
        self.put(Question(_("The file"), self.file, hint))

    def _asking(self) -> tuple[QWidget, ...]:
        return (
            self.ask("state"),
            self.ask("holder", hint=_("The hospital or surgery to ask")),
            self.ask("asked"),
            self.tick("extended", _("They said they need two more months")),
            self.ask("received"),
        )

    def reload(self) -> None:
        """Show the entry, the file it keeps, and until when an answer is due."""
        super().reload()
        self._show_facts()

    def _on_saved(self) -> None:
        super()._on_saved()
        self._show_facts()

    def _show_facts(self) -> None:
        row = self.draft.row()
        today = local_today()
        self.edits["asked"].set_note(due_words(row, today) if row is not None else "")
        if row is not None and row.file:
            self.file.show_kept(row.file_name or row.title, row.file_size or 0)
        else:
            self.file.clear()

    # The file ------------------------------------------------------------------------------

    def _take_file(self) -> None:
        path = self.file.value()
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> bool:
        """Keep a file in this record; False where it cannot be kept, which is said."""
        return self._take(Content(any_file.shown_name(path), path=path))

    def take_pages(self, paper: Paper, pdf: bytes) -> bool:
        """Keep photographs as the pages of this record; False where they cannot be kept."""
        return self._keep(lambda entry, given: keep_paper(self.journal, paper, pdf, entry, given))

    def _take_picture(self, image: QImage) -> None:
        self._take(as_picture(image))

    def _take(self, content: Content) -> bool:
        return self._keep(lambda entry, given: keep(self.journal, content, entry, given))

    def _keep(self, write: Callable[[str | None, Mapping[str, Any]], str]) -> bool:
        """Keep a file at once, so that nothing depends on where it lay."""
        if not self.flush():
            return False
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.draft.entry = write(self.draft.entry, self.draft.given)
        except UserError as error:
            self.reload()
            self.trouble.tell(str(error))
            return False
        finally:
            QApplication.restoreOverrideCursor()
        self._on_saved()
        self.reload()
        self.file.focus_widget().setFocus()
        return True


def as_picture(image: QImage) -> Content:
    """Return a picture that was copied elsewhere as the file it will be kept as."""
    return Content(_("Pasted picture") + ".png", data=png_of(image))


FORMS = {"record": RecordForm}
