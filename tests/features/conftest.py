"""A journal with one person and one case, and forms opened in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.theme import Theme
from tests import usual_look
from tests.features.desk import Desk


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light at 100 %, and again afterwards whatever the test has changed."""
    yield from usual_look.kept(qapp)


@pytest.fixture
def desk(look: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A journal of one person, on a screen; nothing of it is left there afterwards."""
    with Journal.create(tmp_path / "journal.secondop", KINDS) as journal:
        desk = Desk(journal, qtbot)
        yield desk
        desk.clear()
