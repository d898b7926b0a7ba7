"""What every resource of a document needs: who it is about, and how it refers to others."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from secondop_desktop.exchange.fhir import own
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.entries_to_tell import EntriesToTell
from secondop_desktop.exchange.fhir_document.values import one_line
from secondop_desktop.lang import _

_NAMESPACE = UUID(own.SYSTEM.removeprefix("urn:uuid:"))


def url(name: str) -> str:
    """Return the address of a resource in the document, the same whenever it is made."""
    return f"urn:uuid:{uuid5(_NAMESPACE, name)}"


class Building:
    """One document in the making: it knows which entries are in it, and as what type.

    ``types`` gives for the id of each entry the type of its resource.
    """

    def __init__(self, rows: EntriesToTell, types: Mapping[str, str]) -> None:
        self.rows, self.types = rows, types

    @cached_property
    def subject(self) -> Body:
        """The reference to the person."""
        return {"reference": url(own.ID + self.rows.person.id)}

    def ref(self, entry: str | None, *types: str) -> Body:
        """Refer to an entry by its name; with its address where it is of one of these types."""
        name = one_line(self.rows.names(entry))
        if not entry or entry not in self.types or not name:
            return {}
        allowed = not types or self.types[entry] in types
        return ({"reference": url(own.ID + entry)} if allowed else {}) | {"display": name}

    def refs(self, entries: Iterable[str | None], *types: str) -> list[Body]:
        """Refer to several entries, those of other types left out."""
        found = (self.ref(one, *types) for one in entries)
        return [one for one in found if "reference" in one]

    def one(self, entry: str | None, *types: str) -> Body | None:
        """Refer to one entry, or to none where it is of another type."""
        return next(iter(self.refs([entry], *types)), None)

    def word(self, kind: str, field: str, value: str) -> str:
        """Return the words of a choice, such as "Confirmed"."""
        return _(self.rows.kinds[kind].by_name[field].label_of(value)) if value else ""

    def entry(self, kind: str, row: Any, body: Body) -> Body:
        """Finish the resource that an entry is."""
        meta: Body = {"tag": [own.tag(kind)]}
        if row.private:
            meta["security"] = [{"system": _CONFIDENTIAL, "code": "R"}]
        return self._named(own.ID + row.id, meta, body)

    def part(self, name: str, body: Body) -> Body:
        """Finish a resource that is no entry by itself."""
        return self._named(own.ID + name, {"tag": [own.tag(own.PART)]}, body)

    def _named(self, name: str, meta: Body, body: Body) -> Body:
        kind = body["resourceType"]
        rest = {part: value for part, value in body.items() if part != "resourceType"}
        return {"resourceType": kind, "id": name, "meta": meta, **rest}


_CONFIDENTIAL = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
