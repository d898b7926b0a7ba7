"""What a reader of one resource may ask about the rest of the file."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from secondop_desktop.exchange.fhir import own, telling
from secondop_desktop.exchange.fhir.codes import several, words
from secondop_desktop.exchange.fhir.identity import Identity
from secondop_desktop.exchange.fhir.lists import Lists
from secondop_desktop.exchange.fhir.names import human_name
from secondop_desktop.exchange.fhir.panels import Panels
from secondop_desktop.exchange.fhir.references import References, display, short, target
from secondop_desktop.exchange.fhir.resources import Body, Resource
from secondop_desktop.exchange.fhir.withdrawn import withdrawn
from secondop_desktop.exchange.read_entries import Content, Given, Link, ReadEntry
from secondop_desktop.journal.kinds import Kinds

NOT_PROVIDERS = frozenset({"Patient", "RelatedPerson", "Device"})
PEOPLE = frozenset(
    {"Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Organization", "Location"}
)


class UnreadableError(Exception):
    """The resource cannot become an entry; the message says why in one sentence."""


class LeftOutError(Exception):
    """The resource is understood and becomes no entry on purpose; the message says why."""


class WithdrawnError(LeftOutError):
    """Its sender took the resource back; ``why`` is a key of ``Kind.withdrawals``."""

    def __init__(self, said: str, why: str) -> None:
        super().__init__(said)
        self.why = why


FOREIGN = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What a resource raises whose parts are not what the standard says."""


class OnlyToldError(Exception):
    """The resource has no place among the entries of its kind: a record tells what it says."""


class AddedError(Exception):
    """The resource only adds to another one, its ``owner``: a record tells all that do so."""

    def __init__(self, owner: Resource, name: str) -> None:
        super().__init__(name)
        self.owner = owner
        self.name = name


@dataclass(frozen=True, slots=True)
class ReadValues:
    """One entry that a resource tells; ``part`` names it where a resource tells several."""

    values: Mapping[str, Any]
    part: str = ""
    content: Content | None = None


Reader = Callable[[Body, "Context"], Iterable[ReadValues]]
"""Reads one resource into entries of its kind; may raise UnreadableError or LeftOutError."""


Alike = Sequence[Resource]


