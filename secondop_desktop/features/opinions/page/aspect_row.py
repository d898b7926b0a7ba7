"""One aspect across all opinions: side by side where there is room, else one below another."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.opinions.page.column_widths import Measures
from secondop_desktop.features.opinions.page.inline_editing import InPlace
from secondop_desktop.features.opinions.page.mark import MarkEdit
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import Label, heading, small
from secondop_desktop.widgets.controls.plain_tip import plain_tip
from secondop_desktop.widgets.theme import Space

_INDENT = Space.SMALL


class AspectName(QWidget):
    """What a row is about; what that means is told by the first cell while nothing is written."""

    def __init__(self, label: str, meaning: str, fill: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.fill = fill
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, Space.HAIR, Space.HAIR, 0)
        column.setSpacing(Space.HAIR)
        self.title = heading(label, 3)
        column.addWidget(self.title)
        column.addStretch(1)
        self.setToolTip(plain_tip(meaning))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover what slides below it."""
        QPainter(self).fillRect(self.rect(), theme.current().colour(self.fill))


class AspectRow(QWidget):
    """The aspect, a cell for each opinion (mostly of one statement), and the user's mark.

    ``resized`` asks to be placed again.
    """

    resized = Signal()

    def __init__(self, aspect: str, label: str, meaning: str, fill: str = "surface") -> None:
        super().__init__()
        self.aspect = aspect
        self.cells: list[list[InPlace]] = []
        self.mark: MarkEdit | None = None
        self.captions: list[Label] = []
        self._titles: Sequence[str] = ()
        self._measures: Measures | None = None
        self.setAccessibleName(label)
        self._look = label, meaning, fill

    def fill(
        self,
        cells: Sequence[Sequence[InPlace]],
        titles: Sequence[str],
        mark: MarkEdit | None = None,
    ) -> None:
        """Take what was made for it; the name comes last, for it covers what slides below it."""
        self.cells, self._titles, self.mark = [list(found) for found in cells], titles, mark
        self.name = AspectName(*self._look, self)
        for cell in self.every():
            cell.resized.connect(self.resized)
            cell.changed.connect(self._on_written)
        if mark is not None:
            mark.raise_()
            mark.resized.connect(self.resized)

    def every(self) -> Iterator[InPlace]:
        """Yield the cells in reading order."""
        for found in self.cells:
            yield from found

    def explain(self, empty: bool) -> None:
        """While nothing is written, say what belongs here; notes and questions come later."""
        first = next(self.every())
        first.words.hint(self.name.toolTip() if empty else _("Nothing written yet"))

    def _on_written(self, _entry: str) -> None:
        self.explain(not any(cell.words.said() for cell in self.every()))
        self.resized.emit()

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches, in order."""
        for cell in self.every():
            yield from cell.stops()
        if self.mark is not None:
            yield from self.mark.stops()

    def flush(self) -> bool:
        """Save what is waiting in any cell; False when the file could not take it."""
        saved = [cell.flush() for cell in self.every()]
        return all(saved) and (self.mark is None or self.mark.flush())

    # Room ----------------------------------------------------------------------------------

    def place(self, measures: Measures) -> int:
        """Put everything into its column, or below one another; return the height."""
        self._measures = measures
        if measures.stacked and not self.captions:
            self.captions = [small(title) for title in self._titles]
            for caption in self.captions:
                caption.setParent(self)
        for caption in self.captions:
            caption.setVisible(measures.stacked)
        return self._stack(measures) if measures.stacked else self._beside(measures)

    def _beside(self, by: Measures) -> int:
        top, bottoms = by.pad, [self.name.heightForWidth(by.aspect)]
        for at, cells in enumerate(self.cells):
            left = by.left(at) + _INDENT
            bottoms.append(self._pile(cells, left, top, by.opinion - 2 * _INDENT))
        if self.mark is not None and by.aside:
            below = bottoms[0] + Space.HAIR
            high = _put(self.mark, _INDENT, top + below, by.aspect - 2 * _INDENT)
            bottoms.append(below + high)
        elif self.mark is not None:
            left = by.left(len(self.cells)) + _INDENT
            bottoms.append(_put(self.mark, left, top, by.mark - 2 * _INDENT))
        height = max(bottoms) + 2 * by.pad
        self.name.setGeometry(self.name.x(), 1, by.aspect, height - 2)
        return height

    def _pile(self, cells: Sequence[InPlace], left: int, top: int, width: int) -> int:
        """Put statements of one cell below one another; return their height."""
        at = top
        for cell in cells:
            at += _put(cell, left, at, width)
        return at - top

    def _stack(self, by: Measures) -> int:
        top, full = by.pad, by.full
        self.name.setGeometry(0, top, by.total, self.name.heightForWidth(by.total))
        top += self.name.height() + Space.HAIR
        for caption, cells in zip(self.captions, self.cells, strict=True):
            high = caption.heightForWidth(full - _INDENT)
            caption.setGeometry(QRect(by.pad + _INDENT, top, full - _INDENT, high))
            top += high
            top += self._pile(cells, by.pad, top, full) + Space.SMALL
        if self.mark is not None and not self.mark.isHidden():
            top += _put(self.mark, by.pad, top, full)
        return top + by.pad

    def slide(self, by: int) -> None:
        """Keep the aspect's name in sight while the opinions scroll sideways, and a mark there."""
        self.name.move(by, self.name.y())
        if self.mark is not None and self._measures is not None and self._measures.aside:
            self.mark.move(by + _INDENT, self.mark.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and a line under the row."""
        look, painter = theme.current(), QPainter(self)
        painter.fillRect(event.rect(), look.colour(self.name.fill))
        painter.setPen(QPen(look.colour("divider"), look.line))
        bottom = self.height() - 1
        painter.drawLine(0, bottom, self.width(), bottom)


def _put(part: InPlace | MarkEdit, left: int, top: int, width: int) -> int:
    height = part.heightForWidth(width)
    part.setGeometry(left, top, width, height)
    part.place()
    return height
