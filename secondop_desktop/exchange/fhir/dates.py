"""FHIR's dates: as exact as they were given, on the clock in the UK where they name a moment."""

import re
from datetime import time
from functools import lru_cache
from typing import Any

from secondop_desktop.exchange.fhir.codes import line, several
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _

EARLIEST = 1850
"""The first year of which health records tell; a year before that is a slip of whoever wrote it."""

_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?")
"""A day that a computer wrote as a moment: midnight where it was written, whatever its offset."""


@lru_cache(maxsize=8192)
def read(text: str) -> PartialDate:
    """Read a FHIR date, dateTime or instant; raises ValueError for anything else.

    Midnight is a day without a time: nobody takes blood at the stroke of it, and computers
    write it where they know no time.
    """
    found = _MIDNIGHT.fullmatch(text.strip())
    moment = PartialDate.parse(found[1] if found else text)
    if moment.year < EARLIEST:
        raise ValueError(f"before {EARLIEST}: {text[:40]}")
    return moment.without_time() if moment.clock == time() else moment


def put_date(values: dict[str, Any], name: str, text: Any, *, clock: bool = False) -> None:
    """Set a date field; what cannot be read as a date is kept beside it as it stands.

    ``text`` is a FHIR date, dateTime or instant; the time of day is kept only with ``clock``.
    """
    if not text:
        return
    try:
        found = read(str(text))
    except ValueError:
        values["unread"] = {**values.get("unread", {}), name: str(text)[:100]}
    else:
        values[name] = found if clock else found.without_time()


def said(text: Any, *, clock: bool = True) -> str:
    """Say a FHIR date in words, as it stands where it is none."""
    try:
        found = read(line(text))
    except ValueError:
        return line(text)
    return (found if clock else found.without_time()).words()


def span(period: Any, *, clock: bool = False) -> str:
    """Say a FHIR Period in words: from when until when."""
    if not isinstance(period, dict):
        return ""
    start, end = (said(period.get(side), clock=clock) for side in ("start", "end"))
    if start and end:
        return _("from {start} until {end}").format(start=start, end=end)
    if start:
        return _("from {date}").format(date=start)
    return _("until {date}").format(date=end) if end else ""


def start(body: dict[str, Any], name: str) -> Any:
    """Return when something began, from the form of it that is there; of a Timing the first."""
    for form in ("DateTime", "Instant", "Date"):
        if body.get(name + form):
            return body[name + form]
    timing = body.get(f"{name}Timing")
    events = several(timing.get("event")) if isinstance(timing, dict) else []
    moments = sorted(one for one in events if isinstance(one, str))
    return next(iter(moments), None) or _bound(body.get(f"{name}Period"), "start")


def end(body: dict[str, Any], name: str) -> Any:
    """Return when something that has a period ended."""
    return _bound(body.get(f"{name}Period"), "end")


def _bound(period: Any, side: str) -> Any:
    return period.get(side) if isinstance(period, dict) else None
