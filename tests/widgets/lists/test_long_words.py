"""A word that is wider than its column goes on in the next line, so that no name is cut short."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from secondop_desktop.widgets.lists.long_words import parted
from secondop_desktop.widgets.lists.rich_row_painting import Row, places, small_font, title_font
from secondop_desktop.widgets.theme import Theme

_WIDE = "Methotrexatedisodiumhydrochloridepentahydratetablets"


@pytest.mark.parametrize("text", [_WIDE, f"Take {_WIDE} at night", f"{_WIDE.upper()} {_WIDE}"])
def test_it_fits_and_says_the_same(look: Theme, text: str) -> None:
    found = parted(text, title_font(), 160)
    room = QRect(0, 0, 160, 10_000)
    wide = QFontMetrics(title_font()).boundingRect(room, Qt.TextFlag.TextWordWrap, found).width()
    assert wide <= 160
    assert found.replace("\u200b", "") == text


@pytest.mark.parametrize("text", ["", "Take one at night", "بسم الله الرحمن", "a-b/c"])
def test_what_fits_is_left_as_it_is(look: Theme, text: str) -> None:
    assert parted(text, title_font(), 160) == text


@pytest.mark.parametrize("row", [Row(_WIDE), Row("Senna", _WIDE)])
def test_a_row_has_the_lines_for_it(look: Theme, row: Row) -> None:
    narrow = places(row, QRect(0, 0, 160, 0), title_font())
    wide = places(row, QRect(0, 0, 1600, 0), title_font())
    assert narrow.height >= wide.height + QFontMetrics(small_font()).height()
