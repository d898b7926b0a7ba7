"""What may turn the meaning of a resource about is seen where its value is, in each kind."""

from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import bundle, concept, patient, resource, written

MARK = [{"url": "http://x.example/not-performed", "valueBoolean": True}]
LINE = "This may change what is said here: not performed: yes"
ZINC = {"valueQuantity": {"value": 11, "unit": "umol/L"}, "status": "final"}


@pytest.mark.parametrize(
    ("kind", "body", "field", "said"),
    [
        ("diagnosis", resource("Condition", "c", code=concept("Gout", "1")), "certainty",
         "unconfirmed"),
        ("allergy", resource("AllergyIntolerance", "a", code=concept("Kiwi", "1")), "certainty",
         "unconfirmed"),
        ("medicine", resource("MedicationRequest", "m", status="active", intent="order",
                              medicationCodeableConcept=concept("Senna", "1")), "status",
         "not known"),
        ("result", resource("Observation", "o", code=concept("Zinc", "1"), **ZINC), "value",
         "Not certain: 11 umol/L"),
        ("result", resource("Observation", "o", code=concept("Body", "1"), status="final",
                            component=[{"code": concept("Zinc", "1"), **ZINC,
                                        "modifierExtension": MARK}]), "value",
         "Not certain: 11 umol/L"),
        ("vaccination", resource("Immunization", "v", vaccineCode=concept("BCG", "1"),
                                 status="completed"), "name", "Not certain: BCG"),
        ("treatment", resource("Procedure", "p", code=concept("Appendicectomy", "1"),
                               category=concept("Surgical procedure", "387713003"),
                               status="completed"), "status", "not known"),
        ("relative", resource("FamilyMemberHistory", "f", relationship=concept("aunt", "1"),
                              condition=[{"code": concept("Glaucoma", "2")}]), "certainty",
         "not sure"),
        ("record", resource("CarePlan", "r", title="Physio plan"), "title",
         "Care plan: Physio plan"),
    ],
)  # fmt: skip
def test_it_is_no_plain_fact(
    empty: Journal, tmp_path: Path, kind: str, body: dict[str, Any], field: str, said: str
) -> None:
    if "component" not in body:
        body["modifierExtension"] = MARK
    path = tmp_path / "one.json"
    path.write_text(written(bundle(patient(), body)))
    [one] = [item.draft.values for item in importing.read([path], empty).new if item.kind == kind]
    assert str(one[field]) == said
    assert LINE in one["text" if kind == "record" else "notes"]
