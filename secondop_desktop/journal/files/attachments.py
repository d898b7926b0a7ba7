"""The bytes of files: kept in chunks under their hash, once, and never changed.

Files that are kept only to be looked up again are packed (zlib, RFC 1950). Hash and size are
always those of the file itself, and whoever reads it need not know.
"""

import hashlib
import os
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.packed_type import media_type
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.engine import Driver, driver
from secondop_desktop.journal.storage.private_files import create_private
from secondop_desktop.lang import _

CHUNK = 256 * 1024
LARGEST = 100 * 1024 * 1024
PACKED = "zlib"


class Stored(NamedTuple):
    """A stored file: hash with the algorithm's name, size in bytes, media type by content."""

    hash: str
    size: int
    type: str


def measured(stream: BinaryIO, name: str, most: int = LARGEST) -> Stored:
    """Read a stream through; raises UserError beyond 100 MB, or what else is the most."""
    digest, size = hashlib.sha256(), 0
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        digest.update(chunk)
        if size > most:
            raise UserError(
                _(
                    "{name} is larger than 100 MB. Keep it beside the journal and note its place."
                ).format(name=name)
            )
    return Stored(f"sha256:{digest.hexdigest()}", size, media_type(stream))


def store(
    connection: Connection,
    stream: BinaryIO,
    found: Stored,
    name: str,
    now: str,
    *,
    packed: bool = False,
) -> None:
    """Keep the bytes of a stream that was measured; the same bytes are kept once."""
    sql = driver(connection)
    if _is_kept(sql, found.hash):
        return
    sql.execute(
        "INSERT INTO attachment (hash, size, type, added, packed) VALUES (?, ?, ?, ?, ?)",
        (found.hash, found.size, found.type, now, PACKED if packed else ""),
    )
    reading = _Reading(stream)
    pieces = _packed(reading) if packed else iter(reading)
    for position, piece in enumerate(pieces):
        sql.execute(
            "INSERT INTO attachment_chunk (hash, position, bytes) VALUES (?, ?, ?)",
            (found.hash, position, piece),
        )
    if f"sha256:{reading.digest.hexdigest()}" != found.hash:
        raise UserError(
            _(
                "{name} changed while it was read. Wait until it is finished, then add it again."
            ).format(name=name)
        )


class _Reading:
    """Reads a stream in chunks and knows the hash of what it read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        self._stream.seek(0)
        while chunk := self._stream.read(CHUNK):
            self.digest.update(chunk)
            yield chunk


def _packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer, waiting = zlib.compressobj(), b""
    for piece in pieces:
        waiting += packer.compress(piece)
        if len(waiting) >= CHUNK:
            yield waiting
            waiting = b""
    yield waiting + packer.flush()


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what was packed; bytes that are damaged end early, which their hash tells."""
    opener = zlib.decompressobj()
    for packed in pieces:
        rest = packed
        while rest:
            try:
                yield opener.decompress(rest, CHUNK)
            except zlib.error:
                return
            rest = opener.unconsumed_tail
    yield opener.flush()


def every(sql: Driver) -> deque[str]:
    """Return the hashes of all stored files."""
    return deque(file_hash for (file_hash,) in sql.execute("SELECT hash FROM attachment"))


def damaged(sql: Driver, waiting: deque[str]) -> Iterator[str]:
    """Yield the hashes of stored files whose bytes are not what was stored.

    Each is taken from those that wait for it, so that several threads can share the work; one that
    was taken out of the journal meanwhile is left out.
    """
    while True:
        try:
            file_hash = waiting.popleft()
        except IndexError:
            return
        if hash_of(_chunks(sql, file_hash)) != file_hash and _is_kept(sql, file_hash):
            yield file_hash


def hash_of(pieces: Iterable[bytes]) -> str:
    """Return the hash of a file that comes in pieces, with the algorithm's name."""
    digest = hashlib.sha256()
    for one in pieces:
        digest.update(one)
    return f"sha256:{digest.hexdigest()}"


def chunks(connection: Connection, file_hash: str) -> Iterator[bytes]:
    """Yield the bytes of a stored file, piece by piece."""
    return _chunks(driver(connection), file_hash)


def _chunks(sql: Driver, file_hash: str) -> Iterator[bytes]:
    found = sql.execute("SELECT packed FROM attachment WHERE hash = ?", (file_hash,)).fetchone()
    kept = _kept(sql, file_hash)
    yield from _unpacked(kept) if found and found[0] == PACKED else kept


def _kept(sql: Driver, file_hash: str) -> Iterator[bytes]:
    for (chunk,) in sql.execute(
        "SELECT chunk FROM attachment_chunk WHERE hash = ? ORDER BY position", (file_hash,)
    ).fetchall():
        yield sql.execute(
            "SELECT bytes FROM attachment_chunk WHERE chunk = ?", (chunk,)
        ).fetchone()[0]


def piece(connection: Connection, file_hash: str, number: int) -> bytes:
    """Return one piece of a file that is not packed, by its number from 0."""
    asked = "SELECT bytes FROM attachment_chunk WHERE hash = ? AND position = ?"
    found = driver(connection).execute(asked, (file_hash, number)).fetchone()
    return bytes(found[0]) if found else b""


def is_kept(connection: Connection, file_hash: str) -> bool:
    """Tell whether a file with this hash is stored."""
    return _is_kept(driver(connection), file_hash)


def _is_kept(sql: Driver, file_hash: str) -> bool:
    asked = "SELECT 1 FROM attachment WHERE hash = ?"
    return sql.execute(asked, (file_hash,)).fetchone() is not None


def kept_as(connection: Connection, file_hash: str) -> tuple[int, bool]:
    """Return the size of a stored file, and whether it is packed; 0 for one that is not there."""
    asked = "SELECT size, packed FROM attachment WHERE hash = ?"
    found = driver(connection).execute(asked, (file_hash,)).fetchone()
    return (int(found[0]), found[1] == PACKED) if found else (0, False)


def extract(connection: Connection, file_hash: str, target: Path) -> None:
    """Write a stored file to a path; raises UserError when its bytes are not what was stored."""
    digest = hashlib.sha256()
    try:
        with os.fdopen(create_private(target), "wb") as out:
            for chunk in chunks(connection, file_hash):
                digest.update(chunk)
                out.write(chunk)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise UserError(
            _("{file} could not be written: {why}. Choose another folder.").format(
                file=target.name, why=why(error)
            )
        ) from error
    if f"sha256:{digest.hexdigest()}" != file_hash:
        target.unlink()
        raise UserError(
            _("The file kept for {name} is damaged. Look for it in a safe copy.").format(
                name=target.name
            )
        )
