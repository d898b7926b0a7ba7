"""A page that is opened by a click in the list of screens shows an entry, and no other window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.window.session import Session
from secondop_desktop.window.sidebar import PLACES
from tests.window.conftest import Open

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
_WINDOWS = {Qt.WindowType.Window, Qt.WindowType.Widget}


class _OtherWindows(QObject):
    """Hears of windows that come up, by what they say of themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            own = watched.isWindow() and watched.windowType() in _WINDOWS
            self.seen += [repr(watched)] if own else []
        return False


@contextmanager
def other_windows() -> Iterator[list[str]]:
    """Tell which windows come up meanwhile."""
    heard, app = _OtherWindows(), QApplication.instance()
    assert app is not None
    app.installEventFilter(heard)
    yield heard.seen
    app.removeEventFilter(heard)


def click_on(session: Session, key: str) -> None:
    """Click a screen in the list as a hand does: the press takes the focus there."""
    entry = session.shell.centre.sidebar.entries[key]
    window = session.shell.windowHandle()
    QTest.mouseClick(window, LEFT, NONE, entry.mapTo(session.shell, entry.rect().center()))
    QApplication.processEvents()


def test_each_list_opens_with_an_entry_to_read(session: Session) -> None:
    empty = []
    for key in session.shell.centre.sidebar.entries:
        session.go("home")
        click_on(session, key)
        page = session.page
        if isinstance(page, ReadingPage) and page.list.items() and not page.here():
            empty.append(key)
    assert empty == []


@pytest.fixture
def begun(opened: Open, tmp_path: Path) -> Session:
    """A journal of a person and nothing else."""
    path = tmp_path / "Begun.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        change.add("person", name="Una Brackenridge")
    return opened(path)


def test_no_empty_page_comes_up_with_a_window_beside_it(begun: Session) -> None:
    with other_windows() as seen:
        for place in PLACES:
            begun.go(place.key)
    assert seen == []


def test_a_window_beside_it_would_be_seen(qtbot: QtBot) -> None:
    stray = QWidget()
    qtbot.addWidget(stray)
    with other_windows() as seen:
        stray.show()
    stray.hide()
    assert len(seen) == 1
