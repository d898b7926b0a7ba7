"""The results that matter most, on page one: a line for each test, its last dates side by side."""

from collections.abc import Sequence

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.text.runs import muted
from secondop_desktop.features.results.pdf.grid import table_of
from secondop_desktop.features.results.pdf.overview import words_of
from secondop_desktop.features.results.rules.cumulative import Line, last_dates
from secondop_desktop.lang import _
from secondop_desktop.summary.key_tests import key_tests
from secondop_desktop.summary.page_one.parts import Part, elsewhere, head, line
from secondop_desktop.summary.snapshot import Snapshot

_MOST = 12
_DATES, _LARGE_DATES = 4, 3


def key_results(rows: Snapshot) -> Part:
    """Tell as many tests as there is room for, those that matter most first."""
    found = key_tests(rows)[:_MOST]
    return Part(len(found), lambda level: _blocks(found[:level], rows))


def _blocks(found: Sequence[Line], rows: Snapshot) -> list[Block]:
    if not found:
        return []
    most = _LARGE_DATES if rows.large else _DATES
    where = elsewhere(_("all values: page"), "result") if rows.prints("result") else []
    blocks: list[Block] = [head(_("Key results"), *(["  ", *where] if where else []))]
    shown = [one for one in found if not one.is_worded]
    worded = [one for one in found if one.is_worded]
    while len({one.newest for one in shown}) > most:  # a line without a value would say nothing
        shown.pop()
    blocks += table_of(shown, last_dates(shown, most), large=rows.large) if shown else []
    return [*blocks, *words_of(worded), *_signs(shown)]


def _signs(shown: Sequence[Line]) -> list[Block]:
    """Say what the signs mean."""
    signs = " ".join(text for one in shown for text in one.cells.values())
    if "↑" not in signs and "↓" not in signs:
        return []
    return [line(muted(_("↑ ↓ above or below the range printed with it.")))]
