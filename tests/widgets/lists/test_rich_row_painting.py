"""The parts of a row never overlap and stay inside it, whatever is said and however large."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists import rich_row_painting
from secondop_desktop.widgets.lists.rich_row_painting import Places, Row
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.widgets.theme.tone import Tone
from tests.examples import at_most

WORDS = st.text("abc defg hij", min_size=1, max_size=90).map(str.strip).filter(bool)
ROWS = st.builds(
    Row,
    title=WORDS,
    detail=st.just("") | WORDS,
    trailing=st.sampled_from(["", "14 July 2026", "58 µg/L\n23 July 2026"]),
    status=st.none() | st.just(Status("In progress", Tone.INFO)),
    icon=st.sampled_from(["", "record"]),
)


def _areas(spots: Places) -> list[QRect]:
    parts = (spots.title, spots.detail, spots.trailing, spots.status, spots.icon)
    return [part for part in parts if not part.isEmpty()]


@pytest.mark.parametrize("percent", [100, 150, 200])
@given(ROWS, st.integers(280, 1200), st.none() | st.just(False))
@settings(max_examples=at_most(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_overlaps(
    look: Theme, qapp: QApplication, percent: int, row: Row, width: int, beside: bool | None
) -> None:
    if look.percent != percent:
        theme.apply(qapp, Scheme.LIGHT, percent)
    spots = rich_row_painting.places(
        row, QRect(16, 12, width, 0), rich_row_painting.title_font(), beside
    )
    areas = _areas(spots)
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
    whole = QRect(16, 12, width, spots.height)
    assert all(whole.contains(area) for area in areas if area != spots.icon)


def test_what_is_on_the_right_goes_below_when_there_is_no_room(look: Theme) -> None:
    row = Row("Ring the records office", trailing="by 17 November 2026")
    font = rich_row_painting.title_font()
    assert rich_row_painting.places(row, QRect(0, 0, 800, 0), font).beside
    narrow = rich_row_painting.places(row, QRect(0, 0, 260, 0), font)
    assert not narrow.beside
    assert narrow.trailing.top() > narrow.title.bottom()


def test_the_icon_is_level_with_the_first_line(look: Theme) -> None:
    row = Row("Ring the records office about the pictures " * 3, icon="task")
    spots = rich_row_painting.places(row, QRect(0, 0, 300, 0), rich_row_painting.title_font())
    assert abs(spots.icon.center().y() - look.line_height() // 2) <= 2


def test_a_long_row_is_shortened_visibly(look: Theme) -> None:
    row = rich_row_painting.shortened(
        Row("Letter " * 40, "Page " * 40), 300, rich_row_painting.title_font(), 2
    )
    assert row.title.endswith("…")
    assert row.detail.endswith("…")
    spots = rich_row_painting.places(row, QRect(0, 0, 300, 0), rich_row_painting.title_font())
    assert spots.title.height() <= 2.2 * look.line_height()
