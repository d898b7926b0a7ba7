"""The window as it comes up, and a journal of a person whose name nobody else may read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.sample import write_sample
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window.main import Main
from secondop_desktop.window.shell import Shell
from tests.encrypted import quick_keys
from tests.window.conftest import AtOnce, bring_up

NAME = "Hyacinth Ravenscroft"


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal without a passphrase, called as the person is."""
    path = tmp_path / f"{NAME}.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Begin") as change:
        person = change.add("person", name=NAME)
        change.add("medicine", person=person, name="Bisoprolol")
    return path


@pytest.fixture
def main(qtbot: QtBot, look: Theme) -> Iterator[Main]:
    """The window, which begins anew within this process."""
    shell = Shell()
    shell.resize(1280, 800)
    qtbot.addWidget(shell)
    made = Main(shell, write_sample)
    made.lanes = AtOnce()
    made.leave = lambda: None
    bring_up(qtbot, shell)
    yield made
    if made.session is not None:
        made.session.close(copy=False)
