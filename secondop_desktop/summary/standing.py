"""Where the question stands, in two lines: the options that were named, and what was decided."""

from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Para
from secondop_desktop.exchange.pdf.pages.chapter import Rows, brief_of, dotted, word
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.features.decisions.rules.options import WAITING_NAME, lacks_waiting
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import TITLE, _, in_short, inside

_TEXT = 160
"""Letters of what was decided: the whole of it stands in its own appendix."""


def where_it_stands(rows: Rows) -> list[Block]:
    """Name every option of the case, waiting always among them, and how far the decision is.

    Nothing where nobody wrote down either.
    """
    options = in_order(rows.of_case("option"))
    decisions = rows.of_case("decision")
    decided = _decided(decisions[-1], rows) if decisions else ""
    if not options and not decided:
        return []
    names = [in_short(rows.names(row.id), TITLE) for row in options]
    if lacks_waiting(options):
        first = _(WAITING_NAME)
        names.append(inside(first) if names else first)
    said = [(_("Options named:"), "; ".join(names)), (_("Decided so far:"), decided)]
    return [Para([bold(label), f" {text}"], "tight") for label, text in said if text]


def _decided(row: Any, rows: Rows) -> str:
    """Say the stage, the option and the words of a decision, and its day."""
    stage = word(rows, "decision", "stage", row.stage)
    option = in_short(rows.names(row.option), TITLE)
    text = in_short(row.text, _TEXT)
    return dotted(stage, option, text if text != option else "", brief_of(row, "date"))
