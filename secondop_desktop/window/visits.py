"""The places visited, for Back and Forward, and the one to come back to at the next start."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from secondop_desktop import settings

MOST = 100
"""Places that Back can lead to."""
_PARTS = 4


class Visit(NamedTuple):
    """A screen, as ``key`` or ``key:detail``, with the person whose pages were shown."""

    person: str
    place: str
    field: str = ""
    """The field of the form that had the focus, as ``name@place of the cursor``."""

    @property
    def key(self) -> str:
        """The screen without what was open on it."""
        return self.place.partition(":")[0]


class Visits:
    """The places visited, in order; ``at`` is the one shown now."""

    def __init__(self) -> None:
        self._places: list[Visit] = []
        self._at = -1

    def note(self, visit: Visit) -> None:
        """Remember a place just opened; what Forward would have led to is forgotten."""
        if self.now() is not None and self.now() == visit:
            return
        del self._places[self._at + 1 :]
        self._places.append(visit)
        del self._places[:-MOST]
        self._at = len(self._places) - 1

    def leave(self, place: str) -> None:
        """Remember what was open on the screen that is shown now, to come back to that."""
        if self._at >= 0:
            self._places[self._at] = self._places[self._at]._replace(place=place)

    def now(self) -> Visit | None:
        """Return the place shown now, or None before the first."""
        return self._places[self._at] if self._at >= 0 else None

    def can(self, by: int) -> bool:
        """Tell whether there is a place so many steps back (-1) or forward (1)."""
        return 0 <= self._at + by < len(self._places)

    def step(self, by: int) -> Visit | None:
        """Go back or forward and return where; None where there is nothing."""
        if not self.can(by):
            return None
        self._at += by
        return self._places[self._at]


def keep(journal: Path, visit: Visit) -> None:
    """Keep a place for the next start: by ids alone, and the journal by a hash of its path."""
    text = "|".join((_mark(journal), visit.person, visit.place, visit.field))
    settings.save(replace(settings.load(), open_at=text))


def kept(journal: Path) -> Visit | None:
    """Return the place that was open in this journal at the last end, or None."""
    parts = settings.load().open_at.split("|")
    if len(parts) != _PARTS or parts[0] != _mark(journal):
        return None
    return Visit(parts[1], parts[2], parts[3])


def _mark(journal: Path) -> str:
    return hashlib.sha256(str(journal.resolve()).encode()).hexdigest()[:16]
