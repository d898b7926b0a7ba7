"""The unit of work: the only way to write, and what it tells when it is done.

Rows are read and written as the file holds them (by plain statements over the declared
columns), because the change log must keep exactly what stood there before and after.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal.columns import Refs, Value
from secondop_desktop.journal.kinds import Field, Kind, Kinds
from secondop_desktop.journal.model import KEPT_BY_JOURNAL, Entry
from secondop_desktop.lang import _

Raw = dict[str, Any]
"""A row, or some of its columns, as the file holds them."""


@dataclass(frozen=True)
class RowChange:
    """One entry before and after: None where it did not or does not exist."""

    kind: str
    id: str
    before: Raw | None
    after: Raw | None

    def inverse(self) -> "RowChange":
        """Return the change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True)
class ChangeSet:
    """What one committed change, undo or redo did.

    ``seq`` is its place in the log; ``initiator`` is whoever made it, so that a form can tell
    its own change from others'.
    """

    label: str
    rows: tuple[RowChange, ...]
    seq: int
    what: str = "do"
    initiator: object | None = None

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds it touched."""
        return frozenset(row.kind for row in self.rows)

    @property
    def ids(self) -> frozenset[str]:
        """The entries it touched."""
        return frozenset(row.id for row in self.rows)


def sealed(raw: Mapping[str, Any]) -> str:
    """Return the hash over a row, by which ``check`` finds a flipped bit."""
    kept = {key: value for key, value in raw.items() if key != "seal"}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def new_id() -> str:
    """Return a fresh id: 80 random bits as 20 hex digits."""
    return secrets.token_hex(10)


class Rows:
    """Raw statements on the entries' tables, by the names the models declare."""

    def __init__(self, connection: Connection, kinds: Kinds) -> None:
        self._connection = connection
        self._columns = {name: tuple(k.model.__table__.c.keys()) for name, k in kinds.items()}

    def get(self, kind: str, entry: str) -> Raw | None:
        """Return the whole row, or None."""
        names = self._columns[kind]
        wanted = ", ".join(f'"{name}"' for name in names)
        found = self._connection.exec_driver_sql(
            f'SELECT {wanted} FROM "{kind}" WHERE id = ?',
            (entry,),
        ).first()
        return dict(zip(names, found, strict=True)) if found else None

    def insert(self, kind: str, raw: Raw) -> None:
        """Write a new row."""
        names = ", ".join(f'"{name}"' for name in raw)
        marks = ", ".join("?" * len(raw))
        self._connection.exec_driver_sql(
            f'INSERT INTO "{kind}" ({names}) VALUES ({marks})',
            tuple(raw.values()),
        )

    def update(self, kind: str, entry: str, raw: Raw) -> None:
        """Write some columns of a row."""
        sets = ", ".join(f'"{name}" = ?' for name in raw)
        self._connection.exec_driver_sql(
            f'UPDATE "{kind}" SET {sets} WHERE id = ?',
            (*raw.values(), entry),
        )

    def delete(self, kind: str, entry: str) -> None:
        """Take a row out of the file: only undoing its making and emptying the bin do this."""
        self._connection.exec_driver_sql(
            f'DELETE FROM "{kind}" WHERE id = ?',
            (entry,),
        )

    def apply(self, change: RowChange) -> None:
        """Bring one entry to the state after the change."""
        if change.after is None:
            self.delete(change.kind, change.id)
        elif change.before is None:
            self.insert(change.kind, change.after)
        else:
            self.update(change.kind, change.id, change.after)

    def having(self, kind: str, column: str, value: str) -> list[Raw]:
        """Return the rows in which a column has this value."""
        names = self._columns[kind]
        wanted = ", ".join(f'"{name}"' for name in names)
        found = self._connection.exec_driver_sql(
            f'SELECT {wanted} FROM "{kind}" WHERE "{column}" = ? ORDER BY rowid',
            (value,),
        )
        return [dict(zip(names, row, strict=True)) for row in found]


