"""A line ends inside a word too wide for it, so that no name is cut, and never before a dot."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout

from secondop_desktop.widgets.controls.labels import heading, small
from secondop_desktop.widgets.controls.long_words import breakable, parted, whole
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


def test_a_label_takes_no_more_room_than_it_has(look: Theme) -> None:
    label = heading(_WIDE)
    assert label.minimumSizeHint().width() < 100
    assert label.text() == label.accessibleName() == _WIDE
    label.setText("Senna")
    assert (label.text(), label.accessibleName()) == ("Senna", "")


def test_a_check_sum_can_be_copied_as_it_is(look: Theme) -> None:
    for text in ("0123456789abcdef" * 4, "https://example.org/" + "a" * 20, "Take one at night"):
        assert breakable(text) == text
    assert whole(breakable(_WIDE)) == _WIDE


_PARTS = "to Dr Hollis Brackenridge · Ask for the scans · sent 2 October 2026, by post"


@pytest.mark.parametrize("width", range(90, 400, 17))
def test_no_line_begins_with_the_dot_between_two_parts(look: Theme, width: int) -> None:
    layout = QTextLayout(parted(_PARTS, small_font(), width), small_font())
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(layout.text()[line.textStart() :][:2].strip())
    layout.endLayout()
    assert "·" not in starts
    assert len(starts) > 1


def test_a_label_says_the_dot_as_it_was_given(look: Theme) -> None:
    label = small(_PARTS)
    assert label.text() == label.accessibleName() == _PARTS
