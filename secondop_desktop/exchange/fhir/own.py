"""Resources that this program wrote: how it marks them, and what it lets them carry besides.

FHIR's own parts say what every program can read. A field that they cannot hold as it is written
rides along in one extension, as the journal keeps it, so that it comes back unchanged.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir.codes import line, objects
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.read_entries import Link
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.columns import Code

SYSTEM = "urn:uuid:5e0e4b9c-6f5f-4d2b-9a53-0c1d8f7a2b64"
"""Names what is ours in a file: nobody else makes this UUID."""

PART = "part"
"""Stands for the kind of a resource that only tells other programs what an entry here says."""

ID = "secondop-"
"""Begins the id of a resource; the id of the entry follows."""

NOT_IN_FILES = frozenset({"file", "file_name", "file_type", "file_size", "raw"})
"""Fields of a record that are, or describe, a file that does not come along."""

_BESIDE = ("case", "private", "unread")
"""Fields that every entry, or every one that belongs to a case, has besides those of its kind."""


def tag(kind: str) -> Body:
    """Return the tag of a resource (Meta.tag) that is an entry of this kind."""
    return {"system": SYSTEM, "code": kind, "display": f"Secondop: {kind}"}


def kind_of(body: Body) -> str:
    """Return the kind of entry that a resource is, ``PART`` for one that is none; else empty."""
    meta = body.get("meta")
    tags = meta.get("tag") if isinstance(meta, dict) else None
    if not tags:
        return ""
    ours = (line(one.get("code")) for one in objects(tags) if one.get("system") == SYSTEM)
    return next(ours, "")


def entry_of(body: Body) -> str:
    """Return the id of the entry that a resource is, empty for one from elsewhere."""
    named = line(body.get("id"))
    ours = kind_of(body) not in {"", PART} and named.startswith(ID)
    return named.removeprefix(ID) if ours else ""


def carried_names(kind: Kind) -> tuple[str, ...]:
    """Return the fields of a kind that a document holds, in order."""
    own = [field.name for field in kind.fields if field.name not in NOT_IN_FILES]
    return (*own, *(name for name in _BESIDE if name in kind.types))


def carrying(fields: Mapping[str, object], untold: Iterable[str]) -> Body:
    """Return the extension for fields as the journal keeps them, and for those not told at all."""
    told = [_part(name, valueString=json.dumps(one, ensure_ascii=False))
            for name, one in fields.items()]  # fmt: skip
    return {"url": SYSTEM, "extension": [*told, *(_part(n, valueBoolean=False) for n in untold)]}


def _part(name: str, **value: object) -> Body:
    return {"url": name, **value}


def bare(body: Body) -> Body:
    """Return a resource without what only this program reads."""
    extensions = [one for one in objects(body.get("extension")) if one.get("url") != SYSTEM]
    rest = {name: value for name, value in body.items() if name not in {"extension", "meta"}}
    return rest | ({"extension": extensions} if extensions else {})


def restored(
    kind: Kind, values: Mapping[str, Any], body: Body, entries: Mapping[str, str]
) -> dict[str, Any]:
    """Return what a reader found with what the resource carries besides.

    ``entries`` are the ids of entries by their origins: a file of ours names each by its own.
    """
    found = {name: _id(value, entries) for name, value in values.items()}
    for name, part in _carried(kind, body):
        if part.get("valueBoolean") is False:
            found.pop(name, None)
        else:
            found |= _read(kind, name, part.get("valueString"))
    return found


def _carried(kind: Kind, body: Body) -> Iterator[tuple[str, Body]]:
    names = frozenset(carried_names(kind))
    for extension in objects(body.get("extension")):
        if extension.get("url") == SYSTEM:
            for part in objects(extension.get("extension")):
                if line(part.get("url")) in names:
                    yield part["url"], part


def _read(kind: Kind, name: str, text: Any) -> dict[str, Any]:
    """Read one field as the journal keeps it; nothing where it cannot be such a field."""
    column = kind.types[name]
    try:
        stored = json.loads(text)
        value = column.empty if stored is None else column.process_result_value(stored, None)
    except (TypeError, ValueError, AttributeError, RecursionError):
        return {}
    field = kind.by_name.get(name)
    if isinstance(column, Code) and field and value and value not in dict(field.choices):
        return {}
    return {name: value} if isinstance(stored, tuple(column.holds)) else {}


def _id(value: Any, entries: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_id(one, entries) for one in value)
    return entries.get(value.origin, value) if isinstance(value, Link) else value
