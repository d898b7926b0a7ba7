"""What chooses a view of a page, in a row under its top row."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.layout.flow_row import Flow

_COMES_OR_GOES = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})
_TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class ActionRow(QWidget):
    """Takes no room while none of its parts is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.row = Flow(self)
        self._parts: list[QWidget] = []
        self._held_back = False
        self.hide()

    def add(self, part: QWidget) -> None:
        """Put a part behind those that are there."""
        self._parts.append(part)
        put_away = part.isHidden() and part.testAttribute(_TOLD)
        self.row.addWidget(part)
        part.setHidden(put_away)
        part.installEventFilter(self)
        self._fit()

    def hold_back(self, held: bool) -> None:
        """Hide the whole row, or show it again as far as there is something in it."""
        self._held_back = held
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the parts."""
        if event.type() in _COMES_OR_GOES:
            self._fit()
        return False

    def _fit(self) -> None:
        some = any(not part.isHidden() for part in self._parts)
        self.setVisible(some and not self._held_back)
