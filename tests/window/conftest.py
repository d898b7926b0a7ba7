"""A window over the example journal, as a person would open it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.paths import settings_file
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets.background.jobs import Lanes, at_once
from secondop_desktop.widgets.forms.autosave import Autosave
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window.main import Main
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from tests import usual_look

Open = Callable[[Path], Session]


def bring_up(qtbot: QtBot, shell: Shell) -> None:
    """Show a window and wait until keys go to it, however busy the computer is."""

    def active() -> bool:
        if not shell.isActiveWindow():
            shell.activateWindow()
        return shell.isActiveWindow()

    shell.show()
    qtbot.waitUntil(active)


def let_go(main: Main) -> None:
    """Close the journal without a question, whatever could not be saved in it."""
    if main.session is not None:
        for saving in main.shell.findChildren(Autosave):
            saving.forget()
        main.session.close(copy=False)
        main.session = None


class AtOnce(Lanes):
    """Work that is done by the time it has begun."""

    def __call__(self, work: Callable[[], None], *, journal: bool) -> None:
        """Do it here and now."""
        at_once(work, journal=journal)


@pytest.fixture(autouse=True)
def as_on_a_new_device() -> Iterator[None]:
    """No settings from another test, and none left behind."""
    settings_file().unlink(missing_ok=True)
    yield
    settings_file().unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def no_dialog_left_open(qapp: QApplication) -> Iterator[None]:
    """Fail on a dialog that is left open: the next window could not become active."""
    yield
    left = []
    while (dialog := qapp.activeModalWidget()) is not None and dialog.windowTitle() not in left:
        left.append(dialog.windowTitle())
        dialog.close()
    assert not left, f"left open: {left}"


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light at 100 %, and again afterwards whatever the test has changed."""
    yield from usual_look.kept(qapp)


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader that listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example journal, written once."""
    path = tmp_path_factory.mktemp("sample") / "Example.secondop"
    write_sample(path)
    return path


@pytest.fixture
def sample(written: Path, tmp_path: Path) -> Path:
    """A copy of the example journal that a test may change."""
    return Path(shutil.copy(written, tmp_path / "Example.secondop"))


@pytest.fixture
def two_people(sample: Path) -> Path:
    """The example with a second person who has a medicine of her own."""
    with Journal.open(sample, KINDS) as journal, journal.change("Add") as change:
        person = change.add("person", name="Winifred Saltmarsh")
        change.add("medicine", person=person, name="Saltmarsh drops")
    return sample


@pytest.fixture
def opened(qtbot: QtBot, look: Theme) -> Iterator[Open]:
    """Open journals in windows of their own; all are closed afterwards."""
    sessions: list[Session] = []

    def open_it(path: Path) -> Session:
        shell = Shell()
        qtbot.addWidget(shell)
        session = Session(shell, Journal.open(path, KINDS), at_once)
        shell.resize(1280, 800)
        bring_up(qtbot, shell)
        sessions.append(session)
        return session

    yield open_it
    for session in sessions:
        for saving in session.shell.findChildren(Autosave):
            saving.forget()
        session.stop_work()
        session.close(copy=False)
        session.shell.hide()


@pytest.fixture
def session(opened: Open, sample: Path) -> Session:
    """The example journal in a window."""
    return opened(sample)
