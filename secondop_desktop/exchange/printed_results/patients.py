"""Whether the words above a row name another patient than the document begins with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from secondop_desktop.exchange.people.person_fit import Fit, fit
from secondop_desktop.exchange.printed_results.found import Doubt, FoundRow
from secondop_desktop.exchange.printed_results.words import Line
from secondop_desktop.exchange.tables.above import told_above


@dataclass
class _Named:
    """A patient from a page and a height on it on, with all that its lines say of them."""

    page: int
    top: float
    said: dict[str, Any] = field(default_factory=dict)


def with_other_patients(
    rows: Sequence[FoundRow], pages: Sequence[Sequence[Line]]
) -> list[FoundRow]:
    """Return the rows, in doubt where another patient than the first is named last above them."""
    named = _named(pages)
    return [_judged(row, named) for row in rows]


def _judged(row: FoundRow, named: Sequence[_Named]) -> FoundRow:
    above = [one for one in named if (one.page, one.top) <= (row.page, row.box.top)]
    if not above or not _is_other(named[0].said, above[-1].said):
        return row
    return replace(row, doubts=row.doubts | {Doubt.OTHER_PATIENT})


def _named(pages: Sequence[Sequence[Line]]) -> list[_Named]:
    found: list[_Named] = []
    for number, page in enumerate(pages, 1):
        for line in page:
            if not (said := told_above([" ".join(cell.text for cell in line)])):
                continue
            if not found or _is_other(found[-1].said, said):
                found.append(_Named(number, min(cell.box.top for cell in line)))
            found[-1].said |= said
    return found


def _is_other(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one.keys() & other.keys()) and fit(one, other) is Fit.OTHER
