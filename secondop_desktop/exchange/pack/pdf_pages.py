"""The pages of a PDF as pages of another: still pictures of themselves, without anything that acts.

Links, forms to fill in, scripts and attachments of the file stay behind; what was filled in and
noted is drawn where it stands. The file itself is never changed.
"""

from typing import Any, BinaryIO, Final

from secondop_desktop.exchange.pack.lettering_check import reads_aloud
from secondop_desktop.exchange.pack.marks import without_marks
from secondop_desktop.exchange.pack.paper import Guest, Shown
from secondop_desktop.exchange.pack.placing import Box, of_page
from secondop_desktop.sandbox.answers import TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK, EndedError

_SECONDS: Final = 60.0
"""For a whole file; a letter takes a hundredth of a second, a scan of 100 MB some seconds."""

_A4: Box = (0.0, 0.0, 595.276, 841.89)
_SMALLEST, _LARGEST = 3.0, 200_000.0  # points: beyond these it is no page


def pdf_pages(stream: BinaryIO, size: int) -> Shown:
    """Return the pages of a PDF; one that is locked, damaged, or takes too much, says so."""
    import pikepdf

    if not _was_rehearsed(stream):
        return Shown(why="too much")
    try:
        pdf = pikepdf.open(stream)
        if _for_a_screen(pdf):
            return Shown(why="for a screen")
        _draw_what_was_filled_in(pdf)
        pages = list(pdf.pages)
        guests = tuple(_guest(pdf, page) for page in pages)
    except pikepdf.PasswordError:
        return Shown(why="locked")
    except (pikepdf.PdfError, *_TROUBLE):
        return Shown(why="damaged")
    if not guests:
        return Shown(why="empty")
    layers = pdf.Root.get("/OCProperties")
    return Shown(guests, size=size, unfit=not reads_aloud(pages), lasting=_lasts(pdf),
                 layers=layers)  # fmt: skip


def _was_rehearsed(stream: BinaryIO) -> bool:
    """Tell whether another process did the same to it first, and neither ended nor took too long.

    What is only damaged is found here again, and told as that.
    """
    file = HeldFile(FOR_WORK, "rehearsal", stream.read())
    try:
        file.ask("rehearse", _SECONDS)
    except TroubleError:
        return True
    except EndedError:
        return False
    finally:
        file.close()
        stream.seek(0)
    return True


_TROUBLE = (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError,
            ValueError)  # fmt: skip
"""What reading a damaged file raises, besides PdfError."""


def _for_a_screen(pdf: Any) -> bool:
    """Tell a form that only one maker's program can draw (XFA, ISO 32000-1, 12.7.8)."""
    return bool(pdf.Root.get("/NeedsRendering", False))


def _draw_what_was_filled_in(pdf: Any) -> None:
    """Make answers and notes part of their pages, as on a print."""
    form = pdf.Root.get("/AcroForm")
    if form is not None and form.get("/NeedAppearances", False):
        pdf.generate_appearance_streams()
    if any("/Annots" in page.obj for page in pdf.pages):
        pdf.flatten_annotations("print")


def _guest(pdf: Any, page: Any) -> Guest:
    box = _box(page)
    turn = int(page.rotation) % 360
    wide, tall, matrix = of_page(box, turn, float(page.obj.get("/UserUnit", 1) or 1))

    def drawn(whole: Any, _source: Any = pdf) -> Any:  # which must not be closed before
        form = page.as_form_xobject(handle_transformations=False)
        form.BBox = [*box]
        without_marks(form)
        return whole.copy_foreign(form)

    return Guest(wide, tall, matrix, drawn)


def _box(page: Any) -> Box:
    """Return what is seen of a page: its crop box, as far as the paper goes."""
    paper = _upright(page.mediabox)
    seen = _upright(page.cropbox)
    left, low = max(paper[0], seen[0]), max(paper[1], seen[1])
    right, high = min(paper[2], seen[2]), min(paper[3], seen[3])
    for box in ((left, low, right, high), paper):
        if all(_SMALLEST <= side <= _LARGEST for side in (box[2] - box[0], box[3] - box[1])):
            return box
    return _A4


def _upright(box: Any) -> Box:
    x, y, u, v = (float(part) for part in list(box)[:4])
    return min(x, u), min(y, v), max(x, u), max(y, v)


def _lasts(pdf: Any) -> bool:
    """Tell whether the file says that it keeps to PDF/A."""
    try:
        said = pdf.Root.get("/Metadata")
        return said is not None and b"pdfaid" in said.read_bytes()
    except Exception:  # noqa: BLE001 - what it says of itself is damaged: then it does not say so
        return False
