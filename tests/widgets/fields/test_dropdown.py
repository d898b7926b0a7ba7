"""One answer from a list that drops down."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields.dropdown import DropdownField
from tests.widgets.walker import unnamed


def shown(qtbot: QtBot) -> DropdownField:
    made = DropdownField([(True, "Yes"), (False, "No")], "Not asked")
    made.set_label("Works apart")
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_answered_at_first_and_it_has_its_name(qtbot: QtBot) -> None:
    field = shown(qtbot)
    assert field.value() is None
    assert unnamed(field) == []


def test_the_keyboard_answers_and_putting_does_not_tell(qtbot: QtBot) -> None:
    field = shown(qtbot)
    told: list[object] = []
    field.edited.connect(lambda: told.append(field.value()))
    field.put(False)
    assert field.value() is False
    assert told == []
    QTest.keyClick(field.combo, Qt.Key.Key_Up)
    assert told == [True]
    field.put(None)
    assert field.combo.currentText() == "Not asked"


def test_a_stored_answer_that_is_unknown_is_kept(qtbot: QtBot) -> None:
    field = shown(qtbot)
    field.put("maybe")
    assert (field.value(), field.combo.currentText()) == ("maybe", "maybe")
