"""The frame around the pages: focus, keys, and nothing that flickers."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.window.test_dropping import drag, files, leave

SCREENS = [*filter("find".__ne__, pictures.keys())]


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


@pytest.mark.parametrize("seed", [3, pytest.param(8, marks=pytest.mark.long)])
def test_each_page_takes_the_keyboard_and_files_and_nothing_flickers_up(
    session: Session, shown: Shown, qapp: QApplication, tmp_path: Path, seed: int
) -> None:
    (tmp_path / "scan.txt").write_text("Dear Mrs Wensleydown")
    for key in Random(seed).sample(SCREENS, len(SCREENS)):
        session.act(key)
        pictures.settle(qapp)
        _the_keyboard_begins_there(session)
        _it_is_shown_where_a_file_goes(session, tmp_path / "scan.txt")
        pictures.open_something(session, key)
        pictures.settle(qapp)
        assert shown.windows == [], key
    session.go("find")
    pictures.open_something(session, "find")
    pictures.settle(qapp)
    assert shown.windows == []


def _the_keyboard_begins_there(session: Session) -> None:
    has, page = QApplication.focusWidget(), session.page
    assert has is not None, session.key
    assert page is not None
    assert page.isAncestorOf(has) or page.bar.isAncestorOf(has), session.key
    assert has.isVisible(), session.key


def _it_is_shown_where_a_file_goes(session: Session, file: Path) -> None:
    """Drag a file over the page; only where things are brought in does the page take it itself."""
    frame = session.shell.drops.frame
    taken = drag(session, files(file))
    assert taken or session.key == "import", session.key
    assert frame.isVisible() == (session.key != "import"), session.key
    leave(session)
    assert not frame.isVisible()
