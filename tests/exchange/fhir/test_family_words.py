"""Family history among the Observations of a GP record becomes entries of the family."""

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir.family_words import as_family_history
from secondop_desktop.exchange.fhir.reading import read
from tests.exchange.bundles import bundle, concept, patient, resource


@pytest.mark.parametrize(
    ("text", "who", "illness"),
    [
        ("FH: Diabetes mellitus", "Family", "Diabetes mellitus"),
        ("Family history of breast cancer", "Family", "breast cancer"),
        ("Family history: Stroke in mother", "Mother", "Stroke"),
        ("FH: Ischaemic heart disease - maternal grandfather", "Mother’s father",
         "Ischaemic heart disease"),
        ("FHx glaucoma (sister)", "Sister", "glaucoma"),
        ("FHx migraine (SİSTER)", "Sister", "migraine"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_family(text: str, who: str, illness: str) -> None:
    told = resource("Observation", "o1", code=concept(text, "1"), effectiveDateTime="2019-03-01")
    [entry] = read([("a", bundle(patient(), told))], KINDS).drafts
    assert (entry.kind, entry.values["who"], entry.values["condition"]) == (
        "relative",
        who,
        illness,
    )
    assert entry.values["recorded"].iso == "2019-03-01"


@pytest.mark.parametrize(
    "text",
    ["FH: not known", "Family history of none", "No FH: Diabetes", "FHC count", "Cough",
     "Family history negative"],
)  # fmt: skip
def test_what_is_no_illness_of_the_family_stays_as_it_is(text: str) -> None:
    assert as_family_history(resource("Observation", code=concept(text))) is None


def test_one_with_a_value_is_a_result() -> None:
    told = resource("Observation", code=concept("FH: score"), valueInteger=3)
    assert as_family_history(told) is None


def test_a_heading_still_leads_to_it() -> None:
    told = resource("Observation", "o1", code=concept("FH: Diabetes mellitus"))
    listed = resource(
        "List", "l1", title="Family history", entry=[{"item": {"reference": "Observation/o1"}}]
    )
    drafts = read([("a", bundle(patient(), told, listed))], KINDS).drafts
    [record] = [one for one in drafts if one.kind == "record"]
    assert "Diabetes mellitus" in record.values["text"]


def test_a_gp_record_is_said_to_be_what_it_is() -> None:
    profile = "https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1"
    found = read([("gp.json", bundle(patient(meta={"profile": [profile]})))], KINDS)
    assert found.notices[0].startswith("gp.json is a GP record (GP Connect, FHIR STU3).")
