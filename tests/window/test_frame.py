"""The frame around the pages: focus, keys, and nothing that flickers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session

SCREENS = pictures.keys()


class Shown(QObject):
    """Notes every window that comes up."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.windows: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a widget shown as a window of its own."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    """What comes up as a window from now on."""
    found = Shown(qapp)
    yield found
    qapp.removeEventFilter(found)


def test_no_part_of_a_page_flickers_up_as_a_window_of_its_own(
    session: Session, shown: Shown, qapp: QApplication
) -> None:
    for key in SCREENS:
        session.go(key)
        pictures.open_something(session, key)
        pictures.settle(qapp)
        assert shown.windows == [], key
