"""A picker is used by typing; thousands of rows stay quick."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.picker.matching import found
from secondop_desktop.widgets.picker.picker import Add, Choice, Picker
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker
from tests.widgets.fields.conftest import focused

PEOPLE = [
    Choice("p1", "Dr Amara Patel", "Oncologist, St Mary’s Hospital"),
    Choice("p2", "Mr John Bowen", "Surgeon"),
    Choice("p3", "Dr Siân Ôwen", "Nurse specialist"),
]


def _open(qtbot: QtBot, add: Add | None = None, chosen: str | None = None) -> Picker:
    picker = Picker("Choose: Doctor", PEOPLE, chosen=chosen, add=add)
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(picker)
    picker.open()
    picker.activateWindow()
    qtbot.waitUntil(picker.search.hasFocus)
    return picker


def _keys(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("", ["p1", "p2", "p3"]),
        ("owen", ["p2", "p3"]),
        ("SIAN", ["p3"]),
        ("hospital patel", ["p1"]),
        ("dr", ["p1", "p3"]),
        ("nobody", []),
    ],
)
def test_every_word_typed_must_be_there(typed: str, ids: list[str]) -> None:
    assert sorted(choice.id for choice in found(PEOPLE, typed)) == ids


def test_what_begins_with_the_words_comes_first() -> None:
    rows = [Choice("a", "Park Surgery"), Choice("b", "Surgery by the Park")]
    assert [choice.id for choice in found(rows, "surg")] == ["b", "a"]


def test_enter_takes_the_first_and_escape_takes_none(look: Theme, qtbot: QtBot) -> None:
    picker = _open(qtbot)
    QTest.keyClicks(picker.search, "sian")
    assert picker.count.text() == "1 found"
    with qtbot.waitSignal(picker.picked) as picked:
        _keys(Qt.Key.Key_Return)
    assert picked.args == ["p3"]
    again = _open(qtbot)
    with qtbot.assertNotEmitted(again.picked):
        _keys(Qt.Key.Key_Escape)
    assert not again.isVisible()


def test_arrows_go_into_the_list_and_back_to_typing(look: Theme, qtbot: QtBot) -> None:
    picker = _open(qtbot)
    _keys(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert picker.view.hasFocus()
    assert picker.view.currentIndex().row() == 1
    _keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert picker.search.hasFocus()
    _keys(Qt.Key.Key_Down)
    QTest.keyClicks(focused(), "b")
    assert picker.search.hasFocus()
    assert picker.search.text() == "b"
    _keys(Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        _keys(Qt.Key.Key_Return)
    assert picked.args == ["p2"]


def test_a_click_takes_a_row(look: Theme, qtbot: QtBot) -> None:
    picker = _open(qtbot)
    spot = picker.view.visualRect(picker.rows.index(1)).center()
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.mouseClick(
            picker.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            spot,
        )
    assert picked.args == ["p2"]


def test_what_is_chosen_already_comes_first(look: Theme, qtbot: QtBot) -> None:
    picker = _open(qtbot, chosen="p2")
    assert [choice.id for choice in picker.rows.hits] == ["p2", "p1", "p3"]
    with qtbot.waitSignal(picker.picked) as picked:
        _keys(Qt.Key.Key_Return)
    assert picked.args == ["p2"]


def test_adding_is_offered_only_for_a_new_name(look: Theme, qtbot: QtBot) -> None:
    made: list[str] = []

    def add(title: str) -> str | None:
        made.append(title)
        return "new" if len(made) > 1 else None

    picker = _open(qtbot, add)
    assert not picker.new.isVisible()
    QTest.keyClicks(picker.search, "Dr Clarke & Sons")
    assert picker.new.isVisible()
    assert picker.new.text() == "Add “Dr Clarke && Sons”"
    assert not picker.choose.isEnabled()
    with qtbot.assertNotEmitted(picker.picked):
        _keys(Qt.Key.Key_Return)
    assert picker.isVisible()
    with qtbot.waitSignal(picker.picked) as picked:
        picker.new.click()
    assert picked.args == ["new"]
    assert made == ["Dr Clarke & Sons"] * 2
    same = _open(qtbot, add)
    QTest.keyClicks(same.search, "mr john bowen")
    assert not same.new.isVisible()


def test_without_adding_nothing_found_means_nothing_happens(look: Theme, qtbot: QtBot) -> None:
    picker = _open(qtbot)
    QTest.keyClicks(picker.search, "nobody")
    with qtbot.assertNotEmitted(picker.picked):
        _keys(Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert picker.count.text() == "0 found"
    assert picker.search.hasFocus()


def test_rows_are_read_with_their_detail(look: Theme, qtbot: QtBot) -> None:
    picker = _open(qtbot)
    assert walker.unnamed(picker) == []
    row = QAccessible.queryAccessibleInterface(picker.view).child(1)
    assert row.text(QAccessible.Text.Name) == "Mr John Bowen, Surgeon"


def test_it_stays_inside_the_screen_at_twice_the_text_size(
    look: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    picker = _open(qtbot)
    room = picker.screen().availableGeometry()
    assert picker.height() <= room.height()
    assert picker.width() <= room.width()
    assert walker.cut_off(picker) == []


def test_five_thousand_rows_are_quick(look: Theme, qtbot: QtBot) -> None:
    many = [Choice(str(n), f"Letter number {n}", f"from clinic {n % 40}") for n in range(5000)]
    picker = Picker("Choose", many, chosen="4321")
    qtbot.addWidget(picker)
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    picker.open()
    assert picker.rows.hits[picker.view.currentIndex().row()].id == "4321"
    picker.search.setText("clinic 7 number 9")
    assert picker.rows.rowCount() <= 100
    assert len(picker.rows.hits) > 100
    while picker.rows.canFetchMore(picker.view.rootIndex()):
        picker.rows.fetchMore(picker.view.rootIndex())
    assert picker.rows.rowCount() == len(picker.rows.hits)
