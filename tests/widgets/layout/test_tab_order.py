"""Tab follows what is read, also after something was put in between."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.layout.tab_order import follow_layout
from tests.layouts_in_place import stray_items
from tests.widgets.tabbing import tabbed


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    return line


def test_a_row_put_in_between_is_reached_in_between(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last = _line("first"), _line("last")
    column.addWidget(first)
    column.addWidget(last)
    column.insertWidget(1, _line("between"))
    window.show()
    assert [stop.objectName() for stop in tabbed(first)] == ["first", "last", "between"]
    follow_layout(window)
    assert [stop.objectName() for stop in tabbed(first)] == ["first", "between", "last"]


def test_inner_layouts_and_widgets_are_gone_through_in_their_place(qtbot: QtBot) -> None:
    window, holder = QWidget(), QWidget()
    qtbot.addWidget(window)
    column, inner, row = QVBoxLayout(window), QVBoxLayout(holder), QHBoxLayout()
    lines = {name: _line(name) for name in ("d", "c", "b", "a")}
    column.addWidget(QLabel("not a stop"))
    column.addWidget(lines["a"])
    column.addLayout(row)
    row.addWidget(lines["b"])
    column.addWidget(holder)
    inner.addWidget(lines["c"])
    column.addWidget(lines["d"])
    follow_layout(window)
    window.show()
    assert [stop.objectName() for stop in tabbed(lines["a"])] == ["a", "b", "c", "d"]


def test_nothing_stands_for_an_item_of_a_layout_afterwards(qtbot: QtBot) -> None:
    """Qt deletes the item with its widget, and what stood for it would name another thing."""
    window, row = QWidget(), QHBoxLayout()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(_line("a"))
    column.addLayout(row)
    row.addWidget(_line("b"))
    follow_layout(window)
    assert stray_items() == []
