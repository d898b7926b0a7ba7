"""Bigger, smaller, fit: the same three buttons for pages and pictures."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.theme import Space

STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Zoom(QWidget):
    """Sends the zoom wanted; 0 means as wide as the window.

    `fit` is placed by the owner, as it may stand in ⋯.
    """

    wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = 1.0
        self.smaller = IconButton(_("Zoom out"), "zoom-out")
        self.bigger = IconButton(_("Zoom in"), "zoom-in")
        self.fit = Button(_("Fit width"))
        self.shown = Label()
        self.shown.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HAIR)
        for part in (self.smaller, self.shown, self.bigger):
            row.addWidget(part)
        self.smaller.clicked.connect(lambda: self.wanted.emit(self._step(-1)))
        self.bigger.clicked.connect(lambda: self.wanted.emit(self._step(1)))
        self.fit.clicked.connect(lambda: self.wanted.emit(0.0))

    def show_zoom(self, now: float) -> None:
        """Say which zoom is shown, 1 being life size."""
        self._now = now
        self.shown.setText(_("{number} %").format(number=round(now * 100)))
        self.smaller.setEnabled(now > STEPS[0])
        self.bigger.setEnabled(now < STEPS[-1])

    def now(self) -> float:
        """Return the zoom that is shown, 1 being life size."""
        return self._now

    def _step(self, by: int) -> float:
        if by > 0:
            return next((step for step in STEPS if step > self._now * 1.01), STEPS[-1])
        return next((step for step in reversed(STEPS) if step < self._now * 0.99), STEPS[0])
