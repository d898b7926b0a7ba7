"""The top row keeps ⋯ in sight, whatever finds no room beside it."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.screen.page_bar import PageBar
from secondop_desktop.widgets.theme import Scheme, Theme

NAMES = ("Everything that is written", "Only the pictures")


def _row(qtbot: QtBot, width: int) -> PageBar:
    """Return a row with a primary button, two views, a page beside it and more than fits."""
    row = PageBar("Letters that were written")
    qtbot.addWidget(row)
    row.extra = _offer_settings
    row.show_heading(False)
    row.set_beside([("told", "Who has been told")])
    row.add(Button("Write a letter", "add", Rank.PRIMARY))
    views = [Button(name) for name in NAMES]
    for view in views:
        view.setCheckable(True)
    row.add_views(views)
    views[0].setChecked(True)
    row.resize(width, 52)
    row.show()
    return row


def _offer_settings(menu: QMenu) -> None:
    menu.addAction("Settings")


def _offered(menu: QMenu) -> set[str]:
    menu.aboutToShow.emit()
    return {act.text() for act in menu.actions()}


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [1200, 700, 520, 460, 380])
def test_everything_is_in_the_row_or_in_the_menu(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int, width: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    row = _row(qtbot, width * percent // 100)
    assert row.more.geometry().right() <= row.width()
    parts = [part for part in row.in_reading_order() if part.isVisible()]
    ends = [part.geometry().right() for part in parts]
    assert ends == sorted(ends)
    shown = {button.text() for button in row.findChildren(Button) if button.isVisible()}
    listed = set(NAMES) if row.views.isVisible() else set()
    assert shown | listed | _offered(row.menu) >= {"Write a letter", "Who has been told", *NAMES}


def test_the_name_of_a_view_is_whole_for_screen_readers(look: Theme, qtbot: QtBot) -> None:
    row = _row(qtbot, 1200)
    least = row.views.whole() + row.more.width() + row.minimumSizeHint().width()
    row.resize(least - 40, 52)
    assert row.views.isVisible()
    assert row.views.accessibleName() == NAMES[0]
    assert row.more.geometry().right() <= row.width()


@pytest.mark.parametrize("short_of", [7, 150])
def test_a_name_of_a_view_is_shown_whole_before_the_words_of_the_first_button(
    look: Theme, qtbot: QtBot, short_of: int
) -> None:
    row = _row(qtbot, 1200)
    row.resize(row.least_width() - short_of, 52)
    pressed: list[bool] = []
    whole = next(one for one in row.findChildren(Button) if one.text() == "Write a letter")
    whole.clicked.connect(lambda: pressed.append(True))
    assert row.views.text() == NAMES[0]
    assert not whole.isVisible()
    assert "Write a letter" in _offered(row.menu)
    if row.short.isVisible():
        assert row.short.accessibleName() == row.short.toolTip() == "Write a letter"
        row.short.click()
        assert pressed == [True]
    assert row.short.isVisible() is (short_of == 7)
