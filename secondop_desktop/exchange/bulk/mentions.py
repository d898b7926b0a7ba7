"""Which names a resource bears and which it mentions, wherever in it that is."""

from collections.abc import Iterator
from typing import Any, Final

from secondop_desktop.exchange.fhir.references import short

_NO_RESOURCES: Final = frozenset({"StructureDefinition", "CodeSystem", "ValueSet"})
_SHORTEST: Final = 4
"""Letters of the name of a type; what is shorter, as in ``U/L``, is a unit."""
_LONGEST: Final = 300


def mentions(value: Any) -> Iterator[str]:
    """Yield ``Type/id`` and other names of resources that a body holds at any depth."""
    if isinstance(value, str):
        if name := _name(value):
            yield name
    elif isinstance(value, dict):
        for one in value.values():
            yield from mentions(one)
    elif isinstance(value, list):
        for one in value:
            yield from mentions(one)


def _name(text: str) -> str:
    if text.startswith("urn:"):
        return text
    if "/" not in text or len(text) > _LONGEST or " " in text:
        return ""
    name = short(text.partition("/_history/")[0])
    kind, _slash, own = name.partition("/")
    is_type = len(kind) >= _SHORTEST and kind[0].isupper() and kind.isalpha()
    return name if is_type and own and "/" not in own and kind not in _NO_RESOURCES else ""
