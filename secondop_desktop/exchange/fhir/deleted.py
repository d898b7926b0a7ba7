"""Entries of a Bundle that say a resource was deleted at its source, and its older versions.

FHIR R4, Bundle.entry.request.method (transactions and histories).
"""

from collections.abc import Collection, Iterable
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


def is_gone(entry: Any, names: Collection[str]) -> str:
    """Return the name by which an entry, or a version of it, is among those deleted."""
    told = deleted(entry) or _of(entry)
    return told if told in names else ""


def last_told(name: str, entries: Iterable[Any]) -> dict[str, Any]:
    """Return what entries still tell of a deleted resource: a version of it, else type and id.

    Empty where the name leads to no one thing, as in a deletion of all that a search finds.
    """
    kind, _mark, number = name.partition("?identifier=")
    if number:
        system, _bar, value = number.partition("|")
        return {"resourceType": kind, "identifier": [{"system": system, "value": value}]}
    kind, _slash, key = name.partition("/")
    if not kind.isalpha() or not key:
        return {}
    told = (one.get("resource") for one in entries if _of(one) == name)
    held = next((body for body in told if isinstance(body, dict)), {})
    return {**held, "resourceType": kind, "id": key}


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
