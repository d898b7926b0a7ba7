"""FHIR's dates: as exact as they were given, on the clock of the place where they were written."""

from typing import Any

from secondop_desktop.journal.dates import PartialDate


def put_date(values: dict[str, Any], name: str, text: Any, *, clock: bool = False) -> None:
    """Set a date field; what cannot be read as a date is kept beside it as it stands.

    ``text`` is a FHIR date, dateTime or instant; the time of day is kept only with ``clock``.
    """
    if not text:
        return
    try:
        read = PartialDate.parse(str(text))
    except ValueError:
        values["unread"] = {**values.get("unread", {}), name: str(text)[:100]}
    else:
        values[name] = read if clock else read.without_time()


def start(body: dict[str, Any], name: str) -> Any:
    """Return when something began, from the ``DateTime``, ``Period`` or ``Instant`` form."""
    for form in ("DateTime", "Instant", "Date"):
        if body.get(name + form):
            return body[name + form]
    return _bound(body.get(f"{name}Period"), "start")


def end(body: dict[str, Any], name: str) -> Any:
    """Return when something that has a period ended."""
    return _bound(body.get(f"{name}Period"), "end")


def _bound(period: Any, side: str) -> Any:
    return period.get(side) if isinstance(period, dict) else None
