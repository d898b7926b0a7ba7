"""A picture with zoom, fitted to the width at first, and turned when it lies on its side."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.button import Button
from secondop_desktop.widgets.flow import Flow
from secondop_desktop.widgets.preview.drawing import Drawing
from secondop_desktop.widgets.preview.scroller import Scroller
from secondop_desktop.widgets.preview.zoom import Zoom
from secondop_desktop.widgets.theme import Space


class Canvas(Drawing):
    """Draws the picture at its zoom."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.image = image

    def set_zoom(self, zoom: float) -> None:
        """Show the picture at this many device-independent pixels per dot."""
        width, height = self.image.width() * zoom, self.image.height() * zoom
        self.setFixedSize(max(round(width), 1), max(round(height), 1))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw only the part in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        share = self.image.width() / self.width()
        seen = event.rect()
        part = QRect(
            round(seen.x() * share),
            round(seen.y() * share),
            round(seen.width() * share),
            round(seen.height() * share),
        )
        painter.drawImage(seen, self.image, part)


class PictureView(QWidget):
    """Shows one picture; turning it changes only the view."""

    def __init__(self, image: QImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas, self.scroller, self.zoom = Canvas(image), Scroller(), Zoom()
        self.turn = Button(_("Turn"), "rotate")
        self._fits = True
        self.scroller.setWidget(self.canvas)
        self.canvas.setAccessibleName(_("Picture: {name}").format(name=name))
        tools = Flow()
        for part in (self.zoom, self.zoom.fit, self.turn):
            tools.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addLayout(tools)
        column.addWidget(self.scroller, 1)
        self.zoom.wanted.connect(self.set_zoom)
        self.turn.clicked.connect(self._turn)
        self.scroller.resized.connect(self._fit)

    def set_zoom(self, zoom: float) -> None:
        """Show the picture at this zoom, or as wide as the window for 0."""
        self._fits = not zoom
        if self._fits:
            self._fit()
        else:
            self.canvas.set_zoom(zoom)
            self.zoom.show_zoom(zoom)

    def _fit(self) -> None:
        if self._fits:
            room = self.scroller.viewport().width()
            zoom = min(room / self.canvas.image.width(), 1.0)
            self.canvas.set_zoom(zoom)
            self.zoom.show_zoom(zoom)

    def _turn(self) -> None:
        self.canvas.image = self.canvas.image.transformed(QTransform().rotate(90))
        self.set_zoom(0.0)
