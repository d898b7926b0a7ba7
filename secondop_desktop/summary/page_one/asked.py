"""What the person asks of this reader, on page one: each question whole."""

from collections.abc import Sequence
from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, SideBySide
from secondop_desktop.exchange.pdf.text.runs import muted
from secondop_desktop.lang import _
from secondop_desktop.summary.page_one.parts import Part, elsewhere, head, line, nothing
from secondop_desktop.summary.reader import asks_them, questions_for
from secondop_desktop.summary.snapshot import Snapshot

_SEVERAL = 3


def asked(rows: Snapshot) -> Part:
    """Ask as many as there is room for in the person's own order, and say where the others are."""
    found = questions_for(rows, rows.reader)
    if not found:
        return nothing()
    mine = asks_them(rows, rows.reader)
    title = _("What I ask of you") if mine else _("What I want to ask")

    def make(level: int) -> list[Block]:
        blocks: list[Block] = [head(title)]
        items = [f"{n}. {row.text}" for n, row in enumerate(found[:level], 1)]
        blocks += _in_columns(items, large=rows.large)
        return blocks + _others(level, found, rows)

    return Part(len(found), make)


def _in_columns(items: Sequence[str], *, large: bool) -> list[Block]:
    if large or len(items) < _SEVERAL:
        return [line(item) for item in items]
    half = -(-len(items) // 2)
    return [
        SideBySide(
            [[line(one) for one in some] for some in (items[:half], items[half:])], close=True
        )
    ]


def _others(level: int, found: Sequence[Any], rows: Snapshot) -> list[Block]:
    """Say which questions stand in their chapter alone, by their numbers."""
    left = len(found) - level
    if not left:
        return []
    which = _("Question {n}") if left == 1 else _("Questions {first} to {last}")
    text = which.format(n=len(found), first=level + 1, last=len(found))
    if not rows.prints("question"):
        return [line(muted(text))]
    return [line(elsewhere(_("{questions}: page").format(questions=text), "question"))]
