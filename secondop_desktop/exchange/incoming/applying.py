"""Carrying out a plan: everything in one change, so that one step takes it back."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO, Final, cast

from secondop_desktop.errors import UserError
from secondop_desktop.exchange import garbage
from secondop_desktop.exchange.incoming.plan import Item, Parts, Plan
from secondop_desktop.exchange.progress import Progress, Step, Watched, in_kib, silent, stage
from secondop_desktop.exchange.read_entries import (
    MAY_REFER,
    STANDS_ALONE,
    Link,
    Marks,
    ReadEntry,
    own_name,
)
from secondop_desktop.exchange.source_files.unreadable import reading_of
from secondop_desktop.journal import sources
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.parted_change import PartedChange
from secondop_desktop.journal.progress import counted, nobody
from secondop_desktop.journal.storage.long_list import LongList, LongNames
from secondop_desktop.journal.storage.spool import Spool
from secondop_desktop.lang import _

_ALONE_OR_NOTHING: Final = STANDS_ALONE | {type(None)}


def apply(journal: Journal, plan: Plan, step: Step = silent) -> Sequence[str]:
    """Write what the plan says and return the ids of the entries added or changed.

    ``step`` hears how far it is; what it raises leaves the journal as it was.
    Raises UserError while a question is open, and for a file that is no longer what it was.
    """
    if plan.unanswered:
        raise UserError(plan.unanswered[0].text)
    if not plan.new and not plan.changed:
        return ()
    label = _("Bring in {name}").format(name=plan.name)
    if plan.parts:
        spool = Spool()
        with spool.while_whole(), journal.change_in_parts(label) as parts:
            return _Writing(journal, plan, step, spool).run_parts(parts, plan.parts)
    tell = stage(step, _("Making it all findable"))
    with garbage.not_looked_for(), journal.change(label, tell=tell) as change:
        return _Writing(journal, plan, step).run(change)


class _Ids:
    """The ids of entries by their origins: those of this part in memory, earlier ones not."""

    def __init__(self, plan: Plan, spool: Spool | None) -> None:
        self._own = dict(plan.known)
        self._parts = plan.parts
        self._written = LongNames(spool) if spool else None

    def get(self, origin: str) -> str | None:
        """Return the id of what bears an origin, if it is written or was there."""
        if (found := self._own.get(origin)) or self._parts is None:
            return found
        if found := self._one(origin):
            return found
        renamed = self._parts.renamed.get(origin)
        return self._own.get(renamed) or self._one(renamed) if renamed else None

    def _one(self, origin: str) -> str | None:
        """Return the id of what an earlier part wrote, or what was there."""
        written = self._written.get(origin) if self._written is not None else None
        return written or (self._parts.known.get(origin) if self._parts else None)

    def __getitem__(self, origin: str) -> str:
        if (found := self.get(origin)) is None:
            raise KeyError(origin)
        return found

    def __contains__(self, origin: str) -> bool:
        return self.get(origin) is not None

    def add(self, entry: str, *origins: str) -> None:
        """Note what an entry that was written is called."""
        for origin in origins:
            self._own[origin] = entry

    def part_done(self) -> None:
        """Hold no more in memory of what was written until now."""
        if self._written is not None:
            for origin, entry in self._own.items():
                self._written[origin] = entry
            self._own = {}


class _Writing:
    _change: Change

    def __init__(
        self, journal: Journal, plan: Plan, step: Step, spool: Spool | None = None
    ) -> None:
        self._spool = spool
        self._journal, self._step, self._tell = journal, step, in_kib(step)
        self._plan = plan
        self._person = plan.person
        self._ids = _Ids(plan, spool)
        self._later: list[tuple[ReadEntry, dict[str, Any]]] = []
        self._sources: dict[str, str] = {}

    def run(self, change: Change) -> Sequence[str]:
        """Write all in one change."""
        self._change = change
        self._keep_sources()
        tell = stage(self._step, "")
        added = [self._add(item) for item in counted(self._plan.new, tell)]
        edited = [self._edit(item) for item in counted(self._plan.changed, tell)]
        self._link_later()
        return (*added, *edited)

    def run_parts(self, change: PartedChange, parts: Parts) -> Sequence[str]:
        """Write part by part; nothing of a part that is written stays in memory."""
        written, tell = LongList[str](self._spool or Spool()), stage(self._step, "")
        new, changed = iter(self._plan.new), iter(self._plan.changed)
        total = len(self._plan.new) + len(self._plan.changed)
        for at, (add, edit) in enumerate(parts.sizes):
            tell(len(written), total)
            with change.part(nobody) as self._change:
                if not at:
                    self._keep_sources()
                written.extend(map(self._add, islice(new, add)))
                written.extend(map(self._edit, islice(changed, edit)))
                self._link_later()
            self._ids.part_done()
        return written

    def _link_later(self) -> None:
        """Set the links that waited for what is written now; some may wait for another part."""
        waiting, self._later = self._later, []
        for draft, values in waiting:
            if all(map(self._all_known, values.values())):
                self._change.edit(draft.kind, self._ids[draft.origin], **self._linked(values))
            else:
                self._later.append((draft, values))

    def _keep_sources(self) -> None:
        """Keep the files packed, but for one that is itself a record: that is kept as it is."""
        drafts = (item.draft for item in self._plan.written if self._plan.files)
        whole = {draft.values.get("file") for draft in drafts if draft.content}
        for file in self._plan.files:
            name, packed = file.content.name, file.hash not in whole
            size = file.content.path.stat().st_size if file.content.path else 0
            with reading_of(name), file.content.open() as stream:
                told, since = self._watched(stream, size), file.imported
                most = file.content.most
                kept = sources.keep(
                    self._journal, self._change, told, name, packed=packed, most=most, since=since
                )
            if kept != file.hash:
                raise _changed_since(name)
            self._sources[file.name] = kept

    def _place(self, draft: ReadEntry) -> dict[str, str]:
        """Say from which file an entry comes, and where in it that stands."""
        bore = draft.bore
        file, place = (bore.source_file, bore.source_place) if bore else (draft.file, draft.pointer)
        kept = self._sources.get(file)
        return {"source_file": kept, "source_place": place} if kept else {}

    def _add(self, item: Item) -> str:
        draft = item.draft
        stored = self._stored(draft)
        self._keep(draft)
        since = (draft.bore.created, draft.bore.deleted_at) if draft.bore else ()
        entry = self._change.add_stored(draft.kind, draft.entry, stored, *since)
        if draft.kind == "person":
            self._person = entry
        self._ids.add(entry, draft.origin, *([own_name(draft.entry)] if draft.entry else ()))
        return entry

    def _stored(self, draft: ReadEntry) -> dict[str, Any]:
        """Return the columns of a new entry as the file holds them, with where it comes from."""
        kind = self._journal.kind(draft.kind)
        bore = draft.bore if draft.bore and draft.bore.origin else None
        named = {"origin": bore.origin if bore else draft.origin, **self._place(draft)}
        stored = kind.stored(self._ready(draft, draft.values) | named)
        marks = bore.origin_hash if bore else Marks.of_stored(kind, draft.values, stored)
        whose = {} if draft.kind == "person" else {"person": self._person}
        return {**stored, "origin_hash": str(marks), **whose}

    def _edit(self, item: Item) -> str:
        self._ids.add(item.entry, item.draft.origin)
        self._keep(item.draft)
        values = self._ready(item.draft, item.edits) | self._place(item.draft)
        self._change.edit(item.kind, item.entry, **values)
        return item.entry

    def _ready(self, draft: ReadEntry, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values with ids for links; links to entries still to come wait."""
        if _ALONE_OR_NOTHING.issuperset(map(type, values.values())):
            return dict(values)
        odd = {n: v for n, v in values.items() if type(v) not in _ALONE_OR_NOTHING}
        links = {name: value for name, value in odd.items() if _refers(value)}
        waiting = {name: link for name, link in links.items() if not self._all_known(link)}
        if waiting:
            self._later.append((draft, waiting))
        known = {name: link for name, link in links.items() if name not in waiting}
        keyed = {name: self._keyed(value) for name, value in odd.items() if name not in links}
        rest = {name: value for name, value in values.items() if name not in waiting}
        return rest | keyed | self._linked(known)

    def _keyed(self, value: Any) -> Any:
        """Return a text under an id, such as the stance of an opinion, under the id it has here."""
        if isinstance(value, str) or not isinstance(value, Mapping):
            return value
        return {self._ids.get(own_name(key)) or key: one for key, one in value.items()}

    def _all_known(self, value: Any) -> bool:
        return all(link.origin in self._ids for link in _links(value))

    def _linked(self, links: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._id(value) for name, value in links.items()}

    def _id(self, value: Any) -> Any:
        """Return the id that a link stands for; in a list some may be ids already."""
        if isinstance(value, tuple):
            return tuple(map(self._id, value))
        return self._ids[value.origin] if isinstance(value, Link) else value

    def _keep(self, draft: ReadEntry) -> None:
        """Store the bytes of a file, if they are still those that were planned."""
        if draft.content is None:
            return
        content = draft.content
        size = int(draft.values.get("file_size") or content.most)
        with reading_of(content.name), content.open() as stream:
            told = self._watched(stream, size)
            stored = self._journal.attach(self._change, told, content.name, most=content.most)
        if stored.hash != draft.values["file"]:
            raise _changed_since(draft.content.name)

    def _watched(self, stream: BinaryIO, size: int) -> BinaryIO:
        """Return a stream that is read twice: to measure it, and to keep it."""
        return cast(BinaryIO, Watched(stream, Progress(self._tell, 2 * size)))


def _changed_since(name: str) -> UserError:
    return UserError(
        _("{name} was changed while it was being brought in. Bring it in again.").format(name=name)
    )


def _links(value: Any) -> list[Link]:
    values = value if isinstance(value, tuple) else (value,)
    return [one for one in values if isinstance(one, Link)]


def _refers(value: Any) -> bool:
    return isinstance(value, MAY_REFER) and bool(_links(value))
