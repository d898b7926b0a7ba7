"""Which of two versions of an event is the older one (RFC 5546 2.1.5), by what each says of it."""

from datetime import UTC, datetime
from typing import Final, NamedTuple

from secondop_desktop.exchange.calendars.events import Event
from secondop_desktop.journal.sources import EVENT
from secondop_desktop.sandbox.whole_numbers import whole_number

_MOMENT: Final = "+00:00"


class _Version(NamedTuple):
    """Its number, and the moment of it in UTC; each is empty where the event does not say it."""

    number: str
    moment: str


def place(event: Event) -> str:
    """Return where an event stands in its file, and which version it is: ``event:3/1/2027-…``."""
    number = event.told["sequence"]
    version = f"{'' if number is None else number}/{event['stamp']}"
    return f"{EVENT}{event.told['number']}/{version}".rstrip("/")


def is_older(this: str, other: str) -> bool:
    """Tell whether the event at this place is surely an older version than that at the other."""
    own, held = _version(this), _version(other)
    if own.number and held.number and own.number != held.number:
        return whole_number(own.number) < whole_number(held.number)
    known = own.moment.endswith(_MOMENT) and held.moment.endswith(_MOMENT)
    return known and own.moment < held.moment


def is_before(this: str, moment: str) -> bool:
    """Tell whether the event at this place was surely written before a moment."""
    said = datetime.fromisoformat(moment).astimezone(UTC).replace(microsecond=0).isoformat()
    own = _version(this).moment
    return own.endswith(_MOMENT) and own < said


def _version(where: str) -> _Version:
    if not where.startswith(EVENT):
        return _Version("", "")
    number, _slash, moment = where.partition("/")[2].partition("/")
    return _Version(number, moment)
