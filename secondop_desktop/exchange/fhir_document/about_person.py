"""The sections that tell of the person: what a doctor must know first, how they live, and wish."""

from collections.abc import Iterator

from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document import narrative
from secondop_desktop.exchange.fhir_document.building import Building
from secondop_desktop.exchange.fhir_document.living import ways_of_living
from secondop_desktop.exchange.fhir_document.patient import alerts, directive
from secondop_desktop.exchange.fhir_document.sections import heading
from secondop_desktop.lang import N_

_ALERTS = (
    *("blood_thinner", "blood_thinner_words", "implants", "implants_words", "implants_mri"),
    *("pregnancy", "pregnancy_words", "infection", "infection_words", "alerts_checked"),
)
_PARTS = (
    ("47420-5", N_("How they manage"), ("walking", "communication")),
    ("29762-2", N_("How they live"), ("living_with", "work", "smoking", "alcohol")),
    ("8716-3", N_("Height and weight"), ("height", "height_date", "weight", "weight_date")),
    ("81338-6", N_("What matters to them"), ("what_matters", "what_i_fear")),
)


def about_person(doc: Building) -> Iterator[tuple[Body, list[Body]]]:
    """Yield each section that has something to tell, with the resources that stand in it."""
    row = doc.rows.person
    yield from _section(doc, "104605-1", N_("To know first"), _ALERTS, [*alerts(row, doc)])
    decided = ("care_decision", "care_decision_words", "care_decision_date")
    yield from _section(doc, "42348-3", N_("Decisions about care to come"), decided,
                        [*directive(row, doc)])  # fmt: skip
    for code, title, names in _PARTS:
        yield from _section(doc, code, title, names, [*ways_of_living(row, doc, names)])


def _section(
    doc: Building, code: str, title: str, names: tuple[str, ...], parts: list[Body]
) -> Iterator[tuple[Body, list[Body]]]:
    kind = doc.rows.kinds["person"]
    told = narrative.facts(narrative.pairs(kind, doc.rows.person, doc.rows, names))
    if told:
        yield heading(code, title, told, [one["id"] for one in parts]), parts
