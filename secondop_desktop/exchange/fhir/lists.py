"""Lists and their headings: a consultation of GP Connect is a List of Lists of entries."""

from collections.abc import Iterable, Iterator
from typing import Any

from secondop_desktop.exchange.fhir.codes import several
from secondop_desktop.exchange.fhir.references import References
from secondop_desktop.exchange.fhir.resources import Body, Resource


class Lists:
    """Knows for every List the one in which it is a heading."""

    def __init__(self, resources: Iterable[Resource], references: References) -> None:
        self._outer: dict[Resource, Resource] = {}
        for resource in resources:
            if resource.type == "List":
                for item in items(resource.body):
                    found = references.find(item, resource)
                    if found is not None and found.type == "List" and found is not resource:
                        self._outer.setdefault(found, resource)

    def is_heading(self, resource: Resource) -> bool:
        """Tell whether a List stands in another one, which tells it; not where they go round."""
        seen = {resource}
        while resource in self._outer:
            resource = self._outer[resource]
            if resource in seen:
                return False
            seen.add(resource)
        return len(seen) > 1


def items(body: Body) -> Iterator[Any]:
    """Yield the references to what a List lists."""
    for entry in several(body.get("entry")):
        if isinstance(entry, dict) and entry.get("deleted") is not True:
            yield entry.get("item")
