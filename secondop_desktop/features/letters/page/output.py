"""A letter out of the journal: as a PDF, as a Word document, or onto paper."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from secondop_desktop.exchange.outgoing.letter import Letter
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.lang import _
from secondop_desktop.paths import documents_folder
from secondop_desktop.widgets.dialogs.print_dialog import print_pdf

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 80


def as_pdf(letter: Letter) -> tuple[bytes, int]:
    """Return the letter as a PDF, and how many characters no font could show."""
    from secondop_desktop.exchange.pdf.pages.letter import preview

    data, built = preview(letter)
    return data, built.missing.count


def as_docx(letter: Letter) -> bytes:
    """Return the letter as a Word document."""
    from secondop_desktop.exchange.outgoing.docx import document

    return document([letter])


def file_name(title: str, ending: str) -> str:
    """Return a name for the file that every system takes."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_LONGEST].strip(" .")
    return (plain or _("Letter")) + ending


def save(parent: QWidget, letter: Letter, ending: str, made: Callable[[], bytes]) -> Path | None:
    """Ask where to, and write; None when the person changed their mind.

    Raises UserError, in one sentence, when the file cannot be written.
    """
    kinds = {".pdf": _("PDF files (*.pdf)"), ".docx": _("Word documents (*.docx)")}
    start = documents_folder() / file_name(letter.name or letter.subject, ending)
    title = _("Save the letter")
    name, _chosen = QFileDialog.getSaveFileName(parent, title, str(start), kinds[ending])
    if not name:
        return None
    target = Path(name) if Path(name).suffix else Path(name).with_suffix(ending)
    write_whole(target, made())
    return target


def put_on_paper(parent: QWidget, letter: Letter) -> bool:
    """Print; False when the person changed their mind."""
    return print_pdf(parent, as_pdf(letter)[0], letter.title)
