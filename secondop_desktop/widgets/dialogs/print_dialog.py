"""Putting the pages of a PDF onto paper, with the printer chosen in the system's own dialog."""

import ctypes
import sys

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.file_names import plain_name
from secondop_desktop.lang import _
from secondop_desktop.widgets.preview.pdf import Pdf

_POINTS = 72
_MOST_DOTS = 300
"""More dots to the inch make a letter no clearer, and take long to draw."""


def print_pdf(parent: QWidget, data: bytes, name: str) -> bool:
    """Ask for a printer and print; False when the person changed their mind.

    ``name`` is seen in the dialog and in the printer's queue, often by others: no health number.
    Raises UserError when the PDF cannot be read, there is no printer, or it takes nothing.
    """
    _need_a_printer()
    pdf, name = Pdf(data), plain_name(name, _("Pages"))
    try:
        printer = _printer(name)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(_("Print {name}").format(name=name))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setMinMax(1, len(pdf))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        draw(pdf, printer)
        return True
    finally:
        pdf.close()


def _need_a_printer() -> None:
    """Say that there is none: on Linux Qt's dialog would offer a file instead, and not say why.

    The dialogs of Windows and macOS say it themselves, and add one.
    """
    if sys.platform != "linux" or QPrinterInfo.availablePrinterNames():
        return
    if _has_cups():
        text = _(
            "No printer is set up on this computer. Add one in the computer’s settings, or save "
            "the PDF and print it elsewhere."
        )
    else:
        text = _(
            "This computer has no CUPS, the part of Linux that prints. Have it installed (on "
            "Debian and Ubuntu the package “cups”), or save the PDF and print it elsewhere."
        )
    raise UserError(text)


def _has_cups() -> bool:
    """Tell whether the system has the library that Qt prints with; no package brings it along."""
    try:
        ctypes.CDLL("libcups.so.2")
    except OSError:
        return False
    return True


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # The pages bring their own margins; the printer's would make them smaller.
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer


def draw(pdf: Pdf, printer: QPrinter) -> None:
    """Draw the pages chosen in the dialog; raises UserError when the printer takes none."""
    width, height = pdf.sizes[0]
    if width > height:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            _("Nothing was printed: the printer does not answer. Check it, or choose another one.")
        )
    try:
        for number, page in enumerate(_pages(pdf, printer)):
            if number and not printer.newPage():
                raise UserError(_("The printer stopped before the last page. Check it."))
            _draw_page(pdf, page, printer, painter)
    finally:
        painter.end()


def _pages(pdf: Pdf, printer: QPrinter) -> list[int]:
    """Return the pages to print, from 0, in the printer's order."""
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or len(pdf), len(pdf))
    found = list(range(first, last))
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return found[::-1] if backwards else found


def _draw_page(pdf: Pdf, page: int, printer: QPrinter, painter: QPainter) -> None:
    """Draw a page as large as the paper allows, never larger than it is."""
    dots = min(printer.resolution(), _MOST_DOTS)
    image = pdf.render(page, dots / _POINTS)
    if image is None:
        return
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    width, height = (size * printer.resolution() / _POINTS for size in pdf.sizes[page])
    share = min(1.0, paper.width() / width, paper.height() / height)
    spot = QRectF(0, 0, width * share, height * share)
    spot.moveLeft((paper.width() - spot.width()) / 2)
    painter.drawImage(spot, image)
