"""What holds for every test: no screen, no folder of the user's, no warning unheard."""

import gc
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.journal import creating
from secondop_desktop.journal.storage import engine
from secondop_desktop.sandbox import process
from secondop_desktop.widgets import access
from secondop_desktop.widgets.background import preview_lane
from secondop_desktop.widgets.background.garbage_timer import Collector, collect_due
from tests import empty_journals, layouts_in_place
from tests.patience import PatientBot

_HOME = Path(tempfile.mkdtemp(prefix="secondop-tests-"))
_FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_DOCUMENTS_DIR": "documents",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
}


def _move_in() -> None:
    """Point every folder that platformdirs and Qt look up into one that goes away again."""
    for variable, name in _FOLDERS.items():
        folder = _HOME / name
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"


def _keep_what_is_compiled() -> None:
    """Keep the bytecode whatever the environment says: hundreds of processes read the program."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


_move_in()
_keep_what_is_compiled()
AS_SHIPPED: Final = engine.PRAGMAS
HASTY: Final = tuple(
    pragma.replace("synchronous=EXTRA", "synchronous=OFF") for pragma in engine.PRAGMAS
)
"""Not to wait for the disk at each save takes half the time of most tests."""
to_the_disk: Final = os.fsync


def hasty(handle: int) -> None:
    """Wait for no disk, but raise for what is no open file, as ``os.fsync`` does."""
    os.fstat(handle)


pytest.MonkeyPatch().setattr(engine, "PRAGMAS", HASTY)
pytest.MonkeyPatch().setattr(os, "fsync", hasty)
pytest.MonkeyPatch().setattr(creating, "fill", empty_journals.copied)
layouts_in_place.watch(pytest.MonkeyPatch())
WIDE: Final = settings(deadline=None, derandomize="CI" in os.environ, database=None)
settings.register_profile("wide", WIDE)
settings.register_profile("short", WIDE, max_examples=40)


def pytest_configure(config: pytest.Config) -> None:
    """Try fewer examples of each rule where the long harnesses stay out, too."""
    short = "not long" in config.getoption("markexpr")
    settings.load_profile("short" if short else "wide")


def pytest_collection_finish() -> None:
    """Take the tests and all they import, which stay to the end, out of each look for garbage."""
    gc.freeze()


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Take away garbage as the program does: where it does no harm."""
    Collector(qapp)
    access.install()
    return qapp


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Wait as long as a busy computer takes."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_left_lying() -> Iterator[None]:
    """Take away what the test made before the next one begins."""
    yield
    preview_lane.leave()
    collect_due()


@pytest.fixture(autouse=True)
def no_garbage_at_odd_moments() -> Iterator[None]:
    """Fail where Python looks for garbage by itself again: a later test would end the process."""
    yield
    assert QApplication.instance() is None or not gc.isenabled()


@pytest.fixture(autouse=True)
def no_button_left_down() -> Iterator[None]:
    """Fail where a mouse button was not let go: in later tests nothing would move any more."""
    yield
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture
def a_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a printer, which a computer that runs tests rarely has."""
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Example printer"])


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the disk as the program does, where that is what is tested."""
    monkeypatch.setattr(engine, "PRAGMAS", AS_SHIPPED)
    monkeypatch.setattr(os, "fsync", to_the_disk)


@pytest.fixture
def decode_with(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a way to have files decoded by another Python program until the test ends."""

    def start(program: str) -> None:
        process.end_all()
        monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", program])

    yield start
    process.end_all()


@pytest.fixture
def without_heic(decode_with: Callable[[str], None]) -> None:
    """Decode where no reader of photos of telephones is installed."""
    decode_with(
        "import sys; sys.modules['pi_heif'] = None;"
        "from secondop_desktop.sandbox.worker import main; main()"
    )


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning nobody asked for; a test that wants one asserts, then clears ``caplog``."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not unexpected, f"logged without being expected: {unexpected}"
