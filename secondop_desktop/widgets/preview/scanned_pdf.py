"""A PDF whose pages are pictures: its words are those that were read on them, when asked for."""

from typing import Final

from secondop_desktop.journal.files.scan_words import program
from secondop_desktop.widgets.preview.pdf import Hit, Pdf, Stretch
from secondop_desktop.widgets.preview.read_words import ReadWords, frame_around, frame_place


class ScannedPdf(Pdf):
    """A page that has words of its own keeps those."""

    def __init__(self, data: bytes, password: str = "") -> None:
        super().__init__(data, password)
        self._words = ReadWords(data, "application/pdf")
        self._known: dict[int, bool] = {}

    def text(self, page: int) -> str:
        """Return the words of a page."""
        return super().text(page) if self._own(page) else self._words.text(page)

    def find(self, page: int, words: str) -> list[Hit]:
        """Return where the words stand on a page, whatever their capitals and line ends."""
        return super().find(page, words) if self._own(page) else self._words.find(page, words)

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """Return where the word at a spot of a page starts among its characters."""
        return (
            super().letter_at(page, x, y) if self._own(page) else self._words.letter_at(page, x, y)
        )

    def stretch(self, page: int, start: int, count: int) -> Stretch | None:
        """Return these characters of a page; None where it has no such."""
        own = self._own(page)
        return (
            super().stretch(page, start, count) if own else self._words.stretch(page, start, count)
        )

    def words_from(self, page: int, one: int, other: int) -> Stretch | None:
        """Return the whole words from one character of a page to another, in either order."""
        own = self._own(page)
        return (
            super().words_from(page, one, other)
            if own
            else self._words.words_from(page, one, other)
        )

    def place_of(self, words: Stretch) -> str:
        """Return the frame around words that were read, or the place of the page's own."""
        own = self._own(words.hit.page)
        return super().place_of(words) if own else frame_place(frame_around(words.hit))

    def close(self) -> None:
        """Let go of the file at once."""
        super().close()
        self._words.close()

    def _own(self, page: int) -> bool:
        if page not in self._known:
            self._known[page] = bool(super().text(page).strip())
        return self._known[page]


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
