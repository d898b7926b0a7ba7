"""The foot of page one: what each opinion says, what is asked, and what came last."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from secondop_desktop.exchange.pdf.chapter import day, dotted, lines, listed
from secondop_desktop.exchange.pdf.flow import Block, Box, Content, Heading, Para, SideBySide
from secondop_desktop.exchange.pdf.text import Words, bold, muted
from secondop_desktop.features.appointments.rules import in_order, is_open
from secondop_desktop.features.opinions.rules import place_words
from secondop_desktop.features.results.rules import Series, series
from secondop_desktop.journal.quantities import Side
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.chronology import Event, events
from secondop_desktop.summary.detail import Detail, cut, more, short, small_list

_QUESTIONS = 3
_ACROSS = 4
_IN_SHORT = ("what", "plan", "why")
_KEY = frozenset({"appointment", "diagnosis", "medicine", "opinion"})


def opinions(rows: Snapshot, detail: Detail) -> list[Block]:
    """Put what each opinion says side by side: the first, and the latest if there are many."""
    found = _of_case(rows, sorted(rows.of("opinion"), key=_place))
    if not found:
        none = Para(_("No opinion has been written down yet."), "cell")
        return [Heading(3, _("What each opinion says")), none]
    left = len(found) - _ACROSS
    shown = found if left <= 0 else [found[0], *found[left + 1 :]]
    columns = [_opinion(row, rows, detail) for row in shown]
    below = (
        [Para(more(left, "opinion", printed=rows.prints("opinion")), "cell")] if left > 0 else []
    )
    return [SideBySide(columns) if len(columns) > 1 else Box(columns[0]), *below]


def _of_case(rows: Snapshot, found: Sequence[Any]) -> list[Any]:
    """Keep what belongs to the case of this page, or to none."""
    return [row for row in found if rows.case is None or row.case in (rows.case.id, None)]


def _place(row: Any) -> tuple[bool, int, str]:
    return row.place is None, row.place or 0, row.date.stored if row.date else ""


def _opinion(row: Any, rows: Snapshot, detail: Detail) -> Content:
    letter = rows.names(row.record) if detail.sources else ""
    by = listed(short(rows.names(row.provider)), day(row.date))
    said = row.overall or _in_short(row, rows) or _("Nothing written down yet")
    about = Para(muted(lines(by, short(letter))), "cell")
    return [Heading(3, place_words(row.place)), about, Para(cut(said, detail.opinion), "cell")]


def _in_short(row: Any, rows: Snapshot) -> str:
    said = {one.aspect: one.text for one in rows.of("statement") if one.opinion == row.id}
    return lines(*(said.get(aspect, "") for aspect in _IN_SHORT))


def asked(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say the three questions that come first in the person's own order."""
    found = _of_case(rows, [row for row in in_order(rows.of("question")) if is_open(row)])
    title = Heading(3, _("What I ask of you"))
    if not found:
        return [title, Para(_("No question is open."), "cell")]
    texts = [
        f"{place}. {cut(row.text, detail.letters)}"
        for place, row in enumerate(found[:_QUESTIONS], 1)
    ]
    left = len(found) - _QUESTIONS
    below = more(left, "question", printed=rows.prints("question"))
    return [title, small_list([*texts, *([below] if left > 0 else [])])]


def results(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say the latest value of the tests done last, those of the case before others."""
    items = _results(rows, detail)
    return [Heading(3, _("Latest results")), small_list(items)] if items else []


def _results(rows: Snapshot, detail: Detail) -> list[Words]:
    by_id = {row.id: row for row in rows.of("result")}
    found = [one for one in series(by_id.values()) if one.points[-1].date]
    case = rows.case.id if rows.case is not None else ""

    def order(one: Series) -> tuple[bool, str]:
        last = one.points[-1]
        return by_id[last.id].case == case, last.date.stored if last.date else ""

    newest = sorted(found, key=order, reverse=True)[: detail.lately]
    return [_latest(one, by_id[one.points[-1].id], rows, detail) for one in newest]


def _latest(one: Series, row: Any, rows: Snapshot, detail: Detail) -> Words:
    last = one.points[-1]
    value = " ".join(part for part in (last.value.text, row.unit) if part)
    when = last.date.without_time().words() if last.date else ""
    stands = (rows.names(row.record) or row.lab) if detail.sources else ""
    said = listed(value, _range(last.side, str(last.range or "")))
    about = dotted(when, short(stands))
    return [bold(short(one.test)), f" {short(said)}", muted(f" – {about}")]


def _range(side: Side | None, printed: str) -> str:
    """Say the printed range, and when the value lies outside it on which side."""
    if not printed:
        return ""
    texts = {Side.BELOW: _("below the range {range}"), Side.ABOVE: _("above the range {range}")}
    text = texts.get(side, _("range {range}")) if side else _("range {range}")
    return text.format(range=printed)


def lately(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say what happened last, and what comes next."""
    found = [one for one in events(rows) if one.kind in _KEY]
    past = [
        replace(one, date=one.date.without_time())
        for one in found
        if one.date.first_day <= rows.today
    ]
    coming = [one for one in found if one.date.first_day > rows.today]
    last = past[-detail.lately :] if detail.lately else []
    known = [(_("What happened last:"), last), (_("Next:"), coming[:1])]
    said = [(label, some) for label, some in known if some]
    words = [part for label, some in said for part in (bold(label), f" {_in_a_line(some)}  ")]
    return [Para(words, "small")] if said else []


def _in_a_line(found: Sequence[Event]) -> str:
    days = groupby(found, key=lambda one: one.date.words())
    return dotted(
        *(f"{when}: {listed(*(short(one.title) for one in some))}" for when, some in days)
    )
