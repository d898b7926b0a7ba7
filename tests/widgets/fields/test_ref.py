"""Entries are chosen by title, one or several, and a new one can be made on the way."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import RefField, RefsField
from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.picker.picker import Choice, Picker
from tests.widgets.fields.conftest import Show, focused

PATEL = Choice("p1", "Dr Amara Patel", "Oncologist")
BOWEN = Choice("p2", "Mr John Bowen", "Surgeon")
CLARKE = Choice("p3", "Dr Clarke")
PEOPLE = [PATEL, BOWEN, CLARKE]


def _picker(field: FieldEdit) -> Picker:
    (picker,) = (found for found in field.findChildren(Picker) if found.isVisible())
    return picker


def test_an_entry_is_chosen_changed_and_cleared_by_keyboard(show: Show, qtbot: QtBot) -> None:
    field = RefField(lambda: PEOPLE)
    field.set_label("Doctor")
    show(field)
    field.focus_widget().setFocus()
    QTest.keyClick(field.choose, Qt.Key.Key_Space)
    picker = _picker(field)
    assert picker.windowTitle() == "Choose: Doctor"
    QTest.keyClicks(picker.search, "bow")
    with qtbot.waitSignals([field.edited, picker.destroyed]):
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert field.value() == "p2"
    assert field.shown.name.text() == "Mr John Bowen"
    assert field.change.accessibleName() == "Change… Mr John Bowen"
    field.window().activateWindow()
    qtbot.waitUntil(field.change.hasFocus)
    field.clear.setFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.clear, Qt.Key.Key_Space)
    assert field.value() is None
    assert field.choose.hasFocus()


def test_leaving_the_picker_changes_nothing(show: Show, qtbot: QtBot) -> None:
    field = RefField(lambda: PEOPLE)
    show(field)
    field.set_value("p1")
    field.pick()
    picker = _picker(field)
    with qtbot.assertNotEmitted(field.edited), qtbot.waitSignal(picker.destroyed):
        QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert field.value() == "p1"


def test_the_picker_is_inside_the_field(show: Show, qtbot: QtBot) -> None:
    field = RefField(lambda: PEOPLE)
    show(field)
    field.choose.setFocus()
    with qtbot.assertNotEmitted(field.left):
        field.pick()
        picker = _picker(field)
        qtbot.waitUntil(picker.search.hasFocus)
    with qtbot.waitSignal(picker.destroyed):
        picker.reject()


def test_a_new_entry_is_made_from_what_is_typed(show: Show, qtbot: QtBot) -> None:
    people = list(PEOPLE)

    def add(title: str) -> str:
        people.append(Choice("p9", title))
        return "p9"

    field = RefField(lambda: people, add)
    show(field)
    field.pick()
    picker = _picker(field)
    QTest.keyClicks(picker.search, "Dr Owen")
    with qtbot.waitSignals([field.edited, picker.destroyed]):
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert field.value() == "p9"
    assert field.shown.name.text() == "Dr Owen"


def test_a_changed_title_is_read_again_and_a_lost_one_says_so(show: Show) -> None:
    people = list(PEOPLE)
    field = RefField(lambda: people)
    show(field)
    field.set_value("p1")
    people[0] = Choice("p1", "Prof Amara Patel")
    field.refresh()
    assert field.shown.name.text() == "Prof Amara Patel"
    del people[0]
    field.refresh()
    assert field.value() == "p1"
    assert "in the bin" in field.shown.name.text()


def test_several_are_added_in_order_and_never_twice(show: Show, qtbot: QtBot) -> None:
    field = RefsField(lambda: PEOPLE)
    field.set_label("Doctors")
    show(field)
    field.set_value(("p2",))
    field.add.setFocus()
    QTest.keyClick(field.add, Qt.Key.Key_Space)
    picker = _picker(field)
    assert [choice.id for choice in picker.rows.hits] == ["p1", "p3"]
    with qtbot.waitSignals([field.edited, picker.destroyed]):
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert field.value() == ("p2", "p1")
    field.window().activateWindow()
    qtbot.waitUntil(field.add.hasFocus)


def test_several_are_moved_and_removed_by_keyboard(show: Show, qtbot: QtBot) -> None:
    field = RefsField(lambda: PEOPLE)
    show(field)
    field.set_value(("p1", "p2", "p3"))
    last = field.rows[2][1]
    last.up.setFocus()
    for _time in range(2):
        with qtbot.waitSignal(field.edited):
            QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert field.value() == ("p3", "p1", "p2")
    assert field.rows[0][1].down.hasFocus()
    assert field.rows[0][1].remove.accessibleName() == "Remove: Dr Clarke"
    field.rows[0][1].remove.setFocus()
    for left in (("p1", "p2"), ("p2",), None):
        with qtbot.waitSignal(field.edited):
            QTest.keyClick(focused(), Qt.Key.Key_Space)
        assert field.value() == left
    assert field.add.hasFocus()
