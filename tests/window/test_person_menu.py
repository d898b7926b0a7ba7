"""The name over the list of screens: whole, where two lines have room for it."""

import pytest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window.person_menu import Whose

SIDEBAR = 206
"""The width of the list of screens less its margins, in device-independent pixels."""
NAMES = ("Ivy Marsh", "Philomena Featherstone", "Ann & Theodora Longbottom")


def _shown(qtbot: QtBot, name: str) -> Whose:
    whose = Whose()
    qtbot.addWidget(whose)
    whose.set_people([("one", name)], "one")
    whose.resize(SIDEBAR, whose.sizeHint().height())
    whose.show()
    return whose


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_name_is_shown(look: Theme, qtbot: QtBot, name: str) -> None:
    whose = _shown(qtbot, name)
    assert whose.text().replace("\n", " ").replace("&&", "&") == name
    assert whose.text().count("\n") == (name != "Ivy Marsh")


def test_no_name_moves_the_list_below_it(look: Theme, qtbot: QtBot) -> None:
    longest = "Wilhelmina Bartholomea Constantia Featherstonehaugh of Ormskirk"
    short, long = _shown(qtbot, "Ivy Marsh"), _shown(qtbot, longest)
    assert long.sizeHint().height() == short.sizeHint().height()
    assert long.toolTip().endswith("Ormskirk")
    assert long.fontMetrics().size(0, long.text()).width() <= SIDEBAR
