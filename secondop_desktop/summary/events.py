"""What happened and what is to come: every entry that has a date, told in one line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date as calendar_day
from datetime import datetime, time
from typing import Any

from secondop_desktop.exchange.pdf.pages.chapter import Rows, dotted, word
from secondop_desktop.features.appointments.rules.coming import is_ahead
from secondop_desktop.features.medicines.rules import NEVER, TAKEN, marked
from secondop_desktop.features.opinions.rules.aspects import place_words
from secondop_desktop.features.records.rules.requests import arrived
from secondop_desktop.features.symptoms.rules import severity_text
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, time_words

_ELSEWHERE = frozenset(
    {"answer", "cost", "letter", "readiness", "result", "task", "told", "vaccination"}
    | {"relative"}
)
_EVENTS = frozenset({"discharge"})
"""Papers that tell of a stay in hospital; all papers have a list of their own."""
ALWAYS_TOLD = frozenset({"symptom", "diagnosis", "treatment", "opinion"})
"""Kinds of which each entry that has a date is an event, whatever else it says."""


@dataclass(frozen=True)
class Event:
    """One thing that happened on a date: what, and a few more words on it."""

    date: PartialDate
    kind: str
    title: str
    more: str = ""
    ahead: bool | None = None
    """Of an appointment, whether it is still to come; of others their date says it."""
    held: bool = True
    """False where it was cancelled or missed: told once its day has come, never as to come."""
    entry: str = ""
    """The record it is told from, if it is one."""
    values: str = ""
    """What was measured then, of the tests that matter most."""

    def is_past(self, today: calendar_day) -> bool:
        """Tell whether it lies behind us on a day."""
        return self.date.first_day <= today if self.ahead is None else not self.ahead


def events(rows: Rows) -> list[Event]:
    """Return all that is dated, the earliest first; results and papers stand elsewhere."""
    found: list[Event] = []
    for name, kind in rows.kinds.items():
        if kind.when and name not in _ELSEWHERE:
            tell = _TOLD.get(name, _plain)
            found += [one for row in rows.of(name) for one in tell(name, row, rows)]
    return sorted(found, key=lambda one: (one.date.stored, one.kind, one.title))


def _plain(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    when = getattr(row, rows.kinds[name].when)
    if when:
        label = _(rows.kinds[name].label)
        title = _("{kind}: {title}").format(kind=label, title=rows.names(row.id))
        yield Event(when, name, title)


def _appointment(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    if any(one.appointment == row.id and one.date for one in rows.of("opinion")):
        return
    ordinary = row.status in {"done", "planned"}
    state = word(rows, name, "status", "" if ordinary else row.status)
    held = row.status not in {"cancelled", "missed"}
    if row.when and (held or row.when.last_day <= rows.today):
        clock = row.when.clock
        at = time_words(clock.hour, clock.minute) if clock else ""
        by = rows.names(row.provider) if row.purpose else ""
        coming = is_ahead(row, datetime.combine(rows.today, time.min))
        said = dotted(at, by, state)
        yield Event(row.when, name, rows.names(row.id), said, ahead=coming, held=held)


def _case(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    text = _("Another opinion wanted: {title}").format(title=rows.names(row.id))
    if row.opened:
        yield Event(row.opened, name, text)


def _diagnosis(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    sure = word(rows, name, "certainty", row.certainty)
    for one in _plain(name, row, rows):
        said = "" if sure.casefold() in one.title.casefold() else sure
        yield replace(one, more=dotted(said, rows.names(row.given_by)))


def _medicine(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    """Tell when it was begun and stopped; of others nobody can say that."""
    title = " ".join(part for part in (row.name, row.dose) if part)
    by = rows.names(row.prescriber)
    if row.status in NEVER | {"planned", "not known"}:
        yield from _plain(name, row, rows)
        return
    if row.start:
        text = _("Started {medicine}") if _is_so(row.start, rows) else _("Start {medicine}")
        yield Event(row.start, name, text.format(medicine=title), by)
    if row.stop:
        yield _stop(name, row, rows, title)


def _stop(name: str, row: Any, rows: Rows, title: str) -> Event:
    """Tell that it was stopped, unless its status says that it is taken: then both are said."""
    text = _("Stopped {medicine}") if _is_so(row.stop, rows) else _("Stop {medicine}")
    if row.status in TAKEN and rows.kinds[name].doubt(row, rows.today):
        text = _("Stop date of {medicine} ({marked})")
    said = text.format(medicine=title, marked=marked(row))
    return Event(row.stop, name, said, row.why_stopped)


def _is_so(when: PartialDate, rows: Rows) -> bool:
    return when.first_day <= rows.today


def _opinion(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    """Tell what it recommended; the appointment at which it was given needs no line of its own."""
    if row.date:
        by = rows.names(row.provider)
        title = _("{opinion}: {name}").format(opinion=place_words(row.place), name=by)
        said = (one for one in rows.of("statement") if one.opinion == row.id)
        plan = next((one.text for one in said if one.aspect == "plan"), row.overall)
        yield Event(row.date, name, title if by else place_words(row.place), plan)


def _record(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    """Tell the papers that came; what is only wanted did not happen."""
    if row.date and row.type in _EVENTS and (arrived(row) or not row.state):
        sort = word(rows, name, "type", row.type)
        title = _("{kind}: {title}").format(kind=sort, title=rows.names(row.id))
        yield Event(row.date, name, title, rows.names(row.from_provider), entry=row.id)


def _symptom(name: str, row: Any, rows: Rows) -> Iterator[Event]:
    if row.date:
        yield Event(row.date, name, rows.names(row.id), severity_text(row))


_TOLD: Mapping[str, Callable[[str, Any, Rows], Iterator[Event]]] = {
    "appointment": _appointment,
    "case": _case,
    "diagnosis": _diagnosis,
    "medicine": _medicine,
    "opinion": _opinion,
    "record": _record,
    "symptom": _symptom,
}
