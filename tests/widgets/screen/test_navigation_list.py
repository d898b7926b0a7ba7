"""The list of screens is used with keyboard or mouse and shows where one is without colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.screen.navigation_list import Sidebar
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker

ENTRIES = {
    "home": ("Home", "home"),
    "medicines": ("Medicines and allergies", "medicine"),
    "bin": ("Bin", "bin"),
}


def _sidebar(qtbot: QtBot, height: int = 600) -> Sidebar:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.add_group("Health")
    for key, (text, icon) in ENTRIES.items():
        sidebar.add_entry(key, text, icon)
    sidebar.set_current("home")
    sidebar.resize(sidebar.width(), height)
    sidebar.show()
    sidebar.activateWindow()
    qtbot.waitUntil(sidebar.isActiveWindow)
    return sidebar


def test_an_entry_asks_for_its_screen(look: Theme, qtbot: QtBot) -> None:
    sidebar = _sidebar(qtbot)
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        QTest.mouseClick(sidebar.entries["bin"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["bin"]
    assert sidebar.current() == "home"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_arrows_move_and_enter_opens(look: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    sidebar = _sidebar(qtbot)
    sidebar.entries["home"].setFocus()
    QTest.keyClick(sidebar.entries["home"], Qt.Key.Key_Down)
    assert sidebar.entries["medicines"].hasFocus()
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        QTest.keyClick(sidebar.entries["medicines"], key)
    assert chosen.args == ["medicines"]


def test_home_and_end_go_to_the_ends(look: Theme, qtbot: QtBot) -> None:
    sidebar = _sidebar(qtbot)
    QTest.keyClick(sidebar.entries["home"], Qt.Key.Key_End)
    assert sidebar.entries["bin"].hasFocus()
    QTest.keyClick(sidebar.entries["bin"], Qt.Key.Key_Down)
    assert sidebar.entries["bin"].hasFocus()
    QTest.keyClick(sidebar.entries["bin"], Qt.Key.Key_Home)
    assert sidebar.entries["home"].hasFocus()


def test_tab_stops_once_in_the_list(look: Theme, qtbot: QtBot) -> None:
    sidebar = _sidebar(qtbot)
    sidebar.set_current("medicines")
    stops = [
        key
        for key, entry in sidebar.entries.items()
        if entry.focusPolicy() & Qt.FocusPolicy.TabFocus.value
    ]
    assert stops == ["medicines"]


def test_there_is_always_a_way_in_by_tab(look: Theme, qtbot: QtBot) -> None:
    sidebar = _sidebar(qtbot)
    sidebar.set_current("a screen outside the list")
    assert sidebar.current() == ""
    assert sidebar.entries["home"].focusPolicy() & Qt.FocusPolicy.TabFocus.value


def test_where_one_is_shows_without_colour(look: Theme, qtbot: QtBot) -> None:
    sidebar = _sidebar(qtbot)
    entry = sidebar.entries["bin"]
    before = entry.grab().toImage()
    sidebar.set_current("bin")
    after = entry.grab().toImage()
    assert after.pixelColor(1, entry.height() // 2).name().upper() == look.tokens.primary
    assert before != after
    assert entry.accessibleDescription() == "You are here"
    assert walker.unnamed(sidebar) == walker.small(sidebar) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_entries_are_whole_and_the_list_leaves_room(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    sidebar = _sidebar(qtbot)
    assert walker.cut_off(sidebar) == []
    assert sidebar.width() <= 1366 // 3.5


def test_a_small_window_scrolls_to_the_entry(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    sidebar = _sidebar(qtbot, height=160)
    QTest.keyClick(sidebar.entries["home"], Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not sidebar.entries["bin"].visibleRegion().isEmpty())
