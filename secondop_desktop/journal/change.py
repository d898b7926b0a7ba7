"""The unit of work: the only way to write, and what it tells when it is done."""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from secondop_desktop.errors import UserError
from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.model import KEPT_BY_JOURNAL, Entry
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.journal.references import ANY, Reference, references, referring
from secondop_desktop.journal.storage.engine import driver
from secondop_desktop.journal.storage.raw_rows import Raw, RowChange, Rows, joined
from secondop_desktop.journal.storage.seals import is_sealed, sealed
from secondop_desktop.lang import _
from secondop_desktop.patterns import pattern


@dataclass(frozen=True)
class ChangeSet:
    """What one committed change, undo or redo did.

    ``seq`` is its place in the log; ``initiator`` is whoever made it, so that a form can tell
    its own change from others'.
    """

    label: str
    rows: Sequence[RowChange]
    seq: int
    what: str = "do"
    initiator: object | None = None

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds it touched."""
        return frozenset(row.kind for row in self.rows)

    @cached_property
    def ids(self) -> Set[str]:
        """The entries it touched."""
        return frozenset(row.id for row in self.rows)

    @property
    def people_added(self) -> tuple[int, frozenset[str]]:
        """The place of the step and whose entries it added; no place where it did more."""
        if any(row.before is not None or not row.after for row in self.rows):
            return 0, frozenset()
        return self.seq, frozenset(row.after["person"] for row in self.rows if row.after)

    def go_through(self) -> None:
        """Find kinds and ids now, so that whoever asks for them later need not wait."""
        _known = self.kinds, self.ids


_ID = pattern(r"[0-9a-f]{20}")


def new_id() -> str:
    """Return a fresh id: 80 random bits as 20 hex digits."""
    return secrets.token_hex(10)


class Change:
    """Collects writes inside one transaction; given by ``journal.change``."""

    def __init__(self, rows: Rows, kinds: Kinds, now: str, connection: Connection) -> None:
        self._rows = rows
        self._kinds = kinds
        self._now = now
        self._seen: dict[tuple[str, str], RowChange] = {}
        self._found: dict[tuple[str, str], Raw | None] = {}
        self._edited_last: tuple[str, Raw] | None = None
        self._over = False
        self._connection = connection
        self.files = False
        """Whether files are stored as a part of it."""
        self.files_sound = True
        """Whether what was noted of files before was as it was hashed."""

    @property
    def connection(self) -> Connection:
        """What to write with, beside entries, as a part of it."""
        self._rows.write_waiting()
        return self._connection

    def add(self, kind: str | type[Entry], **values: Any) -> str:
        """Add an entry and return its id; columns not named stay empty."""
        found = self._kind(kind)
        entry = self._insert(found, new_id(), self._raw(found, values))
        self._rows.write_waiting()  # whoever reads the journal inside the change sees it
        return entry

    def add_stored(
        self, kind: str, wanted: str, given: Raw, created: str = "", deleted_at: str = ""
    ) -> str:
        """Add an entry of ``Kind.stored`` values under the id it had elsewhere.

        It gets a fresh one where another bears that. From another journal it brings along when
        it was first written there, and since when it lies in the bin. Many are written
        together: what reads the journal inside the change sees them once ``connection`` was
        asked for.
        """
        found = self._kind(kind)
        _check_names(found, given)
        entry = wanted if self._is_free(wanted) else new_id()
        return self._insert(found, entry, given, created, deleted_at)

    def _insert(
        self, kind: Kind, entry: str, given: Raw, created: str = "", deleted_at: str = ""
    ) -> str:
        raw = {**kind.blank, **given}
        raw |= {"id": entry, "created": created or self._now, "changed": self._now}
        raw["deleted_at"] = deleted_at
        if kind.name == "person":
            raw["person"] = entry
        raw["seal"] = sealed(raw)
        self._rows.insert_soon(kind.name, raw)
        self._note(RowChange(kind.name, entry, None, raw))
        return entry

    def _is_free(self, entry: str) -> bool:
        return bool(_ID.fullmatch(entry)) and not any(
            self._rows.get(name, entry) for name in self._kinds
        )

    def edit(self, kind: str | type[Entry], entry: str, **values: Any) -> bool:
        """Set some columns of an entry; return whether anything differs now."""
        found = self._kind(kind)
        before, raw = self._existing(found, entry), self._raw(found, values)
        return self._write(found, before, _fallen(found, before, raw) | raw)

    def follow(self, wanted: RowChange) -> None:
        """Write what another journal made of an entry; nothing where too little of it is known."""
        kind = self._kind(wanted.kind)
        before = self._rows.get(kind.name, wanted.id)
        if wanted.after is None:
            if before is not None:
                self.put_away(kind.name, wanted.id)
        elif before is not None:
            left = KEPT_BY_JOURNAL - {"deleted_at"}
            self._write(kind, before, {n: v for n, v in wanted.after.items() if n not in left})
        elif wanted.before is None:
            raw = dict(kind.blank) | wanted.after
            raw["seal"] = sealed(raw)
            self._rows.insert(kind.name, raw)
            self._note(RowChange(kind.name, wanted.id, None, raw))

    def put_away(self, kind: str | type[Entry], entry: str) -> None:
        """Put an entry into the bin, together with the entries that it owns.

        A person owns all that is kept for them.
        """
        found = self._kind(kind)
        before = self._existing(found, entry)
        if not before["deleted_at"]:
            self._write(found, before, {"deleted_at": self._now})
            for owned, row in self._owned(found, entry):
                self.put_away(owned.name, row["id"])

    def bring_back(self, kind: str | type[Entry], entry: str) -> None:
        """Take an entry out of the bin, with what was put away together with it.

        What it is a part of comes back too: nobody would see the part without it.
        """
        found = self._kind(kind)
        before = self._existing(found, entry)
        if before["deleted_at"]:
            self._write(found, before, {"deleted_at": ""})
            for owner, row in self._owners(found, before):
                self._write(owner, row, {"deleted_at": ""})
            for owned, row in self._owned(found, entry):
                if row["deleted_at"] == before["deleted_at"]:
                    self.bring_back(owned.name, row["id"])

    def finish(self, tell: Tell = nobody) -> tuple[RowChange, ...]:
        """Check the references of what was written and return the changes in order.

        ``tell`` hears how many are checked; it raises to stop.
        """
        self._rows.write_waiting()
        for change in counted(self._seen.values(), tell):
            if change.differs:
                self._check_refs(change)
            else:
                self._rows.apply(change.inverse())
        return tuple(change for change in self._seen.values() if change.differs)

    def edited_alone(self, rows: Sequence[RowChange]) -> Raw | None:
        """Return the whole row of an entry as it is now, if to edit it was all that was done."""
        if len(rows) != 1 or not self._edited_last:
            return None
        kind, raw = self._edited_last
        edited = (rows[0].kind, rows[0].id) == (kind, raw["id"]) and rows[0].before is not None
        return raw if edited else None

    def close(self) -> None:
        """Refuse every later write: there is no transaction left that it would belong to."""
        self._over = True

    def _kind(self, kind: str | type[Entry]) -> Kind:
        if self._over:
            raise RuntimeError("a write outside a change")
        return self._kinds[kind if isinstance(kind, str) else kind.__tablename__]

    def _existing(self, kind: Kind, entry: str) -> Raw:
        raw = self._rows.get(kind.name, entry)
        if raw is None:
            raise UserError(_("There is no entry with the id {id}.").format(id=entry))
        return raw

    def _raw(self, kind: Kind, values: Mapping[str, Any]) -> Raw:
        _check_names(kind, values)
        return kind.stored(values)

    def _write(self, kind: Kind, before: Raw, values: Raw) -> bool:
        after = {name: value for name, value in values.items() if before[name] != value}
        if not after:
            return False
        after["changed"] = self._now
        # What was harmed before stays known as that: a fresh seal would call it right.
        after["seal"] = sealed(before | after) if is_sealed(before) else before["seal"]
        self._rows.update(kind.name, before["id"], after)
        self._edited_last = kind.name, before | after
        old = {name: before[name] for name in after}
        self._note(RowChange(kind.name, before["id"], old, after))
        return True

    def _note(self, change: RowChange) -> None:
        key = (change.kind, change.id)
        first = self._seen.get(key)
        self._seen[key] = change if first is None else joined(first, change)

    def _owned(self, kind: Kind, entry: str) -> Iterator[tuple[Kind, Raw]]:
        for owned in self._kinds.values():
            columns = [f.name for f in owned.fields if f.owner and f.refers == kind.name]
            for column in ["person"] if kind.name == "person" else columns:
                for row in self._rows.having(owned.name, column, entry):
                    if row["id"] != entry:
                        yield owned, row

    def _owners(self, kind: Kind, raw: Raw) -> Iterator[tuple[Kind, Raw]]:
        columns = {field.name for field in kind.fields if field.owner} | {"person"}
        for column, refers, entry in references(kind, raw):
            if column in columns and entry != raw["id"]:
                yield self._kinds[refers], self._existing(self._kinds[refers], entry)

    def _check_refs(self, change: RowChange) -> None:
        if change.after is None or not (named := self._named(change, change.after)):
            return
        person = (self._there(change.kind, change.id) or {}).get("person")
        for reference in named:
            self._check_ref(reference, person)

    def _there(self, kind: str, entry: str) -> Raw | None:
        """Return an entry that is referred to; nothing is written any more, so one look will do."""
        if (kind, entry) not in self._found:
            seen = self._seen.get((kind, entry))
            fresh = seen.after if seen and seen.before is None else None
            self._found[kind, entry] = fresh or self._rows.get(kind, entry)
        return self._found[kind, entry]

    def _named(self, change: RowChange, after: Raw) -> list[Reference]:
        """Return the references to check: those written, and all when the person differs."""
        kind = self._kinds[change.kind]
        if change.before is None or "person" not in after:
            return list(references(kind, after))
        sql = driver(self.connection)
        inward = referring(sql, self._kinds, change.kind, change.id)
        whole = self._rows.get(change.kind, change.id) or {}
        return [*references(kind, whole), *(Reference(name, name, id_) for name, id_ in inward)]

    def _check_ref(self, reference: Reference, person: str | None) -> None:
        field, refers, entry = reference
        target = self._anywhere(entry) if refers == ANY else self._there(refers, entry)
        if target is None:
            raise UserError(
                _("{field}: there is no {kind} with the id {id}.").format(
                    field=field, kind=refers or _("entry"), id=entry
                )
            )
        if refers != "person" and target["person"] != person:
            raise UserError(
                _("{field}: {id} belongs to another person.").format(field=field, id=entry)
            )

    def _anywhere(self, entry: str) -> Raw | None:
        found = (self._there(name, entry) for name in self._kinds)
        return next((raw for raw in found if raw), None)


def _check_names(kind: Kind, values: Iterable[str]) -> None:
    if kind.writable.issuperset(values):
        return
    wrong = [name for name in values if name not in kind.writable]
    raise TypeError(f"{kind.name} has no column {', '.join(wrong)} to write")


def _fallen(kind: Kind, before: Raw, values: Raw) -> Raw:
    """Return, emptied, what stood only together with what these values change."""
    changed = {name for name, value in values.items() if before[name] != value}
    return {
        field.name: kind.blank[field.name]
        for field in kind.leaning
        if changed.intersection(field.only_with)
    }
