"""One resource told several times in a file: its newest version counts."""

from collections.abc import Iterable
from typing import Any

from secondop_desktop.exchange.drafts import Skipped
from secondop_desktop.exchange.fhir.resources import Resource
from secondop_desktop.lang import _


def newest(resources: Iterable[Resource]) -> tuple[list[Resource], list[Skipped]]:
    """Return each resource once, and what was left out because a newer version is there.

    Word-for-word repetitions are left out without a word.
    """
    found: dict[tuple[str, str, str], Resource] = {}
    skipped: list[Skipped] = []
    for resource in resources:
        key = _key(resource)
        other = found.get(key)
        if other is None:
            found[key] = resource
        elif other.body != resource.body:
            old, new = sorted((other, resource), key=_age)
            found[key] = new
            skipped.append(Skipped(old.where, _("A newer version of it stands in the same file.")))
    return list(found.values()), skipped


def _key(resource: Resource) -> tuple[str, str, str]:
    if not resource.id and not resource.full_url:
        return resource.type, resource.where, ""
    return resource.type, resource.id, "" if resource.id else resource.full_url


def _age(resource: Resource) -> str:
    meta: Any = resource.body.get("meta")
    return str(meta.get("lastUpdated") or "") if isinstance(meta, dict) else ""
