"""HL7's points and spans of time as FHIR's: as exact as they were given."""

import re
from typing import Any

from secondop_desktop.exchange.ccda.elements import Element, attribute, every, first

_STAMP = re.compile(
    r"(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d))?)?(?:\.\d+)?)?)?)?([+-]\d{2,4})?"
)


def moment(stamp: str) -> str:
    """Return ``20240305`` as ``2024-03-05``; what is no time of HL7 stays as it is.

    An hour without minutes is given as a day, for FHIR has no such time.
    """
    found = _STAMP.fullmatch(stamp.replace(" ", ""))
    if not found:
        return stamp
    year, month, day, hour, minute, second, zone = found.groups()
    date = "-".join(filter(None, (year, month, day)))
    if not minute:
        return date
    return f"{date}T{hour}:{minute}:{second or '00'}{_zone(zone)}"


def _zone(zone: str | None) -> str:
    """Return an offset only where it says that the time is not that of the clock on the wall.

    What a hospital writes as half past eight is printed as half past eight, wherever it is.
    """
    return "Z" if zone and not zone.strip("+-0") else ""


def when(element: Element, path: str = "h:effectiveTime") -> str:
    """Return when something was: the point, else when it began, its middle, or when it ended."""
    for time in every(element, path):
        parts = (first(time, f"h:{name}") for name in ("low", "center", "high"))
        if stamp := next(filter(None, (attribute(one, "value") for one in (time, *parts))), ""):
            return moment(stamp)
    return ""


def began(element: Element, path: str = "h:effectiveTime") -> str:
    """Return when something began: the lower end, or the point it was."""
    time = first(element, path)
    return moment(attribute(first(time, "h:low"), "value") or attribute(time, "value"))


def ended(element: Element, path: str = "h:effectiveTime") -> str:
    """Return when something ended, empty where no end is told."""
    return moment(attribute(first(first(element, path), "h:high"), "value"))


def is_over(element: Element) -> bool:
    """Tell whether something ended, although nobody knows when."""
    end = first(first(element, "h:effectiveTime"), "h:high")
    return attribute(end, "value") != "" or attribute(end, "nullFlavor") in {"UNK", "ASKU", "NASK"}


def span(time: Element | None) -> dict[str, Any]:
    """Return a span as FHIR's Period, empty where it has no ends."""
    ends = {"start": "low", "end": "high"}
    found = {name: moment(attribute(first(time, f"h:{at}"), "value")) for name, at in ends.items()}
    return {name: one for name, one in found.items() if one}


def put_time(body: dict[str, Any], name: str, element: Element) -> None:
    """Put when something was into a resource: a span where it has an end, else a point."""
    for time in every(element, "h:effectiveTime"):
        period = span(time)
        if "end" in period and len(period) > 1 and period["end"] != period["start"]:
            body[f"{name}Period"] = period
            return
        if stamp := when(element):
            body[f"{name}DateTime"] = stamp
            return
