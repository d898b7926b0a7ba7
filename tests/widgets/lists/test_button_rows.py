"""Rows are real buttons that say everything they show and grow with their text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.button_rows import RowButton, Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.widgets.theme.tone import Tone
from tests.widgets import walker

WAITING = Status("In progress", Tone.INFO, "clock")
LONG = Row(
    "Talk to the doctor who gave the first opinion, or your GP",
    "3 of 5 records received, the last on 3 July 2026",
    status=WAITING,
    icon="task",
)


def _rows(qtbot: QtBot, width: int = 700) -> Rows:
    rows = Rows("The seven steps")
    qtbot.addWidget(rows)
    rows.add("first", Row("Choose who to see", trailing="Completed"))
    rows.add("second", LONG)
    rows.add("third", Row("Tell your doctors"))
    rows.resize(width, rows.heightForWidth(width))
    rows.show()
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    return rows


def test_a_row_says_its_words_and_its_status(look: Theme, qtbot: QtBot) -> None:
    rows = _rows(qtbot)
    assert rows.buttons[0].accessibleName() == "Choose who to see. Completed"
    assert rows.buttons[1].accessibleName().endswith("3 July 2026. In progress")
    assert walker.unnamed(rows) == walker.small(rows) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_row_is_pressed_from_the_keyboard(look: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    rows = _rows(qtbot)
    with qtbot.waitSignal(rows.chosen) as chosen:
        QTest.keyClick(rows.buttons[1], key)
    assert chosen.args == ["second"]


def test_a_row_is_pressed_with_the_mouse(look: Theme, qtbot: QtBot) -> None:
    pressed: list[str] = []
    rows = _rows(qtbot)
    button = rows.add("fourth", Row("Add a record"), lambda: pressed.append("yes"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["yes"]


def test_arrow_keys_go_from_row_to_row(look: Theme, qtbot: QtBot) -> None:
    rows = _rows(qtbot)
    rows.buttons[0].setFocus()
    QTest.keyClick(rows.buttons[0], Qt.Key.Key_Up)
    assert rows.buttons[0].hasFocus()
    QTest.keyClick(rows.buttons[0], Qt.Key.Key_Down)
    assert rows.buttons[1].hasFocus()
    QTest.keyClick(rows.buttons[2], Qt.Key.Key_Down)
    assert rows.buttons[1].hasFocus()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_row_is_tall_enough_for_its_text(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    rows = _rows(qtbot, 420)
    assert walker.cut_off(rows) == []
    line = look.line_height()
    assert rows.buttons[1].height() > rows.buttons[2].height() + line


def test_rows_are_taken_away(look: Theme, qtbot: QtBot) -> None:
    rows = _rows(qtbot)
    rows.clear()
    assert rows.buttons == []
    rows.add("new", Row("New"))
    qtbot.waitUntil(rows.buttons[0].isVisible)
    assert walker.focusable(rows) == rows.buttons


def test_a_title_with_an_ampersand_is_said_as_written(look: Theme, qtbot: QtBot) -> None:
    button = RowButton(Row("Smith & Sons"))
    qtbot.addWidget(button)
    assert button.accessibleName() == "Smith & Sons"
    assert button.shortcut().isEmpty()


def test_rows_are_drawn_in_every_state(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    rows = _rows(qtbot)
    before = rows.grab().toImage()
    rows.buttons[1].setFocus()
    assert rows.grab().toImage() != before
