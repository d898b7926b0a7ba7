"""One open PDF in the process that decodes: sizes, pixels, words and finds of its pages."""

from functools import cached_property
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, Answer, TroubleError
from secondop_desktop.sandbox.placed_words import Placed, placed_words
from secondop_desktop.sandbox.words_on_page import characters, spots

_WRONG_PASSWORD: Final = 4
"""The number PDFium gives this trouble."""

_A4: Final = (595.0, 842.0)
_MOST_PIXELS: Final = 12_000_000
_UNIT: Final = 10_000
_NEAR: Final = 8.0
"""So far, in points, a press may lie beside a letter."""

_NO_CHARS: Final = dict.fromkeys((0x00, 0xFFFE, 0xFFFF, 0x02))

Box = list[float]
"""Left, top, width and height as parts of the page as it is seen."""


class PdfPages:
    """Answers about one PDF. Pages count from 0; a broken one raises TroubleError by itself."""

    def __init__(self, data: bytes, password: str = "") -> None:
        self._document = _open(data, password)
        self._loaded: tuple[int, _Page] | None = None

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Let go of the file."""
        self._let_go()
        self._document.close()

    def do_sizes(self, _body: bytes) -> Answer:
        """Return the width and height of each page in points."""
        return Answer({"sizes": [self._size(page) for page in range(len(self._document))]})

    def do_render(self, _body: bytes, page: int, scale: float) -> Answer:
        """Draw a page at so many pixels per point, or less where that would be huge."""
        width, height = self._size(page)
        least = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5)
        bitmap = self._page(page).loaded.render(scale=least, rev_byteorder=False, prefer_bgrx=True)
        form = "BGRA" if bitmap.format == _raw().FPDFBitmap_BGRA else "BGRX"
        facts = {"size": [bitmap.width, bitmap.height], "stride": bitmap.stride, "form": form}
        pixels = bytes(bitmap.buffer)
        bitmap.close()
        return Answer(facts, pixels)

    def do_text(self, _body: bytes, page: int) -> Answer:
        """Return the words of a page in their own order."""
        found = str(self._page(page).text.get_text_range())
        plain = found.replace("\ufffe", "-\n").translate(_NO_CHARS).replace("\r\n", "\n").strip()
        return Answer({"text": plain})

    def do_all_text(self, _body: bytes, most: int) -> Answer:
        """Return the number of pages, and their words up to so many characters."""
        texts, size = [], 0
        for number in range(len(self._document)):
            texts.append(self._raw_text(number))
            size += len(texts[-1])
            if size > most:
                break
        return Answer({"pages": len(self._document), "text": "\n\n".join(texts)})

    def do_find(self, _body: bytes, page: int, words: str) -> Answer:
        """Return the boxes of each place where the words are, whatever their capitals."""
        return Answer({"hits": self._page(page).find(words)})

    def do_placed_words(self, _body: bytes, page: int) -> Answer:
        """Return each word with its left, top, right and bottom in points of the page as seen."""
        return Answer({"words": self._page(page).placed_words(self._size(page))})

    def do_letter_at(self, _body: bytes, page: int, x: float, y: float) -> Answer:
        """Return which character is at a spot, given as parts of the page's width and height."""
        return Answer({"letter": self._page(page).letter_at(x, y)})

    def do_stretch(self, _body: bytes, page: int, start: int, count: int) -> Answer:
        """Return so many characters from one of them on."""
        return Answer({"stretch": self._page(page).stretch(start, count)})

    def do_words_from(self, _body: bytes, page: int, one: int, other: int) -> Answer:
        """Return the whole words from one character to another, in either order."""
        return Answer({"stretch": self._page(page).between(one, other)})

    def _size(self, page: int) -> tuple[float, float]:
        try:
            width, height = self._document.get_page_size(page)
        except _raw_error():
            return _A4
        return (max(width, 1.0), max(height, 1.0)) if width and height else _A4

    def _raw_text(self, number: int) -> str:
        """Return the words of one page; a page that cannot be read has none."""
        try:
            return str(self._page(number).text.get_text_range())
        except _raw_error():
            return ""

    def _page(self, number: int) -> "_Page":
        """Keep one page loaded: words are chosen on it with many small questions."""
        if self._loaded is None or self._loaded[0] != number:
            self._let_go()
            self._loaded = (number, _Page(self._document[number]))
        return self._loaded[1]

    def _let_go(self) -> None:
        if self._loaded is not None:
            self._loaded[1].loaded.close()
        self._loaded = None


