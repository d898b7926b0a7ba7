"""The bytes of files: kept in chunks under their hash, once, and never changed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal.disk import why
from secondop_desktop.journal.engine import Driver, driver
from secondop_desktop.journal.sniff import content_type
from secondop_desktop.lang import _

CHUNK = 256 * 1024
LARGEST = 100 * 1024 * 1024


@dataclass(frozen=True)
class Stored:
    """A stored file: hash with the algorithm's name, size in bytes, media type by content."""

    hash: str
    size: int
    type: str


def measured(stream: BinaryIO, name: str) -> Stored:
    """Read a stream through; raises UserError beyond 100 MB."""
    digest, size, head = hashlib.sha256(), 0, b""
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        head = head or chunk[:4096]
        size += len(chunk)
        digest.update(chunk)
        if size > LARGEST:
            raise UserError(
                _(
                    "{name} is larger than 100 MB. Keep it beside the journal and note its place."
                ).format(name=name)
            )
    return Stored(f"sha256:{digest.hexdigest()}", size, content_type(head))


def store(connection: Connection, stream: BinaryIO, found: Stored, name: str, now: str) -> None:
    """Keep the bytes of a stream that was measured; the same bytes are kept once."""
    sql = driver(connection)
    if sql.execute("SELECT 1 FROM attachment WHERE hash = ?", (found.hash,)).fetchone():
        return
    sql.execute(
        "INSERT INTO attachment (hash, size, type, added) VALUES (?, ?, ?, ?)",
        (found.hash, found.size, found.type, now),
    )
    if _written(sql, stream, found.hash) != found.hash:
        raise UserError(
            _(
                "{name} changed while it was read. Wait until it is finished, then add it again."
            ).format(name=name)
        )


def _written(sql: Driver, stream: BinaryIO, file_hash: str) -> str:
    """Write the bytes in chunks and return the hash of what was written."""
    digest, position = hashlib.sha256(), 0
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        sql.execute(
            "INSERT INTO attachment_chunk (hash, position, bytes) VALUES (?, ?, ?)",
            (file_hash, position, chunk),
        )
        position += 1
    return f"sha256:{digest.hexdigest()}"


def damaged(sql: Driver) -> Iterator[str]:
    """Yield the hashes of stored files whose bytes are not what was stored."""
    for (file_hash,) in sql.execute("SELECT hash FROM attachment").fetchall():
        digest = hashlib.sha256()
        for chunk in _chunks(sql, file_hash):
            digest.update(chunk)
        if f"sha256:{digest.hexdigest()}" != file_hash:
            yield file_hash


def chunks(connection: Connection, file_hash: str) -> Iterator[bytes]:
    """Yield the bytes of a stored file, piece by piece."""
    return _chunks(driver(connection), file_hash)


def _chunks(sql: Driver, file_hash: str) -> Iterator[bytes]:
    for (chunk,) in sql.execute(
        "SELECT chunk FROM attachment_chunk WHERE hash = ? ORDER BY position", (file_hash,)
    ).fetchall():
        yield sql.execute(
            "SELECT bytes FROM attachment_chunk WHERE chunk = ?", (chunk,)
        ).fetchone()[0]


def extract(connection: Connection, file_hash: str, target: Path) -> None:
    """Write a stored file to a path; raises UserError when its bytes are not what was stored."""
    digest = hashlib.sha256()
    try:
        with target.open("wb") as out:
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
