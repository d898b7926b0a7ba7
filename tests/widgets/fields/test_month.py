"""The calendar is used by keyboard, and every day says its whole date."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields.month import Month
from tests.widgets import walker
from tests.widgets.fields.conftest import Show, focused


def _press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def test_keys_go_by_day_week_and_month(show: Show, qtbot: QtBot) -> None:
    month = Month(date(2026, 1, 31))
    show(month)
    month.take_focus()
    _press(Qt.Key.Key_PageDown)
    assert month.day == date(2026, 2, 28)
    assert month.title.text() == "February 2026"
    _press(Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert month.day == date(2026, 3, 6)
    QTest.keyClick(focused(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert month.day == date(2025, 3, 6)
    with qtbot.waitSignal(month.picked) as picked:
        _press(Qt.Key.Key_Return)
    assert picked.args == [date(2025, 3, 6)]


def test_days_are_named_and_large_enough(show: Show) -> None:
    month = Month(date(2026, 7, 14))
    show(month)
    assert walker.unnamed(month) == []
    assert walker.small(month) == []
    names = [button.accessibleName() for button in month.days if button.isVisible()]
    assert len(names) == 31
    assert names[13] == "Tuesday 14 July 2026"


def test_the_ends_of_the_calendar_are_ends(show: Show) -> None:
    month = Month(date(9999, 12, 31))
    show(month)
    month.take_focus()
    _press(Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    assert month.day == date(9999, 12, 31)
