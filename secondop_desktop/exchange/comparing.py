"""Comparing what a file says with what the journal holds: new, changed, or the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.exchange.drafts import Draft, Link, Marks, Reading, mark, said
from secondop_desktop.exchange.plan import Item, Plan
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _


@dataclass(frozen=True)
class _There:
    """What the journal knows of an entry that a draft may be."""

    id: str
    origin: str
    marks: str
    binned: bool


@dataclass
class _Sorted:
    new: list[Item] = field(default_factory=list)
    changed: list[Item] = field(default_factory=list)
    same: list[Item] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def compare(journal: Journal, reading: Reading, person: str | None, name: str) -> Plan:
    """Make the plan for one person (None: the first draft is that person)."""
    with journal.reading() as connection:
        return _Comparing(journal, connection, person).plan(reading, name)


class _Comparing:
    def __init__(self, journal: Journal, connection: Connection, person: str | None) -> None:
        self._journal = journal
        self._connection = connection
        self._person = person
        self._there: dict[str, dict[str, _There]] = {}
        self._known: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._empty: dict[str, dict[str, Any]] = {}
        self._sorted = _Sorted()

    def plan(self, reading: Reading, name: str) -> Plan:
        drafts = [self._apart(draft) for draft in distinct(reading.drafts)]
        found = [(draft, self._find(draft)) for draft in drafts]
        self._known = {draft.origin: there.id for draft, there in found if there}
        for draft, there in found:
            self._sort(draft, there)
        return Plan(
            name=name,
            person=self._person,
            new=tuple(self._sorted.new),
            changed=tuple(self._sorted.changed),
            same=tuple(self._sorted.same),
            skipped=tuple(reading.skipped),
            notices=(*reading.notices, *self._sorted.notices),
            known=self._known,
        )

    def _apart(self, draft: Draft) -> Draft:
        """Give a draft an origin of its own when another thing bears the same one.

        Numbers such as ``Observation/1`` are used by many hospitals: when neither the name nor
        the date is what it was, nothing there may be overwritten.
        """
        kind = self._journal.kind(draft.kind)
        there = self._find(draft)
        leading = (*[f.name for f in kind.fields if f.required][:1], kind.when)
        if there is None or not there.marks or not kind.when:
            return draft
        before, new = Marks.parse(there.marks).fields, Marks.of(kind, draft.values).fields
        if any(before.get(name) == new.get(name) for name in leading):
            return draft
        own = mark("\n".join(new.get(name, "") for name in leading))
        return replace(draft, origin=f"{draft.origin}@{own}")

    def _find(self, draft: Draft) -> _There | None:
        if self._person is None:
            return None
        kind = self._journal.kind(draft.kind)
        if draft.kind == "person":
            return self._by_id(kind, self._person)
        found = self._by_origin(kind).get(draft.origin)
        return found or (self._by_likeness(kind, draft) if draft.alike else None)

    def _by_id(self, kind: Kind, entry: str) -> _There:
        table = kind.model.__table__
        row = self._connection.execute(
            select(table.c.origin, table.c.origin_hash).where(table.c.id == entry)
        ).one()
        return _There(entry, row.origin, row.origin_hash, binned=False)

    def _by_origin(self, kind: Kind) -> Mapping[str, _There]:
        if kind.name not in self._there:
            c = kind.model.__table__.c
            rows = self._connection.execute(
                select(c.id, c.origin, c.origin_hash, c.deleted_at)
                .where(c.person == self._person)
                .where(c.origin != "")
            )
            self._there[kind.name] = {
                row.origin: _There(row.id, row.origin, row.origin_hash, bool(row.deleted_at))
                for row in rows
            }
        return self._there[kind.name]

    def _by_likeness(self, kind: Kind, draft: Draft) -> _There | None:
        """Find an entry typed by hand that has the same name, or holds the same file."""
        wanted = said(kind, draft.alike, draft.values[draft.alike]).casefold()
        c = kind.model.__table__.c
        rows = self._connection.execute(
            select(c.id, c[draft.alike].label("text"), c.deleted_at)
            .where(c.person == self._person)
            .where(c.origin == "")
        )
        alike = (row for row in rows if row.text and row.text.strip().casefold() == wanted)
        first = next(alike, None)
        return _There(first.id, "", "", bool(first.deleted_at)) if first else None

    def _sort(self, draft: Draft, there: _There | None) -> None:
        title = self._title(draft)
        self._titles[draft.origin] = title
        item = Item(draft.kind, title, draft.where, draft, there.id if there else "")
        if there is None:
            self._sorted.new.append(item)
            return
        edits = self._edits(item, there)
        if edits:
            item = Item(draft.kind, title, draft.where, draft, there.id, edits)
        (self._sorted.changed if edits else self._sorted.same).append(item)

    def _title(self, draft: Draft) -> str:
        kind = self._journal.kind(draft.kind)
        empty = self._empty.get(kind.name)
        if empty is None:
            empty = self._empty[kind.name] = {n: kept.empty for n, kept in kind.types.items()}
        row = SimpleNamespace(**{**empty, **draft.values})
        return kind.title(row, self._name_of)

    def _name_of(self, link: Any) -> str:
        return self._titles.get(link.origin, "") if isinstance(link, Link) else ""

    def _edits(self, item: Item, there: _There) -> dict[str, Any]:
        """Return what to set in an entry that is there; nothing for one put away."""
        if there.binned or item.draft.settled or (item.draft.alike and not there.origin):
            return {}
        kind = self._journal.kind(item.kind)
        new = Marks.of(kind, item.draft.values)
        if there.marks == str(new) and there.origin == item.draft.origin:
            return {}
        if item.kind == "person":
            return self._filled(kind, item.draft, there, new)
        return self._merged(kind, item, there, new)

    def _filled(self, kind: Kind, draft: Draft, there: _There, new: Marks) -> dict[str, Any]:
        """Fill only what nobody has said about the person yet."""
        own = there.origin in {"", draft.origin}
        before = Marks.parse(there.marks).fields if own else {}
        row = self._row(kind, there.id)
        edits = {
            name: value
            for name, value in draft.values.items()
            if name in new.fields
            and name not in before
            and not said(kind, name, getattr(row, name))
        }
        if edits and own:
            edits |= {"origin": draft.origin, "origin_hash": str(new)}
        return edits

    def _merged(self, kind: Kind, item: Item, there: _There, new: Marks) -> dict[str, Any]:
        """Set the fields that the file tells differently now, but for those the user changed."""
        before = Marks.parse(there.marks).fields
        row = self._row(kind, there.id)
        edits: dict[str, Any] = {}
        for name in sorted(before.keys() | new.fields.keys()):
            if before.get(name) == new.fields.get(name):
                continue
            now = self._mark_now(kind, name, getattr(row, name))
            if now == new.fields.get(name):
                continue
            if now != before.get(name):
                self._sorted.notices.append(_kept_own(kind, item, name))
            else:
                edits[name] = item.draft.values.get(name, kind.type_of(name).empty)
        return edits | {"origin_hash": str(new)} if edits else {}

    def _mark_now(self, kind: Kind, name: str, value: Any) -> str | None:
        """Return the mark of what an entry holds now; ids count as their origins."""
        refers = kind.by_name[name].refers if name in kind.by_name else ""
        if refers:
            text = self._origin_of(refers, value) if isinstance(value, str) else ""
        else:
            text = said(kind, name, value)
        return mark(text) if text else None

    def _row(self, kind: Kind, entry: str) -> Any:
        table = kind.model.__table__
        return self._connection.execute(select(table).where(table.c.id == entry)).one()

    def _origin_of(self, kind: str, entry: str) -> str:
        """Return the origin by which files know an entry; its id where they do not."""
        there = self._by_origin(self._journal.kind(kind))
        known = {one.id: origin for origin, one in there.items()}
        known |= {found: origin for origin, found in self._known.items()}
        return known.get(entry, entry)


def _kept_own(kind: Kind, item: Item, name: str) -> str:
    field = kind.by_name.get(name)
    return _(
        "{title}: you changed “{field}” yourself, and the file says something else. "
        "What you wrote stays."
    ).format(title=item.title, field=_(field.label) if field else name)


def distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Return each entry once, the last word on it standing where it was first told."""
    return list({draft.origin: draft for draft in drafts}.values())
