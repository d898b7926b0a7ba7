"""What happened, on one page: a line an event, key results beside them, then what is to come."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Content,
    Heading,
    Para,
    Table,
    noted,
)
from secondop_desktop.exchange.pdf.pages.chapter import Rows, brief
from secondop_desktop.exchange.pdf.text.runs import Run, bold, mention, muted
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, in_short, ngettext
from secondop_desktop.summary.events import Event, events
from secondop_desktop.summary.key_tests import key_tests
from secondop_desktop.summary.standing import where_it_stands

_LINES, _LARGE_LINES = 34, 14
"""Events on one page, most of them in a line, some in two."""
_TITLE, _MORE = 110, 150
_MANY = 3  # of the same in one year: more are told in one line
_TESTS, _VALUES = 4, 3
_NUMBER = re.compile(r"\b#?\d+\b")
"""What tells one of a row from the next: "Cycle 1", "Cycle 2"."""
_WEIGHT = {"opinion": 0, "diagnosis": 0, "treatment": 0, "case": 0, "appointment": 1, "medicine": 2}
_LEAST = 3
_NOTES = 4
"""Symptom notes told among many other events."""
_LASTING = frozenset({"diagnosis", "treatment", "opinion"})
"""What is worth a line also where it lies further back than the rest is told."""


def happened(rows: Rows) -> list[Block]:
    """Return the events that fit on a page, those that matter most and the newest first."""
    found = _with_values(_in_few_lines(events(rows)), rows)
    past = [one for one in found if one.is_past(rows.today)]
    coming = [one for one in found if not one.is_past(rows.today)]
    stands = where_it_stands(rows)
    room = (_LARGE_LINES if rows.large else _LINES) - len(coming) - len(stands)
    shown = _chosen(past, rows, room)
    heading = [Heading(3, _("Still to come"))] if coming else []
    left = [one for one in past if one not in shown]
    notes = _left_out(left)
    if not coming:
        return noted(_by_day(shown, rows), [*notes, *stands])
    told = noted(_by_day(shown, rows), notes)
    return [*told, *heading, *noted(_by_day(coming, rows), stands)]


def _chosen(past: Sequence[Event], rows: Rows, room: int) -> list[Event]:
    """Choose what is told: since the day, and what lasts from before where there is room."""
    recent = [one for one in past if one.date.last_day >= rows.since]
    before = [one for one in past if one.date.last_day < rows.since and one.kind in _LASTING]
    newest = sorted(recent, key=lambda one: one.date.stored, reverse=True)
    notes = [one for one in newest if one.kind == "symptom"][_NOTES:]
    first = sorted(newest, key=lambda one: (one in notes, _WEIGHT.get(one.kind, _LEAST)))
    first = first if len(first) < room // 2 else [one for one in first if one not in notes]
    chosen = [*first, *reversed(before)][: max(room, 1)]
    return sorted(chosen, key=lambda one: one.date.stored)


def _left_out(left: Sequence[Event]) -> list[Block]:
    """Say how many are not told, and of which years."""
    if not left:
        return []
    first, last = left[0].date.year, left[-1].date.year
    text = ngettext(
        "{n} other event is not shown here ({years}).",
        "{n} other events are not shown here ({years}).",
        len(left),
    )
    years = str(first) if first == last else _("{first} to {last}").format(first=first, last=last)
    return [Para(muted(text.format(n=len(left), years=years)), "small")]


def _with_values(found: Sequence[Event], rows: Rows) -> list[Event]:
    """Let the values of key tests join the line of their day, or have one of their own."""
    values: dict[PartialDate, list[str]] = {}
    for one in key_tests(rows)[:_TESTS]:
        for day, said in one.cells.items():
            unit = f" {one.unit}" if one.unit else ""
            values.setdefault(day, []).append(f"{one.test} {said}{unit}")
    joined: list[Event] = []
    for event in found:
        day = event.date.without_time()
        visit = event.kind in {"appointment", "opinion"} and event.held
        said = ", ".join(values.pop(day, [])[:_VALUES]) if visit else ""
        joined.append(replace(event, values=said))
    joined += [
        Event(day, "result", _("Test results"), values=", ".join(said[:_VALUES]))
        for day, said in values.items()
    ]
    return sorted(joined, key=lambda one: (one.date.stored, one.kind, one.title))


def _in_few_lines(found: Sequence[Event]) -> list[Event]:
    """Tell what came many times in a year in one line, at the first of its days."""
    alike: dict[tuple[int, str, str], list[Event]] = {}
    for one in found:
        title = " ".join(_NUMBER.sub("", one.title).split())
        alike.setdefault((one.date.year, one.kind, title), []).append(one)
    left: list[Event] = []
    for (_year, _kind, title), group in alike.items():
        left += [_together(title, group)] if len(group) > _MANY else group
    return sorted(left, key=lambda one: one.date.stored)


def _together(title: str, group: Sequence[Event]) -> Event:
    last = brief(group[-1].date)
    text = _("{number} times until {date}").format(number=len(group), date=last)
    one_title = len({one.title for one in group}) == 1
    return replace(group[0], title=group[0].title if one_title else title, more=text)


def _by_day(found: Iterable[Event], rows: Rows) -> list[Block]:
    days = [(when, list(some)) for when, some in groupby(found, key=lambda one: brief(one.date))]
    if rows.large:
        return [Para([bold(w), "  ", *_line(one)], "tight") for w, some in days for one in some]
    cells: list[list[Content]] = [
        [bold(when), [Para(_line(one), "tight") for one in some]] for when, some in days
    ]
    columns = [Column(_("When"), 1.3), Column(_("What"), 9)]
    return [Table(columns, cells, row_headers=True, look="tight", headed=False)] if cells else []


def _line(one: Event) -> list[str | Run]:
    more = in_short(one.more, _MORE)
    title = in_short(one.title, _TITLE)
    named = mention(title, f"record {one.entry}") if one.entry else title
    words: list[str | Run] = [named, muted(f" – {more}" if more else "")]
    return [*words, f" · {one.values}"] if one.values else words
