"""Writing a journal out whole: a zip that is there complete, or not at all."""

import json
import zipfile
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection

from secondop_desktop import __version__
from secondop_desktop.exchange.archive import layout
from secondop_desktop.exchange.archive.bag import Bag
from secondop_desktop.exchange.archive.entry_lines import line_of
from secondop_desktop.exchange.archive.history_lines import history_line
from secondop_desktop.exchange.archive.readme import readme
from secondop_desktop.exchange.archive.schemas import schema_of
from secondop_desktop.exchange.locked_zips import locked_zip
from secondop_desktop.exchange.pdf.structure.saving import stream_whole
from secondop_desktop.exchange.progress import Step, silent
from secondop_desktop.journal import whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.journal.values.moments import readable
from secondop_desktop.lang import _

_AT_ONCE = 64 * 1024
_LAST_YEAR = 2107
"""The last that a zip can say."""


@dataclass(frozen=True)
class Archived:
    """What an archive holds: entries with those of the bin, files, and the names of files that
    are not in it because their bytes are damaged."""

    entries: int
    files: int
    damaged: tuple[str, ...] = ()


class _DamagedFiles(Exception):
    """Files whose bytes are not what was stored: known only when they have been written."""

    def __init__(self, hashes: frozenset[str]) -> None:
        super().__init__(f"{len(hashes)} files")
        self.hashes = hashes


def write_archive(
    journal: Journal, target: Path, password: str = "", step: Step = silent
) -> Archived:
    """Write everything that a journal holds; with a password as a zip of WinZip's AES-256.

    ``step`` is told how far it is, and may raise to stop. Raises UserError when it cannot be
    written; whatever stops it, an old file in that place stays as it was.
    """
    left: frozenset[str] = frozenset()
    while True:
        try:
            return _write(journal, target, password, step, left)
        except _DamagedFiles as found:
            left |= found.hashes


def _write(
    journal: Journal, target: Path, password: str, step: Step, left: frozenset[str]
) -> Archived:
    done: list[Archived] = []

    def write(out: BinaryIO) -> None:
        with ThreadPoolExecutor(1) as hashing, _zip(out, password) as (zipped, entry):
            done.append(_Writing(journal, Bag(zipped, entry, hashing), step, left).run())

    stream_whole(target, write)
    return done[0]


@contextmanager
def _zip(out: BinaryIO, password: str) -> Iterator[tuple[Any, Callable[..., Any]]]:
    if password:
        with locked_zip(out, password) as made:
            yield made
        return
    with zipfile.ZipFile(out, "w") as zipped:
        yield zipped, zipfile.ZipInfo


class _Writing:
    def __init__(
        self,
        journal: Journal,
        bag: Bag,
        step: Step,
        left: frozenset[str],
    ) -> None:
        self._journal, self._kinds, self._step, self._left = journal, journal.kinds, step, left
        self._bag = bag
        self._counts: dict[str, int] = {}
        self._done, self._total = 0, 0

    def run(self) -> Archived:
        """Write what is told in lines as it stands at one moment, then the files one by one."""
        with self._journal.reading() as connection:
            self._bag.made_at = _last_moment(connection)
            files = [one for one in whole.files(connection) if one.hash not in self._left]
            self._total = sum(one.size for one in files)
            self._put_lines(connection, files)
        self._put_files(files)
        self._bag.close(
            {
                layout.FORMAT_LABEL: str(layout.FORMAT),
                layout.SCHEMA_LABEL: str(NEWEST),
                "Bag-Software-Agent": f"Secondop {__version__}",
                "External-Description": "Everything that one health journal holds",
            }
        )
        names = tuple(self._name_of(one) for one in sorted(self._left))
        return Archived(sum(self._counts.values()), len(files), names)

    def _put_lines(self, connection: Connection, files: list[whole.KeptFile]) -> None:
        for kind in self._kinds.values():
            self._put_entries(connection, kind)
        history = map(history_line, whole.history(connection))
        self._bag.put(layout.HISTORY, self._told(history))
        self._bag.put(layout.FILES, _lines(one._asdict() for one in files))
        known = {one.hash for one in files}
        kept = (one for one in whole.sources(connection) if one.hash in known)
        self._bag.put(layout.SOURCES, _lines(one._asdict() for one in kept))
        about = {"seal": whole.log_seal(connection), "settings": whole.settings(connection)}
        self._bag.put(layout.JOURNAL, [_pretty({"counts": self._counts, **about})])
        for kind in self._kinds.values():
            self._bag.put(layout.schema_of(kind.name), [_pretty(schema_of(kind))])
        text = readme(self._kinds, list(self._counts.items()), __version__)
        self._bag.put(layout.README, [text.encode()])

    def _put_entries(self, connection: Connection, kind: Kind) -> None:
        found = self._counted(kind.name, whole.entries(connection, self._kinds, kind.name))
        told = (line_of(kind, raw) for raw in found)
        self._bag.put(layout.entries_of(kind.name), self._told(told))

    def _counted(self, kind: str, rows: Iterable[Any]) -> Iterator[Any]:
        self._counts[kind] = 0
        for row in rows:
            self._counts[kind] += 1
            yield row

    def _told(self, lines: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
        for piece in _lines(lines):
            self._step(_("Writing the entries"), 0, 0)
            yield piece

    def _put_files(self, files: list[whole.KeptFile]) -> None:
        damaged = set()
        for one in files:
            # What is kept packed is text that packs well; all other files lie there as they are.
            with closing(self._bytes_of(one.hash)) as pieces:
                digest = self._bag.put(layout.bytes_of(one.hash), pieces, stored=not one.packed)
            if f"sha256:{digest}" != one.hash:
                damaged.add(one.hash)
        if damaged:
            raise _DamagedFiles(frozenset(damaged))

    def _bytes_of(self, file_hash: str) -> Generator[bytes, None, None]:
        """Yield a file's bytes; a change in another thread waits no longer than for one file.

        Who stops before the end closes it: the journal is held for reading meanwhile.
        """
        with self._journal.reading() as connection:
            for piece in attachments.chunks(connection, file_hash):
                self._step(_("Writing the files"), self._done // 1024, self._total // 1024)
                self._done += len(piece)
                yield piece

    def _name_of(self, file_hash: str) -> str:
        records = self._journal.entries("record", file=file_hash)
        found = (row.title or row.file_name for row in records)
        return next(filter(None, found), file_hash.removeprefix("sha256:")[:12])


def _last_moment(connection: Connection) -> tuple[int, int, int, int, int, int]:
    """Return when the journal was changed last, as a zip writes times."""
    found = connection.exec_driver_sql("SELECT max(at) FROM change_log").scalar()
    at = datetime.fromisoformat(readable(found))
    return (min(at.year, _LAST_YEAR), at.month, at.day, at.hour, at.minute, at.second)


def _lines(found: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield lines of JSON, many at once: to hash and pack each by itself takes longer."""
    waiting: list[str] = []
    size = 0
    for one in found:
        waiting.append(json.dumps(one, ensure_ascii=False))
        size += len(waiting[-1])
        if size > _AT_ONCE:
            yield _joined(waiting)
            waiting, size = [], 0
    yield _joined(waiting)


def _joined(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _pretty(found: Mapping[str, Any]) -> bytes:
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
