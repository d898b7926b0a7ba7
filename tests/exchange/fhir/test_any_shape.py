"""Whatever stands where in a file, it is read, kept or refused, and never a fault of ours."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.fhir import own, reading
from tests.examples import at_most
from tests.exchange.bundles import bundle, concept, observation, patient, resource

_AMOUNT = {"value": 1, "unit": "mg"}
_RATIO = {"numerator": _AMOUNT, "denominator": {"value": 1, "unit": "d"}}
_CODED = {"type": {"coding": [{"code": "MR"}]}, "assigner": {"display": "Ward"}}
WHOLE = bundle(
    patient(
        name=[{"use": "official", "family": "Hale", "period": {"start": "1950"}}],
        identifier=[{"system": "a", "value": "1", "use": "usual", **_CODED}],
        telecom=[{"system": "phone", "use": "home", "value": "1", "rank": 1}],
        address=[{"use": "home", "line": ["1 Row"], "period": {"start": "1950"}}],
        contact=[{"name": {"text": "A"}, "relationship": [concept("Son")], "telecom": []}],
        extension=[{"url": own.SYSTEM, "extension": [{"url": "notes", "valueString": '"x"'}]}],
    ),
    {"resourceType": "Practitioner", "id": "d", "name": [{"family": "Shah"}]},
    resource(
        "Condition",
        "c",
        code=concept("Angina", "1"),
        onsetDateTime="2024",
        asserter={"reference": "Practitioner/d"},
        note=[{"text": "x"}],
    ),
    observation(
        "o",
        component=[
            {"code": concept("A"), "valueInteger": 1},
            {"code": concept("B"), "valueRange": {"low": _AMOUNT, "high": _AMOUNT}},
            {"code": concept("C"), "valueRatio": _RATIO},
            {"code": concept("D"), "valuePeriod": {"start": "2024"}},
            {"code": concept("E"), "valueSampledData": {"origin": _AMOUNT, "period": 1}},
        ],
        referenceRange=[{"low": {"value": 1}}],
        interpretation=[concept("H")],
    ),
    resource("DiagnosticReport", "r", result=[{"reference": "Observation/o"}], conclusion="x"),
    resource(
        "MedicationRequest",
        "m",
        medicationReference={"reference": "#n"},
        contained=[{"resourceType": "Medication", "id": "n", "code": concept("B")}],
        dosageInstruction=[
            {"sequence": 1, "timing": {"repeat": {"period": 1, "periodUnit": "d"}}},
            {
                "sequence": 2,
                "timing": {"repeat": {"boundsRange": {"low": _AMOUNT}, "when": ["HS"]}},
                "doseAndRate": [
                    {"doseRange": {"low": _AMOUNT, "high": _AMOUNT}, "rateRatio": _RATIO},
                    {"doseQuantity": _AMOUNT, "rateRange": {"high": _AMOUNT}},
                ],
                "maxDosePerPeriod": _RATIO,
            },
        ],
    ),
    resource("AllergyIntolerance", "a", code=concept("C"), reaction=[{"severity": "mild"}]),
    resource("Encounter", "e", period={"start": "2024"}, participant=[{"individual": {}}]),
    resource("DocumentReference", "f", content=[{"attachment": {"data": "QQ=="}}]),
    resource("Composition", "s", section=[{"text": {"div": "<p>x</p>"}, "emptyReason": {}}]),
    resource("CarePlan", "p", period={"start": "2024"}),
    resource(
        "Immunization",
        "i",
        vaccineCode=concept("Flu"),
        occurrenceDateTime="2023",
        protocolApplied=[{"doseNumberPositiveInt": 1}],
        statusReason=concept("Declined"),
        reaction=[{"date": "2023"}],
    ),
    resource("Procedure", "u", code=concept("Scan"), status="completed", performedString="May"),
    resource(
        "FamilyMemberHistory",
        "h",
        relationship=concept("Aunt"),
        condition=[{"code": concept("Gout"), "onsetAge": {"value": 4, "unit": "a"}}],
    ),
    resource("Appointment", "v", start="2030", participant=[{"actor": {}, "status": "accepted"}]),
    resource("MedicationDispense", "w", medicationCodeableConcept=concept("D"), status="completed"),
    resource("Flag", "l", code=concept("Falls"), status="active", modifierExtension=[{"url": "u"}]),
    resource("Consent", "k", category=[concept("DNAR")], provision={"type": "deny"}),
    resource(
        "List", "t", title="T", mode="working", entry=[{"item": {"reference": "Condition/c"}}]
    ),
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("2024-99-99"),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["reference", "coding", "code", "value", "text"]), inner)
    ),
    max_leaves=4,
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in parts:
        yield (*path, name)
        if isinstance(inner, dict | list):
            yield from _places(inner, (*path, name))


PLACES = list(_places(WHOLE["entry"]))


@settings(max_examples=at_most(150))
@given(st.lists(st.tuples(st.sampled_from(PLACES), JUNK), min_size=1, max_size=8))
def test_every_shape_is_read_kept_or_refused(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    document = copy.deepcopy(WHOLE)
    for path, junk in changes:
        _put(document["entry"], path, junk)
    try:
        found = reading.read([("b.json", document)], KINDS)
    except UserError as refused:
        assert "different people" in str(refused)
    else:
        assert all(draft.kind in KINDS and draft.origin for draft in found.drafts)


@pytest.mark.parametrize(
    "junk", [["x"], {"x": []}, [[]], 10**400, None], ids=["list", "object", "lists", "huge", "null"]
)
@pytest.mark.parametrize("number", range(len(WHOLE["entry"])))
def test_one_thing_in_the_place_of_another(number: int, junk: Any) -> None:
    for path in (one for one in PLACES if one[0] == number and len(one) > 2):
        document = copy.deepcopy(WHOLE)
        _put(document["entry"], path, junk)
        try:
            reading.read([("b.json", document)], KINDS)
        except UserError as refused:
            assert str(refused)


def _put(inside: Any, path: tuple[Any, ...], junk: Any) -> None:
    try:
        for name in path[:-1]:
            inside = inside[name]
        if isinstance(inside, dict) == isinstance(path[-1], str):  # JSON has no other names
            inside[path[-1]] = junk
    except (KeyError, IndexError, TypeError):
        return
