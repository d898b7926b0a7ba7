"""The bytes of files: kept in chunks under their hash, once, and never changed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
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


def store(connection: Connection, stream: BinaryIO, name: str, now: str) -> Stored:
    """Keep a stream's bytes; the same bytes are kept once. Raises UserError beyond 100 MB."""
    found = _measure(stream, name)
    known = connection.exec_driver_sql(
        "SELECT 1 FROM attachment WHERE hash = ?", (found.hash,)
    ).first()
    if known is None:
        _write(connection, stream, found, now)
    return found


def _measure(stream: BinaryIO, name: str) -> Stored:
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


def _write(connection: Connection, stream: BinaryIO, found: Stored, now: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO attachment (hash, size, type, added) VALUES (?, ?, ?, ?)",
        (found.hash, found.size, found.type, now),
    )
    stream.seek(0)
    position = 0
    while chunk := stream.read(CHUNK):
        connection.exec_driver_sql(
            "INSERT INTO attachment_chunk (hash, position, bytes) VALUES (?, ?, ?)",
            (found.hash, position, chunk),
        )
        position += 1


def chunks(connection: Connection, file_hash: str) -> Iterator[bytes]:
    """Yield the bytes of a stored file, piece by piece."""
    found = connection.exec_driver_sql(
        "SELECT chunk FROM attachment_chunk WHERE hash = ? ORDER BY position", (file_hash,)
    )
    for (chunk,) in found.fetchall():
        row = connection.exec_driver_sql(
            "SELECT bytes FROM attachment_chunk WHERE chunk = ?", (chunk,)
        ).one()
        yield row[0]


def extract(connection: Connection, file_hash: str, target: Path) -> None:
    """Write a stored file to a path; raises UserError when its bytes are not what was stored."""
    digest = hashlib.sha256()
    with target.open("wb") as out:
        for chunk in chunks(connection, file_hash):
            digest.update(chunk)
            out.write(chunk)
    if f"sha256:{digest.hexdigest()}" != file_hash:
        target.unlink()
        raise UserError(
            _("The file kept for {name} is damaged. Look for it in a safe copy.").format(
                name=target.name
            )
        )
