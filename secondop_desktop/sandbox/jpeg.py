"""A JPEG without its notes: camera, place and time stay behind, every dot of the picture remains.

Source: ITU-T T.81, annex B (markers); Exif 2.32 (APP1).
"""

from collections.abc import Iterator

_START, _SCAN, _END = 0xD8, 0xDA, b"\xff\xd9"
_NOTES = frozenset({0xE1, 0xE2, *range(0xE3, 0xEE), 0xEF, 0xFE})
"""Segments that programs write for themselves; APP0 (JFIF) and APP14 (the colours) stay."""


def without_notes(data: bytes) -> bytes:
    """Return the picture alone; empty where its parts cannot be told apart."""
    try:
        head = b"".join(_kept(data))
    except (IndexError, ValueError):
        return b""
    return head


def _kept(data: bytes) -> Iterator[bytes]:
    if data[:2] != bytes((0xFF, _START)):
        raise ValueError("no JPEG")
    yield data[:2]
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:  # what fills the space before a marker
            at += 1
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == _SCAN:
            yield _to_the_end(data, at)
            return
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if size < 2 or at + 2 + size > len(data):
            raise ValueError("a segment that is cut off")
        if marker not in _NOTES:
            yield data[at : at + 2 + size]
        at += 2 + size


def _to_the_end(data: bytes, at: int) -> bytes:
    """Return the scans; what follows the picture, such as a second one, is no part of it."""
    end = data.find(_END, at)
    return data[at:] if end < 0 else data[at : end + 2]
