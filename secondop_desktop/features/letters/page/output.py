"""A letter out of the journal: as a PDF, as a Word document, or onto paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from secondop_desktop.exchange.outgoing.letter import Letter
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.file_dialogs import ask_target
from secondop_desktop.widgets.dialogs.print_dialog import print_pdf


def as_pdf(letter: Letter) -> tuple[bytes, int]:
    """Return the letter as a PDF, and how many characters no font could show."""
    from secondop_desktop.exchange.pdf.pages.letter import preview

    data, built = preview(letter)
    return data, built.missing.count


def as_docx(letter: Letter) -> bytes:
    """Return the letter as a Word document."""
    from secondop_desktop.exchange.outgoing.docx import document

    return document([letter])


def save(parent: QWidget, letter: Letter, ending: str, made: Callable[[], bytes]) -> Path | None:
    """Ask where to, and write; None when the person changed their mind.

    Raises UserError, in one sentence, when the file cannot be written.
    """
    kinds = {".pdf": _("PDF files (*.pdf)"), ".docx": _("Word documents (*.docx)")}
    # The subject tells birth date and health number; the title is what the person calls it.
    name = file_name(letter.name, ending, _("Letter"))
    target = ask_target(parent, _("Save the letter"), name, kinds[ending])
    if target is not None:
        write_whole(target, made())
    return target


def put_on_paper(parent: QWidget, letter: Letter) -> bool:
    """Print; False when the person changed their mind."""
    return print_pdf(parent, as_pdf(letter)[0], letter.name or _("Letter"))
