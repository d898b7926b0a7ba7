"""The words that were read on pages which are pictures, and where on those they stand."""

import re
from typing import Final

from PySide6.QtCore import QRectF

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.scan_words import NOTHING, ScannedPage, ScanReader
from secondop_desktop.sandbox.process import FOR_LOOKING
from secondop_desktop.widgets.preview.pdf import Hit, Stretch
from secondop_desktop.widgets.preview.quote import frame_words

_SPACE: Final = re.compile(r"\s+")


class ReadWords:
    """Asks for the words of a page, from 0, once, and when it is asked itself."""

    def __init__(self, data: bytes, file_type: str) -> None:
        self._reader = ScanReader(data, file_type, FOR_LOOKING)
        self._read: dict[int, ScannedPage] = {}

    def text(self, page: int) -> str:
        """Return the words of a page; empty where none could be read."""
        return self._page(page).text

    def find(self, page: int, words: str) -> list[Hit]:
        """Return where the words stand on a page, whatever their capitals and line ends."""
        parts = [re.escape(part) for part in _SPACE.split(words.strip()) if part]
        if not parts:
            return []
        spots = re.finditer(r"\s+".join(parts), self.text(page), re.IGNORECASE)
        return [self._hit(page, one.start(), len(one[0])) for one in spots]

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """Return where the word at a spot of a page starts among its characters."""
        return self._page(page).word_at(x, y)

    def stretch(self, page: int, start: int, count: int) -> Stretch | None:
        """Return these characters of a page; None where it has no such."""
        said = " ".join(self.text(page)[start : start + count].split())
        return Stretch(self._hit(page, start, count), said, start, count) if said else None

    def words_from(self, page: int, one: int, other: int) -> Stretch | None:
        """Return the whole words from one character of a page to another, in either order."""
        text, start, last = self.text(page), min(one, other), max(one, other)
        end = _SPACE.search(text, last)
        return self.stretch(page, start, (end.start() if end else len(text)) - start)

    def close(self) -> None:
        """Let go of the file at once."""
        self._reader.close()

    def _page(self, page: int) -> ScannedPage:
        if page not in self._read:
            try:
                self._read[page] = self._reader.page(page)
            except UserError:
                self._read[page] = NOTHING
        return self._read[page]

    def _hit(self, page: int, start: int, count: int) -> Hit:
        boxes = self._page(page).boxes_of(start, count)
        return Hit(page, tuple(QRectF(*box) for box in boxes))


def frame_around(hit: Hit) -> QRectF:
    """Return the part of the page that holds all of a find."""
    whole = QRectF()
    for box in hit.boxes:
        whole = whole.united(box)
    return whole


def frame_place(frame: QRectF) -> str:
    """Return a frame as it is written: another reading might count the characters otherwise."""
    return frame_words((frame.x(), frame.y(), frame.width(), frame.height()))
