"""Following references: to another entry, by id, inside the same resource, or only by name."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from secondop_desktop.exchange.fhir.codes import line
from secondop_desktop.exchange.fhir.resources import Resource


class References:
    """Finds resources by what a reference says; those of the same file come first."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self._by_name: dict[tuple[str, str], Resource] = {}
        self._asked: dict[tuple[str, str, str], Resource | None] = {}
        self._servers: set[str] = set()
        for resource in resources:
            self._servers.add(_server(resource.full_url))
            for name in names(resource):
                self._by_name.setdefault((resource.file, name), resource)
                self._by_name.setdefault(("", name), resource)

    def find(self, reference: Any, inside: Resource) -> Resource | None:
        """Return the resource a Reference (or a bare text) leads to, None when it is not here."""
        text = target(reference)
        if text.startswith("#"):
            return _in(inside, text[1:])
        key = inside.file, _server((inside.holder or inside).full_url), text
        if key not in self._asked:
            self._asked[key] = self._look(text, inside)
        return self._asked[key]

    def _look(self, text: str, inside: Resource) -> Resource | None:
        for name in _forms(text, inside):
            for file in (inside.file, ""):
                found = self._by_name.get((file, name))
                if found is not None and not self._is_elsewhere(text, found):
                    return found
        return None

    def _is_elsewhere(self, text: str, found: Resource) -> bool:
        """Tell whether an address is on another server whose resources are here as well.

        One on a server that nothing else names may be the same by another way.
        """
        server, own = _server(text), _server(found.full_url)
        return bool(server and own and server != own and server in self._servers)


def target(reference: Any) -> str:
    """Return the text of a reference without its version, empty where there is none."""
    text = reference.get("reference") if isinstance(reference, dict) else reference
    return line(text).partition("/_history/")[0]


def display(reference: Any) -> str:
    """Return the name that a reference gives beside its target."""
    return line(reference.get("display")) if isinstance(reference, dict) else ""


def short(text: str) -> str:
    """Return ``Patient/1`` for an address that ends so, else the text itself."""
    parts = text.rsplit("/", 2)
    return "/".join(parts[-2:]) if len(parts) > 2 and parts[-2][:1].isupper() else text


def names(resource: Resource) -> list[str]:
    """Return the names by which references may lead to a resource."""
    if resource.holder is not None:
        return []
    kinds = dict.fromkeys(filter(None, (resource.type, resource.called)))
    found = [f"{kind}/{resource.id}" for kind in kinds] if resource.id else []
    return [resource.full_url, *found] if resource.full_url else found


def _forms(text: str, inside: Resource) -> list[str]:
    """Return the names a reference may mean, that on the server of its own resource first."""
    server = _server((inside.holder or inside).full_url)
    own = [f"{server}/{text}"] if server else []
    return [*own, text, short(text)] if text else []


@lru_cache(maxsize=4096)
def _server(url: str) -> str:
    return url.rsplit("/", 2)[0] if url.startswith("http") else ""


def _in(inside: Resource, name: str) -> Resource | None:
    holder = inside.holder or inside
    if not name:
        return holder
    return next((one for one in holder.contained if one.id.lstrip("#") == name), None)
