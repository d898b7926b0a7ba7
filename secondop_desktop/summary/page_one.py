"""Page one, which stands alone; it tells as much as fits on it."""

from collections.abc import Callable

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, SideBySide
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.health import allergies, diagnoses, medicines
from secondop_desktop.summary.news import News, lately, news, results
from secondop_desktop.summary.page_one_limits import DETAILS, Detail
from secondop_desktop.summary.views import asked, opinions
from secondop_desktop.summary.who import question, who

Fits = Callable[[list[Block]], bool]


def page_one(rows: Snapshot, fits: Fits) -> list[Block]:
    """Return the blocks of page one with as much detail as fits; the rest flows on."""
    known = news(rows)
    for detail in DETAILS:
        if fits(_page(rows, known, detail)):
            return _page(rows, known, detail)  # anew: blocks are used in one document only
    return _page(rows, known, DETAILS[-1])


def _page(rows: Snapshot, known: News, detail: Detail) -> list[Block]:
    taken = [*medicines(rows, detail), *allergies(rows, detail)]
    return [
        Heading(1, _("Summary for a second opinion")),
        *who(rows, detail),
        question(rows, detail),
        *_beside(rows, diagnoses(rows, detail), taken),
        *opinions(rows, detail),
        *_beside(rows, asked(rows, detail), results(known, rows, detail)),
        *lately(known, detail),
    ]


def _beside(rows: Snapshot, *columns: list[Block]) -> list[Block]:
    """Put columns side by side; large print has no room for that."""
    known = [column for column in columns if column]
    if rows.large or len(known) < 2:
        return [block for column in known for block in column]
    return [SideBySide(known)]
