"""How tall rich rows are: of hundreds only this is asked, and laying each out takes far longer."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from secondop_desktop.widgets.controls import tag
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.rich_row_painting import (
    LEADING,
    Row,
    in_one_line,
    places,
    room,
    small_font,
    stacked,
)
from secondop_desktop.widgets.theme import Space, icons

_LATIN: Final = "\u024f"
"""The last letter of the scripts in which letters neither join nor change places."""
_PAIRS: Final = 1.08
"""Letters beside each other may stand a little further apart than each by itself is wide."""
_HELD: Final = {"·": "\u00a0·"}
"""What keeps to the dot between two parts may be wider than the space it stands for."""
_ROOM: Final = QRect(0, 0, 100_000, 100_000)


class RowHeights:
    """The heights of rows of one width in the look of now; the same as ``places`` gives.

    ``beside`` tells whether words and status stand to the right of the text or below it.
    """

    def __init__(self, width: int, title: QFont, *, beside: bool) -> None:
        self._width, self._beside, self._title = width, beside, title
        self._big, self._small = _line_of(title), _line_of(small_font())
        self._between = QFontMetrics(small_font()).height()
        self._tags: dict[Status | None, QSize] = {None: QSize(0, 0)}
        self._icon = icons.side()

    def of(self, row: Row) -> int:
        """Return the height of a row in device-independent pixels."""
        found = self._in_single_lines(row)
        if found is None:
            area = QRect(0, 0, self._width, 0)
            found = places(row, area, self._title, self._beside).height
        return found

    def _in_single_lines(self, row: Row) -> int | None:
        """Return the height where title and detail surely stand on one line each, else None."""
        if row.status not in self._tags:
            self._tags[row.status] = tag.size(row.status) if row.status else QSize(0, 0)
        mark, ends = self._tags[row.status], row.trailing.splitlines()
        right = max(mark.width(), *map(self._small.most, ends)) if ends else mark.width()
        taken = right + Space.LARGE if self._beside and right else 0
        column = self._width - taken - (self._icon + Space.MEDIUM if row.icon else 0)
        if max(self._big.most(row.title), self._small.most(row.detail)) >= column:
            return None
        text = self._big.height + (LEADING + self._small.height if row.detail else 0)
        if not self._beside:
            return text + self._below(row, column, mark)
        tall = [self._between] * len(ends) + ([mark.height()] if row.status else [])
        return max(text, stacked(tall), self._icon if row.icon else 0)

    def _below(self, row: Row, column: int, mark: QSize) -> int:
        """Return what words and status need under the text, side by side where they fit."""
        line = self._between
        if row.status and row.trailing:
            wide = room(in_one_line(row.trailing), small_font())
            if wide + Space.MEDIUM + mark.width() <= column:
                return LEADING + max(line, mark.height())
        parts = ([line] if row.trailing else []) + ([mark.height()] if row.status else [])
        return sum(LEADING + part for part in parts)


class _Line:
    """One line of a font: how tall it is, and the width that a text has at most."""

    def __init__(self, font: QFont) -> None:
        self._metrics, self._exact = QFontMetrics(font), QFontMetricsF(font)
        self.height = max(self._metrics.height(), self._tall(""))
        self._wide: dict[str, float] = {}

    def most(self, text: str) -> int:
        """Return a width which a text does not pass; more than any where that is not known."""
        known = self._wide
        for letter in set(text).difference(known):
            known[letter] = self._width_of(letter)
        wide = sum([known[letter] for letter in text]) * _PAIRS
        return int(min(wide, _ROOM.width())) + 3 if text else 0

    def _width_of(self, letter: str) -> float:
        """Return the width of a letter; without end where it may change the line around it."""
        usual = letter <= _LATIN and letter.isprintable() and self._tall(letter) <= self._tall("")
        return self._exact.horizontalAdvance(_HELD.get(letter, letter)) if usual else float("inf")

    def _tall(self, letter: str) -> int:
        return self._metrics.boundingRect(_ROOM, Qt.TextFlag.TextWordWrap, f"Ag{letter}").height()


@lru_cache(maxsize=16)
def _line(description: str) -> _Line:
    font = QFont()
    font.fromString(description)
    return _Line(font)


def _line_of(font: QFont) -> _Line:
    return _line(font.toString())
