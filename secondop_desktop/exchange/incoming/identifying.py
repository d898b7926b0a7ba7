"""Giving every thing that files tell a name of its own, and asking where it may be another's."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from secondop_desktop.exchange.incoming import facts
from secondop_desktop.exchange.incoming.facts import Verdict
from secondop_desktop.exchange.incoming.matching import Match, Matching
from secondop_desktop.exchange.incoming.told_twice import Twice
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import MAY_REFER, Link, Marks, ReadEntry, mark
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.storage.long_list import LongNames
from secondop_desktop.lang import _

_NAMED = 3
"""So many entries are named when it is asked whether they are the same."""

_SAME, _APART, _EACH = "same", "apart", "each"

Differ = Callable[[str, str], str]
"""Names the fields in which a draft, by its origin, differs from an entry, by its id."""


Names = dict[str, str] | LongNames
"""Texts by name, in the memory or on the disk."""


class Told(NamedTuple):
    """What the drafts of one import said until now, in this part of it or an earlier one.

    ``facts`` leads from what a draft says to its file and origin; None where all are of one file,
    as only another file tells a thing twice. ``renamed`` leads from origins to those borne now.
    """

    facts: Names | None
    renamed: Names


class _First(NamedTuple):
    file: str
    origin: str


@dataclass
class _Doubt:
    """A draft that may be an entry, and the key of the question whether it is."""

    origin: str
    key: str
    entry: str

    def said(self, file: str, titles: Mapping[str, str], differ: Differ) -> str:
        text = _(
            "In {file}: {title} looks like an entry in the journal, but some details differ "
            "({fields}). Is it the same?"
        )
        fields = differ(self.origin, self.entry)
        return text.format(file=file, title=titles[self.origin], fields=fields)


class Identified:
    """The drafts of one import under the names by which the journal will know them.

    A new thing takes no name that another bears, and what refers to it follows. Whatever may be
    the same but need not be stays apart until somebody says so.
    """

    def __init__(self, asked: Asked, told: Told) -> None:
        """Go on from what was told before; this part's own is noted there too."""
        self._asked, self._told = asked, told
        self._doubtful: list[_Doubt] = []
        self._numbered = 0
        self._twice = Twice(asked)
        self._told_here: set[str] = set()
        self.told_before: set[str] = set()
        """The origins of what another file told in an earlier part."""

    def identify(
        self, matching: Matching, drafts: Sequence[ReadEntry]
    ) -> Iterator[tuple[ReadEntry, Match | None]]:
        """Yield the drafts of one kind with their entries, the reading's order kept."""
        linked = self._twice.distinct(matching.kind, [self.linked(draft) for draft in drafts])
        for origin, one in self._twice.renamed.items():
            self._told.renamed[origin] = one
        found = matching.match(linked)
        self._twice.settle([one for one, match in found.items() if match.verdict is Verdict.SAME])
        certain = {d.origin: self._certain(d, found.get(d.origin)) for d in linked}
        for draft in linked:
            if match := certain[draft.origin]:
                self._first(matching.kind, draft, _bearing(draft, match))
        doubts = {doubt.origin: doubt for doubt in self._doubtful}
        for draft in linked:
            match = certain[draft.origin]
            own = _bearing(draft, match) if match else self._new(matching, draft)
            if own.origin != draft.origin:
                self._told.renamed[draft.origin] = own.origin
            if draft.origin in doubts:
                doubts[draft.origin].origin = own.origin
            yield own, match

    def number_on(self, before: "Identified") -> None:
        """Number the doubts of another part behind those of the one before."""
        self._numbered = before._numbered + len(before._doubtful)

    def linked(self, draft: ReadEntry) -> ReadEntry:
        """Let a draft refer to the others by the names they have now."""
        if not self._told.renamed:
            return draft
        values = {
            name: self._renewed(value)
            for name, value in draft.values.items()
            if isinstance(value, MAY_REFER)
        }
        return replace(draft, values={**draft.values, **values}) if values else draft

    def _renewed(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self._renewed(one) for one in value)
        if not isinstance(value, Link):
            return value
        return Link(self._told.renamed.get(value.origin) or value.origin)

    def ask(self, file: str, titles: Mapping[str, str], differ: "Differ") -> None:
        """Ask about all that may be the same: in one question, or about each if wished."""
        self._twice.ask(file, titles)
        if len(self._doubtful) == 1:
            [one] = self._doubtful
            self._asked.ask(Question("same", one.said(file, titles, differ), _choices()))
        elif self._doubtful:
            held = self._asked.ask(Question("same", self._all_said(file, titles), _choices(3)))
            for one in self._doubtful if held == _EACH else ():
                self._asked.ask(Question(one.key, one.said(file, titles, differ), _choices()))

    def _all_said(self, file: str, titles: Mapping[str, str]) -> str:
        named = "; ".join(titles[one.origin] for one in self._doubtful[:_NAMED])
        text = _(
            "In {file}: {count} entries look like those in the journal, but some details "
            "differ: {titles}. Are they the same?"
        )
        more = "…" if len(self._doubtful) > _NAMED else ""
        return text.format(file=file, count=len(self._doubtful), titles=named + more)

    def _certain(self, draft: ReadEntry, match: Match | None) -> Match | None:
        """Drop a doubtful match unless somebody said that it is one."""
        if match is None or match.verdict is not Verdict.DOUBT:
            return match
        number = self._numbered + len(self._doubtful) + 1
        doubt = _Doubt(draft.origin, f"same-{number}", match.there.id)
        self._doubtful.append(doubt)
        held = self._asked.held("same", "")
        taken = self._asked.held(doubt.key, "") if held == _EACH else held
        return match if taken == _SAME else None

    def _new(self, matching: Matching, draft: ReadEntry) -> ReadEntry:
        """Name what is not in the journal; what another file of the import tells is that."""
        first = self._first_of(matching.kind, draft)
        if first and draft.file and first.file not in {"", draft.file} and not draft.settled:
            self.told_before |= {first.origin} - self._told_here
            return replace(draft, origin=first.origin)
        origin = draft.origin
        while origin in matching.origins:
            marks = str(Marks.of(matching.kind, draft.values))
            origin = f"{draft.origin}@{mark(origin + marks)}"
        own = replace(draft, origin=origin) if origin != draft.origin else draft
        if not first:
            self._first(matching.kind, draft, own)
        return own

    def _first_of(self, kind: Kind, draft: ReadEntry) -> _First | None:
        """Return who told first what a draft says; None where nobody did."""
        told = self._told.facts.get(_key(kind, draft)) if self._told.facts is not None else None
        return _First(*json.loads(told)) if told else None

    def _first(self, kind: Kind, draft: ReadEntry, own: ReadEntry) -> None:
        """Note that a draft, under its own name, is the first to say what it says, if it is."""
        if self._told.facts is not None and not self._first_of(kind, draft):
            self._told.facts[_key(kind, draft)] = json.dumps([own.file, own.origin])
            self._told_here.add(own.origin)


def _key(kind: Kind, draft: ReadEntry) -> str:
    return json.dumps([kind.name, *sorted(facts.of(kind, draft).items())])


def _bearing(draft: ReadEntry, match: Match) -> ReadEntry:
    """Return a draft under the name its entry bears, unless only the facts made it that one."""
    bears = match.there.origin and not match.by_facts
    return replace(draft, origin=match.there.origin) if bears else draft


def _choices(number: int = 2) -> tuple[Choice, ...]:
    return (
        Choice(_SAME, _("Yes, the same: join them, and keep what you wrote")),
        Choice(_APART, _("No: keep both")),
        Choice(_EACH, _("Ask about each")),
    )[:number]
