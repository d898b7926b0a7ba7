"""How often and when, in plain words (FHIR Timing): https://hl7.org/fhir/R4/datatypes.html#Timing.

STU3, R4 and R5 use the same parts.
"""

import re
from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.amounts import digits
from secondop_desktop.exchange.fhir.codes import codings, line, several, words
from secondop_desktop.lang import N_, _, ngettext, time_words

_A = {
    "s": N_("a second"),
    "min": N_("a minute"),
    "h": N_("an hour"),
    "d": N_("a day"),
    "wk": N_("a week"),
    "mo": N_("a month"),
    "a": N_("a year"),
}
"""http://hl7.org/fhir/R4/valueset-units-of-time.html"""

TIME_UNITS = frozenset(_A)
"""Codes of units of time, which stand for a unit in words where none is told."""

_NAMES = {name: code for code, name in (
    ("s", "second"), ("min", "minute"), ("h", "hour"), ("d", "day"), ("wk", "week"),
    ("mo", "month"), ("a", "year"),
)}  # fmt: skip
_DAYS = {
    "mon": N_("Mondays"),
    "tue": N_("Tuesdays"),
    "wed": N_("Wednesdays"),
    "thu": N_("Thursdays"),
    "fri": N_("Fridays"),
    "sat": N_("Saturdays"),
    "sun": N_("Sundays"),
}
WHEN: Mapping[str, str] = {
    "MORN": N_("in the morning"),
    "MORN.early": N_("early in the morning"),
    "MORN.late": N_("late in the morning"),
    "NOON": N_("at midday"),
    "AFT": N_("in the afternoon"),
    "AFT.early": N_("early in the afternoon"),
    "AFT.late": N_("late in the afternoon"),
    "EVE": N_("in the evening"),
    "EVE.early": N_("early in the evening"),
    "EVE.late": N_("late in the evening"),
    "NIGHT": N_("at night"),
    "PHS": N_("after falling asleep"),
    "IMD": N_("at once"),
    "HS": N_("at bedtime"),
    "WAKE": N_("on waking"),
    "C": N_("with meals"),
    "CM": N_("with breakfast"),
    "CD": N_("with lunch"),
    "CV": N_("with the evening meal"),
    "AC": N_("before meals"),
    "ACM": N_("before breakfast"),
    "ACD": N_("before lunch"),
    "ACV": N_("before the evening meal"),
    "PC": N_("after meals"),
    "PCM": N_("after breakfast"),
    "PCD": N_("after lunch"),
    "PCV": N_("after the evening meal"),
}
"""http://hl7.org/fhir/R4/valueset-event-timing.html, and IMD of R5."""

SHORT: Mapping[str, str] = {
    "BID": N_("twice a day"),
    "TID": N_("3 times a day"),
    "QID": N_("4 times a day"),
    "AM": N_("every morning"),
    "PM": N_("every afternoon"),
    "QD": N_("every day"),
    "QOD": N_("every other day"),
    "Q1H": N_("every hour"),
    "Q2H": N_("every 2 hours"),
    "Q3H": N_("every 3 hours"),
    "Q4H": N_("every 4 hours"),
    "Q6H": N_("every 6 hours"),
    "Q8H": N_("every 8 hours"),
    "BED": N_("at bedtime"),
    "WK": N_("once a week"),
    "MO": N_("once a month"),
}
"""http://hl7.org/fhir/R4/valueset-timing-abbreviation.html"""

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?")


def repeat(timing: Any) -> dict[str, Any]:
    """Return the parts by which something repeats."""
    found = timing.get("repeat") if isinstance(timing, dict) else None
    return found if isinstance(found, dict) else {}


def often(timing: Any) -> list[str]:
    """Say how often: the sender's words for it, and its figures where they say more."""
    if not timing:
        return []
    named = _named(timing)
    counted = _counted(repeat(timing))
    return [part for part in dict.fromkeys((named, counted)) if part]


def moments(timing: Any) -> list[str]:
    """Say on which days of the week, at what times, and around which meals or sleep."""
    if not timing:
        return []
    told = repeat(timing)
    days = [_(_DAYS.get(line(one).lower(), line(one))) for one in several(told.get("dayOfWeek"))]
    times = [_time(line(one)) for one in several(told.get("timeOfDay"))]
    given = timing.get("event") if isinstance(timing, dict) else None
    events = [dates.said(one) for one in several(given)]
    on = _("on {days}").format(days=listing(days)) if days else ""
    at = _("at {times}").format(times=listing(times)) if times else ""
    held = _("on {days}").format(days=listing(events)) if events else ""
    return [part for part in (on, at, *_around(told), held) if part]


