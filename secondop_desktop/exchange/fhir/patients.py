"""Whose resources a file holds."""

from collections.abc import Iterable, Mapping
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir.codes import several
from secondop_desktop.exchange.fhir.names import health_number, human_name
from secondop_desktop.exchange.fhir.references import References, display, short, target
from secondop_desktop.exchange.fhir.resources import Resource
from secondop_desktop.exchange.people.person_fit import Fit, fit, says_who
from secondop_desktop.exchange.people.same_name import Likeness, likeness
from secondop_desktop.lang import _

Beside = Mapping[str, Any]
"""What stands beside a reference to a patient: a name and a number, each perhaps missing."""

_WHOSE = ("subject", "focus", "patient")
"""Parts that say whom a resource is about."""

_NAMED = "named:"
"""Begins our own name of a patient to whom no reference leads."""


class Patients:
    """The Patients that entries are about, and which entries are about somebody else.

    A file that names its Patient but whose entries all point to one other, missing Patient is
    taken as being about the one it names, unless what stands beside the reference says no.
    """

    def __init__(self, resources: Iterable[Resource], references: References) -> None:
        self._subject: dict[Resource, Resource | str] = {}
        self._of_relatives: set[Resource] = set()
        self._beside: dict[str, Beside] = {}
        self._listed = [one for one in resources if one.type == "Patient"]
        for resource in resources:
            self._see(resource, references)
        whose = list(dict.fromkeys(self._subject.values()))
        found = [one for one in whose if isinstance(one, Resource)]
        lost = [one for one in whose if isinstance(one, str)]
        self.found = found or self._listed
        if len(lost) > 1 and not found:
            raise UserError(
                _(
                    "There are records of different people in {file}. "
                    "Bring in one person's at a time."
                ).format(file=next(iter(self._subject)).file)
            )
        self._strangers = frozenset(one for one in lost if self._is_stranger(one, bool(found)))

    def is_other(self, resource: Resource) -> bool:
        """Tell whether a resource is about somebody whom the file does not describe."""
        is_relative = resource in self._of_relatives
        return is_relative or self._subject.get(resource) in self._strangers

    def of(self, resource: Resource) -> Resource | None:
        """Return the Patient whom a resource is about, if it says so and the file holds them."""
        whose = self._subject.get(resource)
        if whose is None and resource.holder is not None:
            return self.of(resource.holder)
        return whose if isinstance(whose, Resource) else None

    @property
    def told(self) -> Beside:
        """Who is named beside the references, in a file that holds no Patient."""
        return {} if self.found else next(iter(self._beside.values()), {})

    def _see(self, resource: Resource, references: References) -> None:
        for name in _WHOSE:
            if name in resource.body:
                self._see_part(name, resource, references)

    def _see_part(self, name: str, resource: Resource, references: References) -> None:
        for reference in several(resource.body[name]):
            text = short(target(reference))
            found = references.find(reference, resource)
            kind = found.type if found is not None else text.partition("/")[0]
            if kind == "RelatedPerson" and name != "patient":
                self._of_relatives.add(resource)
            if name == "focus":
                continue
            if found is not None and kind == "Patient":
                self._subject[resource] = found
            elif text and (text.startswith("Patient/") or "/" not in text):
                self._lose(resource, text, _beside(reference))
            elif not text and (beside := _beside(reference)):
                self._name(resource, beside)

    def _lose(self, resource: Resource, key: str, beside: Beside) -> None:
        self._subject[resource] = key
        if says_who(beside):
            self._beside[key] = {**beside, **self._beside.get(key, {})}

    def _name(self, resource: Resource, beside: Beside) -> None:
        """Take the Patient whose name this is, or the one named before who is the same."""
        name = beside.get("name", "")
        listed = (one for one in self._listed if _alike(name, one) >= Likeness.INITIALS)
        if found := next(listed, None):
            self._subject[resource] = found
            return
        same = (key for key, one in self._beside.items() if fit(beside, one) is Fit.SAME)
        self._lose(resource, next(same, _NAMED + " ".join(beside.values())), beside)

    def _is_stranger(self, lost: str, others: bool) -> bool:
        """Tell whether a missing patient is none of those whom the file holds.

        Only a name can tell: computers put made-up numbers beside references.
        """
        name = self._beside.get(lost, {}).get("name", "")
        alike = max((_alike(name, one) for one in self.found), default=Likeness.UNKNOWN)
        if others and not lost.startswith(_NAMED):
            return not name or alike < Likeness.INITIALS
        return bool(name) and alike < Likeness.UNKNOWN


def _beside(reference: Any) -> Beside:
    if not isinstance(reference, dict):
        return {}
    shown = display(reference)
    name = shown if len(shown.split()) > 1 and not any(map(str.isdigit, shown)) else ""
    told = {"name": name, "nhs_number": health_number(reference.get("identifier"))}
    return {key: text for key, text in told.items() if text}


def _alike(name: str, patient: Resource) -> Likeness:
    return likeness(name, human_name(patient.body.get("name")))
