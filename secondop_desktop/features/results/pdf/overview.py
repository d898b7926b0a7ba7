"""All tests by their dates, and a small chart of the few that the question is about."""

from collections.abc import Sequence
from dataclasses import replace

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, Para, SideBySide, noted
from secondop_desktop.exchange.pdf.blocks.prose import Legend
from secondop_desktop.exchange.pdf.blocks.trend import trend
from secondop_desktop.exchange.pdf.pages.chapter import Rows, brief
from secondop_desktop.exchange.pdf.text.runs import Run, bold, muted
from secondop_desktop.features.results.pdf.every import in_part, spot, titled, varies
from secondop_desktop.features.results.pdf.grid import table_of
from secondop_desktop.features.results.pdf.tests_told import told_lines, told_series
from secondop_desktop.features.results.rules.cumulative import Line, grouped
from secondop_desktop.features.results.rules.series import Series, summary
from secondop_desktop.lang import _, ngettext

DATES, LARGE_DATES = 12, 3
CHARTS = 3
_LEAST, _POINTS = 3, 40
"""Points that make a small chart, and the latest that it has room for."""


def overview(rows: Rows) -> list[Block]:
    """Return a grid for each panel, the others together, and the charts below them."""
    found = rows.of("result")
    tests = told_series(rows)
    by_id = {row.id: row for row in found}
    most = LARGE_DATES if rows.large else DATES
    cited = _cited(rows)

    def panel(one: Line) -> str:
        return str(next((by_id[p.id].panel for p in reversed(one.points) if p.id in by_id), ""))

    blocks: list[Block] = []
    every = sorted(told_lines(rows), key=lambda one: not cited & one.ids)
    tables = grouped([one for one in every if not one.is_worded], panel, most, rows.since)
    for each in tables:
        title = each.title or (_("Other results") if len(tables) > 1 else "")
        blocks += [Heading(3, title)] if title else []
        blocks += table_of(each.lines, each.dates, large=rows.large, earlier=True)
    worded = [one for one in every if one.is_worded]
    shown = [*_signs(every), *blocks, *words_of(worded), *_charts(tests, cited, rows)]
    return [*noted(shown, _without(tests, rows)), *in_part(rows)]


def words_of(found: Sequence[Line]) -> list[Block]:
    """Say results in words too long for a column, each with its dates."""
    said: list[str | Run] = []
    for one in found:
        told = "; ".join(f"{text} ({brief(day)})" for day, text in sorted(one.cells.items()))
        said += [" · " if said else "", bold(f"{one.test}: "), told]
    return [Para(said, "tight")] if said else []


def _signs(every: Sequence[Line]) -> list[Block]:
    """Explain the signs above the tables: below them it could stand alone on the next page."""
    cells = "".join(text for one in every for text in one.cells.values())
    if "↑" not in cells and "↓" not in cells:
        return []
    said = _(
        "↑ ↓ above or below the range printed with it; letters are the laboratory's own marks."
    )
    return [Legend(muted(said), "small")]


def _charts(tests: Sequence[Series], cited: set[str], rows: Rows) -> list[Block]:
    """Draw the tests the question is about beside one another; large print has no room for them."""
    if rows.large:
        return []
    about = cited | {row.id for row in rows.of("result") if row.case}
    enough = [one for one in tests if len(one.plotted) >= _LEAST and varies(one)]
    found = [one for one in enough if about & {point.id for point in one.points}]
    drawn = [_chart(one) for one in sorted(found, key=lambda one: -len(one.plotted))[:CHARTS]]
    return [SideBySide([*drawn, *[""] * (CHARTS - len(drawn))], close=True)] if drawn else []


def _cited(rows: Rows) -> set[str]:
    """Return the ids of results that opinions name or that are starred."""
    cited = {one for row in rows.of("opinion") for one in row.results_seen}
    return cited | {row.id for row in rows.of("result") if getattr(row, "star", False)}


def _chart(one: Series) -> list[Block]:
    title = titled(one)
    shown = replace(one, points=one.plotted[-_POINTS:])
    alt = f"{title}: {summary(shown)}"
    points = [spot(point) for point in shown.points]
    return [Para(title, "label"), trend(points, unit="", alt=alt, small=True)]


def _without(tests: Sequence[Series], rows: Rows) -> list[Block]:
    """Say how many have no value that a grid could show."""
    shown = sum(len(one.points) for one in tests)
    left = len(rows.of("result")) - shown
    if left < 1:
        return []
    said = ngettext(
        "{n} result without a value or a test is not shown here.",
        "{n} results without a value or a test are not shown here.",
        left,
    )
    return [Para(muted(said.format(n=left)), "small")]
