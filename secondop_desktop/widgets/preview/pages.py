"""The pages of a PDF below one another; only those in sight are drawn, one at a time."""

from bisect import bisect_right
from collections import OrderedDict

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import Runner, start
from secondop_desktop.widgets.preview.painted_parts import Drawing
from secondop_desktop.widgets.preview.pdf import Hit, Stretch
from secondop_desktop.widgets.preview.word_choice import Spot, WordChoice
from secondop_desktop.widgets.preview.worded import Worded
from secondop_desktop.widgets.theme import Space

_KEPT = 8
_TALLEST = 16_000_000
_CENTRE = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value

_Key = tuple[int, float]
_Drawn = OrderedDict[_Key, QImage | None]


class Pages(Drawing):
    """A column of pages at `scale` device-independent pixels per point.

    Words are chosen by drawing over them; ``words_chosen`` carries the stretch, or None.
    """

    words_chosen = Signal(object)
    frame_pressed = Signal(int)
    """One of the ``frames`` was pressed: its number from 0."""

    def __init__(self, pdf: Worded, run: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf, self._run = pdf, run
        self.scale = 1.0
        self.hits: list[Hit] = []
        self.current: Hit | None = None
        self.chosen: Stretch | None = None
        self.frames: list[Hit] = []
        self.framed: int | None = None
        self._choice = WordChoice(pdf, run, self)
        self._choice.chosen.connect(self.choose)
        self._tops: list[int] = []
        self._drawn: _Drawn = OrderedDict()
        self._busy: QObject | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_next)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Show the pages at another size."""
        self.scale = scale
        self._tops, top = [], int(Space.SMALL)
        for page in range(len(self.pdf)):
            self._tops.append(top)
            top += self._size(page).height() + Space.MEDIUM
        widest = max(self._size(page).width() for page in range(len(self.pdf)))
        self.setFixedSize(widest + 2 * Space.SMALL, min(top, _TALLEST))
        self.update()

    def forget(self) -> None:
        """Have all pages drawn again, with nothing marked on them: they look otherwise now."""
        self._drawn = OrderedDict()
        self.hits, self.current, self.frames, self.framed = [], None, [], None
        self.choose(None)

    def page_at(self, y: int) -> int:
        """Return the page, from 0, that is at a height of the column."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def place(self, page: int) -> QRect:
        """Return where a page is in the column."""
        size = self._size(page)
        left = max((self.width() - size.width()) // 2, 0)
        return QRect(left, self._tops[page], size.width(), size.height())

    def spot(self, hit: Hit) -> QRect:
        """Return where a find is in the column."""
        page = QRectF(self.place(hit.page))
        spots = [_within(page, box) for box in hit.boxes]
        return spots[0].toAlignedRect() if spots else page.toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight as far as they are ready, and ask for the others."""
        painter, look = QPainter(self), theme.current()
        area = event.rect()
        for page in range(self.page_at(area.top()), len(self.pdf)):
            if self._tops[page] > area.bottom():
                break
            self._paint_page(painter, page)
            painter.setPen(QPen(look.colour("divider"), look.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.place(page))
        self._next.start()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        place = self.place(page)
        painter.fillRect(place, QColor(Qt.GlobalColor.white))
        key = self._key(page)
        image = self._drawn.get(key)
        if key in self._drawn and image is None:
            painter.setPen(QColor(theme.LIGHT.text))
            painter.drawText(place, _CENTRE, _("This page cannot be shown."))
        image = image if image is not None else self._older(page)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        chosen = [self.chosen.hit] if self.chosen is not None else []
        for hit in (hit for hit in (*self.hits, *chosen) if hit.page == page):
            self._paint_hit(painter, QRectF(place), hit)
        for at, frame in enumerate(self.frames):
            if frame.page == page:
                self._paint_frame(painter, QRectF(place), frame, current=at == self.framed)

    def _paint_frame(self, painter: QPainter, place: QRectF, frame: Hit, *, current: bool) -> None:
        # Like a pen on paper: thin around every row, thick and tinted around the one in hand.
        for box in frame.boxes:
            spot = _within(place, box).adjusted(-3, -2, 3, 2)
            if current:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(spot, QColor(theme.LIGHT.focus))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(QColor(theme.LIGHT.primary), 3 if current else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(spot)

    def _paint_hit(self, painter: QPainter, place: QRectF, hit: Hit) -> None:
        # Marked like a pen on paper, so the same in every scheme; the current one has an edge.
        for box in hit.boxes:
            spot = _within(place, box).adjusted(-1, -1, 1, 1)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(spot, QColor(theme.LIGHT.focus))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            if hit == self.current:
                painter.setPen(QPen(QColor(theme.LIGHT.text), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(spot.adjusted(-2, -2, 2, 2))

    def _size(self, page: int) -> QSize:
        width, height = self.pdf.sizes[page]
        return QSize(max(round(width * self.scale), 1), max(round(height * self.scale), 1))

    def _key(self, page: int) -> _Key:
        return page, round(self.scale * self.devicePixelRatioF(), 3)

    def _older(self, page: int) -> QImage | None:
        """Return the page as drawn for another zoom, until the sharp one is ready."""
        kept = (image for (at, _scale), image in self._drawn.items() if at == page and image)
        return next(kept, None)

    def _wanted(self) -> int | None:
        seen = self.visibleRegion().boundingRect()
        if seen.isEmpty():
            return None
        first, last = self.page_at(seen.top()), self.page_at(seen.bottom())
        pages = (page for page in range(first, last + 1) if self._key(page) not in self._drawn)
        return next(pages, None)

    def _draw_next(self) -> None:
        page = self._wanted()
        if page is None or self._busy is not None:
            return
        key, pdf, drawn = self._key(page), self.pdf, self._drawn
        self._busy = self
        start(
            self._run,
            lambda _job: pdf.render(*key),
            self,
            done=lambda image: self._keep(drawn, key, image),
            failed=lambda _error: self._keep(drawn, key, None),
            journal=False,
        )

    def _keep(self, drawn: _Drawn, key: _Key, image: QImage | None) -> None:
        """Keep a page that was drawn; among those that were forgotten meanwhile, to no end."""
        self._busy = None
        drawn[key] = image
        while len(drawn) > _KEPT:
            drawn.popitem(last=False)
        self.update(self.place(key[0]))
        self._next.start()

    # Choosing words ----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose words where there are some; elsewhere let go of those chosen."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._press_frame(event.position())
            self.choose(None)
            self._choice.begin(self._spot(event.position().toPoint()))

    def _press_frame(self, spot: QPointF) -> None:
        for at, frame in enumerate(self.frames):
            page = QRectF(self.place(frame.page))
            if any(_within(page, box).contains(spot) for box in frame.boxes):
                self.frame_pressed.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the words between the press and here, on the page of the press."""
        super().mouseMoveEvent(event)
        self._choice.go_on(self._spot(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose one word."""
        spot = self._spot(event.position().toPoint())
        self._choice.begin(spot)
        self._choice.go_on(spot)

    def choose(self, words: Stretch | None) -> None:
        """Mark these words as chosen."""
        if words != self.chosen:
            self.chosen = words
            self.update()
            self.words_chosen.emit(words)

    def _spot(self, spot: QPoint) -> Spot | None:
        """Return the page at a spot of the column, and where on it as parts of its size."""
        page = self.page_at(spot.y())
        place = self.place(page)
        if not place.contains(spot):
            return None
        x = (spot.x() - place.left()) / place.width()
        return Spot(page, x, (spot.y() - place.top()) / place.height())

    def sizeHint(self) -> QSize:
        """Ask for the whole column."""
        return self.size()


def _within(page: QRectF, part: QRectF) -> QRectF:
    return QRectF(
        page.x() + part.x() * page.width(),
        page.y() + part.y() * page.height(),
        part.width() * page.width(),
        part.height() * page.height(),
    )