class Change:
    """Collects writes inside one transaction; given by ``journal.change``."""

    def __init__(self, rows: Rows, kinds: Kinds, now: str, connection: Connection) -> None:
        self._rows = rows
        self._kinds = kinds
        self._now = now
        self._seen: dict[tuple[str, str], RowChange] = {}
        self.connection = connection

    def add(self, kind: str | type[Entry], **values: Any) -> str:
        """Add an entry and return its id; columns not named stay empty."""
        found = self._kind(kind)
        entry = new_id()
        raw = {c.name: _stored(c.type, c.type.empty) for c in _columns(found)}
        raw |= self._raw(found, values)
        raw |= {"id": entry, "created": self._now, "changed": self._now}
        if found.name == "person":
            raw["person"] = entry
        raw["seal"] = sealed(raw)
        self._rows.insert(found.name, raw)
        self._note(RowChange(found.name, entry, None, raw))
        return entry

    def edit(self, kind: str | type[Entry], entry: str, **values: Any) -> bool:
        """Set some columns of an entry; return whether anything differs now."""
        found = self._kind(kind)
        return self._write(found, self._existing(found, entry), self._raw(found, values))

    def put_away(self, kind: str | type[Entry], entry: str) -> None:
        """Put an entry into the bin, together with the entries that it owns."""
        found = self._kind(kind)
        before = self._existing(found, entry)
        if not before["deleted_at"]:
            self._write(found, before, {"deleted_at": self._now})
            for owned, row in self._owned(found, entry):
                if not row["deleted_at"]:
                    self.put_away(owned.name, row["id"])

    def bring_back(self, kind: str | type[Entry], entry: str) -> None:
        """Take an entry out of the bin, with what was put away together with it."""
        found = self._kind(kind)
        before = self._existing(found, entry)
        if before["deleted_at"]:
            self._write(found, before, {"deleted_at": ""})
            for owned, row in self._owned(found, entry):
                if row["deleted_at"] == before["deleted_at"]:
                    self.bring_back(owned.name, row["id"])

    def finish(self) -> tuple[RowChange, ...]:
        """Check the references of what was written and return the changes in order."""
        changes = tuple(c for c in self._seen.values() if c.before != c.after)
        for change in changes:
            if change.after is not None:
                self._check_refs(change)
        return changes

    def _kind(self, kind: str | type[Entry]) -> Kind:
        name = kind if isinstance(kind, str) else kind.__tablename__
        return self._kinds[name]

    def _existing(self, kind: Kind, entry: str) -> Raw:
        raw = self._rows.get(kind.name, entry)
        if raw is None:
            raise UserError(_("There is no entry with the id {id}.").format(id=entry))
        return raw

    def _raw(self, kind: Kind, values: Mapping[str, Any]) -> Raw:
        table = kind.model.__table__.c
        wrong = [name for name in values if name not in table or name in KEPT_BY_JOURNAL]
        if wrong:
            raise TypeError(f"{kind.name} has no column {', '.join(wrong)} to write")
        return {name: _stored(table[name].type, value) for name, value in values.items()}

    def _write(self, kind: Kind, before: Raw, values: Raw) -> bool:
        after = {name: value for name, value in values.items() if before[name] != value}
        if not after:
            return False
        after["changed"] = self._now
        after["seal"] = sealed(before | after)
        self._rows.update(kind.name, before["id"], after)
        old = {name: before[name] for name in after}
        self._note(RowChange(kind.name, before["id"], old, after))
        return True

    def _note(self, change: RowChange) -> None:
        key = (change.kind, change.id)
        first = self._seen.get(key)
        self._seen[key] = change if first is None else joined(first, change)

    def _owned(self, kind: Kind, entry: str) -> Iterable[tuple[Kind, Raw]]:
        for owned in self._kinds.values():
            for field in owned.fields:
                if field.owner and field.refers == kind.name:
                    for row in self._rows.having(owned.name, field.name, entry):
                        yield owned, row

    def _check_refs(self, change: RowChange) -> None:
        kind = self._kinds[change.kind]
        raw = change.after or {}
        for name in ("person", "case"):
            if raw.get(name):
                self._check_ref(change, Field(name, name, refers=name), raw[name])
        for field in kind.fields:
            if field.name in raw and isinstance(kind.type_of(field.name), Refs):
                for entry in json.loads(raw[field.name]) if field.refers else ():
                    self._check_ref(change, field, entry)
            elif field.refers and raw.get(field.name):
                self._check_ref(change, field, raw[field.name])

    def _check_ref(self, change: RowChange, field: Field, entry: str) -> None:
        target = self._rows.get(field.refers, entry)
        if target is None:
            raise UserError(
                _("{field}: there is no {kind} with the id {id}.").format(
                    field=field.name, kind=field.refers, id=entry
                )
            )
        raw = self._rows.get(change.kind, change.id) or {}
        if field.refers != "person" and target["person"] != raw.get("person"):
            raise UserError(
                _("{field}: {id} belongs to another person.").format(field=field.name, id=entry)
            )


def joined(first: RowChange, then: RowChange) -> RowChange:
    """Return one change that does what two changes of the same entry did in a row."""
    if first.before is None or then.after is None:
        after = None if then.after is None else (first.after or {}) | then.after
        return replace(first, after=after)
    before = (then.before or {}) | first.before
    return replace(first, before=before, after=(first.after or {}) | then.after)


def _columns(kind: Kind) -> Any:
    return kind.model.__table__.c


def _stored(column: Any, value: Any) -> Any:
    assert isinstance(column, Value)
    return column.process_bind_param(value, None)
