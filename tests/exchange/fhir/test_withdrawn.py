"""What its sender took back is named, and is no fact."""

import json
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir.withdrawn import withdrawn
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, bundle, concept, patient, resource


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (resource("Procedure", status="entered-in-error"), "by mistake"),
        (resource("Condition", verificationStatus="entered-in-error"), "by mistake"),
        (resource("DocumentReference", docStatus="entered-in-error"), "by mistake"),
        (resource("AllergyIntolerance", verificationStatus=concept("", "refuted")), "ruled out"),
        (resource("Condition", verificationStatus=concept("Entered in error")), "by mistake"),
        (
            resource(
                "AllergyIntolerance",
                verificationStatus={"coding": [{"code": "NO"}, {"code": "refuted"}]},
            ),
            "ruled out",
        ),
        (resource("Condition", verificationStatus=concept("", "refuted")), ""),
        (resource("Observation", status="final"), ""),
    ],
)
def test_why_it_is_no_fact(body: Body, why: str) -> None:
    assert (why in withdrawn(body)) if why else withdrawn(body) == ""


WRONG = {"status": "entered-in-error"}
TAKEN_BACK = (
    resource("Procedure", "1", code=concept("Zebrawood"), **WRONG),
    resource("CarePlan", "2", title="Zebrawood", **WRONG),
    resource("FamilyMemberHistory", "3", relationship=concept("Zebrawood"), **WRONG),
    resource("DiagnosticReport", "4", code=concept("Scan"), conclusion="Zebrawood", **WRONG),
    resource("MedicationDispense", "5", medicationCodeableConcept=concept("Zebrawood"), **WRONG),
    resource("Claim", "6", diagnosis=[{"diagnosisCodeableConcept": concept("Zebrawood")}], **WRONG),
    resource("Immunization", "7", vaccineCode=concept("Zebrawood"), **WRONG),
    resource("DocumentReference", "8", description="Zebrawood", **WRONG),
    resource("Observation", "9", code=concept("Zebrawood"), valueString="yes", **WRONG),
    resource("Encounter", "10", reasonCode=[concept("Zebrawood")], **WRONG),
    resource("Condition", "11", code=concept("Zebrawood"), verificationStatus="entered-in-error"),
    resource("AllergyIntolerance", "12", code=concept("Zebrawood"), verificationStatus="refuted"),
    resource("MedicationRequest", "13", medicationCodeableConcept=concept("Zebrawood"), **WRONG),
)
LEADING = (
    resource("Encounter", "20", diagnosis=[{"condition": {"reference": "Condition/11"}}]),
    resource(
        "MedicationStatement",
        "21",
        status="active",
        medicationCodeableConcept=concept("Aspirin"),
        basedOn=[{"reference": "MedicationRequest/13"}],
        reasonReference=[{"reference": "Condition/11", "display": "Zebrawood"}],
    ),
    resource(
        "Observation",
        "22",
        status="final",
        code=concept("Pulse"),
        valueInteger=61,
        contained=[TAKEN_BACK[10] | {"id": "inside"}],
    ),
)


def test_it_stands_nowhere_whatever_its_type_and_whoever_refers_to_it(tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(bundle(patient(), *TAKEN_BACK, *LEADING)))
    with Journal.create(tmp_path / "j.secondop", KINDS) as journal:
        plan = importing.read([path], journal)
        importing.apply(journal, plan)
        rows = [str(row) for kind in KINDS for row in journal.entries(kind)]
        assert [row for row in rows if "Zebrawood" in row] == []
        assert len(plan.skipped) == len(TAKEN_BACK) + 1, "each is named, the contained one too"
