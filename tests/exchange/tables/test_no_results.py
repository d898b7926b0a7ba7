"""What stands in tables beside results and is none: said, kept as a note, or not taken."""

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Reading
from secondop_desktop.exchange.tables.reading import read


def _read(text: str) -> tuple[Reading | None, list[str]]:
    asked = Asked()
    found = read(text, "t.csv", asked, KINDS)
    return found, [one.key for one in asked.all()]


@pytest.mark.parametrize("beside", ["Organism", "Isolate", "Antibiotic tested"])
def test_what_a_germ_is_sensitive_to_is_no_allergy(beside: str) -> None:
    text = f"Sample,{beside},Sensitivity,Date\nSwab,x,R,27/06/2023\nSwab,y,S,27/06/2023\n"
    found, asked = _read(text)
    assert found is None
    assert asked == ["columns"]


def test_a_result_that_does_not_count_is_left_out_by_name() -> None:
    text = (
        "Test,Result,Date,Status\nZinc,12.1,27/06/2023,Final\n"
        "Urate,310,27/06/2023,Entered in error\nCopper,16,27/06/2023,Preliminary\n"
    )
    found, _asked = _read(text)
    assert found is not None
    assert [(one.values["test"], one.values["notes"]) for one in found.drafts] == [
        ("Zinc", ""),
        ("Copper", "Preliminary"),
    ]
    (left,) = found.skipped
    assert (left.line, "does not count: “Entered in error”" in left.why) == (3, True)


def test_who_took_the_blood_is_a_note_of_the_day() -> None:
    text = (
        "Test,27/06/2023,30/01/2024\nZinc (umol/L),12.1,11.4\nTaken by,Nurse Bell,\n"
        "Doctor,Dr Sand,Dr Sand\nNotes,fasting,\n"
    )
    found, _asked = _read(text)
    assert found is not None
    assert [(str(one.values["value"]), one.values["notes"]) for one in found.drafts] == [
        ("12.1", "Taken by: Nurse Bell. Doctor: Dr Sand. fasting"),
        ("11.4", "Doctor: Dr Sand"),
    ]


def test_headings_of_groups_are_not_asked_for_their_date() -> None:
    text = (
        "Test,Result,Units,Date\nMETALS,,,\nZinc,12.1,umol/L,27/06/2023\n"
        "OTHERS,,,\nUrate,310,umol/L,27/06/2023\n"
    )
    found, asked = _read(text)
    assert found is not None
    assert asked == []
    assert [one.line for one in found.skipped] == [2, 4]


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("Prawf / Test,Canlyniad / Result,Dyddiad / Date\nZinc,12.1,27/06/2023\n", "Zinc"),
        ("Test | Prawf;Result | Gwerth;Date | Pryd\nZinc;12.1;27/06/2023\n", "Zinc"),
        ("Datum / Date;Puls / Pulse\n27/06/2023;12.1\n", "Puls / Pulse"),
        ("Date,27/06/2023,30/01/2024\nZinc,12.1,\n", "Zinc"),
        ("Test,Zinc (umol/L),Urate (umol/L)\n27/06/2023,12.1,\n", "Zinc"),
        ("Test,27/06/2023,30/01/2024\nZinc (10-18 umol/L),12.1,\n", "Zinc"),
    ],
)
def test_headings_in_two_languages_and_corners_that_name_dates(text: str, test: str) -> None:
    found, _asked = _read(text)
    assert found is not None
    (one,) = found.drafts
    shown = (one.values["test"], str(one.values["value"]), one.values["date"].iso)
    assert shown == (test, "12.1", "2023-06-27")


@pytest.mark.parametrize(
    "date", ["Tue 27/06/2023", "Tuesday, 27/06/2023", "27.06.2023 kl. 08:15", "27/06/2023 08h15"]
)
def test_a_weekday_and_the_signs_of_other_clocks_are_read(date: str) -> None:
    found, _asked = _read(f"Test\tResult\tDate\nZinc\t12.1\t{date}\n")
    assert found is not None
    assert found.drafts[0].values["date"].iso[:10] == "2023-06-27"


def test_of_two_ranges_none_is_taken_and_both_are_named() -> None:
    found, _asked = _read(
        "Test,Result,Range (F),Range (M),Date\nUrate,0.31,0.14-0.36,0.2-0.43,2023\n"
    )
    assert found is not None
    assert found.drafts[0].values["range"] is None
    assert found.notices == ["t.csv: the columns Range (F), Range (M) were not used."]


@pytest.mark.parametrize(
    "heading", ["Result Date/Time", "Collected date and time", "Sample DateTime"]
)
def test_a_date_with_its_time_is_headed_in_many_ways(heading: str) -> None:
    found, _asked = _read(f"Test,Result,{heading}\nZinc,12.1,27/06/2023 08:15\n")
    assert found is not None
    assert found.drafts[0].values["date"].iso == "2023-06-27T08:15"


def test_readings_of_either_arm_are_pressures_with_a_note() -> None:
    text = "Date,Systolic L,Diastolic L,Systolic R,Diastolic R\n27/06/2023,142,88,138,86\n"
    found, _asked = _read(text)
    assert found is not None
    told = [(one.values["test"], one.values["notes"]) for one in found.drafts]
    assert told == [
        ("Systolic blood pressure", "L"), ("Diastolic blood pressure", "L"),
        ("Systolic blood pressure", "R"), ("Diastolic blood pressure", "R"),
    ]  # fmt: skip


def test_both_pressures_may_stand_under_both_words() -> None:
    found, _asked = _read("Date,Systolic/Diastolic\n27/06/2023,142 / 88\n")
    assert found is not None
    assert [str(one.values["value"]) for one in found.drafts] == ["142", "88"]
