"""How the person lives and manages: a resource beside the words for each thing that they said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.fhir.codes import LOINC_NAME, UCUM
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.building import Building
from secondop_desktop.exchange.fhir_document.told_to_few import is_hidden
from secondop_desktop.exchange.fhir_document.values import (
    concept,
    dated,
    one_line,
    structural,
    text,
    unknown,
)
from secondop_desktop.lang import _

_MEASURED = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?(cm|kg)")


@dataclass(frozen=True)
class _Asked:
    """What is asked of the person: LOINC's code for the question, and the sort of observation."""

    code: str = ""
    category: str = ""
    unit: str = ""


_ASKED = {
    "living_with": _Asked(category="social-history"),
    "work": _Asked("11341-5", "social-history"),
    "smoking": _Asked("11367-0", "social-history"),
    "alcohol": _Asked("11331-6", "social-history"),
    "height": _Asked("8302-2", "vital-signs", "cm"),
    "weight": _Asked("29463-7", "vital-signs", "kg"),
}
"""https://loinc.org: the questions about history ask for words, as the person wrote them."""
_MANAGES = frozenset({"walking", "communication"})
"""What IPS wants as a Condition or an impression, as it is how well somebody manages."""


def ways_of_living(row: Any, doc: Building, names: Sequence[str]) -> Iterator[Body]:
    """Yield what the person said to each of these questions; what they did not say is silent."""
    for name in names:
        if name not in _MANAGES and name not in _ASKED:
            continue
        if one_line(getattr(row, name)) and not is_hidden("person", row, name, doc.rows):
            body = _impression if name in _MANAGES else _observation
            yield doc.part(f"{row.id}-{name.replace('_', '-')}", body(row, doc, name))


def _label(doc: Building, name: str) -> str:
    return _(doc.rows.kinds["person"].by_name[name].label)


def _impression(row: Any, doc: Building, name: str) -> Body:
    return {
        "resourceType": "ClinicalImpression",
        "status": "completed",
        "code": concept(_label(doc, name)),
        "subject": doc.subject,
        "summary": text(getattr(row, name)),
    }


def _observation(row: Any, doc: Building, name: str) -> Body:
    asked = _ASKED[name]
    when = getattr(row, f"{name}_date", None)
    said = text(getattr(row, name))
    amount = _amount(said, asked.unit)
    # A vital sign has a unit and a day, else it is told without its code: FHIR binds both.
    coded = not asked.unit or (amount is not None and when is not None and when.day is not None)
    code = f"{LOINC_NAME} {asked.code}" if asked.code and coded else ""
    sort = asked.category if coded else ""
    return {
        "resourceType": "Observation",
        "status": "final",
        **({"category": [structural("observation-category", sort)]} if sort else {}),
        "code": concept(_label(doc, name), code),
        "subject": doc.subject,
        **(dated("effectiveDateTime", when) or unknown("effective")),
        "performer": [doc.subject],
        **({"valueQuantity": amount} if amount and coded else {"valueString": said}),
    }


def _amount(said: str, unit: str) -> Body | None:
    """Return a height or a weight as a Quantity, where nothing but that was written."""
    found = _MEASURED.fullmatch(said)
    if found is None or found[2] != unit:
        return None
    return {"value": Decimal(found[1]), "unit": unit, "system": UCUM, "code": unit}
