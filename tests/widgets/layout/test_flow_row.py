"""A row of buttons wraps rather than widening the window."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Theme
from tests.layouts_in_place import stray_items


def _row(qtbot: QtBot, count: int) -> tuple[QWidget, Flow]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder)
    for at in range(count):
        flow.addWidget(QPushButton(f"Button {at}"))
    return holder, flow


def test_everything_on_one_line_where_there_is_room(look: Theme, qtbot: QtBot) -> None:
    holder, flow = _row(qtbot, 3)
    assert flow.heightForWidth(2000) == flow.sizeHint().height()
    assert holder.sizeHint().width() == flow.sizeHint().width()


def test_more_lines_where_there_is_not(look: Theme, qtbot: QtBot) -> None:
    holder, flow = _row(qtbot, 4)
    narrow = flow.minimumSize().width()
    assert flow.heightForWidth(narrow) > 3 * flow.sizeHint().height()
    holder.resize(narrow, flow.heightForWidth(narrow))
    holder.show()
    assert all(button.geometry().right() < narrow for button in holder.findChildren(QPushButton))


def test_hidden_widgets_take_no_room(look: Theme, qtbot: QtBot) -> None:
    holder, flow = _row(qtbot, 2)
    before = flow.sizeHint().width()
    holder.findChildren(QPushButton)[0].hide()
    assert flow.sizeHint().width() < before


def test_an_empty_row_has_no_height(look: Theme, qtbot: QtBot) -> None:
    _holder, flow = _row(qtbot, 0)
    assert flow.heightForWidth(100) == 0
    assert flow.itemAt(0) is flow.takeAt(0) is None


def test_margins_are_kept(look: Theme, qtbot: QtBot) -> None:
    holder, flow = _row(qtbot, 1)
    before = flow.heightForWidth(400)
    flow.setContentsMargins(10, 20, 30, 40)
    assert flow.heightForWidth(400) == before + 60
    holder.resize(400, before + 60)
    holder.show()
    assert holder.findChildren(QPushButton)[0].pos().toTuple() == (10, 20)


def test_an_item_goes_with_its_widget_and_the_rest_with_the_row(look: Theme, qtbot: QtBot) -> None:
    """Qt deletes the items of its own layouts only."""
    holder, flow = _row(qtbot, 3)
    first, second, last = holder.findChildren(QPushButton)
    item = flow.itemAt(1)
    assert item is not None
    drop(first, flow)
    Shiboken.delete(last)
    assert flow.count() == 1
    assert flow.itemAt(0) is item
    Shiboken.delete(flow)
    assert not Shiboken.isValid(item)
    assert Shiboken.isValid(second)
    assert stray_items() == []