class _Page:
    """A page that is loaded; its characters go by their numbers."""

    def __init__(self, loaded: Any) -> None:
        self.loaded = loaded

    @cached_property
    def text(self) -> Any:
        return self.loaded.get_textpage()

    @cached_property
    def _letters(self) -> str:
        return characters(self.text).replace("\0", " ")

    def find(self, words: str) -> list[list[Box]]:
        return [self._boxes(start, count) for start, count in spots(self.text, words)]

    def placed_words(self, size: tuple[float, float]) -> list[Placed]:
        return placed_words(self.text, self._seen(), size, _UNIT)

    def letter_at(self, x: float, y: float) -> int | None:
        at_x, at_y = self._seen().to_page(round(x * _UNIT), round(y * _UNIT))
        found = _raw().FPDFText_GetCharIndexAtPos(self.text.raw, at_x, at_y, _NEAR, _NEAR)
        return int(found) if found >= 0 else None

    def between(self, one: int, other: int) -> dict[str, Any] | None:
        """Widen what lies between two characters to the spaces around it."""
        whole = self._letters
        start, end = min(one, other), max(one, other) + 1
        while start > 0 and start <= len(whole) and not whole[start - 1].isspace():
            start -= 1
        while end < len(whole) and not whole[end].isspace():
            end += 1
        return self.stretch(start, end - start)

    def stretch(self, start: int, count: int) -> dict[str, Any] | None:
        whole = self._letters
        if count < 1 or start < 0 or start + count > len(whole):
            return None
        part = whole[start : start + count]
        said = " ".join(part.replace("\ufffe", "-").translate(_NO_CHARS).split())
        boxes = self._boxes(start, count)
        return {"text": said, "start": start, "count": count, "boxes": boxes} if said else None

    def _boxes(self, start: int, count: int) -> list[Box]:
        found = (self.text.get_rect(at) for at in range(self.text.count_rects(start, count)))
        return [self._part(*box) for box in found]

    def _part(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Turn a box of the page into parts of what is seen, whichever way the page is turned."""
        seen = self._seen()
        (x1, y1), (x2, y2) = seen.to_bitmap(left, top), seen.to_bitmap(right, bottom)
        x, y = min(x1, x2) / _UNIT, min(y1, y2) / _UNIT
        return [x, y, abs(x2 - x1) / _UNIT, abs(y2 - y1) / _UNIT]

    def _seen(self) -> Any:
        from pypdfium2 import PdfPosConv

        return PdfPosConv(self.loaded, (0, 0, _UNIT, _UNIT, 0))


def _open(data: bytes, password: str) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password or None)
    except pypdfium2.PdfiumError as problem:
        # PDFium may still name the trouble of an earlier file, so the file itself is asked too.
        locked = getattr(problem, "err_code", 0) == _WRONG_PASSWORD and b"/Encrypt" in data
        raise TroubleError(LOCKED if locked else DAMAGED) from problem
    if document.get_formtype() == _raw().FORMTYPE_ACRO_FORM:
        document.init_forms()
    return document


def _raw_error() -> type[Exception]:
    import pypdfium2

    found: type[Exception] = pypdfium2.PdfiumError
    return found


def _raw() -> Any:
    import pypdfium2.raw

    return pypdfium2.raw
