"""A voice memo or a film: how long it is, and the day on which it was made, if it says so."""

from collections.abc import Mapping
from typing import Any, Final

from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.journal.files.mail import sent_on
from secondop_desktop.lang import _, ngettext
from secondop_desktop.sandbox.answers import TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK, EndedError

_SECONDS: Final = 30.0


def is_recording(file_type: str) -> bool:
    """Tell whether a file of this type is played."""
    return file_type.startswith(("audio/", "video/"))


def look(content: Content) -> dict[str, Any]:
    """Return the length in words, and the day; one that cannot be read is kept without them."""
    told = _told(content)
    if told is None:
        return {}
    day = sent_on(told["date"])
    found: dict[str, Any] = {
        "text": _("Recording: {length}").format(length=length(told["seconds"]))
    }
    return found | ({"date": day.without_time()} if day else {})


def seconds(content: Content) -> float | None:
    """Return how long a recording is; None where that cannot be read."""
    told = _told(content)
    return float(told["seconds"]) if told else None


def _told(content: Content) -> Mapping[str, Any] | None:
    with content.open() as stream:
        file = HeldFile(FOR_WORK, "sound", stream.read())
    try:
        return file.ask("look", _SECONDS).head
    except (TroubleError, EndedError):
        return None
    finally:
        file.close()


def length(seconds: float) -> str:
    """Say a length: ``12 minutes 30 seconds``, ``1 hour 5 minutes``."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    parts = [
        ngettext("{count} hour", "{count} hours", hours).format(count=hours) if hours else "",
        ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
        if minutes
        else "",
    ]
    if not hours and (rest or not minutes):
        parts.append(ngettext("{count} second", "{count} seconds", rest).format(count=rest))
    return " ".join(filter(None, parts))
