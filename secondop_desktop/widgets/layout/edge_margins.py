"""Room around what stands on a page that reaches from edge to edge; none while all is hidden."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.widgets.theme import Space

_COMES_OR_GOES = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class Inset(QWidget):
    """Parts below one another that keep off the edges, and take no room when none is shown."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._parts = parts
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.SMALL)
        for part in parts:
            put_away = part.isHidden()
            column.addWidget(part)
            part.setHidden(put_away)
            part.installEventFilter(self)
        column.addStretch(1)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the parts."""
        if event.type() in _COMES_OR_GOES:
            self._fit()
        return False

    def _fit(self) -> None:
        self.setHidden(all(part.isHidden() for part in self._parts))
