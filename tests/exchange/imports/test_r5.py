"""R5 and R4B are read as far as they agree with R4: no fact is lost to another spelling."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.newer import as_r4
from secondop_desktop.exchange.incoming.plan import Plan
from tests.exchange.bundles import concept, patient, resource
from tests.exchange.imports.conftest import Plans

_GOUT = concept("Gout", "90560007")
R5 = (
    patient(),
    resource(
        "Condition",
        "c",
        code=_GOUT,
        onsetDateTime="2019-04",
        participant=[
            {"actor": {"reference": "Patient/pat"}},
            {"actor": {"display": "Dr Amos Reed"}},
        ],
    ),
    resource(
        "MedicationRequest",
        "m",
        status="active",
        intent="order",
        medication={"concept": concept("Allopurinol 100 mg tablets")},
        reason=[{"concept": _GOUT}, {"reference": {"reference": "Condition/c"}}],
        authoredOn="2019-05-02",
    ),
    resource(
        "AllergyIntolerance",
        "a",
        type=concept("allergy"),
        code=concept("Trimethoprim"),
        reaction=[{"manifestation": [{"concept": concept("Rash")}]}],
    ),
    resource(
        "Procedure",
        "p",
        status="completed",
        code=concept("Carpal tunnel release"),
        occurrenceDateTime="2015-09-08",
        reason=[{"concept": concept("Numb hand")}],
    ),
    resource(
        "Immunization",
        "i",
        status="completed",
        vaccineCode=concept("Shingrix"),
        occurrenceDateTime="2023-10-01",
        manufacturer={"concept": concept("Bryn Vaccines")},
        reason=[{"concept": concept("Over 65")}],
    ),
    resource(
        "Encounter",
        "e",
        status="completed",
        actualPeriod={"start": "2024-03-01T10:00:00Z"},
        reason=[{"use": [concept("reason")], "value": [{"concept": concept("Sore toe")}]}],
    ),
    resource(
        "Appointment",
        "ap",
        status="booked",
        start="2027-03-01T10:00:00Z",
        reason=[{"concept": concept("Review of gout")}],
        participant=[{"actor": {"display": "Dr Amos Reed"}, "status": "accepted"}],
    ),
)
_SAID = {
    "diagnosis": ("Gout", "2019-04", "amos reed"),
    "medicine": ("Allopurinol 100 mg tablets", "Gout"),
    "allergy": ("Trimethoprim", "Rash"),
    "treatment": ("Carpal tunnel release", "Numb hand"),
    "vaccination": ("Shingrix", "Bryn Vaccines", "Over 65"),
    "appointment": ("Sore toe", "Review of gout", "amos reed"),
}


def _said(plan: Plan, kind: str) -> str:
    values = (item.draft.values for item in plan.new if item.kind == kind)
    told = (value for one in values for value in one.values())
    return " ".join(f"{value} {getattr(value, 'iso', '')}" for value in told)


def test_each_fact_of_r5_is_there(plan: Plans) -> None:
    made = plan("r5.json", *R5)
    assert not made.skipped
    for kind, words in _SAID.items():
        said = _said(made, kind)
        assert [word for word in words if word not in said] == [], (kind, said)


def test_a_second_import_adds_nothing(journal: Any, bring: Plans, plan: Plans) -> None:
    bring("r5.json", *R5)
    again = plan("r5.json", *R5)
    assert (again.new, again.changed) == ((), ())
    journal.undo()
    assert not journal.entries("medicine")


@pytest.mark.parametrize(
    "body",
    [
        resource("Encounter", "e", reason=[concept("Cough")]),
        resource("Appointment", "a", reason=[concept("Cough")], reasonCode=[]),
        resource("MedicationRequest", "m", reasonCode=[_GOUT]),
        resource("Immunization", "i", manufacturer={"reference": "Organization/1"}),
        resource("Condition", "c", asserter={"display": "Dr A"}, participant=[]),
        resource("Observation", "o", reason="odd"),
    ],
)
def test_what_older_versions_spell_stays_as_it_is(body: dict[str, Any]) -> None:
    assert as_r4(body) is body


def test_r4b_is_read_as_r4(plan: Plans) -> None:
    taken = resource(
        "MedicationRequest",
        "m",
        status="active",
        intent="order",
        reportedBoolean=True,
        medicationCodeableConcept=concept("Allopurinol 100 mg tablets"),
        reasonCode=[_GOUT],
        meta={"profile": ["http://hl7.org/fhir/4.3/StructureDefinition/MedicationRequest"]},
    )
    assert "Gout" in _said(plan("r4b.json", patient(), taken), "medicine")
