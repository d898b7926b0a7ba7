"""An event of a calendar as an appointment, in the words of the person who keeps the journal."""

import re
from datetime import date
from typing import Any, Final

from secondop_desktop.exchange.calendars.events import Event
from secondop_desktop.exchange.calendars.versions import place
from secondop_desktop.exchange.read_entries import Given, ReadEntry
from secondop_desktop.lang import _

_OURS: Final = "@secondop"
"""Ends the names that a calendar of this program gives its events."""

_CALLED_OFF: Final = re.compile(r"^\s*(?:cancell?ed|updated(?: invitation)?)\s*[:–-]\s*", re.I)
_BY_VIDEO: Final = re.compile(
    r"\b(?:video|teams|zoom|attend anywhere|attendanywhere|meet\.google|webex|accurx)\b", re.I
)
_BY_PHONE: Final = re.compile(r"\b(?:tele)?phone\b|\bwe will (?:ring|call)\b", re.I)
_LONGEST_DAY: Final = 24 * 60


def appointment(event: Event, where: str, today: date) -> ReadEntry:
    """Return the draft of an appointment; of one that has passed nobody says if it was kept."""
    own = event.uid.removesuffix(_OURS) if event.uid.endswith(_OURS) else ""
    return ReadEntry(
        "appointment",
        _origin(event),
        {name: value for name, value in _values(event, today).items() if value},
        where,
        given=Given.LASTING,
        pointer=place(event),
        entry=own,
    )


def _origin(event: Event) -> str:
    instance = f"/{event.instance.iso}" if event.instance else ""
    named = event.uid or f"{event.summary}/{event.when.iso if event.when else ''}"
    return f"calendar:{named}{instance}"


def _values(event: Event, today: date) -> dict[str, Any]:
    found: dict[str, Any] = {
        "purpose": _CALLED_OFF.sub("", event.summary),
        "when": event.when,
        "place": event["location"],
        "how": _how(event),
        "status": _status(event, today),
        "notes": "\n".join(filter(None, _notes(event))),
    }
    if event.minutes and event.minutes < _LONGEST_DAY:
        found["minutes"] = event.minutes
    return found


def _how(event: Event) -> str:
    """Tell a visit by video or phone by where it is; a number to ring in the text says nothing."""
    place = f"{event['location']} {event.summary}"
    if _BY_VIDEO.search(place) or _BY_VIDEO.search(event["url"]):
        return "video"
    return "phone" if _BY_PHONE.search(place) else ""


def _status(event: Event, today: date) -> str:
    if event.cancelled:
        return "cancelled"
    return "planned" if event.when and event.when.last_day >= today else ""


def _notes(event: Event) -> list[str]:
    labelled = (
        (_("Until"), event.last.words() if event.last else ""),
        (_("From"), event["organizer"]),
        (_("Link"), event["url"]),
        (_("Not confirmed yet"), "✓" if event["status"].upper() == "TENTATIVE" else ""),
    )
    said = [_("{label}: {text}").format(label=one, text=text) for one, text in labelled if text]
    return [event["description"], event["comment"], *said]
