"""Reading FHIR files into drafts: each kind reads its own resources, a record tells any other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir import kept, own
from secondop_desktop.exchange.fhir.carried import Carried
from secondop_desktop.exchange.fhir.context import (
    FOREIGN,
    AddedError,
    Context,
    LeftOutError,
    OnlyToldError,
    Pool,
    Reader,
    ReadValues,
    UnreadableError,
    WithdrawnError,
)
from secondop_desktop.exchange.fhir.editions import editions
from secondop_desktop.exchange.fhir.modifiers import is_doubted
from secondop_desktop.exchange.fhir.nothing_known import section_answers
from secondop_desktop.exchange.fhir.pages import missing_pages
from secondop_desktop.exchange.fhir.patients import Patients
from secondop_desktop.exchange.fhir.resources import Body, Opened, Resource, opened
from secondop_desktop.exchange.fhir.sorts import BOOKKEEPING
from secondop_desktop.exchange.fhir.supporting import PROVIDERS, SUPPORTING, tells_more
from secondop_desktop.exchange.fhir.taken_back import deleted, taken_back
from secondop_desktop.exchange.fhir.versions import newest
from secondop_desktop.exchange.fhir.withdrawn import withdrawn
from secondop_desktop.exchange.people.person_fit import Fit, fit
from secondop_desktop.exchange.read_entries import (
    Link,
    ReadEntry,
    Reading,
    Skipped,
    TakenBack,
    mark,
)
from secondop_desktop.journal.kinds import Kind, Kinds
from secondop_desktop.journal.progress import Tell, counted, nobody
from secondop_desktop.lang import _, ngettext

_ORDER = {"provider": 0, "record": 1}


def read(
    documents: Sequence[tuple[str, object]],
    kinds: Kinds,
    tell: Tell = nobody,
    carried: Carried | None = None,
) -> Reading:
    """Read parsed FHIR files, given with the names to call them by, as one collection.

    A document of another form comes as the resources that it was taken apart into (Opened).
    ``tell`` hears how many resources of how many are read; it raises to stop. ``carried`` is
    what earlier parts of the same collection told; the clinicians and places of all stand there.
    """
    found = Opened()
    for name, document in documents:
        one = document if isinstance(document, Opened) else opened(document, name)
        found.resources += one.resources
        found.gone += one.gone
        found.strange += one.strange
        found.skipped += one.skipped
        found.pages += one.pages
    return _Files(found, kinds, tell, carried).read()


def readers(kinds: Kinds) -> Mapping[str, tuple[str, Reader]]:
    """Return for each type of resource the kind that reads it, and how."""
    return {
        name: (kind.name, reader) for kind in kinds.values() for name, reader in kind.fhir().items()
    }


_UNREAD = (AddedError, LeftOutError, OnlyToldError, UnreadableError, UserError)
"""What a reader raises for what it leaves to a record, or leaves out."""


def _nothing(_body: Body, _context: Context) -> Iterator[ReadValues]:
    """Read nothing where FHIR has no place for an entry of this kind: it carries all of it."""
    yield from ()


@dataclass
class _Addition:
    """What only adds to another resource, and what that one is called."""

    owner: Resource
    name: str
    found: list[Context] = field(default_factory=list)


class _Files:
    def __init__(self, found: Opened, kinds: Kinds, tell: Tell, carried: Carried | None) -> None:
        self._tell, self._carried = tell, carried
        resources, older = newest(found.resources)
        self._opened = found
        self._pool = Pool(list(_with_contained(resources)), readers(kinds), kinds)
        if carried:
            carried.give(self._pool)
        self._patients = Patients(self._pool.resources, self._pool.references)
        self._drafts: list[ReadEntry] = []
        self._skipped = [*found.skipped, *older]
        self._taken_back: list[TakenBack] = []
        self._bills: dict[tuple[str, str], list[Context]] = defaultdict(list)
        self._additions: dict[tuple[str, str], _Addition] = {}

    def read(self) -> Reading:
        own = [one for one in self._pool.resources if not one.beside]
        supporting = [one for one in own if one.type in SUPPORTING]
        for resource in counted(own, self._tell):
            if resource.type not in SUPPORTING:
                self._one(resource)
        for body, where in self._opened.strange:
            self._drafts.append(kept.single_record(body, where))
            self._skip(where, _("This is not a FHIR resource. It is kept as a record."))
        self._together()
        self._taken_back += [deleted(self._pool, one) for one in self._opened.gone]
        people = self._people()
        for resource in supporting:
            self._supporting(resource)
        if self._pool.answers and not people:
            self._drafts.append(ReadEntry("person", "fhir:answers", dict(self._pool.answers), ""))
        drafts = [*self._providers(), *self._drafts]
        drafts.sort(key=lambda draft: _ORDER.get(draft.kind, 2))
        drafts = _linked([*people, *drafts], self._elsewhere())[len(people) :]
        about = self._about(people)
        if about:
            drafts = _about_whom(drafts, about)
            self._taken_back = [
                replace(one, drafts=_about_whom(one.drafts, about)) for one in self._taken_back
            ]
        notices = [*editions(self._pool.resources), *missing_pages(self._opened.pages)]
        return Reading(drafts, self._skipped, people, notices, self._taken_back)

    def _providers(self) -> Sequence[ReadEntry]:
        """Return the clinicians and places, which of several parts are told when all are read."""
        if self._carried:
            self._carried.take(self._pool)
            return ()
        return tuple(self._pool.providers.values())

    def _elsewhere(self) -> set[str]:
        """Return the origins of what is read with other parts, for there may be entries of it."""
        beside = (one for one in self._pool.resources if one.beside)
        return {self._pool.identity.origin(one) for one in beside} | self._pool.providers.keys()

    def _people(self) -> list[ReadEntry]:
        """Return whom entries are about: Patients, else who is named beside a reference."""
        found = [draft for draft in map(self._person, self._patients.found) if draft]
        told = self._patients.told
        if found or not told:
            return found
        where = self._pool.resources[0].where
        key = mark(" ".join(told.values()))
        return [ReadEntry("person", f"fhir-subject:{key}", {**told, **self._pool.answers}, where)]

    def _about(self, people: Sequence[ReadEntry]) -> dict[tuple[str, str], str]:
        """Return whom each place of the files is about, where they hold several people."""
        origins: dict[str, str] = {}
        for one in people:
            same = (o.origin for o in people if fit(o.values, one.values) is Fit.SAME)
            origins[one.origin] = next(same, one.origin)
        if len(set(origins.values())) < 2:
            return {}
        whose = ((one, self._patients.of(one)) for one in self._pool.resources)
        return {
            (one.file, one.pointer): origins.get(self._pool.identity.origin(patient), "")
            for one, patient in whose
            if patient is not None
        }

    def _person(self, patient: Resource) -> ReadEntry | None:
        kind, reader = self._pool.readers["Patient"]
        told = next(iter(reader(patient.body, Context(self._pool, patient))), None)
        if told is None:
            return None
        values = dict(told.values)
        values |= self._pool.answers
        draft = ReadEntry(kind, self._pool.identity.origin(patient), values, patient.where)
        return self._pool.placed(draft, patient)

    def _one(self, resource: Resource) -> None:
        if self._patients.is_other(resource):
            self._skip(resource.where, _("It is about another person."))
        elif ours := self._pool.own_kind(resource):
            self._own(resource, ours)
        elif resource.type in BOOKKEEPING and (why := withdrawn(resource.body)):
            self._skip(resource.where, why)
        elif resource.type in BOOKKEEPING:
            self._bills[resource.file, resource.type].append(Context(self._pool, resource))
        else:
            if resource.type == "Composition":
                section_answers(resource.body, self._pool.answers)
            self._entry(resource)

    def _own(self, resource: Resource, kind: str) -> None:
        """Read what this program wrote: an entry comes back as the entry that it was."""
        if kind == own.PART:
            return
        named, reader = self._pool.readers.get(resource.type, ("", _nothing))
        body, context = own.bare(resource.body), Context(self._pool, resource)
        with self._pool.untouched():
            try:
                told = list((reader if named == kind else _nothing)(body, context))[:1]
            except (*_UNREAD, *FOREIGN):
                told = []
        one = replace(told[0], part="", content=None) if told else ReadValues({})
        self._drafts += self._pool.drafts(resource, kind, [one])

    def _supporting(self, resource: Resource) -> None:
        """Read what others refer to, where it was not told there or says more than was told."""
        context = Context(self._pool, resource)
        ours = self._pool.own_kind(resource)
        if ours == own.PART or (ours and context.own_provider() is not None):
            return
        if resource.type == "Patient":
            if resource not in self._patients.found:
                self._skip(resource.where, _("It is about another person."))
        elif self._patients.is_other(resource):
            self._skip(resource.where, _("It is about another person."))
        elif tells_more(context) and not (
            resource.type in PROVIDERS and context.own_provider() is not None
        ):
            self._entry(resource)

    def _entry(self, resource: Resource) -> None:
        kind, reader = self._pool.readers.get(resource.type, ("record", kept.read))
        if kind == "provider":
            kind, reader = "record", kept.read
        context = Context(self._pool, resource)
        try:
            told = list(reader(resource.body, context))
            if resource.is_extended and kind in self._pool.kinds and is_doubted(resource.body):
                told = [_unsure(one, self._pool.kinds[kind]) for one in told]
        except AddedError as more:
            self._add(context, more)
        except WithdrawnError as why:
            self._taken_back.append(taken_back(self._pool, resource, kind, reader, why))
        except LeftOutError as why:
            self._skip(resource.where, str(why))
        except OnlyToldError:
            self._keep(context)
        except (UnreadableError, UserError) as why:
            self._unreadable(context, str(why))
        except FOREIGN:
            self._unreadable(context, _("Its parts are not where FHIR says they are."))
        else:
            self._drafts += self._pool.drafts(resource, kind, told)

    def _add(self, context: Context, more: AddedError) -> None:
        key = (more.name.casefold(), context.resource.type)
        self._additions.setdefault(key, _Addition(more.owner, more.name)).found.append(context)

    def _unreadable(self, context: Context, why: str) -> None:
        self._keep(context)
        why = _("{why} It is kept as a record.").format(why=why)
        self._skip(context.resource.where, why, kept=True)

    def _keep(self, context: Context) -> None:
        """Tell a resource as a record, however little of it is as the standard says."""
        resource = context.resource
        try:
            told = list(kept.read_whole(context))
        except (LeftOutError, *FOREIGN):
            origin = self._pool.identity.origin(resource)
            draft = kept.single_record(resource.body, resource.where)
            self._drafts.append(self._pool.placed(replace(draft, origin=origin), resource))
        else:
            self._drafts += self._pool.drafts(resource, "record", told)

    def _together(self) -> None:
        for addition in self._additions.values():
            origin = self._pool.identity.origin(addition.owner)
            draft = kept.additions(addition.name, addition.found, origin)
            self._drafts.append(self._pool.placed(draft, addition.found[0].resource))
        for (file, kind), found in self._bills.items():
            draft = kept.bookkeeping(kind, found, file)
            self._drafts.append(replace(draft, file=file))
            why = ngettext(
                "{count} entry of the type “{type}” is about bills or computers: it is "
                "listed in the record “{title}”.",
                "{count} entries of the type “{type}” are about bills or computers: they are "
                "listed in the record “{title}”.",
                len(found),
            )
            title = draft.values["title"]
            self._skip(file, why.format(count=len(found), type=kind, title=title), kept=True)

    def _skip(self, where: str, why: str, *, kept: bool = False) -> None:
        self._skipped.append(Skipped(where, why, kept))


def _about_whom(
    drafts: Sequence[ReadEntry], about: Mapping[tuple[str, str], str]
) -> list[ReadEntry]:
    return [replace(one, about=about.get((one.file, one.pointer), "")) for one in drafts]


def _unsure(told: ReadValues, kind: Kind) -> ReadValues:
    return replace(told, values={**told.values, **kind.unsure(told.values)})


def _with_contained(resources: Sequence[Resource]) -> Iterator[Resource]:
    """Yield each resource and those inside it; what lies in a bill is told with the bill."""
    for resource in resources:
        yield resource
        if "contained" in resource.body and resource.type not in BOOKKEEPING:
            yield from resource.contained


def _linked(drafts: Sequence[ReadEntry], elsewhere: Set[str]) -> list[ReadEntry]:
    """Drop links to what did not become an entry."""
    origins = {draft.origin for draft in drafts} | elsewhere
    return [_without_dead(draft, origins) for draft in drafts]


def _without_dead(draft: ReadEntry, origins: Set[str]) -> ReadEntry:
    if Link not in map(type, draft.values.values()):
        return draft
    dead = [
        name
        for name, value in draft.values.items()
        if isinstance(value, Link) and value.origin not in origins
    ]
    if not dead:
        return draft
    return replace(draft, values={n: v for n, v in draft.values.items() if n not in dead})
