"""The events of a calendar as the process that decodes tells them, on the clock of the UK."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

from secondop_desktop.exchange.calendars.encoding import in_utf8
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK

_SECONDS: Final = 30.0


@dataclass(frozen=True)
class Event:
    """One event: ``instance`` names the time of a series that it stands for.

    ``minutes`` is its length, ``last`` the last day of one of several days. ``times`` are those
    of a series, ``endless`` tells that they go on beyond what is counted. ``zone`` is a time zone
    that is not known here, so that its time is read as it is written.
    """

    uid: str
    summary: str
    when: PartialDate | None
    told: Mapping[str, Any]
    minutes: int | None = None
    last: PartialDate | None = None
    instance: PartialDate | None = None
    times: tuple[PartialDate, ...] = ()
    endless: bool = False
    zone: str = ""

    def __getitem__(self, name: str) -> str:
        """Return a text of it, empty where it says nothing."""
        return str(self.told.get(name) or "")

    @property
    def sequence(self) -> int:
        """Which version it is: the later one has the higher number (RFC 5545 3.8.7.4)."""
        return int(self.told["sequence"] or 0)

    @property
    def cancelled(self) -> bool:
        """Whether its sender takes it back."""
        return self["method"] == "CANCEL" or self["status"].upper() == "CANCELLED"

    def at(self, time: PartialDate) -> "Event":
        """Return the one of a series that is at a time, and lasts as many days as the first."""
        last = self.last
        if last is not None and self.when is not None:
            last = PartialDate.of(time.first_day + (last.first_day - self.when.first_day))
        return replace(self, when=time, last=last, instance=time, times=(), endless=False)


def events(data: bytes) -> tuple[list[Event], Mapping[str, int]]:
    """Return the events of a calendar, and what else is in it, counted by its name (``VTODO``).

    Raises TroubleError for what is no calendar, EndedError for one that takes too much.
    """
    file = HeldFile(FOR_WORK, "calendar", in_utf8(data))
    try:
        found = file.ask("events", _SECONDS).head
    finally:
        file.close()
    return [_event(one) for one in found["events"]], found["others"]


def _event(told: Mapping[str, Any]) -> Event:
    when = _when(told["start"])
    zone = told["zone"] if when and when.clock and not _is_moment(told["start"]) else ""
    return Event(
        uid=told["uid"],
        summary=" ".join(told["summary"].split()) or _("Appointment"),
        when=when,
        told=told,
        minutes=told["minutes"],
        last=_when(told["last"]),
        instance=_when(told["instance"]),
        times=tuple(filter(None, map(_when, told["times"]))),
        endless=bool(told["more"]),
        zone=zone,
    )


def _is_moment(text: str) -> bool:
    return text.endswith("+00:00")


def _when(text: str | None) -> PartialDate | None:
    with suppress(ValueError):
        return PartialDate.parse(text) if text else None
    return None
