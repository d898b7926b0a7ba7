"""The tests that a paper tells of, as series and as lines; several parts of it ask for them."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.pages.chapter import Rows
from secondop_desktop.features.results.rules.cumulative import Line, lines
from secondop_desktop.features.results.rules.series import Series, series


def told_series(rows: Rows) -> Sequence[Series]:
    """Return the results in series by test."""
    return rows.once(_series)


def told_lines(rows: Rows) -> Sequence[Line]:
    """Return a line for each test."""
    return rows.once(_lines)


def _series(rows: Rows) -> Sequence[Series]:
    return series(rows.of("result"))


def _lines(rows: Rows) -> Sequence[Line]:
    return tuple(lines(told_series(rows)))
