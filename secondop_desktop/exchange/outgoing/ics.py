"""Appointments as a calendar file (iCalendar, RFC 5545) that updates when imported again."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import (
    Alarm,
    Calendar,
    Component,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
)

from secondop_desktop import __version__
from secondop_desktop.exchange.outgoing.direction_controls import without_controls
from secondop_desktop.journal.history import HistoryEntry
from secondop_desktop.journal.kinds import MISTAKEN, Names, draft_name
from secondop_desktop.journal.reader import Reader
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _

Editions = Callable[[str], HistoryEntry | None]
"""Gives the newest moment in the history of an entry, by its id."""

ZONE = "Europe/London"
MORNING = timedelta(hours=9)
"""Where only the day is known, a reminder counts from this hour: not from midnight."""
_USUAL_MINUTES = 60
"""How long an appointment is taken to last where nobody said so."""
_HOW = {
    "in person": N_("In person"),
    "phone": N_("By phone"),
    "video": N_("By video"),
    "home visit": N_("At home"),
}
_JOINED = frozenset({"phone", "video"})
_LINK = re.compile(r"https?://\S+")
_SUMMER, _WINTER = timedelta(hours=1), timedelta(0)


def fits(appointment: Any) -> bool:
    """Tell whether a calendar can hold it: the day must be known."""
    return appointment.when is not None and appointment.when.day is not None


def editions(journal: Reader) -> Editions:
    """Return a look-up of the newest moment in the history of an appointment, by its id.

    It goes on counting when a change is undone, so that a calendar takes over that as well.
    """
    return lambda entry: next(iter(journal.history(entry, 1)), None)


def calendar(
    appointments: Iterable[Any],
    names: Names,
    *,
    alarm: timedelta | None = None,
    edition: Editions = lambda _entry: None,
    removed: Iterable[Any] = (),
) -> bytes:
    """Return the appointments whose day is known; ``alarm`` is how long before each to remind.

    ``removed`` are those in the bin: they leave as cancelled, so that a calendar takes them out.

    Times are those of the clock in the UK; one of no known length is taken to last an hour. The
    same journal gives the same bytes. ``edition`` numbers an appointment's changes, so that a
    later file is taken for the newer one (RFC 5545 3.8.7.4, SEQUENCE).
    """
    found = Calendar()
    found.add("prodid", f"-//Secondop//Secondop {__version__}//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add_component(_zone())
    for row in appointments:
        if fits(row):
            found.add_component(_event(row, names, alarm, edition(row.id)))
    for row in removed:
        if fits(row) and row.purpose:
            found.add_component(_event(row, names, None, edition(row.id), gone=True))
    return bytes(found.to_ical())


def _event(
    row: Any,
    names: Names,
    alarm: timedelta | None,
    newest: HistoryEntry | None,
    *,
    gone: bool = False,
) -> Event:
    made = datetime.fromisoformat(row.created)
    changed = datetime.fromisoformat(newest.at if newest else row.changed)
    event = Event()
    event.add("uid", f"{row.id}@secondop")
    event.add("dtstamp", _utc(changed))
    event.add("created", _utc(made))
    event.add("last-modified", _utc(changed))
    event.add("sequence", newest.seq if newest else int((changed - made).total_seconds()))
    event.add("dtstart", _start(row.when))
    if row.when.clock is not None:
        lasts = timedelta(minutes=row.minutes or _USUAL_MINUTES)
        event.add("dtend", _start(row.when) + lasts)
    else:
        event.add("dtend", row.when.first_day + timedelta(days=1))  # the day after, RFC 5545 3.6.1
    if link := _LINK.search(row.place):
        event.add("url", _plain(link[0].rstrip(".,;)")))
    event.add("status", "CANCELLED" if gone else _status(row))
    for name, text in _texts(row, names).items():
        if text:
            event.add(name, _plain(text))
    if alarm is not None and row.status in {"", "planned"}:
        whole_day = row.when.clock is None
        event.add_component(_alarm(event, alarm - MORNING if whole_day else alarm))
    return event


def is_draft(row: Any) -> bool:
    """Tell whether an appointment is only begun: nobody wrote down yet what it is for."""
    return not row.purpose or bool(row.unread)


def _status(row: Any) -> str:
    """Say how it stands (RFC 5545 3.8.1.11); a calendar takes out what was cancelled."""
    if row.status in {"cancelled", MISTAKEN[0]}:
        return "CANCELLED"
    return "TENTATIVE" if is_draft(row) else "CONFIRMED"


def _texts(row: Any, names: Names) -> dict[str, str]:
    """Return what a calendar shows: not the notes, as calendars are often shared."""
    name = names(row.provider)
    summary = row.purpose or (_("Appointment with {name}").format(name=name) if name else "")
    how = _HOW.get(row.how, "")
    bring = "; ".join(text for text, _done in row.bring)
    about = [
        _("With: {name}").format(name=name) if name else "",
        _(how) if how else "",
        _("How to join: {words}").format(words=row.place)
        if row.how in _JOINED and row.place
        else "",
        _("Coming along: {name}").format(name=row.who_comes) if row.who_comes else "",
        _("To bring: {things}").format(things=bring) if bring else "",
        _("Date: {date}").format(date=row.when.words()) if row.when.about else "",
    ]
    summary = summary or _("Appointment")
    return {
        "summary": draft_name(summary) if is_draft(row) else summary,
        "location": row.place,
        "description": "\n".join(filter(None, about)),
    }


def _alarm(event: Event, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", str(event["summary"]))
    alarm.add("trigger", -before)
    return alarm


def _start(when: PartialDate) -> Any:
    """Return the moment on the UK's clock, or the whole day where the time is not known."""
    if when.clock is None:
        return when.first_day
    return datetime.combine(when.first_day, when.clock, ZoneInfo(ZONE))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _plain(text: str) -> str:
    """Leave out control characters, which RFC 5545 does not allow in texts."""
    shown = without_controls(text)
    return "".join(char for char in shown if char in "\n\t" or (char >= " " and char != "\x7f"))


def _zone() -> Component:
    """Return the UK's time zone by the rule in force since 1996 (Summer Time Order 2002)."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(_half(TimezoneDaylight(), "BST", 3, _WINTER, _SUMMER))
    zone.add_component(_half(TimezoneStandard(), "GMT", 10, _SUMMER, _WINTER))
    return zone


def _half(half: Component, name: str, month: int, before: timedelta, after: timedelta) -> Component:
    """Fill one half of the year, which begins on the last Sunday of a month at 1:00 UTC."""
    last_sunday = 31 if month == 3 else 27
    start = datetime(1996, month, last_sunday, 1) + before  # noqa: DTZ001 - local time
    half.add("tzname", name)
    half.add("tzoffsetfrom", before)
    half.add("tzoffsetto", after)
    half.add("dtstart", start)
    half.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    return half
