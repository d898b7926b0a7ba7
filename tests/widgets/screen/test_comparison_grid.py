"""Things compared side by side stack where there is no room, with the same cells."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import Label, heading
from secondop_desktop.widgets.screen.comparison_grid import Compared, SideBySide
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import settle
from tests.layouts_in_place import stray_items
from tests.widgets.tabbing import tabbed

ROWS = ["Where", "Wait"]


def column(name: str) -> Compared:
    cells = [QLineEdit(f"{name} {row}") for row in ROWS]
    return Compared(heading(name, 2), cells)


@pytest.fixture
def grid(qtbot: QtBot) -> SideBySide:
    made = SideBySide()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_columns_stand_in_line_under_their_heads(grid: SideBySide) -> None:
    columns = [column("A"), column("B")]
    grid.show_columns(ROWS, columns)
    settle()
    assert not grid.stacked
    for one in columns:
        left = {cell.mapTo(grid, cell.rect().topLeft()).x() for cell in one.cells}
        assert len(left) == 1
        assert abs(one.head.mapTo(grid, one.head.rect().topLeft()).x() - left.pop()) <= 2


def test_many_columns_take_the_room_of_the_words_of_a_row(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT, 100)
    grid = SideBySide(least=12)
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    grid.show()
    columns = [column(name) for name in "ABCD"]
    grid.show_columns(ROWS, columns)
    settle()
    assert not grid.stacked
    words = next(one for one in grid.findChildren(Label) if one.text() == "Wait")
    tops = {cell.mapTo(grid, cell.rect().topLeft()).y() for cell in (c.cells[1] for c in columns)}
    assert words.mapTo(grid, words.rect().bottomLeft()).y() < min(tops) == max(tops)
    for one in columns:
        left = one.cells[0].mapTo(grid, one.cells[0].rect().topLeft()).x()
        assert abs(one.head.mapTo(grid, one.head.rect().topLeft()).x() - left) <= 2


def test_little_room_stacks_column_by_column_and_keeps_the_focus(grid: SideBySide) -> None:
    columns = [column("A"), column("B")]
    grid.show_columns(ROWS, columns)
    columns[1].cells[0].setFocus()
    grid.resize(300, 500)
    settle()
    assert grid.stacked
    assert QApplication.focusWidget() is columns[1].cells[0]
    tops = [cell.mapTo(grid, cell.rect().topLeft()).y() for one in columns for cell in one.cells]
    assert tops == sorted(tops)
    assert columns[0].head.isVisible()
    grid.resize(900, 500)
    settle()
    assert not grid.stacked
    assert columns[0].cells[0].isVisible()
    assert stray_items() == []


def test_tab_goes_by_rows_side_by_side_and_by_columns_stacked(grid: SideBySide) -> None:
    columns = [column("A"), column("B")]
    grid.show_columns(ROWS, columns)
    settle()
    cells = [one.cells[at] for at in range(len(ROWS)) for one in columns]
    assert [one for one in tabbed(grid) if one in cells] == cells
    grid.resize(300, 500)
    settle()
    cells = [cell for one in columns for cell in one.cells]
    assert [one for one in tabbed(grid) if one in cells] == cells


def test_a_column_kept_keeps_its_cells_and_one_taken_away_goes(grid: SideBySide) -> None:
    first, second = column("A"), column("B")
    grid.show_columns(ROWS, [first, second])
    kept = second.cells[0]
    grid.show_columns(ROWS, [second])
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    assert kept.isVisible()
    assert [edit.text() for edit in grid.findChildren(QLineEdit)] == ["B Where", "B Wait"]
    assert stray_items() == []


def test_large_text_stacks(grid: SideBySide, qapp: QApplication) -> None:
    grid.show_columns(ROWS, [column("A")])
    theme.apply(qapp, Scheme.LIGHT, 150)
    assert grid.stacked
    theme.apply(qapp, Scheme.LIGHT, 100)
    assert not grid.stacked
