"""Moments on the clock in the UK, by which a journal keeps all its times."""

from datetime import UTC, datetime, tzinfo
from functools import cache, lru_cache

_FIRST_YEAR, _LAST_YEAR = 1900, 9999
"""Beyond these no clock can be put to another zone everywhere."""

LONG_AGO = "1970-01-01T00:00:00+00:00"
"""Stands for a moment that cannot be read any more."""


def checked(stored: str) -> str:
    """Return a moment as the journal writes it; raises ValueError where it is none."""
    if not _FIRST_YEAR < datetime.fromisoformat(stored).year < _LAST_YEAR:
        raise ValueError(stored)
    return stored


def readable(stored: object) -> str:
    """Return a moment as the journal writes it; long ago for one that cannot be read."""
    try:
        return checked(str(stored))
    except ValueError:
        return LONG_AGO


@cache
def zone() -> tzinfo:
    """Return the time zone of a journal; loaded when first asked for, as few dates need it."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/London")


def local(moment: datetime) -> datetime:
    """Return what the clock in the UK shows at a moment; one without an offset stays as it is."""
    return moment.astimezone(zone()).replace(tzinfo=None) if moment.tzinfo else moment


@lru_cache(maxsize=8192)
def is_skipped(clock: datetime) -> bool:
    """Tell whether the clock never showed this, as it went forward: 29 March 2026, 01:30."""
    here = clock.replace(tzinfo=zone())
    return here.astimezone(UTC).astimezone(zone()).replace(tzinfo=None) != clock


@lru_cache(maxsize=8192)
def is_repeated(clock: datetime) -> bool:
    """Tell whether the clock showed this twice, as it went back: 25 October 2026, 01:30."""
    here = clock.replace(tzinfo=zone())
    first, second = (here.replace(fold=fold).utcoffset() for fold in (0, 1))
    return first != second and not is_skipped(clock)
