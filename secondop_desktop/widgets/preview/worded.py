"""What a view of pages asks of a file: how large they are, how they look, and the words on them."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QImage

from secondop_desktop.widgets.preview.pdf import Hit, Stretch


class Worded(Protocol):
    """Has pages, from 0, with words at places of them; each call may be slow."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page in points."""

    def __len__(self) -> int: ...

    def render(self, page: int, scale: float) -> QImage | None: ...

    def text(self, page: int) -> str: ...

    def find(self, page: int, words: str) -> list[Hit]: ...

    def letter_at(self, page: int, x: float, y: float) -> int | None: ...

    def stretch(self, page: int, start: int, count: int) -> Stretch | None: ...

    def words_from(self, page: int, one: int, other: int) -> Stretch | None: ...

    def place_of(self, words: Stretch) -> str: ...

    def close(self) -> None: ...
