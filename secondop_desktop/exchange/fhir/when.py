"""When something took place, whatever its type of resource calls it."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.codes import first, line
from secondop_desktop.exchange.fhir.context import Context
from secondop_desktop.exchange.fhir.resources import Body

_HAPPENED = (
    "performed", "occurrence", "occurred", "effective", "collected", "timing", "period",
    "identified", "serviced", "created", "onset", "start",
)  # fmt: skip
_DAYS = (
    "date", "whenHandedOver", "whenPrepared", "started", "startDate", "start", "sent", "received",
    "authoredOn", "dateTime", "dateAsserted", "dateWritten", "recordedDate", "recorded",
    "recordedOn", "assertedDate", "dateRecorded", "authored", "created", "issued", "indexed",
    "statusDate", "receivedTime", "implantDate", "timestamp", "lastOccurrence",
)  # fmt: skip
"""What types call it, what says when something happened before what says when it was written."""


def put_when(values: dict[str, Any], body: Body, context: Context | None = None) -> None:
    """Set the date of a resource of any type; if it has none, that of the visit it belongs to."""
    dates.put_date(values, "date", next(_day_texts(body, context), None))
    if values.pop("unread", None):
        values.pop("date", None)


def in_words(body: Body) -> str:
    """Return when something took place where that is told in words, such as ``as a child``."""
    found = (line(body.get(f"{name}String")) for name in _HAPPENED)
    return next(filter(None, found), "")


def _day_texts(body: Body, context: Context | None) -> Iterator[str]:
    period, collection = (_part(body, name) for name in ("period", "collection"))
    yield from _texts(*(dates.start(body, name) for name in _HAPPENED), period.get("start"))
    yield from _texts(dates.start(collection, "collected"))
    yield from _texts(*(body.get(name) for name in _DAYS))
    yield from _texts(*(dates.end(body, name) for name in _HAPPENED), period.get("end"))
    if len(written := in_words(body)) in {4, 7, 10} and written[:4].isdecimal():
        yield written
    yield from _of_visit(body, context)


def _of_visit(body: Body, context: Context | None) -> Iterator[str]:
    visit = body.get("encounter") or body.get("context")
    visit = first(visit.get("encounter")) or visit if isinstance(visit, dict) else visit
    found = context.find(visit) if context else None
    if found is not None and found.type == "Encounter":
        yield from _day_texts(found.body, None)


def _part(body: Body, name: str) -> Body:
    found = body.get(name)
    return found if isinstance(found, dict) else {}


def _texts(*given: Any) -> Iterator[str]:
    yield from (one for one in given if isinstance(one, str) and one)
