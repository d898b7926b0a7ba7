"""A journal with one person and one case, and forms opened in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Light at 100 %, and again afterwards whatever the test has changed."""
    _usual_look(qapp)
    with Journal.create(tmp_path / "journal.secondop", KINDS) as journal:
        desk = Desk(journal, qtbot)
        yield desk
        desk.clear()
    _usual_look(qapp)


def _usual_look(qapp: QApplication) -> None:
    look = theme.current()
    if not qapp.styleSheet() or look.percent != 100 or look.scheme is not Scheme.LIGHT:
        theme.apply(qapp, Scheme.LIGHT, 100)
