"""What comes out of an export of Apple Health, and what is chosen of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.apple import choices
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.apple import made
from tests.exchange.bundles import concept

Read = Callable[..., Plan]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal of the person whose telephone it is."""
    with Journal.create(tmp_path / "j.secondop", KINDS) as journal:
        with journal.change("Add person") as change:
            born = PartialDate.parse("1948-02-03")
            change.add("person", name="Nora Dell", birth_date=born)
        yield journal


@pytest.fixture
def read(journal: Journal, tmp_path: Path) -> Read:
    """Makes the plan for an export, given as its XML or its zip."""

    def plan(data: str | bytes, answers: dict[str, str] | None = None) -> Plan:
        path = tmp_path / ("export.xml" if isinstance(data, str) else "export.zip")
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return importing.read([path], journal, answers=answers)

    return plan


def told(plan: Plan) -> list[tuple[Any, ...]]:
    """Return test, value, unit and date of the planned results."""
    found = (item.draft.values for item in plan.new if item.kind == "result")
    return [(v["test"], v["value"].text, v["unit"], v["date"].iso) for v in found]


def asked(plan: Plan) -> dict[str, str]:
    """Return the questions with the answers that hold."""
    return {one.key: one.answer for one in plan.questions}


@pytest.mark.parametrize(
    ("kind", "value", "unit", "result"),
    [
        ("BodyMass", "81.5", "kg", ("Body weight", "81.5", "kg")),
        ("BodyMass", "81.64665999999", "kg", ("Body weight", "81.6467", "kg")),
        ("BloodGlucose", "5.50", "mmol&lt;180.1558800000541&gt;/L", ("Glucose", "5.50", "mmol/L")),
        ("BloodGlucose", "99", "mg/dL", ("Glucose", "99", "mg/dL")),
        ("BodyTemperature", "37.1", "degC", ("Body temperature", "37.1", "°C")),
        ("OxygenSaturation", "0.97", "%", ("Oxygen saturation", "97", "%")),
        ("OxygenSaturation", "97", "%", ("Oxygen saturation", "97", "%")),
        ("RestingHeartRate", "58", "count/min", ("Resting pulse", "58", "/min")),
        ("PeakExpiratoryFlowRate", "410", "L/min", ("Peak flow", "410", "L/min")),
    ],
)
def test_measurements_are_results(
    read: Read, kind: str, value: str, unit: str, result: tuple[str, str, str]
) -> None:
    plan = read(made.export(made.record(kind, value, unit)))
    assert told(plan) == [(*result, "2023-04-18T08:25")]


def test_a_blood_pressure_is_told_once(read: Read) -> None:
    plan = read(made.zipped(made.export(made.pressure("128", "79"))))
    assert told(plan) == [
        ("Systolic blood pressure", "128", "mmHg", "2023-04-18T08:25"),
        ("Diastolic blood pressure", "79", "mmHg", "2023-04-18T08:25"),
    ]
    assert {item.draft.values["panel"] for item in plan.new if item.kind == "result"} == {
        "Blood pressure"
    }


def test_the_pulse_of_a_day_is_its_lowest_mean_and_highest(read: Read) -> None:
    beats = [
        made.record("HeartRate", value, "count/min", f"2023-04-18 0{hour}:00:00 +0100")
        for hour, value in enumerate(("52", "61", "118"))
    ]
    assert [one[1] for one in told(read(made.export(*beats)))] == ["52", "77", "118"]


def test_kinds_and_dates_are_chosen_with_their_counts_in_view(read: Read) -> None:
    old, new = "2016-04-18 08:25:32 +0100", "2024-05-18 08:25:32 +0100"
    data = made.export(
        made.record("BodyMass", "80", "kg", old),
        made.record("BodyMass", "78", "kg", new),
        made.pressure("128", "79", new),
    )
    plan = read(data)
    assert asked(plan) == {"apple-since": "all", "apple-pressure": "yes", "apple-weight": "yes"}
    [weight] = [one.text for one in plan.questions if one.key == "apple-weight"]
    assert weight == "Weight: 2 readings, 18 April 2016 to 18 May 2024. Bring them in?"
    [pressure] = [one.text for one in plan.questions if one.key == "apple-pressure"]
    assert pressure == "Blood pressure: 1 reading, 18 May 2024. Bring it in?"
    chosen = read(data, {"apple-since": "year", "apple-pressure": "no"})
    assert told(chosen) == [("Body weight", "78", "kg", "2024-05-18T08:25")]


def test_of_very_many_somebody_must_say_from_when_on(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices, "_MANY", 1)
    plan = read(made.export(made.pressure("128", "79")))
    assert [one.key for one in plan.unanswered] == ["apple-since"]


def test_many_days_of_pulse_wait_to_be_asked_for(read: Read) -> None:
    beats = [
        made.record("HeartRate", "60", "count/min", f"2023-{month:02}-{day:02} 08:00:00 +0000")
        for month in (1, 2)
        for day in range(1, 21)
    ]
    assert told(read(made.export(*beats))) == []
    assert len(told(read(made.export(*beats), {"apple-pulse": "yes"}))) == 120


def test_what_does_not_come_in_is_named_with_its_counts(read: Read) -> None:
    steps = [made.record("StepCount", "10", "count")] * 3
    plan = read(made.export(*steps, made.record("BodyMass", "80", "kg"), "<Workout/>"))
    assert plan.skipped[0].why.endswith("stay in the export: steps (3), workouts (1).")


