"""Who a letter of a type usually goes to."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from secondop_desktop.features.letters.operations.chasing import open_records
from secondop_desktop.features.letters.operations.letter_sources import Shelf, newest
from secondop_desktop.journal.values.clock import local_today


def usual(shelf: Shelf, type_: str) -> str | None:
    """Return the doctor or place that the journal suggests, or None where it suggests none."""
    found = _USUAL.get(type_)
    return found(shelf) if found is not None else None


def _gp(shelf: Shelf) -> str | None:
    return _there(shelf, shelf.who().gp)


def _referring(shelf: Shelf) -> str | None:
    case = shelf.case()
    return _there(shelf, case.referral_by if case is not None else None) or _gp(shelf)


def _there(shelf: Shelf, entry: str | None) -> str | None:
    return entry if entry and shelf.one("provider", entry) is not None else None


def _first(shelf: Shelf) -> str | None:
    """Return who gave the first opinion, or else the diagnosis."""
    opinion = shelf.opinion(lambda place: place == 1)
    if opinion is not None and opinion.provider:
        return _there(shelf, opinion.provider)
    case = shelf.case()
    told = shelf.one("diagnosis", case.diagnosis if case is not None else None)
    told = told or newest(shelf.of("diagnosis"), "date")
    return _there(shelf, told.given_by) if told is not None else None


def _last_seen(shelf: Shelf) -> str | None:
    today = local_today()
    met = [row for row in shelf.of("appointment") if row.provider and row.when]
    last = newest([row for row in met if row.when.last_day <= today], "when")
    return _there(shelf, last.provider) if last is not None else None


def _holder(shelf: Shelf) -> str | None:
    """Return who holds most of what is wanted and was not asked for."""
    rows = [row for row in shelf.of("record") if row.state == "wanted" and not row.asked]
    return _most(shelf, rows)


def _most(shelf: Shelf, rows: Sequence[Any]) -> str | None:
    """Return who holds most of these."""
    held = Counter(row.holder for row in rows if row.holder)
    return _there(shelf, held.most_common(1)[0][0]) if held else None


_USUAL: Mapping[str, Callable[[Shelf], str | None]] = {
    "sheet": _gp,
    "referral": _gp,
    "decided": _gp,
    "referral-chase": _referring,
    "records-chase": lambda shelf: _most(shelf, open_records(shelf)),
    "records": _holder,
    "ask": lambda shelf: _first(shelf) or _gp(shelf),
    "tell": _first,
    "thanks": _last_seen,
}
