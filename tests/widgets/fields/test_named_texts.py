"""Numbers by hospital are written, changed and taken away with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import NamedTextsField
from tests.widgets.fields.conftest import Show, focused

NUMBERS = {"Kestrel Infirmary": "K 4471", "Hill Clinic": "HC-2"}


def _shown(show: Show) -> NamedTextsField:
    field = NamedTextsField(("Hospital", "Your number there"), "Add a number", ["Kestrel"])
    field.set_label("Hospital numbers")
    show(field)
    return field


def test_a_line_is_added_and_saved(show: Show, qtbot: QtBot) -> None:
    field = _shown(show)
    QTest.keyClick(field.focus_widget(), Qt.Key.Key_Space)
    assert (len(field.rows), field.value()) == (1, None)
    qtbot.waitUntil(field.rows[0].isVisible)
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(focused(), "Hill Clinic")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "HC-2")
    assert field.value() == {"Hill Clinic": "HC-2"}


def test_a_number_without_its_hospital_is_not_lost(show: Show) -> None:
    field = _shown(show)
    field.set_value({"": "7"})
    assert field.value() == {"": "7"}


def test_two_numbers_of_one_hospital_are_both_kept(show: Show) -> None:
    field = _shown(show)
    field.set_value(NUMBERS)
    field.rows[1].named.setText("Kestrel Infirmary")
    assert field.value() == {"Kestrel Infirmary": "K 4471, HC-2"}


def test_a_line_is_taken_away_and_the_focus_stays_near(show: Show, qtbot: QtBot) -> None:
    field = _shown(show)
    field.set_value(NUMBERS)
    assert field.rows[0].remove.accessibleName() == "Remove: Kestrel Infirmary"
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.rows[0].remove, Qt.Key.Key_Space)
    assert field.value() == {"Hill Clinic": "HC-2"}
    assert focused() is field.rows[0].named


def test_every_input_has_a_name(show: Show) -> None:
    field = _shown(show)
    field.set_value(NUMBERS)
    said = [widget.accessibleName() for widget, _own in field.parts()]
    assert said[:2] == ["Hospital, line 1", "Your number there: Kestrel Infirmary"]
    assert all(said)
