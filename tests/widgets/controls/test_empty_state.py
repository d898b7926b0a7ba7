"""An empty screen says what it is for and offers the one next thing."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker


def _empty(qtbot: QtBot, action: str) -> Empty:
    empty = Empty("record", "No records yet", "Keep letters and scans here.", action)
    qtbot.addWidget(empty)
    empty.show()
    return empty


def test_the_button_is_sent_on(look: Theme, qtbot: QtBot) -> None:
    empty = _empty(qtbot, "Add a record")
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()
    assert walker.unnamed(empty) == []


def test_without_an_action_there_is_no_button(look: Theme, qtbot: QtBot) -> None:
    assert walker.focusable(_empty(qtbot, "")) == []


def test_it_is_whole_at_large_text(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Scheme.DARK, 200)
    empty = _empty(qtbot, "Add a record")
    empty.resize(420, empty.heightForWidth(420))
    assert walker.cut_off(empty) == []
