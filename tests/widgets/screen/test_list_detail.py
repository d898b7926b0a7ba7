"""A list beside what it opens: Tab goes through it as it is read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.screen.list_detail import Panes
from secondop_desktop.widgets.theme import Theme
from tests.widgets.tabbing import tabbed


class Detail(QWidget):
    """Lines that were made in another order than they stand in, and a button at the foot."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for name in ("last", "second", "first"):
            line = QLineEdit()
            line.setObjectName(name)
            column.insertWidget(0, line)
        self.foot = QPushButton("Done", self)
        self.foot.setObjectName("done")
        self.foot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def test_what_is_opened_later_is_gone_through_as_it_stands(look: Theme, qtbot: QtBot) -> None:
    first = QLineEdit()
    first.setObjectName("list")
    panes = Panes(first)
    qtbot.addWidget(panes)
    panes.resize(1400, 600)
    panes.show()
    for _time in range(2):
        panes.show_detail(Detail())
    names = [stop.objectName() for stop in tabbed(first) if stop.objectName()]
    assert names == ["list", "first", "second", "last", "done"]
