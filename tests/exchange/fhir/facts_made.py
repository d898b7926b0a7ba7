"""Files made for the count of facts: one as UK practices send it (STU3), one with all of R4."""

from typing import Any

from tests.exchange.bundles import Body, bundle, concept, patient, resource

_CARE = "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect"
_GPC = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC"


def _sort(code: str) -> Body:
    return {"coding": [{"system": "http://example.org/sort", "code": code}]}


def _practice() -> Body:
    """A record like those of GP Connect: plan and issue, coded problems, values without a code."""
    plan = resource(
        "MedicationRequest",
        "plan-1",
        status="active",
        intent="plan",
        medicationCodeableConcept=concept("Alendronic acid 70mg tablets", "325042009"),
        authoredOn="2019-05-02T00:00:00+01:00",
        dosageInstruction=[{"text": "1 tablet", "patientInstruction": "Stay upright after it"}],
        dispenseRequest={"validityPeriod": {"start": "2019-05-02", "end": "2020-05-01"}},
        extension=[
            {
                "url": f"{_GPC}-PrescriptionType-1",
                "valueCodeableConcept": concept("Repeat", "repeat"),
            }
        ],
    )
    statement = resource(
        "MedicationStatement",
        "st-1",
        status="active",
        taken="unk",
        basedOn=[{"reference": "MedicationRequest/plan-1"}],
        medicationCodeableConcept=concept("Alendronic acid 70mg tablets", "325042009"),
        effectivePeriod={"start": "2019-05-02T00:00:00+01:00"},
        dosage=[{"text": "1 tablet each Sunday", "patientInstruction": "Stay upright after it"}],
    )
    problem = resource(
        "Condition",
        "pr-1",
        clinicalStatus="inactive",
        verificationStatus="provisional",
        code=concept("Osteopenia", "312894000"),
        onsetDateTime="2018-11-20T12:00:00+00:00",
        assertedDate="2018-11-21T23:45:00+00:00",
        abatementDateTime="2021-02",
        note=[{"text": "Seen on the scan of the hip"}],
        extension=[{"url": f"{_CARE}-ProblemSignificance-1", "valueCode": "minor"}],
        asserter={"display": "Dr P Larch"},
    )
    allergy = resource(
        "AllergyIntolerance",
        "al-1",
        clinicalStatus="resolved",
        verificationStatus="unconfirmed",
        category=["medication"],
        code=concept("Trimethoprim", "387179007"),
        onsetDateTime="1991",
        assertedDate="1992-06-30T00:00:00+01:00",
        reaction=[{"manifestation": [concept("Wheal", "247472004")], "severity": "moderate"}],
        note=[{"text": "Taken since without trouble"}],
        recorder={"display": "Dr P Larch"},
    )
    value = resource(
        "Observation",
        "ob-1",
        status="final",
        code=concept("Serum vitamin D", "1028881000000105"),
        effectiveDateTime="2022-07-30T23:20:00Z",
        valueQuantity={"value": 31.5, "unit": "nmol/L", "comparator": "<"},
        referenceRange=[{"low": {"value": 50}, "high": {"value": 175}, "text": "Adequate"}],
        interpretation=concept("Below low limit", "281300000"),
        comment="Repeat in the spring",
        performer=[{"display": "Northgate Laboratory"}],
    )
    return bundle(patient(), plan, statement, problem, allergy, value)


def _timing(**repeat: Any) -> Body:
    return {"repeat": repeat}


def _request(name: str, status: str, *doses: Body, **parts: Any) -> Body:
    return resource(
        "MedicationRequest",
        name,
        status=status,
        intent="order",
        medicationCodeableConcept={"text": f"Medicine {name}"},
        authoredOn="2023-09-04",
        dosageInstruction=list(doses),
        **parts,
    )


def _amount(value: float, unit: str) -> list[Body]:
    return [{"doseQuantity": {"value": value, "unit": unit}}]


