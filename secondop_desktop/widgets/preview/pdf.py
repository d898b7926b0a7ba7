"""One open PDF: the sizes, pictures, words and finds of its pages."""

import atexit
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.pdfium import TURN
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.pixels import image_of
from secondop_desktop.widgets.preview.words_on_page import characters, spots

T = TypeVar("T")
_WRONG_PASSWORD: Final = 4
_A4: Final = (595.0, 842.0)
_MOST_PIXELS: Final = 12_000_000
_UNIT: Final = 10_000
_NO_CHARS: Final = dict.fromkeys((0x00, 0xFFFE, 0xFFFF, 0x02))


class Locked(UserError):
    """The PDF opens only with a password, and none or another one was given."""


@dataclass(frozen=True)
class Hit:
    """One place where words were found: its page from 0, its boxes as parts of the page."""

    page: int
    boxes: tuple[QRectF, ...]


@dataclass(frozen=True)
class Stretch:
    """Some words in a row on a page: where they start among its characters, and their number."""

    hit: Hit
    text: str
    start: int
    count: int


class Pdf:
    """A PDF held in memory; safe to use from several threads, which then take turns.

    Raises UserError, in one sentence, for a file that is empty or broken, and Locked.
    """

    def __init__(self, data: bytes, password: str = "") -> None:
        with TURN:
            self._document = _open(data, password)
            _keep_for_the_end(self)
            count = len(self._document)
            self.sizes = [self._size(page) for page in range(count)]
        if not self.sizes:
            self.close()
            raise _damaged()

    def __len__(self) -> int:
        return len(self.sizes)

    def render(self, page: int, scale: float) -> QImage | None:
        """Return a page drawn at `scale` pixels per point, or less where that would be huge.

        None means that the page itself is broken.
        """
        width, height = self.sizes[page]
        least = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5)

        def draw(loaded: Any) -> QImage:
            bitmap = loaded.render(scale=least, rev_byteorder=False, prefer_bgrx=True)
            size = (bitmap.width, bitmap.height)
            form = QImage.Format.Format_RGB32
            if bitmap.format == _raw().FPDFBitmap_BGRA:
                form = QImage.Format.Format_ARGB32
            image = image_of(bytes(bitmap.buffer), size, bitmap.stride, form)
            bitmap.close()
            return image

        return self._with(page, draw, None)

    def text(self, page: int) -> str:
        """Return the words of a page in their own order; empty for a picture or a broken page."""

        def read(loaded: Any) -> str:
            found = str(loaded.get_textpage().get_text_range())
            return found.replace("\ufffe", "-\n").translate(_NO_CHARS).replace("\r\n", "\n").strip()

        return self._with(page, read, "")

    def find(self, page: int, words: str) -> list[Hit]:
        """Return where the words stand on a page, whatever their capitals."""
        return self._with(page, lambda loaded: _Words(loaded, page).find(words), [])

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """Return which character is at a spot of a page, given as parts of its width and height."""
        return self._with(page, lambda loaded: _letter_at(loaded, x, y), None)

    def stretch(self, page: int, start: int, count: int) -> Stretch | None:
        """Return these characters of a page; None where it has no such."""
        return self._with(page, lambda loaded: _Words(loaded, page).stretch(start, count), None)

    def words_from(self, page: int, one: int, other: int) -> Stretch | None:
        """Return the whole words from one character of a page to another, in either order."""
        return self._with(page, lambda loaded: _Words(loaded, page).between(one, other), None)

    def close(self) -> None:
        """Let go of the file; nothing can be drawn any more."""
        with TURN:
            if self._document is not None:
                self._document.close()
            self._document = None

    def _size(self, page: int) -> tuple[float, float]:
        try:
            width, height = self._document.get_page_size(page)
        except _raw_error():
            return _A4
        return (max(width, 1.0), max(height, 1.0)) if width and height else _A4

    def _with(self, page: int, use: Callable[[Any], T], broken: T) -> T:
        with TURN:
            if self._document is None:
                return broken
            try:
                loaded = self._document[page]
            except _raw_error():
                return broken
            try:
                return use(loaded)
            except _raw_error():
                return broken
            finally:
                loaded.close()


