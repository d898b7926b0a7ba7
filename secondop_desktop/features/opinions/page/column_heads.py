"""Over the comparison: whose column it is, and a menu to read that opinion or to change it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from secondop_desktop.features.opinions.page.column_widths import Measures
from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.key_press import on_menu_wanted
from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.kind_pages.take_acts import take_acts
from secondop_desktop.widgets.theme import Space, Text, icons

Headed = tuple[str, str, tuple[str, ...]]
"""An opinion's id, which one it is, and the parts of by whom and when."""

_NO_BREAK = "\u00a0"
_LEAST_TARGET = 24


class Head(QWidget):
    """Which opinion a column is, who gave it and when, and a menu of what can be done with it.

    ``chosen`` carries what was asked for: ``read`` or ``edit``; ``taken`` how to take it along.
    """

    chosen = Signal(str)
    taken = Signal(str)

    def __init__(self, title: str, said: Sequence[str]) -> None:
        """Take which opinion it is, and the parts of by whom and when, none of them broken."""
        super().__init__()
        self._said = said
        self.title = heading(title, 3)
        self.about = small("")
        self.more = IconButton(_("More for: {opinion}").format(opinion=title), "more")
        self._add_menu(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, 0, Space.SMALL, Space.HAIR)
        column.setSpacing(0)
        first = QHBoxLayout()
        column.addLayout(first)
        first.setSpacing(0)
        first.addWidget(self.title, 1)
        first.addWidget(self.more)
        column.addWidget(self.about)
        column.addStretch(1)
        self.fit(0)

    def _add_menu(self, title: str) -> None:
        menu = QMenu(self.more)
        menu.setAccessibleName(self.more.accessibleName())
        for words, icon, what in (
            (_("Read as a page"), "opinion", "read"),
            (_("Details…"), "edit", "edit"),
        ):
            act = menu.addAction(icons.menu_icon(icon), words)
            act.triggered.connect(lambda _on=False, what=what: self.chosen.emit(what))
        menu.addSeparator()
        for offer in take_acts(lambda how, _entries: self.taken.emit(how), tuple):
            menu.addAction(icons.menu_icon(offer.icon), offer.words).triggered.connect(offer.does)
        self.more.setMenu(menu)
        on_menu_wanted(self, menu.popup)

    def fit(self, width: int) -> None:
        """Keep a name and a date each on one line at this width, where they find room there."""
        line = theme.current().line_height()
        self.more.setFixedSize(line + Space.LARGE, max(line + Space.HAIR, _LEAST_TARGET))
        metrics = QFontMetrics(theme.current().font(Text.SMALL))
        room = width - Space.LARGE - 2 * Space.SMALL
        parts = [_kept_whole(part, metrics, room) for part in self._said]
        self.about.setText(", ".join(parts))


def _kept_whole(part: str, metrics: QFontMetrics, room: int) -> str:
    """Return a text that is not broken, unless it is wider than the room."""
    whole = part.replace(" ", _NO_BREAK)
    return whole if metrics.horizontalAdvance(f"{whole},") <= room else part


class _Corner(QWidget):
    """What stands over the marks."""

    def __init__(self, title: str, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading(title, 3))
        column.addWidget(small(said))
        column.addStretch(1)


class Heads(QWidget):
    """The heads in line with the columns under them; they scroll sideways with these.

    ``read`` and ``edited`` carry the opinion's id, ``taken`` also how to take it along.
    """

    read = Signal(str)
    edited = Signal(str)
    taken = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.heads: list[Head] = []
        self._shown: list[Headed] = []
        self._strip = QWidget(self)
        self._note = _Corner(_("Your mark"), _("You set it yourself"), self)
        self._by = Measures(0)

    def set_opinions(self, opinions: Sequence[Headed]) -> None:
        """Show a head for each opinion."""
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
            head.chosen.connect(lambda what, entry=entry: self._choose(what, entry))
            head.taken.connect(lambda how, entry=entry: self.taken.emit(how, entry))
            head.show()
            self.heads.append(head)

    def _choose(self, what: str, entry: str) -> None:
        (self.read if what == "read" else self.edited).emit(entry)

    def stops(self) -> Iterator[QWidget]:
        """Yield what Tab reaches, in order."""
        yield from (head.more for head in self.heads)

    def column_of(self, part: QWidget) -> int:
        """Return the column over which a part of a head stands, from 0."""
        return next(at for at, head in enumerate(self.heads) if head.isAncestorOf(part))

    def place(self, by: Measures) -> None:
        """Stand in line with the columns, or below one another where those are stacked."""
        self._by = by
        top = height = 0
        for at, head in enumerate(self.heads):
            width = by.total if by.stacked else by.opinion
            head.fit(width)
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
