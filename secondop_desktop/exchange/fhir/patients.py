"""Whose resources a file holds."""

from collections.abc import Iterable

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir.codes import several
from secondop_desktop.exchange.fhir.references import References, short, target
from secondop_desktop.exchange.fhir.resources import Resource
from secondop_desktop.lang import _


class Patients:
    """The Patients that entries are about, and which entries are about somebody else.

    A file that names its Patient but whose entries all point to one other, missing Patient is
    taken as being about the one it names.
    """

    def __init__(self, resources: Iterable[Resource], references: References) -> None:
        self._subject: dict[Resource, Resource | str] = {}
        listed = [one for one in resources if one.type == "Patient"]
        for resource in resources:
            self._see(resource, references)
        whose = list(dict.fromkeys(self._subject.values()))
        found = [one for one in whose if isinstance(one, Resource)]
        lost = [one for one in whose if isinstance(one, str)]
        self.found = found or listed
        if len(lost) > 1 and not found:
            raise UserError(
                _(
                    "{file} holds the records of different people. Import one person's at a time."
                ).format(file=next(iter(self._subject)).file)
            )
        self._strangers = frozenset(lost) if found else frozenset()

    def is_other(self, resource: Resource) -> bool:
        """Tell whether a resource is about somebody whom the file does not describe."""
        return self._subject.get(resource) in self._strangers

    def _see(self, resource: Resource, references: References) -> None:
        body = resource.body
        for reference in (*several(body.get("subject")), *several(body.get("patient"))):
            text = short(target(reference))
            found = references.find(reference, resource)
            if found is not None and found.type == "Patient":
                self._subject[resource] = found
            elif text and (text.startswith("Patient/") or "/" not in text):
                self._subject[resource] = text
