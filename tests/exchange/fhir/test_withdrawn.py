"""What its sender took back is named, and is no fact."""

import pytest

from secondop_desktop.exchange.fhir.withdrawn import withdrawn
from tests.exchange.bundles import Body, concept, resource


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (resource("Procedure", status="entered-in-error"), "by mistake"),
        (resource("Condition", verificationStatus="entered-in-error"), "by mistake"),
        (resource("DocumentReference", docStatus="entered-in-error"), "by mistake"),
        (resource("AllergyIntolerance", verificationStatus=concept("", "refuted")), "ruled out"),
        (resource("Condition", verificationStatus=concept("", "refuted")), ""),
        (resource("Observation", status="final"), ""),
    ],
)
def test_why_it_is_no_fact(body: Body, why: str) -> None:
    assert (why in withdrawn(body)) if why else withdrawn(body) == ""
