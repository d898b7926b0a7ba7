"""Tools keep to one line: what finds no room there is offered in ⋯, and nothing stands twice."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.tool_row import ToolRow
from secondop_desktop.widgets.theme import Scheme, Theme

WORDS = ("Details", "Put into an opinion…", "Hand over…", "Arrange the pages…")


@pytest.fixture
def holder(look: Theme, qtbot: QtBot) -> QWidget:
    """What holds the row, and lets it be as narrow as it likes."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _row(holder: QWidget, *, seldom: Sequence[str] = ()) -> ToolRow:
    row = ToolRow(
        (Button("Edit", "edit"),),
        [Button(words) for words in WORDS],
        extra=(lambda menu: menu.addActions([QAction(one, menu) for one in seldom]))
        if seldom
        else None,
    )
    row.setParent(holder)
    holder.show()
    return row


def _seen(row: ToolRow) -> list[str]:
    return [button.text() for button in row.buttons if button.isVisible()]


def _in_menu(row: ToolRow) -> list[str]:
    row.menu.aboutToShow.emit()
    return [act.text() for act in row.menu.actions()]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize("width", [200, 420, 560, 1400])
def test_each_stands_once_in_the_line_or_in_the_menu(
    holder: QWidget, qapp: QApplication, scheme: Scheme, width: int
) -> None:
    theme.apply(qapp, scheme, 100)
    row = _row(holder, seldom=("Duplicate",))
    row.resize(width, row.sizeHint().height())
    assert [*_seen(row), *_in_menu(row)] == [*WORDS, "Duplicate"]
    assert row.more.isVisible()
    assert len({part.geometry().center().y() for part in (row.more, *row.buttons)}) == 1


def test_more_is_there_only_when_it_holds_something(holder: QWidget) -> None:
    row = _row(holder)
    row.resize(1400, 60)
    assert not row.more.isVisible()
    row.resize(300, 60)
    assert row.more.isVisible()


def test_what_has_nothing_to_do_stands_nowhere_and_leaves_its_room(
    holder: QWidget,
) -> None:
    row = _row(holder)
    row.resize(400, 60)
    assert "Hand over…" not in _seen(row)
    row.withhold(row.buttons[1], withheld=True)
    assert "Hand over…" in _seen(row)
    assert WORDS[1] not in [*_seen(row), *_in_menu(row)]
    row.withhold(row.buttons[1], withheld=False)
    assert WORDS[1] in [*_seen(row), *_in_menu(row)]


def test_the_focus_goes_to_more_where_the_button_stands_there(holder: QWidget) -> None:
    row = _row(holder)
    row.resize(1400, 60)
    row.focus_on(row.buttons[-1])
    assert row.buttons[-1].hasFocus() or row.focusWidget() is row.buttons[-1]
    row.resize(200, 60)
    row.focus_on(row.buttons[-1])
    assert row.focusWidget() is row.more
