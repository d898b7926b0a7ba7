"""Minutes of a recording, as people write them: ``12:30``, ``1:02:05``, or ``12``."""

import re
from typing import Final

from secondop_desktop.lang import _

_MINUTE: Final = re.compile(r"(?:(\d{1,2}):(?=\d{1,2}:))?(\d{1,3})(?:[:.](\d{2}))?")
_SIXTY: Final = 60


def read_minute(text: str) -> str:
    """Return a minute as it is kept, such as ``12:30``; empty for what is none."""
    found = _MINUTE.fullmatch(text.strip())
    if found is None:
        return ""
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if seconds >= _SIXTY or (found[1] and minutes >= _SIXTY):
        return ""
    hours, minutes = hours + minutes // _SIXTY, minutes % _SIXTY
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def seconds_at(minute: str) -> int:
    """Return how many seconds of a recording come before a minute as it is kept."""
    found = 0
    for part in minute.split(":"):
        found = found * _SIXTY + int(part)
    return found


def minute_line(minute: str, words: str) -> str:
    """Say where in the recording something is, so that nobody takes it for a time of day."""
    if not words:
        return _("{minute} in the recording").format(minute=minute)
    return _("{minute} in the recording: {words}").format(minute=minute, words=words)
