"""The foot of page one: what each opinion says, what is asked, and what came last."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Box, Content, Para, SideBySide
from secondop_desktop.exchange.pdf.pages.chapter import day, lines, listed
from secondop_desktop.exchange.pdf.text.runs import muted
from secondop_desktop.features.appointments.rules import is_open
from secondop_desktop.features.opinions.rules import place_words
from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.user_order import in_order, in_places
from secondop_desktop.lang import _, in_short
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.page_one_limits import Detail, more, part, short, small_list

_QUESTIONS = 3
_ACROSS = 4
_IN_SHORT = ("what", "plan", "why")
_KEY = frozenset({"appointment", "diagnosis", "medicine", "opinion"})


def opinions(rows: Snapshot, detail: Detail) -> list[Block]:
    """Put what each opinion says side by side: the first, and the latest if there are many."""
    found = in_places(_of_case(rows, "opinion"))
    if not found:
        none = Para(_("No opinion has been written down yet."), "cell")
        return [part(_("What each opinion says")), none]
    left = len(found) - _ACROSS
    shown = found if left <= 0 else [found[0], *found[left + 1 :]]
    columns = [_opinion(row, rows, detail) for row in shown]
    below = (
        [Para(more(left, "opinion", printed=rows.prints("opinion")), "cell")] if left > 0 else []
    )
    return [SideBySide(columns) if len(columns) > 1 else Box(columns[0]), *below]


def _of_case(rows: Snapshot, kind: str) -> Sequence[Any]:
    """Return what belongs to the case of this page; without a case, all there is."""
    found = rows.of(kind)
    return found if rows.case is None else of_case(found, rows.case.id)


def _opinion(row: Any, rows: Snapshot, detail: Detail) -> Content:
    letter = rows.names(row.record) if detail.sources else ""
    by = listed(short(rows.names(row.provider)), day(row.date))
    said = row.overall or _in_short(row, rows) or _("Nothing written down yet")
    about = Para(muted(lines(by, short(letter))), "cell")
    return [part(place_words(row.place)), about, Para(in_short(said, detail.opinion), "cell")]


def _in_short(row: Any, rows: Snapshot) -> str:
    said = {one.aspect: one.text for one in rows.of("statement") if one.opinion == row.id}
    return lines(*(said.get(aspect, "") for aspect in _IN_SHORT))


def asked(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say the three questions that come first in the person's own order."""
    found = [row for row in in_order(_of_case(rows, "question")) if is_open(row)]
    title = part(_("What I ask of you"))
    if not found:
        return [title, Para(_("No question is open."), "cell")]
    texts = [
        f"{place}. {in_short(row.text, detail.letters)}"
        for place, row in enumerate(found[:_QUESTIONS], 1)
    ]
    left = len(found) - _QUESTIONS
    below = more(left, "question", printed=rows.prints("question"))
    return [title, small_list([*texts, *([below] if left > 0 else [])])]
