"""The person's own clock: dates in a journal are local, without a zone."""

from datetime import date, datetime


def local_now() -> datetime:
    """Return this moment in local time without a zone."""
    return datetime.now()  # noqa: DTZ005 - as appointments are kept


def local_today() -> date:
    """Return the day that it is where the person is."""
    return local_now().date()
