"""Reading FHIR files into drafts: each kind reads its own resources, the rest is kept as it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.drafts import Draft, Link, Reading, Skipped
from secondop_desktop.exchange.fhir import kept
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    Pool,
    Reader,
    Told,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.nothing_known import section_answers
from secondop_desktop.exchange.fhir.patients import Patients
from secondop_desktop.exchange.fhir.resources import Opened, Resource, opened
from secondop_desktop.exchange.fhir.versions import newest
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.lang import _, ngettext

SUPPORTING = frozenset(
    {"Patient", "Practitioner", "PractitionerRole", "Organization", "RelatedPerson"}
    | {"Location", "Medication", "Specimen", "Binary"}
)
"""Types that others refer to; they are read from there."""

_FOREIGN = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What a resource raises whose parts are not what the standard says."""

_ORDER = {"provider": 0, "record": 1}


def read(documents: Sequence[tuple[str, object]], kinds: Kinds) -> Reading:
    """Read parsed FHIR files, given with the names to call them by, as one collection."""
    found = Opened()
    for name, document in documents:
        one = opened(document, name)
        found.resources += one.resources
        found.strange += one.strange
        found.skipped += one.skipped
    return _Files(found, kinds).read()


def readers(kinds: Kinds) -> Mapping[str, tuple[str, Reader]]:
    """Return for each type of resource the kind that reads it, and how."""
    return {
        name: (kind.name, reader) for kind in kinds.values() for name, reader in kind.fhir().items()
    }


class _Files:
    def __init__(self, found: Opened, kinds: Kinds) -> None:
        resources, older = newest(found.resources)
        self._strange = found.strange
        self._pool = Pool(resources, readers(kinds))
        self._patients = Patients(resources, self._pool.references)
        self._drafts: list[Draft] = []
        self._skipped = [*found.skipped, *older]
        self._together: dict[tuple[str, str], list[Any]] = defaultdict(list)

    def read(self) -> Reading:
        for resource in self._pool.resources:
            if resource.type not in SUPPORTING:
                self._one(resource)
            elif resource.type == "Patient" and resource not in self._patients.found:
                self._skip(resource.where, _("It is about another person."))
        for body, where in self._strange:
            self._drafts.append(kept.alone(body, "", where))
            self._skip(where, _("This is not a FHIR resource. It is kept as a record."))
        self._bookkeeping()
        people = [draft for draft in map(self._person, self._patients.found) if draft]
        if self._pool.answers and not people:
            self._drafts.append(Draft("person", "fhir:answers", dict(self._pool.answers), ""))
        drafts = [*self._pool.providers.values(), *self._drafts]
        drafts.sort(key=lambda draft: _ORDER.get(draft.kind, 2))
        return Reading(_linked([*people[:1], *drafts])[len(people[:1]) :], self._skipped, people)

    def _person(self, patient: Resource) -> Draft | None:
        kind, reader = self._pool.readers["Patient"]
        told = next(iter(reader(patient.body, Context(self._pool, patient))), None)
        if told is None:
            return None
        values = dict(told.values)
        values |= self._pool.answers
        draft = Draft(kind, self._pool.identity.origin(patient), values, patient.where)
        return self._pool.placed(draft, patient)

    def _one(self, resource: Resource) -> None:
        if self._patients.is_other(resource):
            self._skip(resource.where, _("It is about another person."))
            return
        if resource.type == "Composition":
            section_answers(resource.body, self._pool.answers)
        kind, reader = self._pool.readers.get(resource.type, ("", None))
        if reader is None:
            self._unknown(resource)
        else:
            self._known(resource, kind, reader)

    def _known(self, resource: Resource, kind: str, reader: Reader) -> None:
        try:
            told = list(reader(resource.body, Context(self._pool, resource)))
        except LeftOutError as why:
            self._skip(resource.where, str(why))
            self._together[resource.file, resource.type].append(resource.body)
        except (UnreadableError, UserError) as why:
            self._unreadable(resource, str(why))
        except _FOREIGN:
            self._unreadable(resource, _("Its parts are not where FHIR says they are."))
        else:
            self._drafts += self._told(resource, kind, told)

    def _told(self, resource: Resource, kind: str, told: Sequence[Told]) -> Iterator[Draft]:
        origin = self._pool.identity.origin(resource)
        for one in told:
            own = f"{origin}#{one.part}" if one.part else origin
            draft = Draft(kind, own, one.values, resource.where, content=one.content)
            yield self._pool.placed(draft, resource)

    def _unreadable(self, resource: Resource, why: str) -> None:
        self._keep(resource)
        why = _("{why} It is kept as a record.").format(why=why)
        self._skip(resource.where, why, kept=True)

    def _unknown(self, resource: Resource) -> None:
        if resource.type in kept.OWN_RECORD:
            self._keep(resource)
            why = _("The journal has no place of its own for “{type}”: it is kept as a record.")
            self._skip(resource.where, why.format(type=resource.type), kept=True)
        else:
            self._together[resource.file, resource.type].append(resource.body)

    def _keep(self, resource: Resource) -> None:
        origin = self._pool.identity.origin(resource)
        draft = kept.alone(resource.body, origin, resource.where)
        self._drafts.append(self._pool.placed(draft, resource))

    def _bookkeeping(self) -> None:
        for (file, kind), bodies in self._together.items():
            known = kind in self._pool.readers
            draft = kept.together(kind, bodies, file, readable=known)
            self._drafts.append(replace(draft, file=file))
            if not known:
                why = ngettext(
                    "{count} entry of the type “{type}” is kept in a record, as it came.",
                    "{count} entries of the type “{type}” are kept in a record, as they came.",
                    len(bodies),
                )
                self._skip(file, why.format(count=len(bodies), type=kind), kept=True)

    def _skip(self, where: str, why: str, *, kept: bool = False) -> None:
        self._skipped.append(Skipped(where, why, kept))


def _linked(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop links to what did not become an entry."""
    origins = {draft.origin for draft in drafts}
    return [_without_dead(draft, origins) for draft in drafts]


def _without_dead(draft: Draft, origins: set[str]) -> Draft:
    dead = [
        name
        for name, value in draft.values.items()
        if isinstance(value, Link) and value.origin not in origins
    ]
    if not dead:
        return draft
    return replace(draft, values={n: v for n, v in draft.values.items() if n not in dead})
