"""A long list of rich rows is fast, and its rows are tall enough for what they show."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists import rich_row_painting
from secondop_desktop.widgets.lists.rich_list import RowItem, RowList
from secondop_desktop.widgets.lists.rich_list_delegate import WHOLE_ROWS
from secondop_desktop.widgets.theme import Scheme, Text, Theme, Weight
from secondop_desktop.widgets.theme.tone import Tone
from tests.effort import effort
from tests.mouse import double_click
from tests.widgets import walker

ASKED = Status("Asked for", Tone.INFO, "clock")


def _items(count: int) -> list[RowItem]:
    return [
        RowItem(f"id{at}", f"Letter {at}", "Royal Infirmary", "14 July 2026", ASKED, "record")
        for at in range(count)
    ]


def _list(qtbot: QtBot, count: int = 5, width: int = 700) -> RowList:
    rows = RowList("Records")
    qtbot.addWidget(rows)
    rows.set_items(_items(count))
    rows.resize(width, 600)
    rows.show()
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    return rows


def _show(rows: RowList, items: list[RowItem]) -> None:
    rows.set_items(items)
    rows.choose(items[-1].key)


def test_twenty_thousand_rows_are_shown_at_once(look: Theme, qtbot: QtBot) -> None:
    items = _items(20_000)
    rows = _list(qtbot)
    some, drawn = effort(lambda: _show(rows, items[:2_000])), effort(rows.grab)
    many, drawn_of_many = effort(lambda: _show(rows, items)), effort(rows.grab)
    assert rows.current_key() == "id19999"
    assert many < 11 * some
    assert drawn_of_many < 1.2 * drawn, "what is out of sight is not drawn"


def test_enter_opens_the_current_row(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot)
    rows.choose("id3")
    with qtbot.waitSignal(rows.opened) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["id3"]


def test_a_double_click_opens_a_row(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot)
    spot = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(rows.opened) as opened:
        double_click(rows.viewport(), spot)
    assert opened.args == ["id1"]


def test_arrow_keys_tell_which_row_is_current(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot)
    rows.choose("id0")
    with qtbot.waitSignal(rows.chosen) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert chosen.args == ["id1"]


def test_the_current_row_stays_when_rows_change(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot)
    rows.choose("id2")
    rows.set_items(list(reversed(_items(4))))
    assert rows.current_key() == "id2"
    rows.set_items([])
    assert rows.current_key() is None


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [1000, 300])
def test_rows_are_tall_enough(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int, width: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    rows = _list(qtbot, width=width)
    height = rows.visualRect(rows.model().index(0, 0)).height()
    title = QFontMetrics(look.font(Text.BODY, Weight.BOLD)).height()
    small = QFontMetrics(look.font(Text.SMALL)).height()
    stacked = width == 300 or percent == 200
    assert height >= title + (2 if stacked else 1) * small
    assert rows.horizontalScrollBar().maximum() == 0


def test_a_row_is_read_out_in_full(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot)
    said = rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Letter 0. Royal Infirmary. 14 July 2026. Asked for"
    assert walker.unnamed(rows) == []


def test_the_current_row_is_marked_by_more_than_a_tint(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot)
    rows.choose("id1")
    area = rows.visualRect(rows.model().index(1, 0))
    seen = rows.viewport().grab().toImage()
    bar = seen.pixelColor(area.topLeft() + QPoint(3, area.height() // 2))
    assert bar.name().upper() == look.tokens.primary


@pytest.mark.parametrize("percent", [100, 110, 130, 150, 200])
def test_a_date_is_never_cut_off(look: Theme, qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    font = look.font(Text.SMALL)
    metrics = QFontMetrics(font)
    for text in ("about April 2026", "29 December 2026, 11am", "8 December 2026, 2:30pm"):
        width = rich_row_painting.room(text, font)
        assert metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) == text


def test_a_row_keeps_its_place_when_the_list_grows_wide(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot, width=300)
    first = rows.model().index(0, 0)
    narrow = rows.visualRect(first).height()
    rows.resize(1000, 600)
    qtbot.waitUntil(lambda: rows.visualRect(first).height() < narrow)
    rows.resize(300, 600)
    qtbot.waitUntil(lambda: rows.visualRect(first).height() == narrow)


@pytest.mark.parametrize("width", [1000, 300])
def test_a_date_may_have_two_lines(look: Theme, qtbot: QtBot, width: int) -> None:
    rows = _list(qtbot, width=width)
    one = rows.visualRect(rows.model().index(0, 0)).height()
    before = rows.viewport().grab().toImage()
    rows.set_items([RowItem("a", "Ferritin", "3 results", "58 µg/L\n23 July 2026", ASKED)])
    item = rows.model().index(0, 0)
    qtbot.waitUntil(lambda: rows.visualRect(item).height() >= one)
    assert rows.viewport().grab().toImage() != before
    said = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ferritin. 3 results. 58 µg/L. 23 July 2026. Asked for"


def test_a_short_list_shows_every_word(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot, width=400)
    long = "The scan of both knees and what it may mean for the operation in July " * 3
    rows.set_items([RowItem("a", long, long, "14 July 2026", ASKED), RowItem("b", "Short")])
    first, second = (rows.visualRect(rows.model().index(at, 0)) for at in (0, 1))
    assert first.height() > 10 * look.line_height()
    assert second.height() < 3 * look.line_height()


def test_rows_of_a_long_list_are_all_alike(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot, WHOLE_ROWS + 1, width=400)
    rows.set_items([RowItem("long", "Letter " * 80), *_items(WHOLE_ROWS)])
    first, second = (rows.visualRect(rows.model().index(at, 0)) for at in (0, 1))
    assert first.height() == second.height()
    assert not rows.viewport().grab().isNull()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_row_of_a_long_narrow_list_holds_its_date_and_its_tag(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    rows = _list(qtbot, WHOLE_ROWS + 1, width=300)
    item = RowItem("call", "A call from the nurse of the clinic", "Dr Ada Mirrlees",
                   "Wednesday 16 December 2026, 11:30am", ASKED, "record")  # fmt: skip
    rows.set_items([item, *_items(WHOLE_ROWS)])
    area = rows.visualRect(rows.model().index(0, 0))
    _row, spots = rows._delegate._laid(item, area)
    assert spots.height <= area.height()


def test_rows_that_stay_in_sight_are_never_squeezed(look: Theme, qtbot: QtBot) -> None:
    rows = _list(qtbot, 2, width=400)
    rows.keep_in_sight(4)
    two = rows.minimumSizeHint().height()
    assert two >= sum(rows.visualRect(rows.model().index(at, 0)).height() for at in (0, 1))
    rows.set_items(_items(9))
    assert 3 * two // 2 < rows.minimumSizeHint().height() < 3 * two
