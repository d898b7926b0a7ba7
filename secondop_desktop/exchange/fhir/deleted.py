"""Entries of a Bundle that say a resource was deleted at its source, and its older versions.

FHIR R4, Bundle.entry.request.method (transactions and histories).
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from secondop_desktop.exchange.fhir.codes import line


def deleted(entry: Any) -> str:
    """Return ``Type/id`` of the resource that an entry of a Bundle deletes, else an empty text.

    What is deleted by its number alone is ``Type?identifier=system|value``.
    """
    request = entry.get("request") if isinstance(entry, dict) else None
    if not isinstance(request, dict) or line(request.get("method")).upper() != "DELETE":
        return ""
    url = line(request.get("url"))
    return _numbered(url) or _name(url) or _of(entry) or line(entry.get("fullUrl"))


class Gone:
    """What a Bundle deletes, by name, and the first version that it still tells of each."""

    def __init__(self, entries: Sequence[Any]) -> None:
        self._names = frozenset(filter(None, map(deleted, entries)))
        self._told: dict[str, dict[str, Any]] = {}
        for entry in entries if self._names else ():
            body = entry.get("resource") if isinstance(entry, dict) else None
            if isinstance(body, dict) and (name := _of(entry)) in self._names:
                self._told.setdefault(name, body)

    def name(self, entry: Any) -> str:
        """Return the name by which an entry, or a version of it, is among those deleted."""
        told = (deleted(entry) or _of(entry)) if self._names else ""
        return told if told in self._names else ""

    def last_told(self, entry: Any) -> dict[str, Any]:
        """Return what is still told of what an entry deletes: a version of it, else type and id.

        Empty where it leads to no one thing, as in a deletion of all that a search finds, and for
        an entry that deletes nothing.
        """
        name = deleted(entry) if self._names else ""
        kind, _mark, number = name.partition("?identifier=")
        if number:
            system, _bar, value = number.partition("|")
            return {"resourceType": kind, "identifier": [{"system": system, "value": value}]}
        kind, _slash, key = name.partition("/")
        if not kind.isalpha() or not key:
            return {}
        return {**self._told.get(name, {}), "resourceType": kind, "id": key}


def address(entry: Any) -> str:
    """Return where an entry says that its resource was: an address on a server, or a URN."""
    url = line(entry.get("fullUrl")) or line(entry["request"].get("url"))
    return url.partition("?")[0].partition("/_history")[0].rstrip("/")


def _of(entry: Any) -> str:
    """Return ``Type/id`` of the resource that an entry holds."""
    body = entry.get("resource") if isinstance(entry, dict) else None
    if not isinstance(body, dict) or not (body.get("resourceType") and body.get("id")):
        return _name(line(entry.get("fullUrl"))) if isinstance(entry, dict) else ""
    return f"{line(body['resourceType'])}/{line(body['id'])}"


def _numbered(url: str) -> str:
    """Return what an address finds by one number and the system that gave it, else nothing.

    https://hl7.org/fhir/R4/http.html#2.21.0.13.1 (conditional delete).
    """
    path, _mark, search = url.partition("?")
    kind, asked = path.rstrip("/").rpartition("/")[2], parse_qsl(search)
    if len(asked) != 1 or asked[0][0] != "identifier" or not kind.isalpha():
        return ""
    system, _bar, value = asked[0][1].partition("|")
    return f"{kind}?identifier={system}|{value}" if system and value else ""


def _name(url: str) -> str:
    """Return the last two parts of an address without its version and its search."""
    parts = url.partition("?")[0].partition("/_history")[0].rstrip("/").split("/")
    return "/".join(parts[-2:])
