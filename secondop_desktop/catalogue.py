"""All kinds of entry, in the order that the command line and exports promise."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from secondop_desktop.journal.kinds import Kind, Kinds

_FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "person": "people",
        "provider": "providers",
        "diagnosis": "diagnoses",
        "symptom": "symptoms",
        "medicine": "medicines",
        "allergy": "allergies",
        "treatment": "treatments",
        "vaccination": "vaccinations",
        "relative": "relatives",
        "record": "records",
        "result": "results",
        "case": "cases",
        "appointment": "appointments",
        "question": "appointments",
        "answer": "appointments",
        "task": "appointments",
        "opinion": "opinions",
        "statement": "opinions",
        "mark": "opinions",
        "option": "decisions",
        "outcome": "decisions",
        "decision": "decisions",
        "readiness": "decisions",
        "told": "told",
        "letter": "letters",
        "cost": "costs",
    }
)


class _Catalogue(Mapping[str, Kind]):
    """Brings a feature in when a kind of it is first asked for: most commands need only one."""

    def __init__(self) -> None:
        self._known: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in self._known:
            self._bring_in(_FEATURES[name])
        return self._known[name]

    def _bring_in(self, feature: str) -> None:
        room = import_module(f"secondop_desktop.features.{feature}.kind")
        kinds = getattr(room, "KINDS", None) or (room.KIND,)
        self._known.update({kind.name: kind for kind in kinds})

    def __iter__(self) -> Iterator[str]:
        return iter(_FEATURES)

    def __len__(self) -> int:
        return len(_FEATURES)

    def __contains__(self, name: object) -> bool:
        return name in _FEATURES


KINDS: Kinds = _Catalogue()
