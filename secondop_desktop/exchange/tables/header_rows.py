"""Headings in several rows: ``Blood pressure`` over ``Systolic`` and ``Diastolic``."""

from collections.abc import Sequence

from secondop_desktop.exchange.tables import headings
from secondop_desktop.exchange.tables.cells import Row
from secondop_desktop.exchange.tables.headings import BETWEEN, plain
from secondop_desktop.exchange.tables.measures import is_note, is_pressure, measure

_ALONE = frozenset({"date", "time", "notes", "lab", "specimen", "test"})
"""Fields of a whole row: what stands over their headings is about others."""

_MOST = 3
"""So many rows are headings at most."""


def joined(lines: Sequence[Row], at: int) -> tuple[Row, int]:
    """Return the row of headings that begins here as one row, and how many rows it takes."""
    head, used = lines[at], 1
    while used < _MOST and at + used < len(lines) and _is_below(head, lines[at + used]):
        below = lines[at + used]
        head = Row(below.line, _joined(head.cells, below.cells), below.sheet)
        used += 1
    return head, used


def _is_below(head: Row, row: Row) -> bool:
    """Tell a row that says more of the headings above it, where those leave room for it."""
    width = max(len(head.cells), len(row.cells))
    above, below = _wide(head.cells, width), _wide(row.cells, width)
    said = [(over, cell) for over, cell in zip(above, below, strict=True) if cell and cell != over]
    filled = [over for over in above if over]
    spans = len(set(filled)) < len(filled) or any(not over for over, _cell in said)
    more = all(_says_more(cell) for _over, cell in said)
    return len(said) > 1 and len(filled) > 1 and spans and more


def _says_more(cell: str) -> bool:
    says = is_note(cell) or bool(_field(cell)) or is_pressure(cell)
    return says or measure(0, cell) is not None


def _field(cell: str) -> str:
    """Return the field that a heading of results or of an appointment names, empty for none."""
    return next(iter(headings.roles([cell], headings.RESULTS)), "")


def _wide(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Join two rows; an upper cell holds for those right of it that are empty."""
    width = max(len(above), len(below))
    over, found = "", []
    for top, low in zip(_wide(above, width), _wide(below, width), strict=True):
        over = top or over
        if not low or plain(low) == plain(top):
            found.append(top)
        elif _field(low) in _ALONE or (not top and _field(over.split(BETWEEN)[-1])):
            found.append(low)
        else:
            found.append(f"{over}{BETWEEN}{low}" if over else low)
    return tuple(found)
