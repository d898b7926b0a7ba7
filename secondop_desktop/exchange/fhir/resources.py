"""Taking a FHIR file apart into its resources, each with the place where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from secondop_desktop.exchange.fhir.codes import line
from secondop_desktop.exchange.fhir.deleted import Gone, address
from secondop_desktop.exchange.fhir.extended import is_extended
from secondop_desktop.exchange.fhir.newer import as_r4
from secondop_desktop.exchange.fhir.older import as_today
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.lang import _

Body = dict[str, Any]
_TYPE = re.compile(r"[A-Za-z]{2,60}")
_NESTED = 3
"""Bundles within bundles deeper than this are not looked into."""


@dataclass(eq=False)  # not frozen, which takes most of the time to make one of many thousands
class Resource:
    """One resource; ``where`` tells the file and the entry, ``full_url`` what the Bundle calls it.

    ``pointer`` leads to it in the file (RFC 6901), behind ``line:N`` where each line is a
    document. ``holder`` is the resource it is contained in, ``called`` the type that references
    know it by where that is another one. What is only looked at, as it is read with another part
    of a long file, stands ``beside`` the others.
    """

    type: str
    body: Body
    file: str
    where: str
    full_url: str = ""
    holder: "Resource | None" = None
    pointer: str = ""
    called: str = ""
    beside: bool = False

    @cached_property
    def id(self) -> str:
        """The logical id, or empty."""
        return line(self.body.get("id"))

    @cached_property
    def is_extended(self) -> bool:
        """Whether any part of it may be an extension."""
        return is_extended(self.body)

    @property
    def updated(self) -> str:
        """When its source last changed it, or empty."""
        meta = self.body.get("meta")
        return line(meta.get("lastUpdated")) if isinstance(meta, dict) else ""

    @cached_property
    def contained(self) -> "list[Resource]":
        """The resources that it carries inside itself."""
        bodies = self.body.get("contained") or []
        return [
            self._inside(as_today(as_r4(body)), number)
            for number, body in enumerate(bodies if isinstance(bodies, list) else [])
            if is_fhir(body)
        ]

    def _inside(self, body: Body, number: int) -> "Resource":
        pointer = f"{self.pointer}/contained/{number}"
        kind, beside = body["resourceType"], self.beside
        return Resource(
            kind, body, self.file, self.where, holder=self, pointer=pointer, beside=beside
        )


@dataclass(frozen=True)
class Page:
    """One page of a longer answer: how many entries it holds, and of how many where it says so."""

    file: str
    held: int
    total: int
    last: bool


@dataclass
class Opened:
    """What a file held: resources, entries that are none (with their place), and empty ones.

    ``gone`` are those deleted at their source, as far as the file still tells them.
    """

    resources: list[Resource] = field(default_factory=list)
    gone: list[Resource] = field(default_factory=list)
    strange: list[tuple[Any, str]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)


def is_fhir(document: object) -> bool:
    """Tell whether parsed JSON is a FHIR resource or Bundle."""
    kind = document.get("resourceType") if isinstance(document, dict) else None
    return isinstance(kind, str) and _TYPE.fullmatch(kind) is not None


def opened(document: object, file: str) -> Opened:
    """Return all resources of a Bundle, a single resource, or a list of them (NDJSON)."""
    found = Opened()
    if isinstance(document, list):
        for number, one in enumerate(document, 1):
            open_line(found, one, file, number)
    else:
        _open(found, document, file, file)
    return found


def open_line(found: Opened, document: object, file: str, number: int) -> None:
    """Open the document that stands in one line of a file (NDJSON)."""
    place = _("{file}, line {number}").format(file=file, number=number)
    _open(found, document, file, place, pointer=f"line:{number}")


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
    elif body["resourceType"] == "Parameters" and depth < _NESTED:
        _open_parameters(found, body, file, where, depth, pointer)
    elif body["resourceType"] == "Bundle" and depth < _NESTED:
        _open_bundle(found, body, file, where, depth, pointer)
    else:
        found.resources.append(_resource(body, file, where, url, pointer))


def _open_bundle(
    found: Opened, bundle: Body, file: str, where: str, depth: int, pointer: str
) -> None:
    found.pages += _pages(bundle, file)
    entries = _entries(bundle)
    if not entries:
        found.skipped.append(Skipped(where, _("There are no entries in it.")))
    gone, named = Gone(entries), _("{where}, entry {number}")
    for number, entry in enumerate(entries, 1):
        place = named.format(where=where, number=number)
        if body := gone.last_told(entry):
            found.gone.append(_resource(body, file, place, address(entry), ""))
        elif name := gone.name(entry):
            found.skipped.append(Skipped(place, said_deleted(name)))
        else:
            _open_entry(found, entry, file, place, depth, f"{pointer}/entry/{number - 1}")


def said_deleted(name: str) -> str:
    """Say of what its source deleted that it stays out."""
    return _(
        "The file says that {name} was deleted where it came from. It is not brought in, and "
        "nothing here is deleted."
    ).format(name=name)


def _entries(bundle: Body) -> list[Any]:
    entries = bundle.get("entry") or []
    return entries if isinstance(entries, list) else [entries]


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
    body = as_today(as_r4(body))
    kind, place = body["resourceType"], f"{where} ({shown})"
    return Resource(kind, body, file, place, url, pointer=pointer, called=name)


def _open_parameters(
    found: Opened,
    body: Body,
    file: str,
    where: str,
    depth: int,
    pointer: str,
    name: str = "parameter",
) -> None:
    """Open the resources among the parameters; what stands beside them stays one resource."""
    given = body.get("parameter")
    parameters = given if isinstance(given, list) else []
    for number, one in enumerate(parameters):
        place = f"{pointer}/{name}/{number}"
        if isinstance(one, dict) and is_fhir(one.get("resource")):
            _open(found, one["resource"], file, where, "", depth + 1, f"{place}/resource")
        elif isinstance(one, dict) and isinstance(one.get("part"), list):
            parts = {"resourceType": "Parameters", "parameter": one["part"]}
            _open_parameters(found, parts, file, where, depth + 1, place, "part")
    rest = [one for one in parameters if not _opens(one)]
    if rest or not parameters:
        body = {**body, "parameter": rest}
        found.resources.append(_resource(body, file, where, "", pointer))


def _opens(parameter: Any) -> bool:
    return isinstance(parameter, dict) and (
        is_fhir(parameter.get("resource")) or isinstance(parameter.get("part"), list)
    )


def _pages(bundle: Body, file: str) -> Iterator[Page]:
    """Tell a Bundle that is one page of the answer to a search, and not the whole of it."""
    entries = [entry for entry in _entries(bundle) if isinstance(entry, dict)]
    held = sum(_mode(entry) in {"match", ""} for entry in entries)
    given = bundle.get("total")
    total = given if isinstance(given, int) and not isinstance(given, bool) else 0
    links = bundle.get("link") if isinstance(bundle.get("link"), list) else []
    follows = any(isinstance(one, dict) and one.get("relation") == "next" for one in links or [])
    if follows or total:
        yield Page(file, held, total, not follows)


def _mode(entry: Body) -> str:
    search = entry.get("search")
    return line(search.get("mode")) if isinstance(search, dict) else ""


def parts_of(documents: Iterable[tuple[str, object]]) -> list[object]:
    """Return what parsed FHIR files consist of, to be let go of after the files."""
    found = list[object]()
    for _name, document in documents:
        if isinstance(document, Opened):
            found += document.resources
        elif isinstance(document, dict) and isinstance(entries := document.get("entry"), list):
            found += entries
        elif isinstance(document, list):
            found += document
    return found
