"""A name longer than its list is read whole: where the list drops down, and over the box."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.theme import Theme

NARROW, WIDE = 320, 1600
LONG = "Sister Ottoline Throckmorton of the Bramble Row outpatient clinic for hands and wrists"
NAMES = ("My GP", "Dr Oakes", LONG, "Dr Shah", "Dr Birtwistle", "Nobody yet")


@pytest.fixture
def combo(look: Theme, qtbot: QtBot) -> Iterator[StillCombo]:
    holder, made = QWidget(), StillCombo()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    made.addItems(NAMES)
    column.addWidget(made)
    column.addStretch(1)
    holder.show()
    yield made
    made.hidePopup()


def _heights(combo: StillCombo, width: int) -> list[int]:
    """Open the list in a window of a width, and return how high each of its rows is."""
    combo.window().resize(width, 300)
    QApplication.processEvents()
    combo.showPopup()
    view = combo.view()
    rows = [view.visualRect(view.model().index(at, 0)) for at in range(combo.count())]
    assert max(row.right() for row in rows) <= view.viewport().width()
    assert view.viewport().width() <= width
    combo.hidePopup()
    return [row.height() for row in rows]


def test_a_name_longer_than_the_window_takes_more_lines_in_the_list(combo: StillCombo) -> None:
    line = combo.fontMetrics().height()
    heights = _heights(combo, NARROW)
    assert heights[2] >= heights[0] + line
    assert len({*heights[:2], *heights[3:]}) == 1
    assert len({*_heights(combo, WIDE)}) == 1, "one line each where there is room"


def test_the_list_is_as_wide_as_its_longest_name(combo: StillCombo) -> None:
    combo.setMaximumWidth(120)
    _heights(combo, WIDE)
    assert combo.view().width() >= combo.fontMetrics().horizontalAdvance(LONG)


def _rest_on(combo: StillCombo) -> str:
    """Let the mouse rest on the box, and return what is shown there."""
    QToolTip.hideText()
    spot = QPoint(5, 5)
    help_wanted = QHelpEvent(QHelpEvent.Type.ToolTip, spot, combo.mapToGlobal(spot))
    QApplication.sendEvent(combo, help_wanted)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_a_tip_says_a_name_that_the_box_cuts_and_no_other(combo: StillCombo) -> None:
    combo.window().resize(NARROW, 300)
    QApplication.processEvents()
    assert _rest_on(combo) == ""
    combo.setCurrentIndex(2)
    assert _rest_on(combo) == LONG
    combo.setToolTip("Who is asked")
    assert _rest_on(combo) == "Who is asked"
    QToolTip.hideText()
