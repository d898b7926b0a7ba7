"""Only marks that occur are explained, and the words always fit."""

import datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.chart import legend
from secondop_desktop.widgets.chart.legend import Mark
from secondop_desktop.widgets.chart.points import Point
from secondop_desktop.widgets.theme import Scheme, Theme

DAYS = [datetime.date(2026, month, 1) for month in (1, 2, 3)]


def test_plain_results_need_no_legend(look: Theme) -> None:
    found = legend.marks([Point(day, 5.0, "") for day in DAYS])
    assert found == []
    assert legend.height(found, 500) == 0


def test_what_occurs_is_explained() -> None:
    points = [Point(DAYS[0], 5.0, "", "<", 1, 6), Point(DAYS[1], 5.0, "", "", 1, 7)]
    assert legend.marks(points) == [Mark.RANGE, Mark.CHANGE, Mark.LIMIT]
    assert legend.marks(points[1:]) == [Mark.RANGE]


@pytest.mark.parametrize("percent", [100, 200])
def test_words_wrap_into_lines(look: Theme, qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    wide = legend.height(list(Mark), 4000)
    narrow = legend.height(list(Mark), 300)
    assert narrow > 2 * wide
    placed = legend.lay(list(Mark), QRectF(10, 20, 300, 400))
    tops = [area.top() for _mark, area in placed]
    assert tops == sorted(set(tops))
