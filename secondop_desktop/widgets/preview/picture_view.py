"""A picture with zoom, fitted to the width at first, turned where it lies on its side.

A TIFF of several pages is shown page by page.
"""

from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.jobs import Runner, at_once, start
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.controls.tool_row import ToolRow
from secondop_desktop.widgets.preview.page_turner import PageTurner
from secondop_desktop.widgets.preview.painted_parts import Drawing
from secondop_desktop.widgets.preview.picture import Paged
from secondop_desktop.widgets.preview.plain_text import PlainText, with_warning
from secondop_desktop.widgets.preview.scroller import Scroller
from secondop_desktop.widgets.preview.zoom import Zoom
from secondop_desktop.widgets.theme import Space

_QUARTER: Final = 90


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
    """Shows one picture; turning it changes only the view. Pages count from 1, as people count."""

    page_changed = Signal(int)

    def __init__(
        self,
        picture: Paged,
        first: QImage,
        name: str,
        run: Runner = at_once,
        parent: QWidget | None = None,
        *,
        words: str = "",
    ) -> None:
        """Show it; ``words`` are those that were read on it."""
        super().__init__(parent)
        self._picture, self._run, self._name = picture, run, name
        self.read, self.text = Button(_("Read as text"), "note"), PlainText()
        self.read.setCheckable(True)
        self._words = words
        self.canvas, self.scroller, self.zoom = Canvas(first), Scroller(), Zoom()
        self.turner, self.trouble = PageTurner(), Label()
        self.turn = Button(_("Turn"), "rotate")
        self._fits, self._page, self._wanted, self._quarters = True, 0, 0, 0
        self._lay_out()
        self.zoom.wanted.connect(self.set_zoom)
        self.turn.clicked.connect(self._turn)
        self.turner.wanted.connect(lambda page: self.go_to(page + 1))
        self.scroller.resized.connect(self._fit)
        self._say_page()
        self.destroyed.connect(picture.close)

    def _lay_out(self) -> None:
        self.scroller.setWidget(self.canvas)
        several = (self.turner,) if len(self._picture) > 1 else ()
        read = (self.read,) if self._words else ()
        tools = ToolRow((*several, self.zoom), (*read, self.turn, self.zoom.fit))
        if not read:
            self.read.setParent(self)
            self.read.hide()
        self.text.setAccessibleName(_("Words of {name}").format(name=self._name))
        self.text.hide()
        self.read.toggled.connect(self._show_text)
        if not several:
            self.turner.setParent(self)
            self.turner.hide()
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(tools)
        column.addWidget(self.trouble)
        column.addWidget(self.scroller, 1)
        column.addWidget(self.text, 1)

    def _show_text(self, wanted: bool) -> None:
        """Show the words that were read on it in its place, or itself again."""
        self.text.setVisible(wanted)
        self.scroller.setVisible(not wanted)
        for part in (self.turner, self.zoom, self.zoom.fit, self.turn):
            part.setEnabled(not wanted)
        if wanted:
            self.text.show_text(with_warning(self._words))
            self.text.setFocus()

    def let_go(self) -> None:
        """Close the file: nothing of it is waited for any more."""
        self._picture.close()

    def page(self) -> int:
        """Return the page in sight, from 1."""
        return self._page + 1

    def go_to(self, page: int) -> None:
        """Bring a page into sight; one that does not exist changes nothing."""
        if not 1 <= page <= len(self._picture) or page - 1 == self._wanted:
            return
        self._wanted = page - 1
        picture, wanted = self._picture, self._wanted
        start(
            self._run,
            lambda _job: picture.page(wanted),
            self,
            done=lambda image: self._show(wanted, image, ""),
            failed=lambda _error: self._show(wanted, None, _("This page cannot be shown.")),
            journal=False,
        )

    def _show(self, page: int, image: QImage | None, trouble: str) -> None:
        if page != self._wanted:
            return
        self._page = page
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.canvas.setVisible(image is not None)
        if image is not None:
            self.canvas.image = _turned(image, self._quarters)
            self.scroller.verticalScrollBar().setValue(0)
            self._fit() if self._fits else self.canvas.set_zoom(self.zoom.now())
        self._say_page()
        self.page_changed.emit(page + 1)

    def _say_page(self) -> None:
        self.turner.show_page(self._page, len(self._picture))
        said = _("Picture: {name}").format(name=self._name)
        if len(self._picture) > 1:
            of = _("Page {page} of {count}").format(page=self.page(), count=len(self._picture))
            said = f"{said}. {of}"
        self.canvas.setAccessibleName(said)

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
        self._quarters = (self._quarters + 1) % 4
        self.canvas.image = _turned(self.canvas.image, 1)
        self.set_zoom(0.0)


def _turned(image: QImage, quarters: int) -> QImage:
    return image.transformed(QTransform().rotate(_QUARTER * quarters)) if quarters else image
