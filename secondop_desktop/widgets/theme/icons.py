"""Our own icons: drawn as SVG, tinted with a token, sharp at every size and scale."""

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton

from secondop_desktop.paths import resource
from secondop_desktop.widgets import theme

_LEAST_GAP: Final = 4
"""Between the icon of a button and its words, besides what Qt leaves; in pixels."""
_MODES: Final = (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Disabled)


Wearer = QAbstractButton | QAction
"""What can carry an icon."""


def paint(painter: QPainter, area: QRectF, name: str, token: str = "text") -> None:
    """Draw an icon into a square area in the colour of a token."""
    _drawing(name, theme.current().colour(token).name()).render(painter, area)


def pixmap(name: str, token: str = "text", side: int = 24, scale: float = 1.0) -> QPixmap:
    """Return an icon ``side`` device-independent pixels square for a screen's scale."""
    return _pixmap(name, theme.current().colour(token).name(), side, scale)


def icon(name: str, token: str = "text", side: int = 24) -> QIcon:
    """Return an icon in the colour of a token now; see ``wear`` for one that follows it."""
    return _icon(name, (theme.current().colour(token).name(),), side)


def menu_icon(name: str) -> QIcon:
    """Return an icon for a menu that is filled anew each time it opens."""
    return _worn(name, ("text", "on_focus", "muted"), side(), 0)


def side() -> int:
    """Return the side of an icon beside body text, which grows with the text size."""
    return max(20, theme.current().line_height())


def wear(wearer: Wearer, name: str, token: str = "text") -> None:
    """Give a button or an action an icon that follows the colours and the text size."""
    earlier = wearer.findChild(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(earlier, _Tint):
        earlier.turn(name, token)
    else:
        _Tint(wearer, name, token)


class _Tint(QObject):
    """Repaints one icon when the look changes; it lives and dies with its wearer."""

    def __init__(self, wearer: Wearer, name: str, token: str) -> None:
        super().__init__(wearer)
        self._wearer = wearer
        self.turn(name, token)
        theme.current().changed.connect(self._show)

    def turn(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self._show()

    def _show(self) -> None:
        wearer, size = self._wearer, side()
        gap = max(_LEAST_GAP, size // 6)
        if not isinstance(wearer, QPushButton) or not wearer.text():
            gap = 0
        if isinstance(wearer, QAbstractButton):
            wearer.setIconSize(QSize(size + gap, size))
        # Without a style sheet a button keeps its ground under the focus; a menu never does.
        kept = isinstance(wearer, QAbstractButton) and theme.current().high_contrast
        marked = self._token if kept else "on_focus"
        wearer.setIcon(_worn(self._name, (self._token, marked, "muted"), size, gap))


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text("utf-8")
    drawing = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return drawing


@lru_cache(maxsize=2000)
def _pixmap(name: str, colour: str, size: int, scale: float, gap: int = 0) -> QPixmap:
    drawing, dots = _drawing(name, colour), round(size * scale)
    result = QPixmap(dots + round(gap * scale), dots)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    drawing.render(painter, QRectF(0, 0, dots, dots))
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def _worn(name: str, tokens: tuple[str, ...], size: int, gap: int) -> QIcon:
    """Return an icon in the colours of its states: as it is, with the focus, not to be used."""
    colours = tuple(theme.current().colour(token).name() for token in tokens)
    return _icon(name, colours, size, gap)


@lru_cache(maxsize=2000)
def _icon(name: str, colours: tuple[str, ...], size: int, gap: int = 0) -> QIcon:
    """Return an icon for every screen there is; a gap keeps a button's words off its icon."""
    result = QIcon()
    for mode, colour in zip(_MODES, colours, strict=False):
        for scale in _scales():
            result.addPixmap(_pixmap(name, colour, size, scale, gap), mode)
    return result


def _scales() -> list[float]:
    """Return the scales to draw: those of the screens, and double for one plugged in later."""
    return sorted({2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})
