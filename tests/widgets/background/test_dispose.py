"""Parts that leave the screen."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.background.dispose import drop


def test_a_part_is_gone_from_sight_at_once_and_deleted_later(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    part, other = QPushButton("Part"), QPushButton("Other")
    column.addWidget(part)
    column.addWidget(other)
    with qtbot.waitExposed(whole):
        whole.show()
    with qtbot.waitSignal(part.destroyed):
        drop(part, column)
        assert part.isHidden()
        assert column.count() == 1
    assert other.isVisible()
