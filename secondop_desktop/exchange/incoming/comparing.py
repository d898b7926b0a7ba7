"""Comparing what a file says with what the journal holds: new, changed, or the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.exchange.incoming.facts import Verdict
from secondop_desktop.exchange.incoming.identifying import Identified
from secondop_desktop.exchange.incoming.matching import Match, Matching, There
from secondop_desktop.exchange.incoming.plan import Item, Plan
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, Marks, ReadEntry, Reading, mark, said
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _


@dataclass
class _Sorted:
    new: list[Item] = field(default_factory=list)
    changed: list[Item] = field(default_factory=list)
    same: list[Item] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def compare(
    journal: Journal, reading: Reading, person: str | None, name: str, asked: Asked
) -> Plan:
    """Make the plan for one person (None: the first draft is that person)."""
    with journal.reading() as connection:
        several = len({draft.file for draft in reading.drafts}) > 1
        made = _Comparing(journal, connection, person, asked, several_files=several)
        return made.plan(reading, name)


class _Comparing:
    def __init__(
        self,
        journal: Journal,
        connection: Connection,
        person: str | None,
        asked: Asked,
        *,
        several_files: bool,
    ) -> None:
        self._journal = journal
        self._connection = connection
        self._person = person
        self._asked = asked
        self._matching: dict[str, Matching] = {}
        self._identified = Identified(asked, several_files=several_files)
        self._known: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._empty: dict[str, dict[str, Any]] = {}
        self._sorted = _Sorted()

    def plan(self, reading: Reading, name: str) -> Plan:
        found = self._found(reading.drafts)
        self._known = {draft.origin: match.there.id for draft, match in found if match}
        for draft, match in found:
            self._sort(draft, match)
        self._identified.ask(name, self._titles)
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

    def _found(self, drafts: Sequence[ReadEntry]) -> list[tuple[ReadEntry, Match | None]]:
        """Return each draft with its entry: what others refer to first, as names may change."""
        found: list[tuple[ReadEntry, Match | None]] = []
        for name, those in _by_kind(drafts).items():
            if name == "person":
                found += [(draft, self._of_person()) for draft in those]
            else:
                matching = self._of(self._journal.kind(name))
                found += self._identified.identify(matching, those)
        return [(self._identified.linked(draft), match) for draft, match in found]

    def _of(self, kind: Kind) -> Matching:
        if kind.name not in self._matching:
            self._matching[kind.name] = Matching(self._connection, kind, self._person)
        return self._matching[kind.name]

    def _of_person(self) -> Match | None:
        if self._person is None:
            return None
        table = self._journal.kind("person").model.__table__
        row = self._connection.execute(
            select(table.c.origin, table.c.origin_hash).where(table.c.id == self._person)
        ).one()
        return Match(There(self._person, row.origin, row.origin_hash, binned=False))

    def _sort(self, draft: ReadEntry, match: Match | None) -> None:
        repeated = draft.origin in self._titles or draft.origin in self._known
        title = self._title(draft)
        self._titles[draft.origin] = title
        item = Item(draft.kind, title, draft.where, draft, match.there.id if match else "")
        if match is None:
            (self._sorted.same if repeated else self._sorted.new).append(item)
            return
        edits = self._edits(item, match)
        if edits:
            item = replace(item, edits=edits)
        (self._sorted.changed if edits else self._sorted.same).append(item)

    def _title(self, draft: ReadEntry) -> str:
        kind = self._journal.kind(draft.kind)
        empty = self._empty.get(kind.name)
        if empty is None:
            empty = self._empty[kind.name] = {n: kept.empty for n, kept in kind.types.items()}
        row = SimpleNamespace(**{**empty, **draft.values})
        return kind.title(row, self._name_of)

    def _name_of(self, link: Any) -> str:
        return self._titles.get(link.origin, "") if isinstance(link, Link) else ""

    def _edits(self, item: Item, match: Match) -> dict[str, Any]:
        """Return what to set in an entry that is there; nothing for one put away."""
        there, draft = match.there, item.draft
        if draft.entry == there.id and not (there.binned or draft.settled):
            return self._corrected(item)
        told = match.by_facts and match.verdict is Verdict.SAME
        if there.binned or told or draft.settled or (draft.alike and not there.origin):
            return {}
        kind = self._journal.kind(item.kind)
        new = Marks.of(kind, draft.values)
        if there.marks == str(new) and there.origin == draft.origin:
            return {}
        if item.kind == "person":
            return self._filled(kind, draft, there, new)
        return self._merged(kind, item, there, new)

    def _corrected(self, item: Item) -> dict[str, Any]:
        """Set what was changed in a table of this program; nothing private comes open."""
        kind, row = (
            self._journal.kind(item.kind),
            self._row(self._journal.kind(item.kind), item.entry),
        )
        return {
            name: value
            for name, value in item.draft.values.items()
            if said(kind, name, value) != said(kind, name, getattr(row, name))
            and not (name == "private" and not value)
        }

    def _filled(self, kind: Kind, draft: ReadEntry, there: There, new: Marks) -> dict[str, Any]:
        """Fill only what nobody has said about the person yet."""
        own = there.origin in {"", draft.origin}
        before = there.fields if own else {}
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

    def _merged(self, kind: Kind, item: Item, there: There, new: Marks) -> dict[str, Any]:
        """Set the fields that the file tells differently now, but for those the user changed."""
        before = there.fields
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
        if not edits:
            return {}
        moved = {"origin": item.draft.origin} if item.draft.origin != there.origin else {}
        return edits | moved | {"origin_hash": str(new)}

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
        known = {one.id: one.origin for one in self._of(self._journal.kind(kind)).there}
        known |= {found: origin for origin, found in self._known.items()}
        return known.get(entry, entry)


def _kept_own(kind: Kind, item: Item, name: str) -> str:
    field = kind.by_name.get(name)
    return _(
        "{title}: you changed “{field}” yourself, and the file says something else. "
        "What you wrote stays."
    ).format(title=item.title, field=_(field.label) if field else name)


def _by_kind(drafts: Iterable[ReadEntry]) -> dict[str, list[ReadEntry]]:
    those: dict[str, list[ReadEntry]] = {}
    for draft in drafts:
        those.setdefault(draft.kind, []).append(draft)
    return those
