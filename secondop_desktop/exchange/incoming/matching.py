"""Which entry of the journal each thing that a file tells is, if it is there at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from secondop_desktop.exchange.incoming import facts
from secondop_desktop.exchange.incoming.facts import Verdict
from secondop_desktop.exchange.incoming.likeness import Likeness
from secondop_desktop.exchange.incoming.there import Known, There, family
from secondop_desktop.exchange.read_entries import Marks, ReadEntry, said
from secondop_desktop.journal.kinds import Kind


@dataclass(frozen=True)
class Match:
    """An entry, whether it is the same one for certain, and whether only its facts say so."""

    there: There
    verdict: Verdict = Verdict.SAME
    by_facts: bool = False


class Matching:
    """Finds the entries of one kind and person; each is taken once."""

    def __init__(self, connection: Connection, kind: Kind, person: str | None) -> None:
        self._connection = connection
        self.kind = kind
        self._person = person
        self.there = self._read() if person else []
        self.known = Known(kind, self.there)
        self.origins = {one.origin for one in self.there}
        self._taken: set[str] = set()

    def match(self, drafts: Sequence[ReadEntry]) -> dict[str, Match]:
        """Return the matches by the drafts' origins: the surest first, so that none is stolen."""
        found: dict[str, Match] = {}
        for find in self._finders(drafts, found):
            for draft in drafts:
                if draft.origin not in found and (match := self._take(find(draft))):
                    found[draft.origin] = match
        return found

    def _finders(
        self, drafts: Sequence[ReadEntry], found: Mapping[str, Match]
    ) -> Iterator["Finder"]:
        """Yield what finds drafts that the ones before did not; a first import has few of them."""
        if any(draft.entry for draft in drafts):
            yield self._by_id()
        if any(draft.bore for draft in drafts):
            yield self._borne()
        if self.there:
            yield from (self._exact(), self._named(), self._find_alike())
        if any(draft.alike for draft in drafts):
            yield self._typed()
        if self._person is None or all(one.settled or one.origin in found for one in drafts):
            return
        likeness = Likeness(self._connection, self.kind, self._person)
        if likeness.knows_any:
            yield self._likely(likeness)

    def _take(self, matches: Iterable[Match]) -> Match | None:
        for match in matches:
            if match.there.id not in self._taken:
                self._taken.add(match.there.id)
                return match
        return None

    def _read(self) -> list[There]:
        c = self.kind.model.__table__.c
        rows = self._connection.execute(
            select(c.id, c.origin, c.origin_hash, c.deleted_at)
            .where(c.person == self._person)
            .where(c.origin != "")
        )
        return [There(row.id, row.origin, row.origin_hash, bool(row.deleted_at)) for row in rows]

    def _by_id(self) -> "Finder":
        """Find the entry from which a line of our own table was written."""

        def find(draft: ReadEntry) -> Iterator[Match]:
            c = self.kind.model.__table__.c
            if draft.entry and self._person:
                row = self._connection.execute(
                    select(c.id, c.origin, c.origin_hash, c.deleted_at)
                    .where(c.id == draft.entry)
                    .where(c.person == self._person)
                ).first()
                if row is not None:
                    yield Match(There(row.id, row.origin, row.origin_hash, bool(row.deleted_at)))

        return find

    def _borne(self) -> "Finder":
        """Find what has the origin that an entry of another journal has from its source."""
        named = {one.origin: one for one in self.there}

        def find(draft: ReadEntry) -> Iterator[Match]:
            bore = draft.bore
            if bore and not bore.deleted_at and (there := named.get(bore.origin)):
                yield Match(there)

        return find

    def _exact(self) -> "Finder":
        """Find what bears the origin and says the same, or whose origin says all."""
        named = self.known.by_family

        def find(draft: ReadEntry) -> Iterator[Match]:
            for one in named.get(family(draft.origin), ()):
                settled = draft.settled and one.origin == draft.origin
                if settled or one.marks == str(Marks.of(self.kind, draft.values)):
                    yield Match(one)

        return find

    def _named(self) -> "Finder":
        """Find what bears the origin and may be the same thing."""
        named = self.known.by_family

        def find(draft: ReadEntry) -> Iterator[Match]:
            for verdict in (Verdict.SAME, Verdict.DOUBT):
                for one in named.get(family(draft.origin), ()):
                    if self._by_name(one, draft) is verdict:
                        yield Match(one, verdict)

        return find

    def _by_name(self, there: There, draft: ReadEntry) -> Verdict:
        if not there.fields:
            return Verdict.SAME
        new = Marks.of(self.kind, draft.values).fields
        return facts.by_name(self.kind, there.fields, new, draft.given)

    def _find_alike(self) -> "Finder":
        """Find what says the same under another name, as a later export may."""
        core = facts.core(self.kind)

        def find(draft: ReadEntry) -> Iterator[Match]:
            if draft.settled or not core:
                return
            new = Marks.of(self.kind, draft.values).fields
            found = [
                Match(one, facts.by_facts(self.kind, one.fields, new), by_facts=True)
                for one in self.known.by_core.get(self.known.core(new), ())
                if new.get(core[0])
            ]
            if self.kind.name == "record" and not new.get(self.kind.when):
                found = [match for match in found if match.verdict is Verdict.SAME]
            yield from sorted(found, key=lambda match: match.verdict is not Verdict.SAME)

        return find

    def _typed(self) -> "Finder":
        """Find an entry typed by hand that has the same name, or holds the same file."""

        def find(draft: ReadEntry) -> Iterator[Match]:
            if not draft.alike or self._person is None:
                return
            wanted = said(self.kind, draft.alike, draft.values[draft.alike]).casefold()
            c = self.kind.model.__table__.c
            rows = self._connection.execute(
                select(c.id, c[draft.alike].label("text"), c.deleted_at)
                .where(c.person == self._person)
                .where(c.origin == "")
            )
            for row in rows:
                if row.text and row.text.strip().casefold() == wanted:
                    yield Match(There(row.id, "", "", bool(row.deleted_at)))

        return find

    def _likely(self, likeness: Likeness) -> "Finder":
        """Find what has the same name and date, but other details: it is asked."""

        def find(draft: ReadEntry) -> Iterator[Match]:
            for row in likeness.of(draft) if not draft.settled else ():
                there = There(row.id, row.origin, row.origin_hash, binned=False)
                yield Match(there, Verdict.DOUBT, by_facts=True)

        return find


class Matchings:
    """Those of each kind, made where one is first asked for; all parts of an import share them."""

    def __init__(self, connection: Connection, person: str | None) -> None:
        self._connection, self._person = connection, person
        self._of: dict[str, Matching] = {}

    def of(self, kind: Kind) -> Matching:
        """Return the one of a kind, which remembers what was taken."""
        if kind.name not in self._of:
            self._of[kind.name] = Matching(self._connection, kind, self._person)
        return self._of[kind.name]


Finder = Callable[[ReadEntry], Iterator[Match]]
"""Finds the entries that a draft may be, the likeliest first."""
