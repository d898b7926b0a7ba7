"""What makes an entry the same one in every file that holds it."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from secondop_desktop.exchange.fhir.codes import line, objects
from secondop_desktop.exchange.fhir.references import References, short, target
from secondop_desktop.exchange.fhir.resources import Resource
from secondop_desktop.exchange.fhir.sources import Sources
from secondop_desktop.exchange.read_entries import Given, mark

_UNIQUE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9.]{20,}|[\w.-]{24,}", re.I)
"""Ids that no two computers give: UUIDs, OIDs, and long random ones."""


class Identity:
    """Gives every resource its origin.

    An identifier with its system is the same in every export, unless several resources of a
    file share it (a request number). Next comes an id that nobody else gives, then the address
    of the server, then the id together with the patient's and the system that the file names:
    ``Observation/1`` alone is given by every hospital. A resource with none of these is known
    by what it says. Where two things of one import would bear the same origin, what each says
    is added to it, so that neither hides the other.
    """

    def __init__(self, resources: Iterable[Resource], references: References) -> None:
        listed = list(resources)
        self._sources = Sources(listed, references)
        self._shared = _shared(listed)
        self._origins: dict[Resource, str] = {}
        self._unique: set[Resource] = set()
        same: dict[str, list[Resource]] = defaultdict(list)
        for resource in listed:
            same[self._name(resource)].append(resource)
        for name, bearers in same.items():
            if len(bearers) == 1:
                self._origins[bearers[0]] = name
            else:
                self._origins |= _apart(name, bearers)

    def origin(self, resource: Resource) -> str:
        """Return the origin, ``fhir:…``."""
        name = self._origins.get(resource)
        if name is None:
            name = self._origins[resource] = self._name(resource)
        return f"fhir:{name}"

    def given(self, resource: Resource) -> Given:
        """Tell who else may give the same origin."""
        if resource in self._unique:  # named by that alone
            return Given.NOBODY
        if self._number(resource):
            return Given.SAME_SOURCE
        if resource.holder is not None:
            return self.given(resource.holder)
        bare = resource.id and not _address(resource) and not _UNIQUE.fullmatch(resource.id)
        return Given.ANYBODY if bare and not self._sources.of(resource) else Given.NOBODY

    def _name(self, resource: Resource) -> str:
        return self._number(resource) or self._by_id(resource)

    def _number(self, resource: Resource) -> str:
        return next((n for n in identifiers(resource) if n not in self._shared), "")

    def _by_id(self, resource: Resource) -> str:
        name = resource.id
        if resource.holder is not None:
            holder = self.origin(resource.holder).removeprefix("fhir:")
            return f"{holder}#{resource.type}/{name}"
        if _UNIQUE.fullmatch(name):
            self._unique.add(resource)
            return f"{resource.type}/{name}"
        if address := _address(resource):
            return address
        if name:
            source = self._sources.of(resource)
            said = f"{source}|" if source else ""
            return f"{said}{_subject(resource)}{resource.type}/{name}"
        return f"{resource.type}#{content_mark(resource.body)}"


def _shared(resources: Sequence[Resource]) -> set[str]:
    """Return the identifiers that several resources of one file bear."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for resource in resources:
        for name in identifiers(resource):
            own = resource.full_url or resource.id or resource.where
            bearers[resource.file, name].add(own)
    return {name for (_file, name), ids in bearers.items() if len(ids) > 1}


def _apart(name: str, bearers: Sequence[Resource]) -> dict[Resource, str]:
    """Name what bears one name: the first keeps it, what says something else gets its own."""
    first = bearers[0]
    if all(one.body == first.body for one in bearers):
        return dict.fromkeys(bearers, name)
    return {
        one: name if one.body == first.body else f"{name}@{content_mark(one.body)}"
        for one in bearers
    }


def identifiers(resource: Resource) -> list[str]:
    """Return the numbers that a resource bears, each with its type and system."""
    body = resource.body
    if "identifier" not in body and "masterIdentifier" not in body:
        return []
    found = [*objects(body.get("identifier")), *objects(body.get("masterIdentifier"))]
    return [
        f"{resource.type}|{line(one.get('system'))}|{line(one.get('value'))}"
        for one in found
        if line(one.get("system")) and line(one.get("value")) and one.get("use") != "old"
    ]


def _address(resource: Resource) -> str:
    """Return the address that the Bundle gives: on a server, or a UUID or OID as a URN."""
    url = resource.full_url
    if url.startswith("urn:"):
        return f"{resource.type}/{url.rpartition(':')[2]}"
    return url if url.startswith("http") else ""


def _subject(resource: Resource) -> str:
    body = resource.body
    whose = short(target(body.get("subject") or body.get("patient")))
    return f"{whose}/" if whose else ""


def content_mark(body: Any) -> str:
    """Return a short mark of all that a piece of JSON says."""
    return mark(json.dumps(body, sort_keys=True, default=str))
