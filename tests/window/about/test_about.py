"""About says what runs, how it is updated and what it is made of."""

import json
import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from secondop_desktop import RELEASED, __version__
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.paths import resource
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window.about import told
from secondop_desktop.window.about.about_dialog import UPDATING, AboutDialog
from secondop_desktop.window.about.licences_dialog import LicencesDialog
from secondop_desktop.window.help.topics import topics
from secondop_desktop.window.pictures import settle
from tests.widgets.walker import cut_off, unnamed


@pytest.fixture
def opened() -> list[str]:
    """The topics of the help that were asked for."""
    return []


@pytest.fixture
def about(qtbot: QtBot, look: Theme, opened: list[str]) -> Iterator[AboutDialog]:
    """The dialog, shown without waiting for its end."""
    dialog = AboutDialog(None, opened.append)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    QGuiApplication.clipboard().clear()


def _press(dialog: AboutDialog, words: str) -> None:
    [button] = [one for one in dialog.findChildren(Button) if one.text() == words]
    button.click()


def test_it_tells_version_day_format_licence_and_that_it_asks_no_network(
    about: AboutDialog,
) -> None:
    said = " | ".join(label.text() for label in about.findChildren(QLabel))
    day = str(int(RELEASED[-2:]))
    assert re.search(rf"Version: {re.escape(__version__)}, {day} \w+ {RELEASED[:4]}", said)
    assert f"{NEWEST} (1 to {NEWEST} open)" in said
    assert "Apache-2.0" in said
    assert "never uses the internet" in said
    assert "by hand" in said
    assert unnamed(about) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_whole_at_every_size(
    qtbot: QtBot, look: Theme, qapp: QApplication, percent: int
) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT, percent)
    for dialog in (AboutDialog(None, print), LicencesDialog(None)):
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qapp)
        assert cut_off(dialog) == []


def test_it_leads_to_the_help_on_updating(about: AboutDialog, opened: list[str]) -> None:
    _press(about, "How to update")
    assert opened == [UPDATING]
    assert UPDATING in topics()


def test_its_details_can_be_sent_to_somebody_who_helps(about: AboutDialog) -> None:
    _press(about, "Copy these details")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"Secondop {__version__}"
    names = [name for name, _text in told.facts()]
    assert [line.partition(":")[0] for line in lines[1:]] == names
    assert "Python 3." in lines[-1]


def test_every_part_and_its_licence_can_be_read(qtbot: QtBot, look: Theme) -> None:
    dialog = LicencesDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    text = dialog.reading.toPlainText()
    embedded = json.loads(resource("embedded.json").read_text(encoding="utf-8"))
    holding = [name for name, part in embedded.items() if "holds" in part]
    assert [name for name in holding if not re.search(rf"(?m)^{name} \d", text)] == []
    for licence in ("Apache License", "GNU LESSER GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE"):
        assert licence in text
    listed = text.partition("\n\n")[0].splitlines()
    assert [line for line in listed if "–" not in line] == []
    assert unnamed(dialog) == []
