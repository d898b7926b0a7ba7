"""One resource told several times: its newest version counts, another's never does."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from secondop_desktop.exchange.fhir.codes import codings, first, line, system, words
from secondop_desktop.exchange.fhir.resources import Resource
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.lang import _
from secondop_desktop.sandbox.whole_numbers import whole_number

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NAMES = ("code", "vaccineCode", "medicationCodeableConcept", "medication", "type", "title")


def newest(resources: Iterable[Resource]) -> tuple[list[Resource], list[Skipped]]:
    """Return each resource once, and what was left out because a newer version is there.

    Two are versions of one when the same source gives them the same id, each says which version
    it is, and both are about the same thing. Word-for-word repetitions are left out without a
    word; all else stays, whatever number it bears.
    """
    kept: dict[tuple[str, ...], list[Resource]] = {}
    skipped: list[Skipped] = []
    for resource in resources:
        known = kept.setdefault(_key(resource), [])
        if known:
            skipped += _put(known, resource)
        else:
            known.append(resource)
    return _in_time([one for those in kept.values() for one in those]), skipped


def _in_time(resources: list[Resource]) -> list[Resource]:
    """Put those of one type and id that say when they were updated in that order, among others."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(resources):
        if one.id:
            places[one.type, one.id].append(at)
    found = list(resources)
    for alike in (several for several in places.values() if len(several) > 1):
        those = [at for at in alike if _age(resources[at])[0]]
        in_order = sorted((resources[at] for at in those), key=_age)
        for at, one in zip(those, in_order, strict=True):
            found[at] = one
    return found


def _put(known: list[Resource], resource: Resource) -> list[Skipped]:
    for at, other in enumerate(known):
        if other.body == resource.body:
            return []
        if _are_versions(other, resource):
            old, known[at] = sorted((other, resource), key=_age)
            return [Skipped(old.where, _("A newer version of it comes in with the same files."))]
    known.append(resource)
    return []


def _key(resource: Resource) -> tuple[str, ...]:
    """Name the source and the id; without a server the file is all that is known of it."""
    url, name = resource.full_url, resource.id
    if not name and not url:
        return resource.type, resource.file, resource.where
    if url.startswith("http"):
        return resource.type, url.partition("/_history/")[0]
    if _UUID.fullmatch(name):
        return resource.type, name.casefold()
    return resource.type, resource.file, name or url


def _are_versions(one: Resource, other: Resource) -> bool:
    ages = _age(one), _age(other)
    return all(any(age) for age in ages) and ages[0] != ages[1] and _alike(one.body, other.body)


def _age(resource: Resource) -> tuple[str, int]:
    """Return when it was last updated, and the number of the version."""
    meta: Any = resource.body.get("meta")
    if not isinstance(meta, dict):
        return "", 0
    return line(meta.get("lastUpdated")), whole_number(line(meta.get("versionId")))


def _alike(one: Any, other: Any) -> bool:
    """Tell whether two bodies are about the same thing, by name or by a code."""
    names, others = _named(one), _named(other)
    return bool(names & others) or not (names or others)


def _named(body: Any) -> set[str]:
    concepts = [first(body.get(name)) for name in _NAMES]
    names = {words(one).casefold() for one in concepts}
    coded = {
        f"{system(coding)}|{line(coding.get('code'))}"
        for one in concepts
        for coding in (codings(one) if isinstance(one, dict) else ())
    }
    return (names | coded) - {""}
