"""Over the comparison: whose column it is, and ways to read that opinion or to change its facts."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.features.opinions.page.measures import Measures
from secondop_desktop.features.opinions.page.words import Link
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.theme import Space


class Head(QWidget):
    """Which opinion a column is, who gave it and when."""

    def __init__(self, title: str, said: str) -> None:
        super().__init__()
        self.read, self.edit = Link(_("Read")), Link(_("Details"))
        self.read.setAccessibleName(_("Read as a page: {opinion}").format(opinion=title))
        self.edit.setAccessibleName(_("Details: {opinion}").format(opinion=title))
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(heading(title, 3), 1)
        first.addWidget(self.read)
        first.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, 0, Space.SMALL, Space.HAIR)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(small(said))
        column.addStretch(1)


class Heads(QWidget):
    """The heads in line with the columns under them; they scroll sideways with these.

    ``read`` and ``edited`` carry the opinion's id.
    """

    read = Signal(str)
    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heads: list[Head] = []
        self._shown: list[tuple[str, str, str]] = []
        self._strip = QWidget(self)
        self._note = small(_("Only you mark what is the same or different."))
        self._note.setParent(self)
        self._by = Measures(0)

    def set_opinions(self, opinions: Sequence[tuple[str, str, str]]) -> None:
        """Show a head for each opinion: its id, which one it is, and by whom and when."""
        if list(opinions) == self._shown:
            return
        self._shown = list(opinions)
        for head in self.heads:
            head.hide()
            head.deleteLater()
        self.heads = []
        for entry, title, said in opinions:
            head = Head(title, said)
            head.setParent(self._strip)
            head.read.clicked.connect(lambda _on=False, entry=entry: self.read.emit(entry))
            head.edit.clicked.connect(lambda _on=False, entry=entry: self.edited.emit(entry))
            head.show()
            self.heads.append(head)

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches, in order."""
        for head in self.heads:
            yield from (head.read, head.edit)

    def column_of(self, part: QWidget) -> int:
        """Return the column over which a part of a head stands, from 0."""
        return next(at for at, head in enumerate(self.heads) if head.isAncestorOf(part))

    def place(self, by: Measures) -> None:
        """Stand in line with the columns, or below one another where those are stacked."""
        self._by = by
        top = height = 0
        for at, head in enumerate(self.heads):
            width = by.total if by.stacked else by.opinion
            high = head.heightForWidth(width)
            head.setGeometry(0 if by.stacked else by.left(at) - by.aspect, top, width, high)
            top += high if by.stacked else 0
            height = top if by.stacked else max(height, high)
        self._note.setVisible(bool(by.mark) or by.aside)
        if by.mark or by.aside:
            wide = (by.mark or by.aspect) - 2 * Space.SMALL
            high = self._note.heightForWidth(wide)
            left = 0 if by.aside else by.left(len(self.heads)) + Space.SMALL
            self._note.setGeometry(left + Space.SMALL, 0, wide, high)
            height = max(height, high)
        self.setFixedHeight(max(height, 1))
        self.slide(0)

    def slide(self, by: int) -> None:
        """Follow the columns; the corner over the aspects' names stays free."""
        # A strip of its own clips the heads where the names of the aspects begin.
        left = 0 if self._by.stacked else self._by.aspect
        self._strip.setGeometry(left, 0, max(self.width() - left, 0), self.height())
        for at, head in enumerate(self.heads):
            if not self._by.stacked:
                head.move(at * self._by.opinion - by, head.y())

    def sizeHint(self) -> QSize:
        """Ask for the height only."""
        return QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as need be."""
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between the heads and what scrolls under them."""
        look, painter = theme.current(), QPainter(self)
        painter.setPen(QPen(look.colour("edge"), look.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
