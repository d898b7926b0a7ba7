"""Following references: to another entry, by id, inside the same resource, or only by name."""

from collections.abc import Iterable
from typing import Any

from secondop_desktop.exchange.fhir.codes import line
from secondop_desktop.exchange.fhir.resources import Resource, contained


class References:
    """Finds resources by what a reference says; those of the same file come first."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self._by_name: dict[tuple[str, str], Resource] = {}
        for resource in resources:
            for name in _names(resource):
                self._by_name.setdefault((resource.file, name), resource)
                self._by_name.setdefault(("", name), resource)

    def find(self, reference: Any, inside: Resource) -> Resource | None:
        """Return the resource a Reference (or a bare text) leads to, None when it is not here."""
        text = target(reference)
        if text.startswith("#"):
            return _in(inside, text[1:])
        for name in _forms(text):
            for file in (inside.file, ""):
                if (file, name) in self._by_name:
                    return self._by_name[file, name]
        return None


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


def _names(resource: Resource) -> list[str]:
    names = [f"{resource.type}/{resource.id}"] if resource.id else []
    return [resource.full_url, *names] if resource.full_url else names


def _forms(text: str) -> list[str]:
    return [text, short(text)] if text else []


def _in(inside: Resource, name: str) -> Resource | None:
    holder = inside.holder or inside
    if not name:
        return holder
    return next((one for one in contained(holder) if one.id.lstrip("#") == name), None)
