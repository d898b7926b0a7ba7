"""The look that every test of a widget begins with and leaves behind: light, at 100 %."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Theme


def kept(app: QApplication) -> Iterator[Theme]:
    """Give the application this look now, and afterwards whatever was changed in between."""
    yield _usual(app)
    if not _in_use(theme.current(app), app):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # not to be dressed again
    _usual(app)


def _usual(app: QApplication) -> Theme:
    """Apply it only over another one: it dresses every widget there is, which takes a while."""
    look = theme.current(app)
    return look if _in_use(look, app) else theme.apply(app, Scheme.LIGHT, 100)


def _in_use(look: Theme, app: QApplication) -> bool:
    chosen = look.chosen is look.scheme is Scheme.LIGHT and look.percent == 100
    return chosen and bool(app.styleSheet()) and app.font() == look.font()
