"""The opinions as a table: rows, columns and headers, and all that the board can do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from secondop_desktop.features.opinions.page.as_table import OpinionsTable
from tests.features.desk import Desk
from tests.features.opinions.case import cell, focused, key, opened, opinions, write
from tests.widgets.walker import small, unnamed


def head_of(table: OpinionsTable, column: int) -> object:
    """Return what stands over a column."""
    return table.model().headerData(column, Qt.Orientation.Horizontal)


def text_of(table: OpinionsTable, column: int) -> object:
    """Return what the first aspect says in a column."""
    return table.model().index(1, column).data()


def test_assistive_technology_finds_a_table_with_headers(desk: Desk) -> None:
    opinions(desk)
    desk.add("mark", aspect="what", mark="different", note="Ask why")
    page = opened(desk)
    page.table_button.setChecked(True)
    seen = QAccessible.queryAccessibleInterface(page.table)
    assert seen.role() == QAccessible.Role.Table
    table = page.table
    heads = [head_of(table, at) for at in range(table.columnCount())]
    assert heads == [
        "First opinion\nDr Shah 1",
        "Second opinion\nDr Shah 2",
        "Your mark",
        "Your note",
    ]
    assert table.model().headerData(1, Qt.Orientation.Vertical) == "What they think it is"
    said = [text_of(table, at) for at in range(4)]
    assert said == ["Said 1.\nletter", "Said 2.\nletter", "Different", "Ask why"]
    roles = [seen.child(at).role() for at in range(seen.childCount())]
    assert {QAccessible.Role.ColumnHeader, QAccessible.Role.RowHeader} <= set(roles)
    assert unnamed(page) == small(page) == []


def test_a_row_is_marked_and_a_cell_written_from_the_table(desk: Desk) -> None:
    first, _second = opinions(desk)
    page = opened(desk)
    page.table_button.setChecked(True)
    page.focus_start()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_3)
    assert [(one.aspect, one.mark) for one in desk.journal.entries("mark")] == [
        ("what", "different")
    ]
    assert text_of(page.table, 2) == "Different"
    key(Qt.Key.Key_0)
    assert text_of(page.table, 2) == ""
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    write("Sure")
    key(Qt.Key.Key_Escape)
    assert focused() == "How sure they are, First opinion, Dr Shah 1"
    assert cell(page, "certainty").words.said() == "Sure"
    assert desk.journal.entries("statement")[-1].opinion == first
