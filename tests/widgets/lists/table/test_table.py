"""The table can be used with the keyboard, and its words are never cut off."""

import pytest
from PySide6.QtCore import SIGNAL, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.lists.made_later import MadeLater
from secondop_desktop.widgets.lists.table import Column, Table, TableRow
from secondop_desktop.widgets.lists.table.cells import Cells
from secondop_desktop.widgets.lists.table.table import WRAPPED_ROWS
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.mouse import double_click
from tests.widgets import walker

COLUMNS = (Column("Date"), Column("Result", right=True), Column("Where it came from", stretch=1))
FROM = "Blood test report from the haematology laboratory, page 2"


def _rows(count: int) -> list[TableRow]:
    return [
        TableRow(at, (f"{at + 1} June 2025", f"{104 + at} g/L", FROM), (at, -at, ""))
        for at in range(count)
    ]


def _table(qtbot: QtBot, count: int = 4, *, width: int = 800, grows: bool = False) -> Table:
    table = Table("Haemoglobin results", COLUMNS, grows=grows)
    qtbot.addWidget(table)
    table.set_rows(_rows(count))
    table.resize(width, 400)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    return table


def test_enter_opens_the_current_row(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_a_double_click_opens_a_row(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot)
    spot = QPoint(30, table.rowViewportPosition(1) + 8)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(table.opened) as opened:
        double_click(table.viewport(), spot)
    assert opened.args == [1]


def test_down_tells_the_next_row_and_tab_leaves(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.choose(0)
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [1]
    assert not table.tabKeyNavigation()


def test_sorting_moves_rows_but_keeps_the_current_one(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot)
    assert table.keys() == [0, 1, 2, 3]
    table.choose(1)
    table.sort(1)
    assert table.keys() == [3, 2, 1, 0]
    assert table.current_key() == 1
    table.sort(1, descending=True)
    assert table.keys() == [0, 1, 2, 3]


def test_a_click_on_a_heading_sorts(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot)
    header = table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(1) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert table.keys() == [3, 2, 1, 0]


def test_the_current_row_stays_when_rows_change(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.choose(2)
    table.set_rows(list(reversed(_rows(4))))
    assert table.current_key() == 2
    table.set_rows([])
    assert table.current_key() is None


@pytest.mark.parametrize("percent", [100, 200])
def test_words_wrap_where_there_is_no_room(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    table = _table(qtbot, width=2000)
    low = table.rowHeight(0)
    table.resize(360 * percent // 100, 400)
    assert table.rowHeight(0) > 1.8 * low
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert low >= look.line_height() + 16


def test_a_long_table_has_rows_of_one_line(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot, WRAPPED_ROWS + 1, width=400)
    assert table.rowHeight(0) == table.rowHeight(WRAPPED_ROWS)
    assert table.rowHeight(0) < 2.5 * look.line_height()


def test_a_table_that_grows_shows_all_its_rows(look: Theme, qtbot: QtBot) -> None:
    table = _table(qtbot, 12, grows=True)
    table.resize(700, table.sizeHint().height())
    last = table.rowViewportPosition(11) + table.rowHeight(11)
    assert last <= table.viewport().height()
    assert table.minimumSizeHint().height() == table.sizeHint().height()


def test_a_table_that_grows_asks_for_no_more_while_it_is_made_a_little_narrower(
    look: Theme, qtbot: QtBot
) -> None:
    table = _table(qtbot, 5, width=1300, grows=True)
    wide = table.minimumSizeHint().height()
    table.resize(1284, 400)
    assert table.minimumSizeHint().height() == wide
    table.resize(1300, 400)
    assert table.minimumSizeHint().height() == wide


def test_a_table_that_grows_has_room_for_a_bar_where_its_words_do_not_fit(
    look: Theme, qtbot: QtBot
) -> None:
    table = _table(qtbot, 5, width=140, grows=True)
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    table.resize(140, table.minimumSizeHint().height())
    last = table.rowViewportPosition(4) + table.rowHeight(4)
    assert last <= table.viewport().height()
    assert bar.isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_the_current_row_is_marked_by_more_than_a_tint(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme, 100)
    table = _table(qtbot)
    table.choose(1)
    seen = table.viewport().grab().toImage()
    y = table.rowViewportPosition(1)
    middle = y + table.rowHeight(1) // 2
    assert seen.pixelColor(1, middle).name().upper() == look.tokens.primary
    assert seen.pixelColor(60, y + 1).name().upper() == look.tokens.text


def test_it_has_a_name(look: Theme, qtbot: QtBot) -> None:
    assert walker.unnamed(_table(qtbot)) == []


def test_rows_of_thousands_are_made_when_they_are_seen(look: Theme, qtbot: QtBot) -> None:
    made: list[int] = []

    def make(at: int) -> TableRow:
        made.append(at)
        return TableRow(f"id{at}", (f"Day {at}", str(at % 7)), (at, at % 7))

    table = Table("Results", [Column("Date"), Column("Value")])
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.set_rows(MadeLater([f"id{at}" for at in range(5_000)], make))
    table.grab()
    assert len(made) <= WRAPPED_ROWS
    table.choose("id4321")
    assert table.current_key() == "id4321"
    assert table.chosen_keys() == ["id4321"]
    table.grab()
    assert len(made) < WRAPPED_ROWS + 60
    table.sort(1, descending=True)
    assert table.keys()[:2] == ["id6", "id13"]
    assert table.current_key() == "id4321"


def test_rows_are_measured_once_for_a_width_and_those_of_one_line_are_not_wrapped(
    look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    height = Cells.height

    def noted(cells: Cells, text: str, width: int) -> int:
        asked.append(text)
        return height(cells, text, width)

    table = _table(qtbot, 40, width=900)
    tall = [table.rowHeight(at) for at in range(40)]
    monkeypatch.setattr(Cells, "height", noted)
    table.resize(900, 300)
    QApplication.processEvents()
    assert asked == []
    table.resize(560, 300)
    QApplication.processEvents()
    assert FROM in asked
    assert "104 g/L" not in asked
    assert table.rowHeight(0) > tall[0]


def test_a_table_that_is_gone_leaves_nothing_of_its_words_with_the_look(look: Theme) -> None:
    changed = SIGNAL("changed()")
    before, owner = look.receivers(changed), QObject()
    cells = Cells(owner)
    cells.one_line("104 g/L")
    assert look.receivers(changed) > before
    delete(owner)
    assert look.receivers(changed) == before
