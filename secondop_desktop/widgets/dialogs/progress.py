"""What is happening during long work, and a way to stop it; short work never shows it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.panel import paint_panel
from secondop_desktop.widgets.dialogs.messages import Dialog
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.sizes import Radius

DELAY_MS: Final = 500


class Bar(QProgressBar):
    """How far long work is; drawn from tokens, and it never moves by itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        theme.current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a height that grows with the text."""
        return QSize(0, theme.current().line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and what is done."""
        look, painter, area = theme.current(), QPainter(self), QRectF(self.rect())
        paint_panel(painter, area, look.colour("alternate"), look.colour("edge"), Radius.CONTROL)
        span = max(1, self.maximum() - self.minimum())
        share = (self.value() - self.minimum()) / span
        inner = area.adjusted(Space.HAIR, Space.HAIR, -Space.HAIR, -Space.HAIR)
        inner.setWidth(inner.width() * min(1.0, max(0.0, share)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("primary"))
        painter.drawRoundedRect(inner, Radius.TAG, Radius.TAG)


class ProgressDialog(Dialog):
    """Appears half a second after ``start`` unless ``finish`` was called before, or at once.

    ``cancelled`` is sent once, when the person asks to stop; the work then ends itself
    and calls ``finish``. Escape and the window's close button ask to stop as well.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None, title: str, text: str = "") -> None:
        super().__init__(parent, title, text)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._stopping = False
        self.bar = Bar(title)
        self.bar.hide()
        self.content.addWidget(self.bar)
        self.cancel = Button(_("Cancel"), "close")
        self.cancel.clicked.connect(self.reject)
        self.buttons.addWidget(self.cancel)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._appear)

    def start(self, *, at_once: bool = False) -> None:
        """Begin to wait; the dialog shows itself if the work takes long.

        ``at_once`` is for work during which nothing of the journal can be read: whatever is
        pressed in the window behind it would make that stand still.
        """
        if at_once:
            self._appear()
        else:
            self._timer.start(DELAY_MS)

    def say(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is happening, and how far it is when the total is known."""
        if not self._stopping:
            self.text.setText(text)
            self.text.setVisible(bool(text))
            self.setAccessibleDescription(text)
        self.bar.setVisible(total > 0)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def finish(self) -> None:
        """Go away; nothing is sent."""
        self._timer.stop()
        self.done(self.DialogCode.Accepted)

    def reject(self) -> None:
        """Ask the work to stop, once, and stay until it has."""
        if not self._stopping:
            self.say(_("Stopping. Nothing will be left half done."))
            self._stopping = True
            self.cancel.setEnabled(False)
            self.cancelled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat closing the window as asking to stop."""
        event.ignore()
        self.reject()

    def _appear(self) -> None:
        self.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.text.text() or self.windowTitle())
