"""The look of the frame before there is anything in it: colours and letters, and nothing else.

The rest of the look (``apply``) takes as long to import as Qt's widgets, and what it styles comes
only after the first paint.
"""

from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets.theme import fonts
from secondop_desktop.widgets.theme.palette import palette
from secondop_desktop.widgets.theme.tokens import DARK, LIGHT

_CHOSEN = {"light": LIGHT, "dark": DARK}


def begin(app: QApplication, scheme: str, percent: int) -> None:
    """Give the frame its colours and its letters; the desktop's own colours until ``apply``."""
    fonts.load()
    app.setFont(fonts.font(percent=percent))
    if scheme in _CHOSEN:
        app.setPalette(palette(_CHOSEN[scheme]))
