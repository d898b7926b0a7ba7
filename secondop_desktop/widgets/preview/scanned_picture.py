"""A photograph or a fax as pages: the words that were read on it are found and marked there."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QTransform

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.preview.pdf import Hit, Stretch
from secondop_desktop.widgets.preview.picture import Picture
from secondop_desktop.widgets.preview.read_words import ReadWords, frame_around, frame_place

_POINTS_OF_A_DOT: Final = 72 / 96
"""So that at its full size each dot of the picture is one of the screen."""

_QUARTER: Final = 90


class ScannedPicture:
    """Shows the dots of a picture, and knows its words; turning it changes only how it is seen.

    Raises UserError for a picture that is broken, or too large to be shown.
    """

    def __init__(self, data: bytes, file_type: str) -> None:
        self._picture = Picture(data, file_type)
        self._words = ReadWords(data, file_type)
        self._quarters = 0
        dots = self._picture.sizes()
        self.sizes = [(wide * _POINTS_OF_A_DOT, high * _POINTS_OF_A_DOT) for wide, high in dots]
        self._held = (0, self._picture.page(0))

    def __len__(self) -> int:
        return len(self.sizes)

    def turn(self) -> None:
        """Turn all pages by a quarter to the right."""
        self._quarters = (self._quarters + 1) % 4
        self.sizes = [(high, wide) for wide, high in self.sizes]

    def render(self, page: int, scale: float) -> QImage | None:
        """Return a page at `scale` pixels per point, or as it is where that would be larger."""
        try:
            image = self._image(page)
        except UserError:
            return None
        seen = image.transformed(QTransform().rotate(_QUARTER * self._quarters))
        wide, high = self.sizes[page]
        room = QSize(max(round(wide * scale), 1), max(round(high * scale), 1))
        if room.width() >= seen.width():
            return seen
        how = Qt.TransformationMode.SmoothTransformation
        return seen.scaled(room, Qt.AspectRatioMode.IgnoreAspectRatio, how)

    def seen(self, hit: Hit) -> Hit:
        """Return where places of a page as it is kept are seen now."""
        return Hit(hit.page, tuple(_quarters_on(box, self._quarters) for box in hit.boxes))

    def text(self, page: int) -> str:
        """Return the words of a page."""
        return self._words.text(page)

    def find(self, page: int, words: str) -> list[Hit]:
        """Return where the words stand on a page."""
        return [self.seen(hit) for hit in self._words.find(page, words)]

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """Return where the word at a spot of a page starts among its characters."""
        spot = QPointF(x, y)
        for _quarter in range(-self._quarters % 4):
            spot = QPointF(1 - spot.y(), spot.x())
        return self._words.letter_at(page, spot.x(), spot.y())

    def stretch(self, page: int, start: int, count: int) -> Stretch | None:
        """Return these characters of a page; None where it has no such."""
        return self._turned(self._words.stretch(page, start, count))

    def words_from(self, page: int, one: int, other: int) -> Stretch | None:
        """Return the whole words from one character of a page to another."""
        return self._turned(self._words.words_from(page, one, other))

    def place_of(self, words: Stretch) -> str:
        """Return the frame around words on the page as it is kept."""
        return frame_place(_quarters_on(frame_around(words.hit), -self._quarters % 4))

    def close(self) -> None:
        """Let go of the file at once."""
        self._picture.close()
        self._words.close()

    def _image(self, page: int) -> QImage:
        """Return the dots of a page; those of the last one are kept, as it is drawn again."""
        held, image = self._held
        if held != page:
            image = self._picture.page(page)
            self._held = (page, image)
        return image

    def _turned(self, words: Stretch | None) -> Stretch | None:
        if words is None:
            return None
        return Stretch(self.seen(words.hit), words.text, words.start, words.count)


def _quarters_on(box: QRectF, quarters: int) -> QRectF:
    """Return where a part of a page is once the page is turned to the right so often."""
    for _quarter in range(quarters):
        box = QRectF(1 - box.bottom(), box.left(), box.height(), box.width())
    return box
