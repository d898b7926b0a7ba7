"""One open PDF: the sizes, pictures, words and finds of its pages, told by the sandbox."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.sandbox.answers import LOCKED, Answer, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_LOOKING, EndedError
from secondop_desktop.widgets.background.pixels import image_of_answer
from secondop_desktop.widgets.preview.quote import place_words

_TO_OPEN: Final = 30.0
_TO_READ: Final = 20.0
"""Seconds; a page with a scan takes one at most."""


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


Placed = tuple[str, float, float, float, float]
"""A word, and its left, top, right and bottom in points from the page's upper left corner."""


class Pdf:
    """A PDF that another process reads; each call waits for it, from whatever thread.

    Raises UserError, in one sentence, for a file that is empty, broken or far too much to read,
    and Locked.
    """

    def __init__(self, data: bytes, password: str = "") -> None:
        if not data:
            raise UserError(_("This file is empty."))
        self._file = HeldFile(FOR_LOOKING, "pdf", data, password=password)
        self.sizes = self._opened()
        if not self.sizes:
            self.close()
            raise _damaged()

    def _opened(self) -> list[tuple[float, float]]:
        try:
            told = self._file.ask("sizes", _TO_OPEN)
        except TroubleError as trouble:
            self.close()
            raise _locked() if trouble.trouble == LOCKED else _damaged() from trouble
        except EndedError as ended:
            self.close()
            raise too_much() from ended
        return [(float(width), float(height)) for width, height in told.head["sizes"]]

    def __len__(self) -> int:
        return len(self.sizes)

    def render(self, page: int, scale: float) -> QImage | None:
        """Return a page drawn at `scale` pixels per point, or less where that would be huge.

        None means that the page itself is broken.
        """
        drawn = self._ask("render", page=page, scale=scale)
        return image_of_answer(drawn.head, drawn.body) if drawn.body else None

    def text(self, page: int) -> str:
        """Return the words of a page in their own order; empty for a picture or a broken page."""
        return str(self._ask("text", page=page).head.get("text", ""))

    def placed_words(self, page: int) -> list[Placed]:
        """Return the words of a page, each with its place; none for a picture or a broken page."""
        found = self._ask("placed_words", page=page).head.get("words", [])
        return [(str(word), *_four(box)) for word, *box in found]

    def find(self, page: int, words: str) -> list[Hit]:
        """Return where the words stand on a page, whatever their capitals."""
        found = self._ask("find", page=page, words=words).head.get("hits", [])
        return [_hit(page, boxes) for boxes in found]

    def letter_at(self, page: int, x: float, y: float) -> int | None:
        """Return which character is at a spot of a page, given as parts of its width and height."""
        found: int | None = self._ask("letter_at", page=page, x=x, y=y).head.get("letter")
        return found

    def stretch(self, page: int, start: int, count: int) -> Stretch | None:
        """Return these characters of a page; None where it has no such."""
        return _stretch(page, self._ask("stretch", page=page, start=start, count=count))

    def words_from(self, page: int, one: int, other: int) -> Stretch | None:
        """Return the whole words from one character of a page to another, in either order."""
        return _stretch(page, self._ask("words_from", page=page, one=one, other=other))

    def place_of(self, words: Stretch) -> str:
        """Return where words stand as it is written."""
        return place_words(words.start, words.count)

    def close(self) -> None:
        """Let go of the file at once; nothing can be drawn any more."""
        self._file.close()

    def _ask(self, act: str, **told: Any) -> Answer:
        """Return nothing for a page that is broken, and after the file was closed."""
        try:
            return self._file.ask(act, _TO_READ, **told)
        except (TroubleError, EndedError):
            return Answer()


def _four(box: list[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = map(float, box)
    return left, top, right, bottom


def too_much() -> UserError:
    """Return what is said of a file that ended the process which read it."""
    return UserError(
        _(
            "This file takes far more memory or time to show than a document does, so it is not "
            "shown here."
        )
    )


def _locked() -> Locked:
    return Locked(_("This PDF is locked with a password, so it cannot be shown here."))


def _damaged() -> UserError:
    return UserError(_("This PDF is damaged and cannot be shown here."))


def _hit(page: int, boxes: list[list[float]]) -> Hit:
    return Hit(page, tuple(QRectF(*box) for box in boxes))


def _stretch(page: int, answer: Answer) -> Stretch | None:
    found = answer.head.get("stretch")
    if found is None:
        return None
    hit = _hit(page, found["boxes"])
    return Stretch(hit, str(found["text"]), int(found["start"]), int(found["count"]))
