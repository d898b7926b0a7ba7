"""What a journal beside one that was written over begins with, and whether all of it is known."""

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import NamedTuple

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.creating import make
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.copy_marks import went_through
from secondop_desktop.journal.storage.hot_journals import settle_alone
from secondop_desktop.journal.storage.keys import key_of
from secondop_desktop.journal.storage.private_files import work_folder

_TRIED = 3
"""Safe copies that are tried, the newest first."""


class Source(Enum):
    """Where the entries come from that were not written since the journal was opened."""

    OWN = auto()
    COPY = auto()
    OTHER = auto()
    NOTHING = auto()


class Ground(NamedTuple):
    """What is begun with; ``whole`` when it holds all that stood in the journal at its opening.

    ``made`` is when a safe copy was made, in local time.
    """

    source: Source
    whole: bool
    made: datetime | None = None


_Way = tuple[Ground, Callable[[Path], object]]


def lay(journal: Journal, target: Path) -> Ground:
    """Make the file of the new journal out of what is nearest to the journal as it was opened.

    That is its own file, where another was only put in its place; else a safe copy or the file
    that stands there now, whichever holds all; else the newest copy. Raises UserError when there
    is no way.
    """
    for ground, put in _ways(journal):
        try:
            put(target)
        except (UserError, OSError):
            continue
        return ground
    make(target, key_of(journal.path))
    return Ground(Source.NOTHING, whole=False)


def _ways(journal: Journal) -> Iterator[_Way]:
    yield Ground(Source.OWN, whole=True), lambda target: _own(journal, target)
    opened, there = journal.history_at_opening, journal.path
    found: list[tuple[Ground, Path]] = [
        (Ground(Source.COPY, went_through(copy.path, opened), copy.made), copy.path)
        for copy in backup.copies(there)[:_TRIED]
    ]
    found.append((Ground(Source.OTHER, went_through(there, opened)), there))
    for ground, path in sorted(found, key=lambda one: not one[0].whole):
        yield ground, partial(backup.restore, path, whole_only=True)


def _own(journal: Journal, target: Path) -> None:
    with work_folder(target.parent) as work:
        fresh = work / target.name
        journal.write_own(fresh)
        backup.verify(fresh, deep=True)
        settle_alone(fresh, target)
