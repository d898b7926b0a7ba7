"""What goes through the pipes: a head of JSON, and bytes. Never anything that runs."""

import json
import struct
from typing import IO, Any, Final

_LENGTHS: Final = struct.Struct(">IQ")
_MOST_HEAD: Final = 64_000_000
_MOST_BODY: Final = 600_000_000
"""Bytes: more than a picture of 100 megapixels."""

Head = dict[str, Any]


class BrokenPipe(Exception):
    """The other side is gone, or sends what is no frame."""


def write(stream: IO[bytes], head: Head, body: bytes = b"") -> None:
    """Send one frame; raises BrokenPipe where nobody takes it."""
    said = json.dumps(head).encode()
    try:
        stream.write(_LENGTHS.pack(len(said), len(body)) + said)
        stream.write(body)
        stream.flush()
    except (OSError, ValueError) as gone:
        raise BrokenPipe from gone


def read(stream: IO[bytes]) -> tuple[Head, bytes]:
    """Wait for one frame; raises BrokenPipe at the end, and for what is none."""
    try:
        head, body = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
        if head > _MOST_HEAD or body > _MOST_BODY:
            raise BrokenPipe
        said = json.loads(_exactly(stream, head))
        found = _exactly(stream, body)
    except (OSError, ValueError, RecursionError) as strange:
        raise BrokenPipe from strange
    if not isinstance(said, dict):
        raise BrokenPipe
    return said, found


def _exactly(stream: IO[bytes], count: int) -> bytes:
    found = stream.read(count)
    if len(found) != count:
        raise BrokenPipe
    return found
