"""Two columns become one when the text is large or the room is small."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.labels import paragraph
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.theme import Scheme, Theme


def _columns(qtbot: QtBot, width: int) -> Columns:
    columns = Columns(paragraph("Open questions"), paragraph("Tasks due"), (2, 3))
    qtbot.addWidget(columns)
    columns.resize(width, 300)
    columns.show()
    return columns


def test_side_by_side_where_there_is_room(look: Theme, qtbot: QtBot) -> None:
    assert not _columns(qtbot, 1000).stacked


def test_one_column_in_a_narrow_place(look: Theme, qtbot: QtBot) -> None:
    columns = _columns(qtbot, 1000)
    columns.resize(500, 300)
    assert columns.stacked
    columns.resize(1000, 300)
    assert not columns.stacked


def test_one_column_at_large_text(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    columns = _columns(qtbot, 1600)
    theme.apply(qapp, Scheme.LIGHT, 150)
    assert columns.stacked
    theme.apply(qapp, Scheme.LIGHT, 140)
    assert not columns.stacked


def test_a_stack_needs_no_more_width_than_one_part(look: Theme, qtbot: QtBot) -> None:
    columns = _columns(qtbot, 1000)
    parts = (paragraph("Open questions"), paragraph("Tasks due"))
    assert columns.minimumSizeHint().width() <= max(
        part.minimumSizeHint().width() for part in parts
    )
