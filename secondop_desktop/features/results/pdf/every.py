"""Every result on paper, as it was printed: each with its range, its mark and where it stands."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Content,
    Heading,
    Para,
    Together,
)
from secondop_desktop.exchange.pdf.blocks.trend import Point as Spot
from secondop_desktop.exchange.pdf.blocks.trend import trend
from secondop_desktop.exchange.pdf.pages.chapter import (
    Rows,
    below,
    dated,
    day_of,
    found_in,
    lines,
    listed,
    table,
    word,
)
from secondop_desktop.exchange.pdf.text.runs import bold, muted
from secondop_desktop.features.results.pdf.tests_told import told_series
from secondop_desktop.features.results.rules.series import Point, Series, side_of, summary
from secondop_desktop.journal.values.quantities import Side
from secondop_desktop.lang import N_, _

LEAST_FOR_CHART = 4
CHARTS = 6
LABEL = 8
"""Letters of a value that are written beside its point; a longer one is rounded there."""
_SIDES = {Side.BELOW: N_("below"), Side.WITHIN: N_("within"), Side.ABOVE: N_("above")}


def every(rows: Rows) -> list[Block]:
    """Return a chart and a table for the tests with the most values, and all others in one."""
    found = rows.of("result")
    by_id = {row.id: row for row in found}
    parts = told_series(rows)
    charted = _charted(parts)
    blocks = [block for one in charted for block in _over_time(one, by_id, rows)]
    shown = {point.id for one in charted for point in one.points}
    ordered = [by_id[point.id] for one in parts for point in one.points]
    placed = {row.id for row in ordered}
    without = dated([row for row in found if row.id not in placed], "date")
    left = [row for row in (*ordered, *without) if row.id not in shown]
    others = _listed(left, rows)
    heading = [Heading(3, _("Other results"))] if charted and others else []
    return [*blocks, *heading, *others, *in_part(rows)]


def in_part(rows: Rows) -> list[Block]:
    """List the results of which a part, such as the date, cannot be read: as they are written."""
    found = _listed(rows.in_part("result"), rows)
    heading = Heading(3, _("Test results that could not be read whole"))
    said = _("They are printed as they are written, and are in no other table or chart.")
    return [heading, Para(muted(said), "small"), *found] if found else []


def _charted(parts: Sequence[Series]) -> list[Series]:
    """Choose the few tests with the most values; a chart of each would bury the others."""
    enough = [one for one in parts if len(one.plotted) >= LEAST_FOR_CHART and varies(one)]
    most = sorted(enough, key=lambda one: -len(one.plotted))[:CHARTS]
    return [one for one in enough if one in most]


def varies(one: Series) -> bool:
    """Tell whether a line of its values would move."""
    return len({point.value.number for point in one.plotted}) > 1


def _over_time(one: Series, by_id: dict[str, Any], rows: Rows) -> list[Block]:
    title, said = titled(one), summary(one)
    chart = trend([spot(point) for point in one.plotted], unit=one.unit, alt=f"{title}: {said}")
    columns = [Column(_("Date"), 4), *_columns()]
    found = [by_id[point.id] for point in one.points]
    panels = {row.panel for row in found}
    shared = panels.pop() if len(panels) == 1 else ""
    cells = [
        _cells([day_of(row, "date") or _("no date")], row, rows, one.unit, shared) for row in found
    ]
    above = Together(Para([said, muted(f" {shared}")]), chart)
    return [Heading(3, title), above, *table(rows, columns, cells)]


def titled(one: Series) -> str:
    """Return the name of a test with its specimen and unit."""
    specimen = f" ({one.specimen})" if one.specimen else ""
    return f"{one.test}{specimen}" + (f", {one.unit}" if one.unit else "")


def _listed(found: Sequence[Any], rows: Rows) -> list[Block]:
    columns = [Column(_("Test and date"), 5), *_columns()]
    return table(rows, columns, [_cells(_named(row), row, rows) for row in found])


def _named(row: Any) -> list[Any]:
    specimen = f" ({row.specimen})" if row.specimen else ""
    when = day_of(row, "date") or _("no date")
    return [bold(row.test or _("Test result")), f"{specimen}\n{when}"]


def _columns() -> list[Column]:
    return [
        Column(_("Value"), 3),
        Column(_("Range printed"), 3),
        Column(_("Compared with that range"), 3),
        Column(_("Where from"), 5),
    ]


def _cells(
    head: list[Any], row: Any, rows: Rows, unit: str = "", shared: str = ""
) -> list[Content]:
    """Return a row of cells; large print has room for three, which then hold what five would."""
    value = str(row.value or "–")
    if row.unit and row.unit != unit:
        value = f"{value} {row.unit}"
    panel = row.panel if row.panel != shared else ""
    side = side_of(row)
    flag = _("mark {flag}").format(flag=row.flag) if row.flag else ""
    state = word(rows, "result", "state", "" if row.state == "final" else row.state)
    against = lines(listed(_(_SIDES[side]) if side else "", flag), state)
    printed = lines(str(row.range or ""), row.other_ranges)
    stands = below(found_in(rows, row), row.lab, panel, row.notes)
    if not rows.large:
        return [head, value, printed, against, stands]
    more = ["\n", *stands] if stands else []
    return [[*head, *more], value, lines(printed, against), "", ""]


def spot(point: Point) -> Spot:
    """Return a point as a chart draws it."""
    assert point.date is not None
    assert point.value.number is not None
    span = point.range
    low = float(span.low) if span and span.low is not None else None
    high = float(span.high) if span and span.high is not None else None
    number, sign = float(point.value.number), point.value.comparator
    said = str(point.value) if len(str(point.value)) <= LABEL else ""
    return Spot(point.date.first_day, number, sign, low, high, said)
