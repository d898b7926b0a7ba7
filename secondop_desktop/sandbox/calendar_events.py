"""A calendar (iCalendar, RFC 5545) in the process that decodes: its events as plain facts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, TOO_LARGE, Answer, TroubleError
from secondop_desktop.sandbox.whole_numbers import whole_number

_MOST_BYTES: Final = 20_000_000
_MOST_EVENTS: Final = 5_000
_MOST_TIMES: Final = 400
_HERE: Final = "Europe/London"
_TEXTS: Final = ("uid", "summary", "location", "description", "status", "url", "comment")


class CalendarEvents:
    """The bytes of a calendar."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def close(self) -> None:
        """Let go of the bytes."""
        self._data = b""

    def do_events(self, _body: bytes) -> Answer:
        """Return the events, each with its times, and what else is in it, counted by its name."""
        from icalendar import Calendar

        if len(self._data) > _MOST_BYTES:
            raise TroubleError(TOO_LARGE)
        try:
            calendars = Calendar.from_ical(self._data, multiple=True)
        except (ValueError, IndexError, KeyError, TypeError) as problem:
            raise TroubleError(DAMAGED) from problem
        events: list[dict[str, Any]] = []
        others: dict[str, int] = {}
        number = 0
        for calendar in calendars:
            method = _text(calendar, "method").upper()
            for part in calendar.subcomponents:
                number += part.name == "VEVENT"
                if part.name == "VEVENT" and len(events) < _MOST_EVENTS:
                    events.append({**_event(part), "method": method, "number": number})
                elif part.name != "VTIMEZONE":
                    others[str(part.name)] = others.get(str(part.name), 0) + 1
        return Answer({"events": events, "others": others})


def _event(part: Any) -> dict[str, Any]:
    """Return what an event says; ``starts`` is empty where its time cannot be read."""
    told: dict[str, Any] = {name: _text(part, name) for name in _TEXTS}
    number = _several(part.get("sequence"))
    told["sequence"] = whole_number(str(number[0])) if number else None
    told["stamp"] = _time(_value(part, "last-modified")) or _time(_value(part, "dtstamp"))
    told["organizer"] = _person(part.get("organizer"))
    told["instance"] = _time(_value(part, "recurrence-id"))
    told["attached"] = len(_several(part.get("attach")))
    start, length = _value(part, "dtstart"), _length(part)
    told["start"], told["minutes"], told["last"] = _time(start), None, None
    if isinstance(start, datetime) and length is not None:
        told["minutes"] = int(length.total_seconds() // 60)
    elif start is not None and length is not None and length > timedelta(days=1):
        told["last"] = (start + length - timedelta(days=1)).isoformat()
    known = getattr(start, "tzinfo", None) is not None
    zone = getattr(part.get("dtstart"), "params", {}).get("TZID", "")
    told["zone"] = "" if known else str(zone)
    told |= _repeats(part, start)
    return told


def _text(part: Any, name: str) -> str:
    found = part.get(name)
    return str(found[0] if isinstance(found, list) and found else found or "").strip()


def _person(organizer: Any) -> str:
    named = str(getattr(organizer, "params", {}).get("CN", "")) if organizer is not None else ""
    return named or str(organizer or "").removeprefix("mailto:").removeprefix("MAILTO:")


def _value(part: Any, name: str) -> Any:
    try:
        return part.decoded(name)
    except (KeyError, ValueError, AttributeError, TypeError):
        return None


def _length(part: Any) -> timedelta | None:
    """Return how long it lasts, by its end or as it says itself; None where it says neither."""
    start, end, said = (_value(part, name) for name in ("dtstart", "dtend", "duration"))
    if isinstance(said, timedelta):
        return said
    try:
        length = end - start
    except TypeError:
        return None
    return length if isinstance(length, timedelta) and length > timedelta() else None


def _time(value: Any) -> str:
    """Return a moment in UTC, a time of no zone, or a day, each in ISO 8601; empty for none.

    A time that the clocks here left out is no moment: it stays as it is written.
    """
    try:
        if isinstance(value, datetime) and value.tzinfo is not None:
            moment = value.astimezone(UTC)
            there = moment.astimezone(value.tzinfo).replace(tzinfo=None)
            written = value.replace(tzinfo=None)
            skipped = str(value.tzinfo) == _HERE and there != written
            return (written if skipped else moment).isoformat()
    except (OverflowError, ValueError):
        return ""
    return value.isoformat() if isinstance(value, date) else ""


def _repeats(part: Any, start: Any) -> dict[str, Any]:
    """Return the times of an event that repeats, and whether there are more than are counted."""
    if start is None or not (part.get("rrule") or part.get("rdate")):
        return {"times": [], "more": False}
    try:
        found = [_time(one) for one in islice(_times(part, start), _MOST_TIMES + 1)]
    except (ValueError, TypeError, OverflowError, AttributeError):
        return {"times": [], "more": True}
    return {"times": list(filter(None, found))[:_MOST_TIMES], "more": len(found) > _MOST_TIMES}


def _times(part: Any, start: Any) -> Iterator[Any]:
    from dateutil.rrule import rruleset, rrulestr

    whole_day = not isinstance(start, datetime)
    first = datetime.combine(start, time()) if whole_day else start
    times = rruleset()
    for rule in _several(part.get("rrule")):
        times.rrule(rrulestr(_fitting(rule, first), dtstart=first))
    for at in _dates(part, "rdate"):
        times.rdate(_like(at, first))
    times.rdate(first)
    for at in _dates(part, "exdate"):
        times.exdate(_like(at, first))
    for at in times:
        yield at.date() if whole_day else at


def _fitting(rule: Any, first: datetime) -> str:
    """Write a rule so that its end is of the kind of its start (RFC 5545 3.3.10, UNTIL)."""
    until = rule.get("until")
    last = until[0] if isinstance(until, list) and until else until
    if last is not None:
        rule = type(rule)({**rule, "until": [_like(last, first, late=time.max)]})
    return str(rule.to_ical().decode())


def _dates(part: Any, name: str) -> Iterator[Any]:
    for group in _several(part.get(name)):
        for one in getattr(group, "dts", ()):
            yield one.dt[0] if isinstance(one.dt, tuple) else one.dt


def _several(found: Any) -> list[Any]:
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _like(at: Any, first: datetime, *, late: time | None = None) -> datetime:
    """Bring a time to a zone where the first has one, and to none where it has none."""
    clock = at if isinstance(at, datetime) else datetime.combine(at, late or first.time())
    if first.tzinfo is None:
        return clock.replace(tzinfo=None)
    aware = clock if clock.tzinfo else clock.replace(tzinfo=first.tzinfo)
    return aware.astimezone(UTC) if late else aware
