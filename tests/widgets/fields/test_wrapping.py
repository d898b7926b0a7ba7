"""Long words of check boxes and radio buttons wrap; the mark stays with the first line."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.fields.wrapping import WrapCheck, WrapRadio
from secondop_desktop.widgets.layout.flow_row import Flow
from secondop_desktop.widgets.theme import Theme

LONG = "The treatment is new, or the doctors who know it well argue about it"
Make = type[WrapCheck] | type[WrapRadio]
both = pytest.mark.parametrize("make", [WrapCheck, WrapRadio])


def _in(button: QAbstractButton, width: int, qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(button)
    column.addStretch(1)
    holder.resize(width, 400)
    holder.show()
    return holder


@both
def test_words_take_as_many_lines_as_they_need(look: Theme, make: Make, qtbot: QtBot) -> None:
    button = make(LONG)
    line = button.fontMetrics().height()
    holder = _in(button, 240, qtbot)
    assert button.width() == 240
    assert button.height() >= 3 * line
    holder.resize(1200, 400)
    assert button.height() < 2 * line


@both
def test_a_press_on_the_second_line_counts_one_beside_it_not(
    look: Theme, make: Make, qtbot: QtBot
) -> None:
    button = make(LONG)
    holder = _in(button, 240, qtbot)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(button, left, pos=QPoint(60, button.height() - 10))
    assert button.isChecked()
    short = make("Yes")
    other = _in(short, 400, qtbot)
    QTest.mouseClick(short, left, pos=QPoint(390, 10))
    assert not short.isChecked()
    assert holder is not other


@both
def test_the_words_are_drawn_on_every_line(look: Theme, make: Make, qtbot: QtBot) -> None:
    button = make(LONG)
    holder = _in(button, 240, qtbot)
    picture = holder.grab().toImage()
    ground, line = QColor(picture.pixel(239, 399)), button.fontMetrics().height()
    for at in range(button.height() // line):
        places = ((x, y) for y in range(at * line, (at + 1) * line) for x in range(40, 240))
        assert any(picture.pixelColor(x, y) != ground for x, y in places)


def test_a_row_that_wraps_gives_a_long_answer_its_lines(look: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row, button = Flow(holder), WrapRadio(LONG)
    row.addWidget(button)
    holder.resize(240, row.heightForWidth(240))
    holder.show()
    assert button.height() == button.heightForWidth(240) > 2 * button.fontMetrics().height()


def test_a_list_is_no_wider_than_its_form(look: Theme, qtbot: QtBot) -> None:
    combo = StillCombo()
    qtbot.addWidget(combo)
    combo.addItem(LONG)
    combo.resize(200, combo.sizeHint().height())
    combo.show()
    assert combo.minimumSizeHint().width() < combo.fontMetrics().horizontalAdvance(LONG)
