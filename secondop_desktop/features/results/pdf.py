"""Test results on paper: each test over time, with its printed range and where it stands."""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.pdf.chapter import Chapter, Rows, day, lines, source
from secondop_desktop.exchange.pdf.flow import Block, Column, Heading, Para, Table
from secondop_desktop.exchange.pdf.trend import Point as Spot
from secondop_desktop.exchange.pdf.trend import trend
from secondop_desktop.features.results.rules import Point, Series, series, side_words, summary
from secondop_desktop.lang import N_, _

LEAST_FOR_CHART = 3


def _results(rows: Rows) -> list[Block]:
    found = rows.of("result")
    by_id = {row.id: row for row in found}
    blocks: list[Block] = []
    for one in series(found):
        blocks += _series(one, by_id, rows)
    return blocks


def _series(one: Series, by_id: Mapping[str, Any], rows: Rows) -> list[Block]:
    said = summary(one)
    blocks: list[Block] = [Heading(3, _titled(one))]
    if len(one.points) > 1:
        blocks.append(Para(said))
    if len(one.plotted) >= LEAST_FOR_CHART:
        spots = [_spot(point) for point in one.plotted]
        alt = f"{_titled(one)}: {said}"
        blocks.append(trend(spots, unit=one.unit, alt=alt))
    columns = [
        Column(_("Date"), 3),
        Column(_("Value"), 2, "right"),
        Column(_("Range printed"), 2),
        Column(_("Where it lies"), 3),
        Column(_("Where it stands"), 4),
    ]
    cells = [_cells(point, one, by_id[point.id], rows) for point in one.points]
    return [*blocks, Table(columns, cells)]


def _titled(one: Series) -> str:
    specimen = f" ({one.specimen})" if one.specimen else ""
    return f"{one.test}{specimen}" + (f", {one.unit}" if one.unit else "")


def _cells(point: Point, one: Series, row: Any, rows: Rows) -> tuple[str, ...]:
    value = f"{point.value.text} {one.unit}".strip()
    flag = _("printed mark: {flag}").format(flag=point.flag) if point.flag else ""
    where = lines(side_words(point.side), flag)
    stands = lines(source(rows, row), row.lab, row.notes)
    return day(point.date) or _("no date"), value, str(point.range or ""), where, stands


def _spot(point: Point) -> Spot:
    assert point.date is not None
    assert point.value.number is not None
    span = point.range
    low = float(span.low) if span and span.low is not None else None
    high = float(span.high) if span and span.high is not None else None
    number, sign = float(point.value.number), point.value.comparator
    return Spot(point.date.first_day, number, sign, low, high, point.value.text)


CHAPTERS = {"result": Chapter("result", N_("Test results"), ("result",), _results)}
