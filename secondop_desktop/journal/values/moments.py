"""Moments on the clock in the UK, by which a journal keeps all its times."""

from datetime import UTC, datetime, tzinfo
from functools import cache


@cache
def zone() -> tzinfo:
    """Return the time zone of a journal; loaded when first asked for, as few dates need it."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/London")


def local(moment: datetime) -> datetime:
    """Return what the clock in the UK shows at a moment; one without an offset stays as it is."""
    return moment.astimezone(zone()).replace(tzinfo=None) if moment.tzinfo else moment


def is_skipped(clock: datetime) -> bool:
    """Tell whether the clock never showed this, as it went forward: 29 March 2026, 01:30."""
    here = clock.replace(tzinfo=zone())
    return here.astimezone(UTC).astimezone(zone()).replace(tzinfo=None) != clock
