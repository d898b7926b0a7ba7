"""Whom an event names as its patient, where its text says so in so many words."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from secondop_desktop.exchange.calendars.events import Event
from secondop_desktop.exchange.read_entries import ReadEntry, mark
from secondop_desktop.journal.values.dates import PartialDate

_NAME: Final = re.compile(
    r"^\s*(?:patient(?:'s)?(?: name)?|name of (?:the )?patient)\s*[:=]\s*"
    r"((?:(?:mr|mrs|ms|miss|dr)\.?\s+)?[^\W\d_][\w.'’\-]*(?:[ ,]+[^\W\d_][\w.'’\-]*){1,4})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER: Final = re.compile(
    r"\bnhs\s*(?:number|no\.?|num)?\s*[:=]?\s*(\d{3}[ -]?\d{3}[ -]?\d{4})\b", re.I
)
_BORN: Final = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|born)\s*[:=]?\s*(?:(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})"
    r"|(\d{4})-(\d\d)-(\d\d))",
    re.IGNORECASE,
)


def named_in(event: Event, name: str) -> Iterator[ReadEntry]:
    """Yield the patient that an event names; ``name`` is how its file is called."""
    text = f"{event.summary}\n{event['description']}"
    values: dict[str, Any] = {}
    if found := _NAME.search(text):
        values["name"] = " ".join(found[1].split())
    if found := _NUMBER.search(text):
        values["nhs_number"] = re.sub(r"\D", "", found[1])
    if day := _born(text):
        values["birth_date"] = day
    if values:
        said = "\n".join(str(values[key]) for key in sorted(values))
        yield ReadEntry("person", f"named:{mark(said)}", values, name)


def _born(text: str) -> PartialDate | None:
    found = _BORN.search(text)
    if found is None:
        return None
    day, month, year = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    with suppress(ValueError):
        return PartialDate(int(year), int(month), int(day))
    return None
