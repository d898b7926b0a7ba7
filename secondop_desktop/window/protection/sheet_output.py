"""The recovery sheet onto paper or into a PDF: only when somebody asks for it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from secondop_desktop.exchange.pdf.pages.recovery_sheet import recovery_sheet
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.protection.sheet import sheet_of
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.file_dialogs import ask_target
from secondop_desktop.widgets.dialogs.print_dialog import print_pdf


def sheet_pdf(journal: Path) -> bytes:
    """Return the sheet of an open journal; raises UserError where it has no passphrase."""
    day = PartialDate.of(local_today()).words()
    return recovery_sheet(sheet_of(journal), journal.stem, day)


def print_sheet(parent: QWidget, journal: Path) -> bool:
    """Print the sheet; False when the person changed their mind. Raises UserError."""
    return print_pdf(parent, sheet_pdf(journal), _("Recovery sheet"))


def save_sheet(parent: QWidget, journal: Path) -> Path | None:
    """Save the sheet; None when the person changed their mind. Raises UserError."""
    name = _("Recovery sheet.pdf")
    target = ask_target(parent, _("Save the recovery sheet"), name, _("PDF files (*.pdf)"))
    if target is not None:
        write_whole(target, sheet_pdf(journal))
    return target
