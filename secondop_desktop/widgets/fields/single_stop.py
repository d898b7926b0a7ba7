"""Radio buttons as one stop of Tab, the chosen one, from which the arrow keys choose."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}
_BY_TAB: Final = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class SingleStop(QObject):
    """Watches the buttons of a group, in the order in which they joined it.

    Qt's own way lands on the first button and moves the focus without choosing, unlike the ARIA
    practice for radio groups and unlike every form a person knows from the web.
    """

    def __init__(self, group: QButtonGroup) -> None:
        super().__init__(group)
        self._group = group
        group.idToggled.connect(lambda _number, _on: self.settle())

    def watch(self, button: QAbstractButton) -> None:
        """Let a button that joined the group be reached in this way."""
        button.installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Let Tab reach the chosen button alone, or the first while none is chosen."""
        stop = self._stop()
        for button in self._group.buttons():
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _stop(self) -> QAbstractButton | None:
        chosen: QAbstractButton | None = self._group.checkedButton()
        return chosen or next(iter(self._usable()), None)

    def _usable(self) -> list[QAbstractButton]:
        return [one for one in self._group.buttons() if one.isEnabled() and not one.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose with the arrow keys; Tab goes on to the chosen button."""
        if not isinstance(watched, QAbstractButton):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _STEPS.get(Qt.Key(event.key()))
            return by is not None and not event.modifiers() & _HELD and self._step(watched, by)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            self._lead_on(watched, event.reason())
        elif event.type() == QEvent.Type.FocusOut:
            self.settle()
        return False

    def _lead_on(self, button: QAbstractButton, reason: Qt.FocusReason) -> None:
        stop = self._stop()
        if reason in _BY_TAB and stop is not None and stop is not button:
            stop.setFocus(reason)

    def _step(self, button: QAbstractButton, by: int) -> bool:
        """Choose the neighbour of a button; after the last comes the first."""
        usable = self._usable()
        if button not in usable:
            return False
        to = usable[(usable.index(button) + by) % len(usable)]
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        to.click()
        return True


_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
