"""A recording in the process that decodes: how long it is, and when it was made."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, Answer, TroubleError

_AMR: Final = b"#!AMR\n"
_AMR_WIDE: Final = b"#!AMR-WB\n"
_FRAMES: Final = {
    _AMR: (12, 13, 15, 17, 19, 20, 26, 31, 5),
    _AMR_WIDE: (17, 23, 32, 36, 40, 46, 50, 58, 60, 5),
}
"""Bytes of a frame behind its head, by its kind (RFC 4867, 5.3); each is 20 ms of sound."""

_FRAME_SECONDS: Final = 0.02
_EPOCH: Final = datetime(1904, 1, 1, tzinfo=UTC)
"""From which films and m4a count their seconds (ISO/IEC 14496-12, 8.2.2)."""

_FIRST_YEAR: Final = 1990


class Sound:
    """The bytes of a recording."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def close(self) -> None:
        """Let go of the bytes."""
        self._data = b""

    def do_look(self, _body: bytes) -> Answer:
        """Return its length in seconds, and its date (ISO 8601) where the recording tells it."""
        for start in (_AMR_WIDE, _AMR):
            if self._data.startswith(start):
                return Answer({"seconds": _amr_seconds(self._data, start), "date": ""})
        tag = _tag(self._data)
        made = _made(self._data) or _day(str(tag.year or ""))
        return Answer({"seconds": float(tag.duration or 0.0), "date": made})


def _tag(data: bytes) -> Any:
    from tinytag import TinyTag, TinyTagException

    try:
        return TinyTag.get(file_obj=BytesIO(data))
    except (TinyTagException, ValueError, KeyError, IndexError, OSError) as problem:
        raise TroubleError(DAMAGED) from problem


def _amr_seconds(data: bytes, start: bytes) -> float:
    sizes, at, count = _FRAMES[start], len(start), 0
    while at < len(data):
        kind = data[at] >> 3 & 0x0F
        at += 1 + (sizes[kind] if kind < len(sizes) else 0)
        count += 1
    return count * _FRAME_SECONDS


def _made(data: bytes) -> str:
    """Read when a film or an m4a was made from its head; many programs leave that empty."""
    at = data.find(b"mvhd")
    if at < 0 or len(data) < at + 16:
        return ""
    wide = data[at + 4] == 1
    seconds = int.from_bytes(data[at + 8 : at + (16 if wide else 12)], "big")
    try:
        made = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return made.isoformat() if made.year >= _FIRST_YEAR else ""


def _day(text: str) -> str:
    found = re.match(r"(?:19|20)\d\d-\d\d-\d\d", text)
    return found[0] if found else ""
