"""The results that matter most, on page one: a line for each test, its last dates side by side."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block
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
    blocks: list[Block] = [head(_("Key results"))]
    shown = [one for one in found if not one.is_worded]
    worded = [one for one in found if one.is_worded]
    while len({one.newest for one in shown}) > most:  # a line without a value would say nothing
        shown.pop()
    blocks += table_of(shown, last_dates(shown, most), large=rows.large) if shown else []
    return [*blocks, *words_of(worded), *_below(shown, rows)]


def _below(shown: Sequence[Line], rows: Snapshot) -> list[Block]:
    """Say what the signs mean, and where all values are."""
    words: list[Any] = []
    signs = " ".join(text for one in shown for text in one.cells.values())
    if "↑" in signs or "↓" in signs:
        words.append(_("↑ ↓ above or below the range printed with it. "))
    if rows.prints("result"):
        words += elsewhere(_("All values: page"), "result")
    return [line(words)] if words else []