def test_hospital_records_and_electrocardiograms_come_in_too(read: Read, journal: Journal) -> None:
    problem = {
        "resourceType": "Condition",
        "id": "c1",
        "subject": {"reference": "Patient/p"},
        "code": concept("Asthma", "195967001"),
    }
    link = (
        '<ClinicalRecord type="Condition" sourceURL="https://h.example/fhir/Condition/c1"'
        ' resourceFilePath="/clinical-records/Condition-0.json"/>'
    )
    plan = read(made.zipped(made.export(link), [problem], made.ECG, "Export.xml"))
    importing.apply(journal, plan)
    [row] = journal.entries("diagnosis")
    assert row.origin == "fhir:https://h.example/fhir/Condition/c1"
    [ecg] = journal.entries("record")
    assert (ecg.title, ecg.date.iso) == ("Electrocardiogram (ECG)", "2023-03-05")
    assert "Classification: Sinus Rhythm" in ecg.text
    assert journal.file(ecg.file).startswith(b"Name,Nora Dell")


@pytest.mark.parametrize(
    "named",
    [
        [{"subject": {"reference": "https://h.example/Patient/p", "display": "Dell, Nora"}}],
        [{"subject": {"reference": "Patient/p"}}, {"subject": {"display": "Nora Mae Dell"}}],
        [{"subject": {"reference": f"https://{one}.example/Patient/{one}"}} for one in "ab"],
        [{"resourceType": "Patient", "id": "p", "name": [{"family": "Dell", "given": ["Nora"]}]}],
    ],
)
def test_the_records_of_hospitals_name_the_owner_of_the_telephone(
    read: Read, named: list[dict[str, Any]]
) -> None:
    problem = {"resourceType": "Condition", "code": concept("Asthma", "195967001")}
    records = [problem | {"id": f"c{number}"} | one for number, one in enumerate(named)]
    plan = read(made.zipped(made.export(made.pressure("128", "79")), [*records, problem]))
    assert {"result", "diagnosis"} <= {item.kind for item in plan.new}


def test_the_records_of_somebody_else_are_refused(read: Read) -> None:
    theirs = {"resourceType": "Condition", "id": "c", "code": concept("Asthma", "195967001")}
    theirs["subject"] = {"reference": "Patient/p", "display": "Arthur Penn"}
    with pytest.raises(UserError, match="Arthur Penn"):
        read(made.zipped(made.export(made.pressure("128", "79")), [theirs]))


def test_the_same_export_and_a_later_one_add_nothing_twice(read: Read, journal: Journal) -> None:
    early = made.record("HeartRate", "60", "count/min", "2023-04-18 08:00:00 +0100")
    plan = read(made.zipped(made.export(made.pressure("128", "79"), early)))
    importing.apply(journal, plan)
    again = read(made.zipped(made.export(made.pressure("128", "79"), early)))
    assert (again.new, again.changed) == ((), ())
    late = made.record("HeartRate", "90", "count/min", "2023-04-18 20:00:00 +0100")
    more = made.export(made.pressure("128", "79"), made.pressure("131", "80", "2024-01-01"))
    more = more.replace("</HealthData>", f"{early}{late}</HealthData>")
    later = read(made.zipped(more))
    assert [one[1] for one in told(later)] == ["131", "80"]
    assert len(later.changed) == 2
    journal.undo()
    assert journal.entries("result") == []


def test_control_characters_are_no_hindrance(read: Read) -> None:
    weight = made.record("BodyMass", "80", "kg", sourceName="Scale\x07\x1f")
    assert len(told(read(made.export(weight)))) == 1


def test_a_reading_without_a_day_keeps_its_value(read: Read) -> None:
    plan = read(made.export(made.record("BodyMass", "71.5", "kg", "")))
    (item,) = plan.new
    assert item.draft.values["value"].text == "71.5"
    assert "date" not in item.draft.values
    assert any("without a date" in one.text for one in plan.questions)


@pytest.mark.parametrize("value", ["inf", "-inf", "nan", "1e999", "fast"])
def test_a_pulse_that_is_no_number_is_left_out(read: Read, value: str) -> None:
    beats = [made.record("HeartRate", one, "count/min") for one in (value, "61")]
    plan = read(made.export(*beats), {"apple-pulse": "yes"})
    assert [one[1] for one in told(plan)] == ["61", "61", "61"]


def test_somebody_elses_telephone_is_told(read: Read) -> None:
    other = made.export(made.record("BodyMass", "80", "kg")).replace("1948-02-03", "1990-01-01")
    with pytest.raises(SomebodyElseError, match="1 January 1990"):
        read(other)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda xml: xml[:-20],
        lambda xml: xml.replace("<Me", "<!DOCTYPE x><Me"),
        lambda xml: xml.replace("<Record", "<Record <", 1),
    ],
)
def test_one_that_is_not_whole_is_refused_in_one_sentence(
    read: Read, spoil: Callable[[str], str]
) -> None:
    data = spoil(made.export(made.record("BodyMass", "80", "kg")))
    with pytest.raises(UserError, match=r"^export\.(xml|zip)[^\n]*again\.$"):
        read(data)
    with pytest.raises(UserError, match=r"^export\.(xml|zip)[^\n]*again\.$"):
        read(made.zipped(data))


def test_a_zip_that_unpacks_without_end_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondop_desktop.exchange.apple.export_file._SMALL", 1_000_000)
    filler = f"<!--{' ' * 20_000_000}-->"
    with pytest.raises(UserError, match="would unpack to far more"):
        read(made.zipped(made.export(filler)))
