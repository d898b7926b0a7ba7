"""What a sender took back is never printed, also when it came in as a leftover."""

import json
from typing import Any

import pytest

from secondop_desktop.features.records.kind import KIND
from tests.features.rows import row


def coded(word: str) -> Any:
    return {"coding": [{"code": word}]}


@pytest.mark.parametrize(
    "kept",
    [
        {"resourceType": "Procedure", "status": "entered-in-error"},
        {"resourceType": "AllergyIntolerance", "verificationStatus": coded("refuted")},
        [
            {"resourceType": "Observation", "status": "final"},
            {"resourceType": "Condition", "verificationStatus": coded("entered-in-error")},
        ],
        {"resourceType": "AllergyIntolerance", "verificationStatus": "refuted"},
        {"resourceType": "DocumentReference", "docStatus": "entered-in-error"},
        {
            "resourceType": "Bundle",
            "entry": [
                {"resource": {"resourceType": "Immunization", "status": "completed"}},
                {"resource": {"resourceType": "Procedure", "status": "entered-in-error"}},
            ],
        },
    ],
)
def test_what_was_taken_back_is_no_fact(kept: Any) -> None:
    made = row(KIND, title="Kept", raw=json.dumps(kept))
    assert not KIND.is_fact(made)
    assert KIND.title(made, lambda _entry: "") == "Kept (taken back)"


@pytest.mark.parametrize(
    "kept",
    ["", "not JSON: refuted", "[1, null]", json.dumps({"status": "final", "note": "was refuted"})],
)
def test_everything_else_is(kept: str) -> None:
    assert KIND.is_fact(row(KIND, title="Kept", raw=kept))
