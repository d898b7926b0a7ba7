"""What each element of FHIR is: made from HL7's definitions by packaging/fhir_elements.py."""

import json
from collections.abc import Mapping
from functools import cache

from secondop_desktop.paths import resource

Fields = Mapping[str, str]
"""The type of each element by its name; ``*`` behind it marks one that may repeat."""

_ANYWHERE: Fields = {"extension": "Extension*", "modifierExtension": "Extension*"}


@cache
def _table() -> Mapping[str, Fields]:
    path = resource("fhir", "elements.json")
    found: dict[str, Fields] = json.loads(path.read_text(encoding="utf-8"))
    return found


def fields_of(kind: str) -> Fields:
    """Return the elements of a type; those that every type has for one that is not known."""
    return {**_ANYWHERE, **_table().get(kind, {})}


def is_known(kind: str) -> bool:
    """Tell whether HL7 defines a type of this name."""
    return kind in _table()