def lasting(timing: Any, *, dated: bool) -> list[str]:
    """Say for how long, how many times, and each time over how long; the days with ``dated``."""
    if not timing:
        return []
    told = repeat(timing)
    unit = line(told.get("durationUnit")) or line(told.get("durationUnits"))
    each = _between(told, "duration", unit)
    count = _range(told, "count")
    parts = [
        _("for {length}").format(length=length(told["boundsDuration"]))
        if isinstance(told.get("boundsDuration"), dict)
        else "",
        _bounds(told.get("boundsRange")),
        dates.span(told.get("boundsPeriod")) if dated else "",
        _in_all(count),
        _("over {length} each time").format(length=each) if each else "",
    ]
    return [part for part in parts if part]


def _in_all(count: str) -> str:
    """Say how often altogether: ``1 time in all``, ``3 to 5 times in all``."""
    many = 1 if count == "1" else 2
    text = ngettext("{count} time in all", "{count} times in all", many)
    return text.format(count=count) if count else ""


def length(quantity: Any) -> str:
    """Say a length of time such as ``7 days``, whether its unit is a code or a word."""
    if not isinstance(quantity, dict):
        return ""
    coded = line(quantity.get("code"))
    unit = coded if coded in _A else line(quantity.get("unit")) or coded
    return _span(digits(quantity.get("value")), unit) if quantity.get("value") is not None else ""


def listing(parts: list[str]) -> str:
    """Put words in a row: ``Mondays, Wednesdays and Fridays``."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def _named(timing: Any) -> str:
    code = timing.get("code") if isinstance(timing, dict) else None
    said = words(code)
    short = next((line(one.get("code")) for one in codings(code)), "")
    return _(SHORT[said]) if said == short and said in SHORT else said


def _counted(told: dict[str, Any]) -> str:
    unit = line(told.get("periodUnit")) or line(told.get("periodUnits"))
    period = _range(told, "period")
    count = _range(told, "frequency")
    if not period:
        return _times(count) if count else ""
    if period == "1" and unit in _A:
        return _("{times} {span}").format(times=_times(count or "1"), span=_(_A[unit]))
    every = _("every {span}").format(span=_span(period, unit))
    if count in {"", "1"}:
        return every
    return _("{times} {span}").format(times=_times(count), span=every)


def _times(count: str) -> str:
    if count == "1":
        return _("once")
    return _("twice") if count == "2" else _("{count} times").format(count=count)


def _range(told: dict[str, Any], name: str) -> str:
    """Return a number, or two where the file gives the most as well."""
    least, most = digits(told.get(name)), digits(told.get(f"{name}Max"))
    if least and most and least != most:
        return _("{least} to {most}").format(least=least, most=most)
    return least or (_("up to {most}").format(most=most) if most else "")


def _between(told: dict[str, Any], name: str, unit: str) -> str:
    count = _range(told, name)
    return _span(count, unit) if count else ""


def _bounds(given: Any) -> str:
    if not isinstance(given, dict):
        return ""
    low, high = length(given.get("low")), length(given.get("high"))
    if low and high:
        return _("for {least} to {most}").format(least=low, most=high)
    return _("for {length}").format(length=low or high) if low or high else ""


def _span(count: str, unit: str) -> str:
    number = 1 if count == "1" else 2
    code = unit if unit in _A else _NAMES.get(unit.lower().removesuffix("s"), unit)
    said = {
        "s": ngettext("{count} second", "{count} seconds", number),
        "min": ngettext("{count} minute", "{count} minutes", number),
        "h": ngettext("{count} hour", "{count} hours", number),
        "d": ngettext("{count} day", "{count} days", number),
        "wk": ngettext("{count} week", "{count} weeks", number),
        "mo": ngettext("{count} month", "{count} months", number),
        "a": ngettext("{count} year", "{count} years", number),
    }
    return said[code].format(count=count) if code in said else f"{count} {unit}".strip()


def _time(text: str) -> str:
    found = _TIME.fullmatch(text)
    return time_words(int(found[1]), int(found[2])) if found else text


_BEFORE_OR_AFTER = ("AC", "PC")
"""Codes that say by themselves on which side of a meal; from any other, minutes count onwards.

https://hl7.org/fhir/R4/datatypes-definitions.html#Timing.repeat.offset
"""


def _around(told: dict[str, Any]) -> list[str]:
    """Say around which meals or sleep; an offset is minutes from them."""
    around = [_(WHEN.get(line(one), line(one))) for one in several(told.get("when"))]
    offset = digits(told.get("offset"))
    if not offset or offset == "0" or not around:
        return [listing(around)] if around else []
    minutes = _span(offset, "min")
    if all(line(one).startswith(_BEFORE_OR_AFTER) for one in several(told.get("when"))):
        return [_("{span} {moment}").format(span=minutes, moment=listing(around))]
    return [_("{moment}, {span} later").format(span=minutes, moment=listing(around))]