_OPENED: WeakSet[Pdf] = WeakSet()


def _keep_for_the_end(pdf: Pdf) -> None:
    """Close it when the program ends at the latest, for PDFium remarks on what it must close.

    Registered after PDFium's own last act, and so called before it.
    """
    if not _OPENED:
        atexit.unregister(close_all)
        atexit.register(close_all)
    _OPENED.add(pdf)


def close_all() -> None:
    """Close every PDF that is open still."""
    for pdf in list(_OPENED):
        pdf.close()


def _open(data: bytes, password: str) -> Any:
    import pypdfium2

    if not data:
        raise UserError(_("This file is empty."))
    try:
        document = pypdfium2.PdfDocument(data, password or None)
    except pypdfium2.PdfiumError as problem:
        # PDFium may still name the trouble of an earlier file, so the file itself is asked too.
        if getattr(problem, "err_code", 0) == _WRONG_PASSWORD and b"/Encrypt" in data:
            raise Locked(
                _("This PDF is locked with a password, so it cannot be shown here.")
            ) from problem
        raise _damaged() from problem
    if document.get_formtype() == _raw().FORMTYPE_ACRO_FORM:
        document.init_forms()
    return document


def _damaged() -> UserError:
    return UserError(_("This PDF is damaged and cannot be shown here."))


def _raw_error() -> type[Exception]:
    import pypdfium2

    found: type[Exception] = pypdfium2.PdfiumError
    return found


def _raw() -> Any:
    import pypdfium2.raw

    return pypdfium2.raw


_NEAR: Final = 8.0
"""So far, in points, a press may lie beside a letter."""


def _letter_at(loaded: Any, x: float, y: float) -> int | None:
    from pypdfium2 import PdfPosConv

    seen = PdfPosConv(loaded, (0, 0, _UNIT, _UNIT, 0))
    at_x, at_y = seen.to_page(round(x * _UNIT), round(y * _UNIT))
    text = loaded.get_textpage()
    found = _raw().FPDFText_GetCharIndexAtPos(text.raw, at_x, at_y, _NEAR, _NEAR)
    return int(found) if found >= 0 else None


class _Words:
    """The characters of a page that is loaded, by their numbers, and where they stand on it."""

    def __init__(self, loaded: Any, page: int) -> None:
        self._loaded, self._page = loaded, page
        self._text = loaded.get_textpage()

    @cached_property
    def _letters(self) -> str:
        return characters(self._text).replace("\0", " ")

    def find(self, words: str) -> list[Hit]:
        return [self._hit(start, count) for start, count in spots(self._text, words)]

    def between(self, one: int, other: int) -> Stretch | None:
        """Widen what lies between two characters to the spaces around it."""
        whole = self._letters
        start, end = min(one, other), max(one, other) + 1
        while start > 0 and start <= len(whole) and not whole[start - 1].isspace():
            start -= 1
        while end < len(whole) and not whole[end].isspace():
            end += 1
        return self.stretch(start, end - start)

    def stretch(self, start: int, count: int) -> Stretch | None:
        whole = self._letters
        if count < 1 or start < 0 or start + count > len(whole):
            return None
        said = " ".join(
            whole[start : start + count].replace("\ufffe", "-").translate(_NO_CHARS).split()
        )
        return Stretch(self._hit(start, count), said, start, count) if said else None

    def _hit(self, start: int, count: int) -> Hit:
        boxes = [self._text.get_rect(at) for at in range(self._text.count_rects(start, count))]
        return Hit(self._page, tuple(_part(self._loaded, *box) for box in boxes))


def _part(loaded: Any, left: float, bottom: float, right: float, top: float) -> QRectF:
    """Turn a box of the page into parts of what is seen, whichever way the page is turned."""
    from pypdfium2 import PdfPosConv

    seen = PdfPosConv(loaded, (0, 0, _UNIT, _UNIT, 0))
    (x1, y1), (x2, y2) = seen.to_bitmap(left, top), seen.to_bitmap(right, bottom)
    x, y = min(x1, x2) / _UNIT, min(y1, y2) / _UNIT
    return QRectF(x, y, abs(x2 - x1) / _UNIT, abs(y2 - y1) / _UNIT)
