"""Files and pictures dropped anywhere on the window, or pasted where no text is written."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.given_files import TAKES_FILES, GivenFiles, given_files
from secondop_desktop.widgets.theme import Space, Text

_BOOKS: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_TABLES: Final = _BOOKS | {
    ".csv",
    ".tsv",
    ".json",
    ".ndjson",
    ".xml",
    ".gz",
    ".zip",
    ".ics",
    ".vcf",
}
_AROUND: Final = QMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.LARGE)
_VEIL: Final = 170
_OVER: Final = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


def is_table(found: GivenFiles) -> bool:
    """Tell whether all of it is data to be read entry by entry, rather than papers to be kept."""
    return bool(found.paths) and all(
        path.suffix.lower() in _TABLES or path.is_dir() for path in found.paths
    )


class DropAnywhere(QObject):
    """Watches what is dragged over a window, shows where it would go, and hands it on."""

    def __init__(self, window: QWidget, take: Callable[[GivenFiles], object]) -> None:
        super().__init__(window)
        self._window, self._take = window, take
        self.frame = _Frame(window)

    def handles(self, event: QEvent) -> bool:
        """Take part in an event of the window; True when it needs to go no further."""
        if event.type() == QEvent.Type.DragLeave:
            self.frame.hide()
            return False
        if not isinstance(event, QDropEvent):
            return False
        found = given_files(event.mimeData())
        if not found or self._is_taken(event.position().toPoint()):
            self.frame.hide()
            return False
        event.acceptProposedAction()
        if event.type() in _OVER:
            self.frame.show_for(found)
        else:
            self.frame.hide()
            # Once the program it came from is free again: the card waits for the person.
            QTimer.singleShot(0, self, lambda: self._take(found))
        return True

    def _is_taken(self, spot: QPoint) -> bool:
        """Tell whether something under the pointer takes files itself."""
        under = self._window.childAt(spot)
        while under is not None and not under.property(TAKES_FILES):
            under = under.parentWidget()
        return under is not None


class _Frame(QWidget):
    """A dashed frame over the window that says what letting go would do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self.hide()

    def show_for(self, found: GivenFiles) -> None:
        """Say where this would go, over the whole window."""
        table = is_table(found)
        self.text = _("Let go to bring this in") if table else _("Let go to keep this in Records")
        self.setAccessibleName(self.text)
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and the words on a plate in its middle."""
        look, painter = theme.current(), QPainter(self)
        inner = self.rect().adjusted(Space.MEDIUM, Space.MEDIUM, -Space.MEDIUM, -Space.MEDIUM)
        painter.setPen(QPen(look.colour("primary"), Space.HAIR, Qt.PenStyle.DashLine))
        veil = look.colour("primary_tint")
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.drawRect(inner)
        painter.setFont(look.font(Text.H1))
        metrics = painter.fontMetrics()
        size = metrics.size(0, self.text).grownBy(_AROUND)
        plate = QRect(QPoint(), size)
        plate.moveCenter(inner.center())
        painter.fillRect(plate, look.colour("primary"))
        painter.setPen(look.colour("on_primary"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self.text)
