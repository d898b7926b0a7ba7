"""Lists of medicines and of appointments."""

from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, ReadEntry
from secondop_desktop.exchange.tables.reading import read


def _drafts(text: str) -> list[ReadEntry]:
    found = read(text, "t.csv", Asked(), KINDS)
    assert found is not None
    return list(found.drafts)


def _shown(draft: ReadEntry) -> dict[str, Any]:
    return {
        name: value if isinstance(value, dict) else str(value)
        for name, value in draft.values.items()
    }


def test_a_list_of_medicines() -> None:
    text = (
        "Drug,Strength,How often,Since,Until,What for\n"
        "Ramipril,5 mg,once a day,17/02/2021,,Blood pressure\n"
        "Aspirin,75 mg,,about 2019,ongoing,\n"
    )
    one, other = map(_shown, _drafts(text))
    assert one == {
        "name": "Ramipril",
        "dose": "5 mg",
        "how_taken": "once a day",
        "start": "17 February 2021",
        "reason": "Blood pressure",
    }
    assert other["unread"] == {"start": "about 2019", "stop": "ongoing"}


def test_a_list_of_appointments_with_those_who_are_seen() -> None:
    text = "Date,Time,Doctor,Hospital,Reason\n21/09/2031,14:30,Dr Moss,Seaview,Heart clinic\n"
    doctor, visit = _drafts(text)
    assert (doctor.kind, doctor.values, doctor.alike) == ("provider", {"name": "Dr Moss"}, "name")
    assert visit.values["provider"] == Link(doctor.origin)
    assert (visit.values["purpose"], visit.values["place"]) == ("Heart clinic", "Seaview")
    assert str(visit.values["when"]) == "21 September 2031, 2:30pm"


@pytest.mark.parametrize("place", ["Location", "Venue", "Address"])
def test_a_clinic_beside_a_place_says_what_one_goes_there_for(place: str) -> None:
    text = f"Date,Time,Clinic,{place},With\n21/09/2031,14:30,Rheumatology,Seaview,Dr Moss\n"
    [visit] = [one for one in _drafts(text) if one.kind == "appointment"]
    assert (visit.values["purpose"], visit.values["place"]) == ("Rheumatology", "Seaview")


def test_a_clinic_alone_says_where() -> None:
    text = "Date,Time,Clinic,With\n21/09/2031,14:30,Seaview Centre,Dr Moss\n"
    [visit] = [one for one in _drafts(text) if one.kind == "appointment"]
    assert visit.values["place"] == "Seaview Centre"


def test_a_medicine_without_a_name_is_named_by_its_line() -> None:
    found = read("Drug,Dose\nRamipril,5 mg\n,10 mg\n", "t.csv", Asked(), KINDS)
    assert found is not None
    assert [(one.where, one.why) for one in found.skipped] == [
        ("t.csv, line 3", "The row does not name its medicine.")
    ]


def test_a_row_that_says_what_there_is_not_is_no_medicine() -> None:
    text = "Medicine;Dose\nNone;\nFurosemide;20 mg\nNo eye drops;\n"
    found = read(text, "t.csv", Asked(), KINDS)
    assert found is not None
    assert [one.values["name"] for one in found.drafts] == ["Furosemide"]
    assert [one.where for one in found.skipped] == ["t.csv, line 2", "t.csv, line 4"]


def test_a_plan_of_the_day_needs_no_other_heading() -> None:
    text = "Medicine,Breakfast,Lunch,Tea,Bedtime\nRamipril 5 mg,1,,,\nMetformin 500 mg,1,,1,\n"
    one, other = map(_shown, _drafts(text))
    assert one == {"name": "Ramipril 5 mg", "how_taken": "Breakfast: 1"}
    assert other == {"name": "Metformin 500 mg", "how_taken": "Breakfast: 1, Tea: 1"}
