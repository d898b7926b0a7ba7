"""Comparing what a file says with what the journal holds: new, changed, or the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.exchange.incoming.edits import Edits
from secondop_desktop.exchange.incoming.identifying import Differ, Identified, Told
from secondop_desktop.exchange.incoming.matching import Match, Matchings
from secondop_desktop.exchange.incoming.plan import Item, Parts, PartSize, Plan, Skipped
from secondop_desktop.exchange.incoming.source_ids import SourceIds
from secondop_desktop.exchange.incoming.there import There
from secondop_desktop.exchange.incoming.withdrawals import (
    MARK,
    marking,
    meant,
    now_said,
    said_so,
    whether_to_mark,
)
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import (
    Link,
    ReadEntry,
    Reading,
    TakenBack,
    own_name,
)
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.journal.storage.long_list import LongList, LongNames
from secondop_desktop.journal.storage.spool import Spool

_NAMED = 4
"""So many fields are named when it is asked whether two entries are the same."""


@dataclass
class _Sorted:
    new: list[Item] = field(default_factory=list)
    changed: list[Item] = field(default_factory=list)
    same: list[Item] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def compare(
    journal: Journal,
    reading: Reading,
    person: str | None,
    name: str,
    asked: Asked,
    tell: Tell = nobody,
) -> Plan:
    """Make the plan for one person (None: the first draft is that person).

    ``tell`` hears how many entries of how many are compared; it raises to stop.
    """
    with journal.reading() as connection:
        several = len({draft.file for draft in reading.drafts}) > 1
        shared = _Shared(journal, connection, person, asked, Told({} if several else None, {}))
        return _Comparing(shared).plan(reading, name, tell)


def compare_parts(
    journal: Journal,
    readings: Iterable[Reading],
    number: int,
    person: str | None,
    name: str,
    asked: Asked,
    spool: Spool,
    tell: Tell = nobody,
    *,
    several_files: bool = False,
) -> Plan:
    """Make the plan from so many readings that are never in memory together; see ``compare``.

    The first draft of the first is the person; clinicians and places come with that one too.
    ``several_files`` tells that what one reading says another may say again.
    """
    kept, sizes, known = _Kept(spool), list[PartSize](), LongNames(spool)
    renamed = LongNames(spool)
    told = Told(LongNames(spool) if several_files else None, renamed)
    with journal.reading() as connection:
        before, shared = None, _Shared(journal, connection, person, asked, told)
        for at, reading in enumerate(readings):
            tell(at, number)
            made = _Comparing(shared)
            if before:
                made.go_on(before)
            part, before = made.plan(reading, name, nobody), made
            kept.take(part)
            sizes.append((len(part.new), len(part.changed)))
            for origin, entry in part.known.items():
                known[origin] = entry
    return Plan(
        name=name,
        person=person,
        new=kept.new,
        changed=kept.changed,
        same=kept.same,
        skipped=kept.skipped,
        notices=tuple(kept.notices),
        parts=Parts(tuple(sizes), known, renamed),
    )


class _Kept:
    """What the plans of all parts say; each notice once."""

    def __init__(self, spool: Spool) -> None:
        self.new, self.changed = LongList[Item](spool), LongList[Item](spool)
        self.same, self.skipped = LongList[Item](spool), LongList[Skipped](spool)
        self.notices: dict[str, None] = {}

    def take(self, part: Plan) -> None:
        self.new.extend(part.new)
        self.changed.extend(part.changed)
        self.same.extend(part.same)
        self.skipped.extend(part.skipped)
        self.notices |= dict.fromkeys(part.notices)


class _Shared:
    """What all parts of one import are compared with."""

    def __init__(
        self,
        journal: Journal,
        connection: Connection,
        person: str | None,
        asked: Asked,
        told: Told,
    ) -> None:
        self.journal, self.connection, self.person = journal, connection, person
        self.asked, self.told = asked, told
        self.matchings = Matchings(connection, person)
        self.source_ids = SourceIds(journal, connection)


class _Comparing:
    """Compares one part; nothing in it may lead back to it.

    No garbage is looked for while a job is at work, so a circle would hold the part till then.
    """

    def __init__(self, shared: _Shared) -> None:
        journal, connection, asked = shared.journal, shared.connection, shared.asked
        self._journal = journal
        self._connection = connection
        self._person = shared.person
        self._asked = asked
        self._of = shared.matchings.of
        self._source_ids = shared.source_ids
        self._identified = Identified(asked, shared.told)
        self._known: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._earlier: dict[str, str] = {}
        self._earlier_known: dict[str, str] = {}
        self._empty: dict[str, dict[str, Any]] = {}
        self._sorted = _Sorted()
        self._edits = Edits(journal, connection, asked, self._of, self._sorted.notices)

    def go_on(self, before: "_Comparing") -> None:
        """Compare one more part with the names of whom earlier ones told."""
        self._identified.number_on(before._identified)
        self._earlier = {**before._earlier, **before._titles_of_providers}
        self._earlier_known = {
            origin: entry
            for origin, entry in (before._earlier_known | before._known).items()
            if origin in self._earlier
        }

    @property
    def _titles_of_providers(self) -> dict[str, str]:
        """What the clinicians and places are called to whom later parts may lead."""
        items = (*self._sorted.new, *self._sorted.changed, *self._sorted.same)
        return {one.draft.origin: one.title for one in items if one.kind == "provider"}

    def plan(self, reading: Reading, name: str, tell: Tell) -> Plan:
        found = self._found(reading.drafts, tell)
        self._known = {draft.origin: match.there.id for draft, match in found if match}
        self._known |= {own_name(d.entry): m.there.id for d, m in found if m and d.entry}
        self._edits.known = self._earlier_known | self._known
        for draft, match in counted(found, tell):
            self._sort(draft, match)
        for back in reading.taken_back:
            self._sort_withdrawn(back)
        self._identified.ask(name, self._titles, self._differing(found))
        self._edits.emptied.ask(name)
        self._edits.older.ask(name)
        return Plan(
            name=name,
            person=self._person,
            new=tuple(self._sorted.new),
            changed=tuple(self._sorted.changed),
            same=tuple(self._sorted.same),
            skipped=(*reading.skipped, *self._sorted.skipped),
            notices=(*reading.notices, *self._sorted.notices),
            known=self._known,
        )

    def _found(
        self, drafts: Sequence[ReadEntry], tell: Tell
    ) -> list[tuple[ReadEntry, Match | None]]:
        """Return each draft with its entry: what others refer to first, as names may change."""
        found: list[tuple[ReadEntry, Match | None]] = []
        for name, those in _by_kind(drafts).items():
            tell(len(found), len(drafts))
            if name == "person":
                found += [(draft, self._of_person()) for draft in those]
            else:
                matching = self._of(self._journal.kind(name))
                found += self._identified.identify(matching, those)
        return [(self._identified.linked(draft), match) for draft, match in found]

    def _of_person(self) -> Match | None:
        if self._person is None:
            return None
        table = self._journal.kind("person").model.__table__
        row = self._connection.execute(
            select(table.c.origin, table.c.origin_hash).where(table.c.id == self._person)
        ).one()
        return Match(There(self._person, row.origin, row.origin_hash, binned=False))

    def _sort(self, draft: ReadEntry, match: Match | None) -> None:
        origin = draft.origin
        repeated = origin in self._titles or origin in self._known
        repeated = repeated or origin in self._identified.told_before
        title = self._title(draft)
        self._titles[draft.origin] = title
        item = Item(draft.kind, title, draft.where, draft, match.there.id if match else "")
        if match is None:
            (self._sorted.same if repeated else self._sorted.new).append(item)
            return
        edits = self._edits.of(item, match)
        if edits:
            item = replace(item, edits=edits, told=self._withdrawal_words(item, edits))
        (self._sorted.changed if edits else self._sorted.same).append(item)

    def _withdrawal_words(self, item: Item, edits: Mapping[str, Any]) -> str:
        """Say what a file tells of an entry where that is more than a change: it is withdrawn."""
        kind = self._journal.kind(item.kind)
        why = next(filter(None, (said_so(kind, name, one) for name, one in edits.items())), "")
        return now_said(why, self._journal.name(item.entry), item.draft.file) if why else ""

    def _title(self, draft: ReadEntry) -> str:
        kind = self._journal.kind(draft.kind)
        empty = self._empty.get(kind.name)
        if empty is None:
            empty = self._empty[kind.name] = {n: kept.empty for n, kept in kind.types.items()}
        row = SimpleNamespace(**empty)
        vars(row).update(draft.values)
        return kind.title(row, self._name_of)

    def _name_of(self, link: Any) -> str:
        if not isinstance(link, Link):
            return ""
        return self._titles.get(link.origin) or self._earlier.get(link.origin, "")

    def _sort_withdrawn(self, found: TakenBack) -> None:
        """Show what the file takes back of the journal; name what the journal never held."""
        items = [item for draft in found.drafts for item in self._withdrawn(draft, found)]
        if not items:
            self._sorted.skipped.append(Skipped(found.where, found.said))
        for item in items:
            (self._sorted.changed if item.edits else self._sorted.same).append(item)

    def _differing(self, found: Sequence[tuple[ReadEntry, Match | None]]) -> Differ:
        drafts = {draft.origin: draft for draft, _match in found}

        def differ(origin: str, entry: str) -> str:
            names = self._edits.differing(drafts[origin], entry)
            return "; ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")

        return differ

    def _withdrawn(self, draft: ReadEntry, found: TakenBack) -> Iterator[Item]:
        """Yield a row for each entry that is meant, with what would be set in it."""
        source = f"{draft.file} ({found.by})" if found.by else draft.file
        for name in dict.fromkeys((draft.kind, "record")):
            kind = self._journal.kind(name)
            own = draft if name == draft.kind else replace(draft, kind=name, values={})
            for there, certain in meant(self._of(kind), own, self._source_ids):
                title = self._journal.name(there.id)
                item = Item(name, title, found.where, own, there.id)
                edits = marking(kind, self._edits.row(kind, there.id), found, there)
                if edits is not None:
                    unchanged = self._edits.is_unchanged(kind, there)
                    question = whether_to_mark(
                        found.why, title, source, unchanged=unchanged, certain=certain
                    )
                    answer = self._asked.ask(question)
                    told = now_said(found.why, title, source)
                    edits = edits if answer == MARK else {}
                    item = replace(item, edits=edits, told=told, waits=not answer)
                yield item


def _by_kind(drafts: Iterable[ReadEntry]) -> dict[str, list[ReadEntry]]:
    those: dict[str, list[ReadEntry]] = {}
    for draft in drafts:
        those.setdefault(draft.kind, []).append(draft)
    return those
