"""Looking at a PDF and at photos, against the bare libraries called in the same process.

Ours decodes in a process beside this one, and its time counts as well.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

import pypdfium2
from PIL import Image
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.sandbox.process import FOR_LOOKING
from secondop_desktop.widgets.preview.pdf import Pdf
from secondop_desktop.widgets.preview.picture import Picture
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import words
from tests.benchmarks.rounds import Spent, by_turns, timed, times

_PAGES, _TURNED = 300, 30
_SCALES = (1.5, 2.0, 3.0)
_PHOTO = (4032, 3024)
_ROUNDS = 5


def figures(_folder: Path) -> Iterator[Figure]:
    """Measure opening, turning pages, zoom, the words of a page, and a photo."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert app is not None
    data = _letter()
    yield from _against("A PDF of 300 pages, opened", partial(_open, data), partial(_bare, data))
    pdf, bare = Pdf(data), pypdfium2.PdfDocument(data)
    turned = [(page, _SCALES[0]) for page in range(_TURNED)]
    zoomed = [(7, scale) for scale in _SCALES]
    for name, wanted in ((f"{_TURNED} pages turned", turned), ("A page at three zooms", zoomed)):
        yield from _against(name, partial(_ours, pdf, wanted), partial(_drawn, bare, wanted))
    yield from _against(
        f"The words of {_TURNED} pages",
        lambda: [pdf.text(page) for page in range(_TURNED)],
        lambda: [bare[page].get_textpage().get_text_range() for page in range(_TURNED)],
    )
    pdf.close()
    photo = _photo()
    yield from _against(
        "A photo of 12 megapixels",
        lambda: Picture(photo, "image/jpeg").page(),
        lambda: Image.open(BytesIO(photo)).load(),
    )


def _against(
    name: str, work: Callable[[], object], least: Callable[[], object]
) -> Iterator[Figure]:
    ours, baseline = by_turns(_ROUNDS, _with_the_other(timed(work)), timed(least))
    yield from times(name, ours, baseline, None)


def _with_the_other(run: Callable[[], Spent]) -> Callable[[], Spent]:
    """Return the same run, with the processor time of the process that decodes."""

    def both() -> Spent:
        before = _taken_beside()
        spent = run()
        return {**spent, "processor": spent["processor"] + _taken_beside() - before}

    return both


def _taken_beside() -> float:
    """Return the processor time that the process which decodes has taken so far; Linux tells it."""
    number = FOR_LOOKING.pid()
    if number is None or sys.platform != "linux":
        return 0.0
    return time.clock_gettime(~number << 3 | 2)  # what clock_getcpuclockid of C makes of it


def _letter() -> bytes:
    chance, made = Random(7), BytesIO()
    canvas = Canvas(made)
    for _page in range(_PAGES):
        for line in range(40):
            canvas.drawString(60, 780 - 18 * line, words(chance, 8))
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _photo() -> bytes:
    made = BytesIO()
    Image.effect_noise(_PHOTO, 40).convert("RGB").save(made, "JPEG", quality=88)
    return made.getvalue()


def _open(data: bytes) -> None:
    Pdf(data).close()


def _bare(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        [document.get_page_size(page) for page in range(len(document))]


def _ours(pdf: Pdf, wanted: list[tuple[int, float]]) -> None:
    for page, scale in wanted:
        pdf.render(page, scale)


def _drawn(document: pypdfium2.PdfDocument, wanted: list[tuple[int, float]]) -> None:
    for page, scale in wanted:
        document[page].render(scale=scale)
