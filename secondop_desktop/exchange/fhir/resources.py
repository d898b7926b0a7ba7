"""Taking a FHIR file apart into its resources, each with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from secondop_desktop.exchange.drafts import Skipped
from secondop_desktop.exchange.fhir.codes import line
from secondop_desktop.lang import _

Body = dict[str, Any]
_TYPE = re.compile(r"[A-Za-z]{2,60}")
_NESTED = 3
"""Bundles within bundles deeper than this are not looked into."""


@dataclass(frozen=True, eq=False)
class Resource:
    """One resource; ``where`` tells the file and the entry, ``full_url`` what the Bundle calls it.

    ``pointer`` leads to it in the file (RFC 6901), behind ``line:N`` where each line is a
    document. ``holder`` is the resource it is contained in.
    """

    type: str
    body: Body
    file: str
    where: str
    full_url: str = ""
    holder: "Resource | None" = None
    pointer: str = ""

    @cached_property
    def id(self) -> str:
        """The logical id, or empty."""
        return line(self.body.get("id"))


@dataclass
class Opened:
    """What a file held: resources, entries that are none (with their place), and empty ones."""

    resources: list[Resource] = field(default_factory=list)
    strange: list[tuple[Any, str]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def is_fhir(document: object) -> bool:
    """Tell whether parsed JSON is a FHIR resource or Bundle."""
    kind = document.get("resourceType") if isinstance(document, dict) else None
    return isinstance(kind, str) and _TYPE.fullmatch(kind) is not None


def opened(document: object, file: str) -> Opened:
    """Return all resources of a Bundle, a single resource, or a list of them (NDJSON)."""
    found = Opened()
    if isinstance(document, list):
        for number, one in enumerate(document, 1):
            place = _("{file}, line {number}").format(file=file, number=number)
            _open(found, one, file, place, pointer=f"line:{number}")
    else:
        _open(found, document, file, file)
    return found


def _open(
    found: Opened,
    body: Any,
    file: str,
    where: str,
    url: str = "",
    depth: int = 0,
    pointer: str = "",
) -> None:
    if not is_fhir(body):
        found.strange.append((body, where))
    elif body["resourceType"] == "Bundle" and depth < _NESTED:
        for number, entry in _entries(body):
            place = _("{where}, entry {number}").format(where=where, number=number)
            _open_entry(found, entry, file, place, depth, f"{pointer}/entry/{number - 1}")
    else:
        found.resources.append(_resource(body, file, where, url, pointer))


def _entries(bundle: Body) -> Iterator[tuple[int, Any]]:
    entries = bundle.get("entry") or []
    yield from enumerate(entries if isinstance(entries, list) else [entries], 1)


def _open_entry(found: Opened, entry: Any, file: str, where: str, depth: int, pointer: str) -> None:
    if not isinstance(entry, dict) or (entry.get("resource") and not is_fhir(entry["resource"])):
        found.strange.append((entry, where))
    elif not entry.get("resource"):
        found.skipped.append(Skipped(where, _("The entry is empty.")))
    else:
        url = line(entry.get("fullUrl"))
        _open(found, entry["resource"], file, where, url, depth + 1, f"{pointer}/resource")


def _resource(body: Body, file: str, where: str, url: str, pointer: str) -> Resource:
    name = body["resourceType"]
    shown = f"{name}/{line(body.get('id'))}".rstrip("/")
    return Resource(name, body, file, f"{where} ({shown})", url, pointer=pointer)


def contained(resource: Resource) -> list[Resource]:
    """Return the resources that a resource carries inside itself."""
    bodies = resource.body.get("contained") or []
    return [
        Resource(
            body["resourceType"],
            body,
            resource.file,
            resource.where,
            holder=resource,
            pointer=f"{resource.pointer}/contained/{number}",
        )
        for number, body in enumerate(bodies if isinstance(bodies, list) else [])
        if is_fhir(body)
    ]