@dataclass
class Pool:
    """All resources of one import, indexed, and what readers found besides their own entries."""

    resources: list[Resource]
    readers: Mapping[str, tuple[str, Reader]]
    kinds: Kinds = field(default_factory=dict)
    references: References = field(init=False)
    identity: Identity = field(init=False)
    panels: Panels = field(init=False)
    lists: Lists = field(init=False)
    providers: dict[str, ReadEntry] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    used: set[Resource] = field(default_factory=set)
    _called: dict[Resource, str | None] = field(default_factory=dict)
    _pointing: dict[tuple[str, str], dict[Resource, Resource]] = field(default_factory=dict)
    _alike: dict[str, dict[Resource, "Alike"]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.references = References(self.resources)
        self.identity = Identity(self.resources, self.references)
        self.panels = Panels(self.resources, self.references)
        self.lists = Lists(self.resources, self.references)

    def drafts(
        self, resource: Resource, kind: str, told: Iterable[ReadValues]
    ) -> Iterator[ReadEntry]:
        """Yield the entries that a resource tells, each by its own part of the resource."""
        origin, place = self.identity.origin(resource), self._place(resource)
        ours = self.own_kind(resource) == kind
        for one in told:
            own = f"{origin}#{one.part}" if one.part else origin
            draft = ReadEntry(kind, own, one.values, resource.where, content=one.content, **place)
            yield self._restored(draft, resource) if ours else draft

    def placed(self, draft: ReadEntry, resource: Resource) -> ReadEntry:
        """Return a draft that knows which resource it was read from, and all that one carries."""
        return replace(self._restored(draft, resource), **self._place(resource))

    def _place(self, resource: Resource) -> dict[str, Any]:
        """Return what an entry knows of the resource that it was read from."""
        return {
            "given": self.identity.given(resource),
            "file": resource.file,
            "pointer": resource.pointer,
            "updated": resource.updated,
        }

    def called(self, resource: Resource) -> str | None:
        """Return what a resource is called, if it is; None for what its sender took back."""
        if resource not in self._called:
            self._called[resource] = _called(resource.body)
        return self._called[resource]

    def own_kind(self, resource: Resource) -> str:
        """Return the kind of entry that this program wrote here, ``PART``, or nothing."""
        found = own.kind_of(resource.body)
        return found if found in self.kinds or found == own.PART else ""

    def _restored(self, draft: ReadEntry, resource: Resource) -> ReadEntry:
        if self.own_kind(resource) != draft.kind:
            return draft
        told = own.restored(self.kinds[draft.kind], draft.values, resource.body, self._entries)
        return replace(draft, values=told, entry=own.entry_of(resource.body))

    @cached_property
    def _entries(self) -> Mapping[str, str]:
        """The ids of the entries that this program wrote here, by their origins."""
        ours = ((one, own.entry_of(one.body)) for one in self.resources)
        return {self.identity.origin(one): entry for one, entry in ours if entry}

    @contextmanager
    def untouched(self) -> Iterator[None]:
        """Let readers note nothing about others: what they read is no fact."""
        kept = dict(self.providers), dict(self.answers), dict(self.by_name), set(self.used)
        try:
            yield
        finally:
            self.providers, self.answers, self.by_name, self.used = kept

    def alike(self, kind: str, key: Callable[[Resource], Hashable]) -> Mapping[Resource, "Alike"]:
        """Return with each resource of a type all those of the same ``key``, in their order."""
        if kind not in self._alike:
            groups: dict[Hashable, list[Resource]] = defaultdict(list)
            for one in self.resources:
                if one.type == kind:
                    groups[key(one)].append(one)
            self._alike[kind] = {one: group for group in groups.values() for one in group}
        return self._alike[kind]

    def pointing(self, kind: str, name: str) -> Mapping[Resource, Resource]:
        """Return which resource of a type points to which one by the references in a field."""
        if (kind, name) not in self._pointing:
            sources = [one for one in self.resources if one.type == kind]
            self._pointing[kind, name] = {
                found: source
                for source in reversed(sources)
                for reference in several(source.body.get(name))
                if (found := self.references.find(reference, source)) is not None
            }
        return self._pointing[kind, name]


def _called(body: Body) -> str | None:
    if withdrawn(body):
        return None
    given = body.get("name")
    named = human_name(given) if not isinstance(given, str) else words(given)
    return named or words(body.get("code")) or words(body.get("type"))


class Context:
    """One resource among the others."""

    def __init__(self, pool: Pool, resource: Resource) -> None:
        self._pool = pool
        self.resource = resource

    def find(self, reference: Any) -> Resource | None:
        """Return the resource that a reference leads to, if the file holds it."""
        if not reference:
            return None
        found = self._pool.references.find(reference, self.resource)
        if found is not None:
            self._pool.used.add(found)
        return found

    def at(self, resource: Resource) -> "Context":
        """Return the same for another resource."""
        return Context(self._pool, resource)

    def source(self, kind: str, name: str) -> Resource | None:
        """Return the first resource of a type that points to this one by a field."""
        return self._pool.pointing(kind, name).get(self.resource)

    def alike(self, key: Callable[[Resource], Hashable]) -> Alike:
        """Return all resources of this one's type with the same ``key``, itself among them."""
        return self._pool.alike(self.resource.type, key).get(self.resource, (self.resource,))

    def name(self, reference: Any) -> str:
        """Say what a reference leads to: a person's or a place's name, or a concept.

        Nothing is said of what its sender took back.
        """
        if not reference:
            return ""
        found = self._person_of(self.find(reference))
        if found is None:
            return display(reference)
        named = self._pool.called(found)
        return display(reference) if named == "" else named or ""

    def called(self, reference: Any) -> str:
        """Say what a reference leads to in a few words more: a result with its value."""
        found = self.find(reference)
        if found is None or found.type in PEOPLE or withdrawn(found.body):
            return self.name(reference)
        return telling.gist(found.body, self.at(found).name) or self.name(reference)

    def is_used(self) -> bool:
        """Tell whether another resource was read together with this one."""
        return self.resource in self._pool.used

    def lists(self) -> Lists:
        """Return which Lists and headings stand in which."""
        return self._pool.lists

    def panel(self) -> str:
        """Return the name of the panel that this Observation was printed under."""
        return self._pool.panels.name(self.resource)

    def report(self) -> Resource | None:
        """Return the DiagnosticReport in which this Observation stands."""
        return self._pool.panels.report(self.resource)

    def link(self, resource: Resource) -> Link:
        """Return the link to the entry that a resource becomes."""
        return Link(self._pool.identity.origin(resource))

    def answer(self, name: str, value: Any = True) -> None:
        """Note what the file answers to a question about the person."""
        self._pool.answers[name] = value

    def answered(self, name: str) -> Any:
        """Return what the file answered so far to a question about the person, or None."""
        return self._pool.answers.get(name)

    def provider(self, *references: Any) -> Link | None:
        """Return the link to the first clinician or place that these references lead to."""
        for reference in references:
            found = self.find(reference)
            link = self._known(found) if found else self._named(reference)
            if link is not None:
                return link
        return None

    def _known(self, found: Resource) -> Link | None:
        """Read a Practitioner, PractitionerRole or Organization; a role stands for its person."""
        found = self._person_of(found) or found
        kind, reader = self._pool.readers.get(found.type, ("", None))
        if reader is None or kind != "provider":
            return None
        link = self.link(found)
        if link.origin not in self._pool.providers:
            for told in reader(found.body, self.at(found)):
                link = self._same(found, told.values) or link
                self._add(link, told.values, found, self._pool.identity.given(found))
        return link if link.origin in self._pool.providers else None

    def _same(self, found: Resource, values: Mapping[str, Any]) -> Link | None:
        """Return a provider of the same name for a place, or for one told inside a resource."""
        if found.type != "Location" and found.holder is None:
            return None
        named = self._pool.by_name.get(values["name"].casefold())
        return Link(named) if named else None

    def own_provider(self) -> Link | None:
        """Return the link to the clinician or place that this resource itself is."""
        return self._known(self.resource)

    def _person_of(self, found: Resource | None) -> Resource | None:
        """Return the person who has a role, where the file describes her."""
        if found is None or found.type != "PractitionerRole":
            return found
        return self.at(found).find(found.body.get("practitioner")) or found

    def _named(self, reference: Any) -> Link | None:
        """Take the name beside a reference that leads out of the file.

        A file of this program holds everybody whom an entry names.
        """
        name = "" if self._pool.own_kind(self.resource) else display(reference)
        kind = short(target(reference)).partition("/")[0]
        if not name or kind in NOT_PROVIDERS:
            return None
        if name.casefold() in self._pool.by_name:
            return Link(self._pool.by_name[name.casefold()])
        link = Link(f"fhir-name:{name.casefold()}")
        self._add(link, {"name": name}, self.resource, Given.NOBODY)
        return link

    def _add(self, link: Link, values: Mapping[str, Any], resource: Resource, given: Given) -> None:
        """Add a provider; one known already gets what was not known of it."""
        known = self._pool.providers.get(link.origin)
        if known is not None:
            told = {name: value for name, value in known.values.items() if value}
            self._pool.providers[link.origin] = replace(known, values={**values, **told})
            return
        draft = ReadEntry("provider", link.origin, values, resource.where, alike="name")
        placed = replace(self._pool.placed(draft, resource), given=given)
        self._pool.providers[link.origin] = placed
        self._pool.by_name.setdefault(values["name"].casefold(), link.origin)
