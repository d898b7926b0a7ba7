"""A preview that takes the room there is: its pages scroll by themselves, so it asks for little."""

from typing import Final

from PySide6.QtCore import QSize

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import Runner
from secondop_desktop.widgets.preview.view import Preview

_LEAST_LINES: Final = 12


class RoomyPreview(Preview):
    """Asks for ``lines`` lines of body text at least, and gives way where its buttons wrap."""

    def __init__(self, run: Runner | None = None) -> None:
        super().__init__(run)
        self.lines = _LEAST_LINES

    def minimumSizeHint(self) -> QSize:
        """Return room for part of a page."""
        least = super().minimumSizeHint()
        return QSize(least.width(), theme.current().line_height() * self.lines)

    def sizeHint(self) -> QSize:
        """Return the same."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Ask for no more where its buttons wrap: the pages give way."""
        return False
