"""Page one, which stands alone; it tells as much as fits on it."""

from collections.abc import Callable

from secondop_desktop.exchange.pdf.flow import Block, Heading, SideBySide
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.detail import DETAILS, Detail
from secondop_desktop.summary.health import allergies, diagnoses, medicines
from secondop_desktop.summary.views import asked, lately, opinions, results
from secondop_desktop.summary.who import question, who

Fits = Callable[[list[Block]], bool]


def page_one(rows: Snapshot, fits: Fits) -> list[Block]:
    """Return the blocks of page one with as much detail as fits; the rest flows on."""
    for detail in DETAILS:
        if fits(_page(rows, detail)):
            return _page(rows, detail)  # anew: blocks are used in one document only
    return _page(rows, DETAILS[-1])


def _page(rows: Snapshot, detail: Detail) -> list[Block]:
    taken = [*medicines(rows, detail), *allergies(rows, detail)]
    return [
        Heading(1, _("Summary for a second opinion"), outline=_("Page one")),
        *who(rows, detail),
        question(rows, detail),
        *_beside(rows, diagnoses(rows, detail), taken),
        *opinions(rows, detail),
        *_beside(rows, asked(rows, detail), results(rows, detail)),
        *lately(rows, detail),
    ]


def _beside(rows: Snapshot, *columns: list[Block]) -> list[Block]:
    """Put columns side by side; large print has no room for that."""
    known = [column for column in columns if column]
    if rows.large or len(known) < 2:
        return [block for column in known for block in column]
    return [SideBySide(known)]
