"""Buttons say what they do and show their rank in every scheme."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, IconButton, Rank
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_the_primary_button_is_filled(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    button = Button("Add", rank=Rank.PRIMARY)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    seen = button.grab().toImage().pixelColor(10, button.height() // 2)
    assert seen == QColor(look.tokens.primary)


def test_a_button_with_only_an_icon_has_a_name(look: Theme, qtbot: QtBot) -> None:
    button = IconButton("Close this message", "close")
    qtbot.addWidget(button)
    button.show()
    assert walker.unnamed(button) == walker.small(button) == []
    assert button.toolTip() == "Close this message"


def test_a_button_grows_with_the_text(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    button = Button("Put in the bin", "bin", Rank.DANGER)
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    theme.apply(qapp, Scheme.LIGHT, 200)
    assert button.sizeHint().width() > 1.5 * before.width()
    assert button.sizeHint().height() > 1.4 * before.height()


@pytest.mark.parametrize(("percent", "least"), [(100, 4), (200, 7)])
def test_words_keep_off_the_icon_also_where_they_come_later(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int, least: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    later, at_once = Button("", "list"), Button("All screens", "list")
    for button in (later, at_once):
        qtbot.addWidget(button)
    later.setText("All screens")
    assert later.sizeHint() == at_once.sizeHint()
    assert at_once.iconSize().width() - at_once.iconSize().height() >= least
    later.setText("")
    assert later.iconSize().width() == later.iconSize().height()
