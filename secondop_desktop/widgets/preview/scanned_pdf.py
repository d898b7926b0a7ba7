"""A PDF whose pages are pictures: its words are those that were read on them, when asked for."""

import re
from typing import Final

from PySide6.QtCore import QRectF

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.scan_words import NOTHING, ScannedPage, ScanReader, program
from secondop_desktop.sandbox.process import FOR_LOOKING
from secondop_desktop.widgets.preview.pdf import Hit, Pdf, Stretch
from secondop_desktop.widgets.preview.quote import frame_words

_SPACE: Final = re.compile(r"\s+")


class ScannedPdf(Pdf):
    """Asks for the words of a page once; a page that has words of its own keeps those."""

    def __init__(self, data: bytes, password: str = "") -> None:
        super().__init__(data, password)
        self._reader = ScanReader(data, "application/pdf", FOR_LOOKING)
        self._read: dict[int, ScannedPage | None] = {}

    def text(self, page: int) -> str:
        """Return the words of a page."""
        found = self._scanned(page)
        return super().text(page) if found is None else found.text

    def find(self, page: int, words: str) -> list[Hit]:
        """Return where the words stand on a page, whatever their capitals and line ends."""
        found = self._scanned(page)
        if found is None:
            return super().find(page, words)
        parts = [re.escape(part) for part in _SPACE.split(words.strip()) if part]
        if not parts:
            return []
        spots = re.finditer(r"\s+".join(parts), found.text, re.IGNORECASE)
        return [_hit(page, found, one.start(), len(one[0])) for one in spots]

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """Return where the word at a spot of a page starts among its characters."""
        found = self._scanned(page)
        return super().letter_at(page, x, y) if found is None else found.word_at(x, y)

    def stretch(self, page: int, start: int, count: int) -> Stretch | None:
        """Return these characters of a page; None where it has no such."""
        found = self._scanned(page)
        if found is None:
            return super().stretch(page, start, count)
        said = " ".join(found.text[start : start + count].split())
        return Stretch(_hit(page, found, start, count), said, start, count) if said else None

    def words_from(self, page: int, one: int, other: int) -> Stretch | None:
        """Return the whole words from one character of a page to another, in either order."""
        found = self._scanned(page)
        if found is None:
            return super().words_from(page, one, other)
        start, last = min(one, other), max(one, other)
        end = re.compile(r"\s").search(found.text, last)
        return self.stretch(page, start, (end.start() if end else len(found.text)) - start)

    def place_of(self, words: Stretch) -> str:
        """Return the frame around words: another reading might count its characters otherwise."""
        if self._scanned(words.hit.page) is None:
            return super().place_of(words)
        whole = QRectF()
        for box in words.hit.boxes:
            whole = whole.united(box)
        return frame_words((whole.x(), whole.y(), whole.width(), whole.height()))

    def close(self) -> None:
        """Let go of the file at once."""
        super().close()
        self._reader.close()

    def _scanned(self, page: int) -> ScannedPage | None:
        """Return what was read on a page; None for one with words of its own."""
        if page not in self._read:
            own = bool(super().text(page).strip())
            self._read[page] = None if own else self._asked(page)
        return self._read[page]

    def _asked(self, page: int) -> ScannedPage:
        try:
            return self._reader.page(page)
        except UserError:
            return NOTHING


_LOOKED_AT: Final = 5


def has_words(pdf: Pdf) -> bool:
    """Tell whether the first pages of a PDF have words of their own."""
    return any(Pdf.text(pdf, page).strip() for page in range(min(len(pdf), _LOOKED_AT)))


def opened(data: bytes, words: str) -> Pdf:
    """Open a PDF; where ``words`` are known, and the pages have none, they are read on those."""
    pdf = Pdf(data)
    if not words or not program() or has_words(pdf):
        return pdf
    pdf.close()
    return ScannedPdf(data)


def _hit(page: int, found: ScannedPage, start: int, count: int) -> Hit:
    return Hit(page, tuple(QRectF(*box) for box in found.boxes_of(start, count)))
