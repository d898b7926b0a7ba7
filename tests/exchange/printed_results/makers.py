"""Three programs that make a PDF of a page: ReportLab, Qt and PDFium."""

import ctypes
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import pypdfium2
from pypdfium2 import raw
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.exchange.pdf.text.fonts import BODY, family
from tests.exchange.printed_results.reports import Put

_FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).parent
Draw = Callable[[Put], None]
WIDTH, HEIGHT, SIZE = 595.0, 842.0, 10


def by_reportlab(draw: Draw) -> bytes:
    """Raised figures of powers are small and set higher, as word processors do."""
    family()
    data = BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT))

    def put(x: float, y: float, text: str) -> None:
        before, nine, after = text.partition("⁹")
        canvas.setFont(BODY, SIZE)
        canvas.drawString(x, HEIGHT - y, before)
        if nine:
            x += canvas.stringWidth(before, BODY, SIZE)
            canvas.setFont(BODY, 6)
            canvas.drawString(x, HEIGHT - y + 4, "9")
            canvas.setFont(BODY, SIZE)
            canvas.drawString(x + canvas.stringWidth("9", BODY, 6), HEIGHT - y, after)

    draw(put)
    canvas.save()
    return data.getvalue()


def by_qt(draw: Draw) -> bytes:
    """Needs a QGuiApplication."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(720)
    painter = QPainter(writer)
    font = QFont(BODY)
    font.setPointSizeF(SIZE)
    painter.setFont(font)
    draw(lambda x, y, text: painter.drawText(QPointF(x * 10, y * 10), text))
    painter.end()
    buffer.close()
    return bytes(held.data())


def by_pdfium(draw: Draw) -> bytes:
    """Writes with the font of the program in the codes of its glyphs."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(WIDTH, HEIGHT)
    letters = next(_FONTS.rglob("*-Regular.ttf")).read_bytes()
    held = (ctypes.c_uint8 * len(letters)).from_buffer_copy(letters)
    font = raw.FPDFText_LoadFont(document.raw, held, len(letters), raw.FPDF_FONT_TRUETYPE, True)

    def written(x: float, y: float, text: str, scale: float) -> float:
        made = raw.FPDFPageObj_CreateTextObj(document.raw, font, SIZE)
        wide = (text + "\0").encode("utf-16-le")
        shorts = ctypes.cast(ctypes.create_string_buffer(wide), ctypes.POINTER(ctypes.c_ushort))
        raw.FPDFText_SetText(made, shorts)
        raw.FPDFPageObj_Transform(made, scale, 0, 0, scale, x, HEIGHT - y)
        raw.FPDFPage_InsertObject(page.raw, made)
        left, foot, right, top = (ctypes.c_float() for _side in range(4))
        raw.FPDFPageObj_GetBounds(made, left, foot, right, top)
        return float(right.value)

    def put(x: float, y: float, text: str) -> None:
        before, nine, after = text.partition("⁹")
        end = written(x, y, before, 1.0)
        if nine:
            end = written(end + 0.5, y - 4, "9", 0.6)
            written(end + 0.5, y, after, 1.0)

    draw(put)
    raw.FPDFPage_GenerateContent(page.raw)
    data = BytesIO()
    document.save(data)
    document.close()
    return data.getvalue()


MAKERS = (by_reportlab, by_qt, by_pdfium)
