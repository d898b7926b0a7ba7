"""The questions for one appointment, each with room to write what is said."""

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Heading,
    Para,
    Together,
    WritingLines,
)
from secondop_desktop.exchange.pdf.text.runs import bold, muted
from secondop_desktop.lang import _
from secondop_desktop.summary.reader import questions_for
from secondop_desktop.summary.snapshot import Snapshot

_BLANK = 4


def question_sheet(rows: Snapshot, lines: int) -> list[Block]:
    """Return the questions for this reader, each whole with so many lines to write on.

    Where there are none yet, there is room for some to be written by hand.
    """
    found = questions_for(rows, rows.reader)
    asked = [
        Together(Para([bold(f"{number}. {row.text}")], "body"), WritingLines(lines))
        for number, row in enumerate(found, start=1)
    ]
    blank = [] if found else [WritingLines(lines, f"{n}.") for n in range(1, _BLANK + 1)]
    return [*_head(rows), *asked, *blank, *_after(lines)]


def _head(rows: Snapshot) -> list[Block]:
    case = rows.case
    blocks: list[Block] = [Heading(1, _("My questions"))]
    blocks += [Para(rows.reader.words, "strong")] if rows.reader.words else []
    if case is not None and case.question:
        blocks.append(Para([muted(_("What it is about: ")), case.question], "body"))
    return blocks


def _after(lines: int) -> list[Block]:
    """Leave room for what nobody should go home without."""
    return [
        Together(
            Heading(2, _("Before we finish")),
            WritingLines(max(lines - 1, 2), _("What happens next, who does it, and by when")),
            WritingLines(1, _("Who to ring with questions, and the number")),
        )
    ]
