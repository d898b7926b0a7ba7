"""The views of a page: one pressed, each reached by Tab, told once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.view_switch import ViewSwitch
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.widgets.theme.contrast import ratio
from tests.widgets.walker import unnamed

VIEWS = [("list", "All", "list"), ("side", "Side by side", "compare"), ("last", "Last", "check")]


@pytest.fixture
def switch(qtbot: QtBot) -> ViewSwitch:
    made = ViewSwitch(VIEWS)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_first_view_is_pressed_first(switch: ViewSwitch) -> None:
    assert switch.view() == "list"
    assert unnamed(switch) == []


def test_each_is_reached_by_tab_and_by_arrows(switch: ViewSwitch) -> None:
    switch.buttons["list"].setFocus()
    QTest.keyClick(switch.buttons["list"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is switch.buttons["side"]
    QTest.keyClick(switch.buttons["side"], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is switch.buttons["last"]
    assert switch.view() == "list"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_press(switch: ViewSwitch, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(switch.chosen) as sent:
        QTest.keyClick(switch.buttons["side"], key)
    assert sent.args == ["side"]
    assert switch.view() == "side"


def test_a_second_press_leaves_it_pressed(switch: ViewSwitch) -> None:
    switch.buttons["list"].click()
    assert switch.view() == "list"


def test_a_press_is_told_once_and_showing_is_not(switch: ViewSwitch) -> None:
    told: list[str] = []
    switch.chosen.connect(told.append)
    switch.show_view("last")
    assert told == []
    switch.buttons["side"].click()
    assert told == ["side"]
    assert [button.isChecked() for button in switch.buttons.values()] == [False, True, False]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_the_pressed_one_is_told_by_a_mark_and_not_by_its_tint(
    switch: ViewSwitch, qapp: QApplication, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    switch.buttons["side"].setFocus()  # which has a colour of its own
    images = [switch.buttons[key].grab().toImage() for key in ("list", "last")]
    theme.apply(qapp, Scheme.LIGHT, 100)
    edges = [image.pixelColor(image.width() // 2, image.height() - 3) for image in images]
    assert ratio(edges[0].name(), edges[1].name()) >= 3
