"""Hashes over what no entry's seal covers: the history, and what is noted of the stored files.

Each step of the history is hashed together with the hash of all before it, so that no letter of
it can change unseen. Both hashes stand in ``meta``.
"""

import hashlib
import json
from collections import deque
from collections.abc import Iterable
from typing import Any, NamedTuple

from secondop_desktop.journal.storage.engine import Driver
from secondop_desktop.journal.storage.packed_text import unpacked

_LOG, _FILES = "log seal", "file seal"
_LAST = 2**63 - 1
LINES = "SELECT seq, step, at, what, label, merge, target FROM change_log"
_ROWS = 'SELECT seq, position, kind, entry, "before", "after" FROM change_row'
_NOTED = (
    "SELECT hash, size, type, added, packed FROM attachment ORDER BY hash",
    "SELECT hash, position, length(bytes) FROM attachment_chunk ORDER BY hash, position",
    "SELECT hash, name, imported FROM source ORDER BY hash",
)
_TEXT = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=repr)
SEAL_BEFORE = "log seal before"
"""Names in ``meta`` the hash of the history without its newest step."""


class Line(NamedTuple):
    """One line of the history, in the order of its columns."""

    seq: int
    step: int
    at: str
    what: str
    label: str
    merge: str
    target: int | None


LoggedRow = tuple[Any, ...]
"""What a line did to an entry: seq, position, kind, entry, before and after."""


class KeptSeals(NamedTuple):
    """What the history bears: its last place (-1 for no hash yet), its hash, and the one before."""

    at: int
    known: str
    before: str

    @property
    def without_newest(self) -> "KeptSeals":
        """What the history bore before its newest line."""
        return self._replace(known=self.before)

    def end_with(self, line: Line, rows: Iterable[LoggedRow]) -> bool:
        """Tell whether a line is the newest, as it was sealed."""
        return (self.at, self.known) == (line.seq, _joined(self.before, line, rows))


def kept_seals(sql: Driver) -> KeptSeals:
    """Read what the history bears."""
    both = "SELECT key, value FROM meta WHERE key IN (?, ?)"
    found = {str(key): str(value) for key, value in sql.execute(both, (_LOG, SEAL_BEFORE))}
    return KeptSeals(*_parted(found.get(_LOG, "")), found.get(SEAL_BEFORE, ""))


def seal_line(sql: Driver, kept: KeptSeals, line: Line, rows: Iterable[LoggedRow]) -> None:
    """Add the newest line to the hash of the history; where that was harmed it stays known.

    All of the ``rows`` are taken: they may be written as they come.
    """
    if kept.at < 0:  # it bears none yet
        deque(rows, maxlen=0)
        seal_log(sql)
        return
    seal = f"{line.seq} {_joined(kept.known, line, rows)}"
    # A row that is replaced is a new one, for which the index of the keys is written too.
    sql.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?), (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_LOG, seal, SEAL_BEFORE, kept.known),
    )


def seal_log(sql: Driver) -> None:
    """Hash the whole history anew: after it was shortened, or where it bears no hash yet."""
    _keep(sql, _LOG, _of_log(sql))


def seal_files(sql: Driver) -> None:
    """Hash anew what is noted of the stored files."""
    _keep(sql, _FILES, _of_files(sql))


def bear_log_seal(sql: Driver, seal: str) -> None:
    """Let a history that was carried over bear the hash it had; one without gets its own."""
    _keep(sql, _LOG, seal or _of_log(sql))


def kept_log(sql: Driver) -> str:
    """Return the hash that the history bears; it differs from that of any other history."""
    return _kept(sql, _LOG)


def seal_missing(sql: Driver) -> bool:
    """Tell whether a journal bears no such hashes yet, as those of an earlier version."""
    return not (_kept(sql, _LOG) and _kept(sql, _FILES))


def log_fits(sql: Driver) -> bool:
    """Tell whether the history is what was hashed; true where nothing was."""
    return _kept(sql, _LOG) in {"", _of_log(sql)}


def log_went_through(sql: Driver, kept: str) -> bool:
    """Tell whether the history once bore this hash, and only went on since."""
    at, _known = _parted(kept)
    return at >= 0 and _of_log(sql, at) == kept


def files_fit(sql: Driver) -> bool:
    """Tell whether what is noted of the files is what was hashed; true where nothing was."""
    return _kept(sql, _FILES) in {"", _of_files(sql)}


def _of_log(sql: Driver, until: int = _LAST) -> str:
    last, known = 0, ""
    steps = sql.execute(f"{LINES} WHERE seq <= ? ORDER BY seq", (until,)).fetchall()
    rows = iter(sql.execute(f"{_ROWS} WHERE seq <= ? ORDER BY seq, position", (until,)))
    waiting = next(rows, None)
    for step in steps:
        own = []
        while waiting is not None and waiting[0] == step[0]:
            own.append(waiting)
            waiting = next(rows, None)
        last, known = step[0], _joined(known, step, own)
    return f"{last} {known}" if waiting is None else "rows of no step"


def _joined(known: str, step: tuple[Any, ...], rows: Iterable[tuple[Any, ...]]) -> str:
    digest = hashlib.sha256(known.encode())
    digest.update(_TEXT.encode(step).encode())
    for *row, before, after in rows:
        digest.update(_TEXT.encode((*row, unpacked(before), unpacked(after))).encode())
    return digest.hexdigest()


def _of_files(sql: Driver) -> str:
    digest = hashlib.sha256()
    for query in _NOTED:
        for row in sql.execute(query):
            digest.update(_TEXT.encode(row).encode())
    return digest.hexdigest()


def _parted(kept: str) -> tuple[int, str]:
    at, _gap, known = kept.partition(" ")
    return int(at) if at.isdecimal() else -1, known


def _kept(sql: Driver, key: str) -> str:
    found = sql.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""


def _keep(sql: Driver, key: str, value: str) -> None:
    sql.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
