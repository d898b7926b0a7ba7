"""What makes an entry the same one in every file that holds it."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from secondop_desktop.exchange.drafts import mark
from secondop_desktop.exchange.fhir.codes import line, several
from secondop_desktop.exchange.fhir.references import short, target
from secondop_desktop.exchange.fhir.resources import Resource

_UNIQUE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9.]{20,}|[\w.-]{24,}", re.I)
"""Ids that no two computers give: UUIDs, OIDs, and long random ones."""


class Identity:
    """Gives every resource its origin.

    An identifier with its system is the same in every export, unless several resources of a
    file share it (a request number). Next comes an id that nobody else gives, then the address
    of the server, then the id together with the patient's: ``Observation/1`` alone is given by
    every hospital. A resource with none of these is known by what it says.
    """

    def __init__(self, resources: Iterable[Resource]) -> None:
        bearers: dict[str, set[str]] = defaultdict(set)
        for resource in resources:
            for name in _identifiers(resource):
                bearers[name].add(resource.id or resource.full_url or resource.where)
        self._shared = {name for name, ids in bearers.items() if len(ids) > 1}

    def origin(self, resource: Resource) -> str:
        """Return the origin, ``fhir:…``."""
        own = next((n for n in _identifiers(resource) if n not in self._shared), "")
        return f"fhir:{own or _by_id(resource)}"


def _identifiers(resource: Resource) -> list[str]:
    body = resource.body
    given = [*several(body.get("identifier")), *several(body.get("masterIdentifier"))]
    found = [one for one in given if isinstance(one, dict)]
    return [
        f"{resource.type}|{line(one.get('system'))}|{line(one.get('value'))}"
        for one in found
        if line(one.get("system")) and line(one.get("value")) and one.get("use") != "old"
    ]


def _by_id(resource: Resource) -> str:
    name, url = resource.id, resource.full_url
    if resource.holder is not None:
        return f"{_by_id(resource.holder)}#{resource.type}/{name}"
    if _UNIQUE.fullmatch(name):
        return f"{resource.type}/{name}"
    if url.startswith("urn:"):
        return f"{resource.type}/{url.rpartition(':')[2]}"
    if url.startswith("http"):
        return url
    if name:
        return f"{_subject(resource)}{resource.type}/{name}"
    return f"{resource.type}#{content_mark(resource.body)}"


def _subject(resource: Resource) -> str:
    body = resource.body
    whose = short(target(body.get("subject") or body.get("patient")))
    return f"{whose}/" if whose else ""


def content_mark(body: Any) -> str:
    """Return a short mark of all that a piece of JSON says."""
    return mark(json.dumps(body, sort_keys=True, default=str))