def _medicines() -> list[Body]:
    day = {"numerator": {"value": 6, "unit": "tablet"}, "denominator": {"value": 24, "unit": "h"}}
    needed = {"doseAndRate": _amount(2, "tablet"), "asNeededCodeableConcept": {"text": "cramp"}}
    first = {"start": "2023-09-04", "end": "2023-09-10"}
    last = {"start": "2023-09-11", "end": "2023-10-01"}
    return [
        _request(
            "weekly",
            "active",
            {
                "doseAndRate": _amount(15, "mg"),
                "timing": _timing(frequency=1, period=1, periodUnit="wk", dayOfWeek=["thu"]),
                "route": concept("Subcutaneous route", "34206005"),
                "site": {"text": "Thigh"},
            },
        ),
        _request("needed", "on-hold", needed | {"maxDosePerPeriod": day}),
        _request(
            "taper",
            "completed",
            {
                "sequence": 2,
                "text": "2 capsules",
                "timing": _timing(boundsPeriod=last, when=["PC"]),
            },
            {
                "sequence": 1,
                "text": "6 capsules",
                "timing": _timing(boundsPeriod=first, when=["AC"]),
            },
        ),
        _request(
            "timed",
            "cancelled",
            {
                "text": "As told",
                "timing": _timing(frequency=3, period=1, periodUnit="d", timeOfDay=["07:30:00"]),
                "additionalInstruction": [{"text": "Swallow whole"}],
            },
            reasonCode=[{"text": "Reflux"}],
            statusReason={"text": "Not in stock"},
            note=[{"text": "Ask in a month"}],
            requester={"display": "Dr Elm"},
        ),
        _request("drip", "stopped", {"rateQuantity": {"value": 4, "unit": "L/min"}}),
        _request(
            "course",
            "unknown",
            {
                "doseAndRate": _amount(1, "patch"),
                "timing": _timing(boundsDuration={"value": 9, "code": "d"}),
            },
            dispenseRequest={
                "validityPeriod": {"end": "2024-03-31"},
                "quantity": {"value": 84, "unit": "patch"},
            },
        ),
    ]


def _results() -> list[Body]:
    def one(name: str, **parts: Any) -> Body:
        when = {} if "effectivePeriod" in parts else {"effectiveDateTime": "2023-06-01T08:15:00Z"}
        code = {"text": f"Test {name}"}
        return resource("Observation", name, **({"status": "final", "code": code} | when | parts))

    low_high = {"low": {"value": 4.1}, "high": {"value": 9.9}}
    return [
        one(
            "ranges",
            valueQuantity={"value": 7.25, "unit": "IU/L"},
            referenceRange=[
                low_high,
                {"low": {"value": 30}, "text": "Mid-cycle peak"},
                {
                    "high": {"value": 2},
                    "type": {"text": "critical"},
                    "appliesTo": [{"text": "men"}],
                },
                {"low": {"value": 6}, "age": {"low": {"value": 70, "unit": "years"}}},
            ],
            status="corrected",
            method={"text": "Immunoassay"},
            note=[{"text": "Sent by taxi"}],
        ),
        one(
            "pressure",
            component=[
                {"code": {"text": "Upper"}, "valueQuantity": {"value": 151, "unit": "mmHg"}},
                {"code": {"text": "Lower"}, "dataAbsentReason": {"text": "cuff slipped"}},
            ],
            bodySite={"text": "Right arm"},
            status="preliminary",
        ),
        one(
            "words",
            valueCodeableConcept={"text": "Scanty growth"},
            interpretation=[{"text": "See note"}],
        ),
        one("span", valueRange={"low": {"value": 3}, "high": {"value": 5, "unit": "mm"}}),
        one(
            "ratio",
            valueRatio={"numerator": {"value": 1}, "denominator": {"value": 640}},
            effectivePeriod={"start": "2023-06-01", "end": "2023-06-03"},
        ),
        one(
            "long",
            valueQuantity={"value": 156.9832803101745, "unit": "cm"},
            text={"status": "additional", "div": "<div>Measured <b>lying</b> on the couch</div>"},
        ),
    ]


def _everything() -> Body:
    problems = [
        resource(
            "Condition",
            "aged",
            code={"text": "Migraine"},
            clinicalStatus=_sort("recurrence"),
            verificationStatus=_sort("differential"),
            onsetAge={"value": 33, "unit": "years"},
            abatementString="after the move",
            recordedDate="2020-01-31T23:10:00Z",
            severity={"text": "Troublesome"},
            recorder={"display": "Sister Rowan"},
        ),
        resource(
            "Condition",
            "ruled",
            code={"text": "Sarcoid"},
            verificationStatus=_sort("refuted"),
            onsetPeriod={"start": "2001", "end": "2003-04"},
            bodySite=[{"text": "Lung"}],
            text={"status": "generated", "div": "<div>Sarcoid was thought of in 2001</div>"},
        ),
    ]
    allergy = resource(
        "AllergyIntolerance",
        "nuts",
        code={"text": "Cashew"},
        clinicalStatus=_sort("active"),
        verificationStatus=_sort("confirmed"),
        category=["food", "environment"],
        criticality="high",
        onsetAge={"value": 9, "unit": "years"},
        lastOccurrence="2017-12",
        recordedDate="2018-01-09",
        asserter={"display": "Dr Hazel"},
        reaction=[
            {
                "manifestation": [{"text": "Swollen tongue"}, {"text": "Faint"}],
                "severity": "severe",
                "onset": "2017-12-24",
                "exposureRoute": {"text": "By mouth"},
                "description": "Within minutes",
            },
            {"manifestation": [{"text": "Hives"}], "severity": "mild", "note": [{"text": "Brief"}]},
        ],
    )
    return bundle(patient(), *problems, allergy, *_medicines(), *_results())


BUNDLES = {"practice": (_practice(), 30), "everything": (_everything(), 110)}
"""Each file with the least number of facts that must be counted in it."""
