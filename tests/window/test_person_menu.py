"""The name over the list of screens: whole, where two lines have room for it."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme, Theme
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


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.HIGH_CONTRAST])
def test_the_name_begins_at_the_left_in_every_scheme(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    whose = _shown(qtbot, "Jo")
    ink = QColor(look.tokens.text).rgb()
    image = whose.grab().toImage()
    inside = range(image.height() // 4, 3 * image.height() // 4)
    inked = [x for x in range(4, image.width() - 4) for y in inside if image.pixel(x, y) == ink]
    assert inked
    assert max(inked) < image.width() / 2
