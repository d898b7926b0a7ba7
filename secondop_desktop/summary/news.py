"""What came last: the latest results, the last events and the next one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Para
from secondop_desktop.exchange.pdf.pages.chapter import dotted, listed
from secondop_desktop.exchange.pdf.text.runs import Words, bold, muted
from secondop_desktop.features.results.rules import Point, Series, series
from secondop_desktop.journal.values.quantities import Side
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.chronology import Event, events
from secondop_desktop.summary.page_one_limits import Detail, part, short, small_list

_KEY = frozenset({"appointment", "diagnosis", "medicine", "opinion"})
_MOST = 6


@dataclass(frozen=True)
class News:
    """The newest of each series with its row, and events before and after today."""

    results: Sequence[tuple[Series, Any]]
    past: Sequence[Event]
    coming: Sequence[Event]


def news(rows: Snapshot) -> News:
    """Read what came last, once for every try at the page."""
    found = [one for one in events(rows) if one.kind in _KEY and one.held]
    past = [one for one in found if one.is_past(rows.today)][-_MOST:]
    coming = [one for one in found if not one.is_past(rows.today)][:1]
    days = [replace(one, date=one.date.without_time()) for one in past]
    return News(_newest(rows)[:_MOST], days, coming)


def _newest(rows: Snapshot) -> list[tuple[Series, Any]]:
    """Order the tests by their latest value, those of the case before others."""
    by_id = {row.id: row for row in rows.of("result")}
    found = [(one, by_id[point.id]) for one in series(by_id.values()) if (point := _last(one))]
    case = rows.case.id if rows.case is not None else None
    return sorted(found, key=lambda one: (one[1].case == case, one[1].date.stored), reverse=True)


def _last(one: Series) -> Point | None:
    return next((point for point in reversed(one.points) if point.date), None)


def results(known: News, rows: Snapshot, detail: Detail) -> list[Block]:
    """Say the latest values, each with its printed range, its day and where it stands."""
    items = [_result(one, row, rows, detail) for one, row in known.results[: detail.lately]]
    return [part(_("Latest results")), small_list(items)] if items else []


def _result(one: Series, row: Any, rows: Snapshot, detail: Detail) -> Words:
    last = next(point for point in one.points if point.id == row.id)
    value = " ".join(part for part in (str(last.value), row.unit) if part)
    stands = (rows.names(row.record) or row.lab) if detail.sources else ""
    said = listed(value, _range(last.side, str(last.range or "")))
    about = dotted(row.date.without_time().words(), short(stands))
    return [bold(short(one.test)), f" {short(said)}", muted(f" – {about}")]


def _range(side: Side | None, printed: str) -> str:
    """Say the printed range, and when the value lies outside it on which side."""
    if not printed:
        return ""
    texts = {Side.BELOW: _("below the range {range}"), Side.ABOVE: _("above the range {range}")}
    text = texts.get(side, _("range {range}")) if side else _("range {range}")
    return text.format(range=printed)


def lately(known: News, detail: Detail) -> list[Block]:
    """Say what happened last, and what comes next."""
    last = known.past[-detail.lately :] if detail.lately else []
    said = [(_("What happened last:"), last), (_("Next:"), known.coming)]
    words = [part for label, some in said if some for part in (bold(label), _in_a_line(some))]
    return [Para(words, "small")] if words else []


def _in_a_line(found: Sequence[Event]) -> str:
    days = groupby(found, key=lambda one: one.date.words())
    said = (f"{when}: {listed(*(short(one.title) for one in some))}" for when, some in days)
    return f" {dotted(*said)}  "
