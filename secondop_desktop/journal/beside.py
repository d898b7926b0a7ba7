"""A new journal beside one that another program wrote over: it keeps what was written here."""

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.change import ChangeSet, new_id
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.attachments import hash_of
from secondop_desktop.journal.ground import Ground, lay
from secondop_desktop.journal.storage.copy_marks import take_another_id
from secondop_desktop.journal.storage.engine import connect, translate_errors
from secondop_desktop.journal.storage.long_list import LongList
from secondop_desktop.journal.storage.long_names import shortened
from secondop_desktop.journal.storage.raw_rows import STAMPS, Raw, RowChange, Rows, joined
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.lang import _

_NUMBERED = len(" 000.secondop-journal")


class WrittenHere:
    """What was written since a journal was opened: each entry as it should be now.

    Nothing of it is read from the file, which may be another's by now.
    """

    def __init__(self) -> None:
        self._rows: _Written = {}
        self._before: list[Iterable[RowChange]] = []
        """Before a long change, and that change itself, of which the memory holds nothing."""

    def note(self, changes: ChangeSet) -> None:
        """Take in what one commit did."""
        if isinstance(changes.rows, LongList):
            self._before += [tuple(self._rows.values()), changes.rows]
            self._rows = {}
        else:
            _take_in(self._rows, changes.rows)

    def rows(self) -> tuple[RowChange, ...]:
        """Return the entries in the order in which they were first written."""
        whole: _Written = {}
        for rows in (*self._before, self._rows.values()):
            _take_in(whole, rows)
        return tuple(whole.values())


_Written = dict[tuple[str, str], RowChange]


def _take_in(known: _Written, rows: Iterable[RowChange]) -> None:
    for row in rows:
        key = (row.kind, row.id)
        first = known.get(key)
        known[key] = row if first is None else joined(first, row)


class Begun(NamedTuple):
    """A journal that was begun beside another, and what it began with."""

    journal: Journal
    ground: Ground


def begin_beside(journal: Journal, written: WrittenHere) -> Begun:
    """Make and open a new journal: what is nearest to this one, and what was written since.

    Raises UserError when none can be made.
    """
    target = _free_name(journal.path)
    ground = lay(journal, target)
    with translate_errors(target), closing(connect(target)) as sql:
        take_another_id(sql, new_id())
    made = Journal.open(target, journal.kinds)
    try:
        _bring_files(journal, made, written.rows())
        _write(made, written.rows())
    except BaseException:
        made.close()
        raise
    return Begun(made, ground)


def otherwise_there(made: Journal, other: Path) -> list[str]:
    """Return the titles of the entries that another file lacks or holds otherwise.

    Empty where that file cannot be read: then there is nothing to compare.
    """
    with suppress(UserError), Journal.look(other, made.kinds) as looked:
        theirs = _contents(looked)
        return [
            made.name(one) or one for one, row in _contents(made).items() if theirs.get(one) != row
        ]
    return []


def _contents(journal: Journal) -> dict[str, dict[str, object]]:
    """Return what every entry says, by its id; when it was changed does not count."""
    with journal.reading() as connection:
        rows = Rows(connection, journal.kinds)
        return {str(raw["id"]): _told(raw) for kind in journal.kinds for raw in rows.all(kind)}


def _told(raw: Raw) -> dict[str, object]:
    return {name: value for name, value in raw.items() if name not in STAMPS}


def without_file(made: Journal, written: WrittenHere) -> list[str]:
    """Return the titles of what was written here of which the file could not be kept."""
    named = _named_files(made, written.rows())
    return [made.name(entry) or entry for entry, file in named if not made.holds_file(file)]


def _named_files(journal: Journal, rows: Iterable[RowChange]) -> list[tuple[str, str]]:
    """Return each entry that was written with a file, and that file's hash."""
    return [
        (row.id, str(row.after[field.name]))
        for row in rows
        for field in journal.kinds[row.kind].fields
        if field.file and row.after and row.after.get(field.name)
    ]


def _bring_files(journal: Journal, made: Journal, rows: tuple[RowChange, ...]) -> None:
    """Store the files of what was written here, from wherever their bytes can still be read."""
    files = dict.fromkeys(file for _entry, file in _named_files(journal, rows))
    for file in files:
        data = None if made.holds_file(file) else _bytes_of(journal, file)
        if data is not None:
            with made.change(_("Attach")) as change:
                made.attach(change, BytesIO(data), file)


def _bytes_of(journal: Journal, file: str) -> bytes | None:
    """Return the bytes of a file: from memory, from what stands there, or from any safe copy."""
    if (held := journal.fresh_files.get(file)) is not None:
        return held
    if (found := _whole(journal, file)) is not None:
        return found
    for copy in backup.copies(journal.path):
        with suppress(UserError), Journal.look(copy.path, journal.kinds) as looked:
            if (found := _whole(looked, file)) is not None:
                return found
    return None


def _whole(journal: Journal, file: str) -> bytes | None:
    with suppress(UserError):
        data = journal.file(file)
        return data if hash_of([data]) == file else None
    return None


def _free_name(path: Path) -> Path:
    day = local_now().strftime("%Y-%m-%d")
    apart = _("{name}, kept apart {date}")
    room = len(os.fsencode(apart.format(name="", date=day))) + _NUMBERED
    stem = apart.format(name=shortened(path.parent, path.stem, room), date=day)
    names = (f"{stem}{end}.secondop" for end in ("", *(f" {n}" for n in range(2, 1000))))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())


def _write(journal: Journal, rows: tuple[RowChange, ...]) -> None:
    """Write all at once; where something that is named is not there, entry by entry."""
    try:
        _follow(journal, rows)
    except UserError:
        for row in rows:
            try:
                _follow(journal, (row,))
            except UserError:
                continue


def _follow(journal: Journal, rows: Iterable[RowChange]) -> None:
    with journal.change(_("What was written before the file was written over")) as change:
        for row in rows:
            change.follow(row)
