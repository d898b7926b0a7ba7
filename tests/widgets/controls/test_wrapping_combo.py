"""The answer chosen is read whole, however narrow the list is."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.controls.wrapping_combo import WrappingCombo
from secondop_desktop.widgets.theme import Theme
from tests.widgets import walker

LONG = "The next appointment: Sister Ottoline Throckmorton, at Bramble Row"


def test_a_long_answer_takes_more_lines_and_a_short_one_gives_them_back(
    look: Theme, qtbot: QtBot
) -> None:
    holder, combo = QWidget(), WrappingCombo()
    qtbot.addWidget(holder)
    combo.setAccessibleName("Who is it for?")
    combo.addItems(["My GP", LONG])
    column = QVBoxLayout(holder)
    column.addWidget(combo)
    column.addStretch(1)
    holder.resize(220, 300)
    holder.show()
    one = combo.height()
    combo.setCurrentIndex(1)
    line = combo.fontMetrics().height()
    qtbot.waitUntil(lambda: combo.height() >= one + 2 * line)
    assert walker.cut_off(holder) == []
    combo.setCurrentIndex(0)
    qtbot.waitUntil(lambda: combo.height() == one)
    assert not holder.grab().toImage().isNull()
