"""Which system a file or a resource comes from, as far as it says so.

Ids such as ``Observation/1`` are given anew by every system (FHIR R4, 2.1.4 "Resource Ids"), so
they tell two things apart only together with the system that gave them.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from secondop_desktop.exchange.fhir.codes import line, objects
from secondop_desktop.exchange.fhir.references import References, display
from secondop_desktop.exchange.fhir.resources import Resource

_EVERYWHERE = ("nhs-number", "2.16.840.1.113883.2.1.4.1")
"""Parts of the names of numbers that a person bears in every system."""


class Sources:
    """The system behind each resource: its own word for it, else that of its file."""

    def __init__(self, resources: Iterable[Resource], references: References) -> None:
        self._files: dict[str, str] = {}
        telling = [one for one in resources if one.type in _TELLING]
        for kind, said in _TELLING.items():
            for resource in telling:
                if resource.type == kind and (found := said(resource, references)):
                    self._files.setdefault(resource.file, found)

    def of(self, resource: Resource) -> str:
        """Return the name of the system, empty where nothing tells."""
        meta = resource.body.get("meta")
        told = line(meta.get("source")) if isinstance(meta, dict) else ""
        # What follows the # names one exchange of messages, not the system.
        return told.partition("#")[0] or self._files.get(resource.file, "")


def _header(resource: Resource, _references: References) -> str:
    source = next(iter(objects(resource.body.get("source"))), {})
    return line(source.get("endpoint")) or line(source.get("name"))


def _custodian(resource: Resource, references: References) -> str:
    """Return who keeps a document (Composition.custodian)."""
    return _organisation(resource.body.get("custodian"), resource, references)


def _patient(resource: Resource, references: References) -> str:
    """Return whose number the patient bears, such as that of a hospital."""
    systems = (line(one.get("system")) for one in objects(resource.body.get("identifier")))
    own = next((one for one in systems if one and not _is_everywhere(one)), "")
    return own or _organisation(resource.body.get("managingOrganization"), resource, references)


def _organisation(reference: Any, inside: Resource, references: References) -> str:
    found = references.find(reference, inside)
    if found is None:
        return display(reference)
    number = next(iter(objects(found.body.get("identifier"))), {})
    numbered = f"{line(number.get('system'))}|{line(number.get('value'))}".strip("|")
    return numbered or line(found.body.get("name"))


def _is_everywhere(system: str) -> bool:
    return any(part in system.casefold() for part in _EVERYWHERE)


_TELLING: Mapping[str, Callable[[Resource, References], str]] = {
    "MessageHeader": _header,
    "Composition": _custodian,
    "Patient": _patient,
}
"""Types that tell where a file is from, what tells most first."""
