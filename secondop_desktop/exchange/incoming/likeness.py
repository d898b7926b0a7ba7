"""Entries that are likely what a file tells: the same name and date, other details."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.exchange.incoming.facts import lead
from secondop_desktop.exchange.read_entries import ReadEntry, said
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate

_APART = frozenset({"person", "provider", "record"})
"""Kinds that are found by other means: who, and which file."""

_OF_A_DAY = frozenset({"result", "appointment", "symptom"})
"""Kinds of which there are many under one name, so that only the date tells them apart."""


class Likeness:
    """The entries of one person and kind by what they are called, typed ones among them."""

    def __init__(self, connection: Connection, kind: Kind, person: str) -> None:
        self._kind, self._lead = kind, lead(kind)
        self._by_name: Mapping[str, list[Any]] = {}
        if kind.name not in _APART and self._lead:
            self._by_name = self._read(connection, person)

    def _read(self, connection: Connection, person: str) -> Mapping[str, list[Any]]:
        table = self._kind.model.__table__
        rows = connection.execute(select(table).where(table.c.person == person))
        named: dict[str, list[Any]] = defaultdict(list)
        for row in (one for one in rows if not one.deleted_at):
            for name in _names(self._kind, self._lead, row._asdict()):
                named[name].append(row)
        return named

    @property
    def knows_any(self) -> bool:
        """Whether there is anything to be found by its name."""
        return bool(self._by_name)

    def of(self, draft: ReadEntry) -> Iterator[Any]:
        """Yield the rows that a draft may be, those of the very same date first."""
        found = {
            row.id: row
            for name in _names(self._kind, self._lead, draft.values)
            for row in self._by_name.get(name, ())
            if self._fits(row, draft.values)
        }
        date = self._date(draft.values)
        yield from sorted(found.values(), key=lambda row: self._date(row._asdict()) != date)

    def _date(self, values: Mapping[str, Any]) -> PartialDate | None:
        found = values.get(self._kind.when) if self._kind.when else None
        return found if isinstance(found, PartialDate) else None

    def _fits(self, row: Any, values: Mapping[str, Any]) -> bool:
        mine, told = self._date(row._asdict()), self._date(values)
        if self._kind.name not in _OF_A_DAY:
            return mine is None or told is None or _overlap(mine, told)
        if mine is None or told is None or mine.without_time() != told.without_time():
            return False
        if self._kind.name == "result" and _number(row._asdict()) == _number(values):
            return not (mine.clock and told.clock) or mine.clock == told.clock
        return mine.clock == told.clock


def _names(kind: Kind, lead_field: str, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an entry is called: its name, and its code."""
    for field in (lead_field, "code"):
        if field in kind.types and (text := said(kind, field, values.get(field))):
            yield f"{field}:{' '.join(text.split()).casefold()}"


def _number(values: Mapping[str, Any]) -> str:
    return str(values.get("value") or "")


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day
