"""Tables beside one another, and values with a date or time of their own: none takes another's."""

from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Reading
from secondop_desktop.exchange.tables.reading import read


def _read(text: str) -> Reading:
    found = read(text, "t.csv", Asked(), KINDS)
    assert found is not None
    return found


def _shown(reading: Reading) -> list[tuple[Any, ...]]:
    names = ("test", "value", "unit", "date")
    return [tuple(str(one.values.get(name) or "") for name in names) for one in reading.drafts]


def test_headings_that_begin_again_are_a_table_of_their_own() -> None:
    text = (
        "Test,Result,Units,Date,Test,Result,Units,Date\n"
        "Zinc,12.1,umol/L,27/06/2023,Copper,16,umol/L,30/01/2024\n"
        "Urate,0.31,mmol/L,27/06/2023,,,,\n"
    )
    assert _shown(_read(text)) == [
        ("Zinc", "12.1", "umol/L", "27 June 2023"),
        ("Urate", "0.31", "mmol/L", "27 June 2023"),
        ("Copper", "16", "umol/L", "30 January 2024"),
    ]


def test_an_empty_column_parts_two_tables_of_different_lengths() -> None:
    text = (
        "My zinc,,,,Weighed,\n"
        "Test,Result,Date,,Date,Weight (kg)\n"
        "Zinc,12.1,27/06/2023,,14/02/2024,71.5\n"
        ",,,,15/02/2024,71.2\n"
    )
    assert _shown(_read(text)) == [
        ("Zinc", "12.1", "", "27 June 2023"),
        ("Weight", "71.5", "kg", "14 February 2024"),
        ("Weight", "71.2", "kg", "15 February 2024"),
    ]


def test_an_empty_column_within_a_table_parts_nothing() -> None:
    text = "Test,Result,,Units,Date\nZinc,12.1,,umol/L,27/06/2023\n"
    assert _shown(_read(text)) == [("Zinc", "12.1", "umol/L", "27 June 2023")]


def test_the_patient_above_the_first_table_is_that_of_the_second() -> None:
    text = (
        "Patient: Nora Field,,,,,\n"
        "Test,Result,Date,,Date,Pulse\n"
        "Zinc,12.1,27/06/2023,,14/02/2024,66\n"
    )
    reading = _read(text)
    assert {one.about for one in reading.drafts} == {reading.people[0].origin}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Date,Time,Pulse,Weight (kg),Time,Pulse\n27/06/2023,07:10,66,71.5,21:40,70\n",
            ["27 June 2023, 7:10am", "27 June 2023, 7:10am", "27 June 2023, 9:40pm"],
        ),
        (
            "Date,Pulse,Date,Weight (kg)\n27/06/2023,66,30/01/2024,71.5\n",
            ["27 June 2023", "30 January 2024"],
        ),
        (
            "Date,Time,Pulse,Date,Time,Pulse\n27/06/2023,07:10,66,28/06/2023,08:20,70\n",
            ["27 June 2023, 7:10am", "28 June 2023, 8:20am"],
        ),
        ("Date,Pulse,Weight (kg),Reported\n27/06/2023,66,71.5,28/06/2023\n", ["27 June 2023"] * 2),
    ],
)
def test_a_second_date_or_time_holds_for_what_is_right_of_it(text: str, dates: list[str]) -> None:
    assert [one[3] for one in _shown(_read(text))] == dates


def test_a_diary_may_have_a_time_for_each_half_of_the_day() -> None:
    text = (
        "Blood pressure diary\n"
        "Day,Date,Morning,,,Evening,,\n"
        ",,Time,Reading 1,Reading 2,Time,Reading 1,\n"
        "Day 1,27/06/2023,07:10,151/92,149/90,21:40,138/84,tired\n"
        "Day 2,28/06/2023,07:15,147/88,,,,\n"
    )
    reading = _read(text)
    upper = [one for one in reading.drafts if one.values["test"].startswith("Systolic")]
    assert [(str(o.values["value"]), o.values["date"].iso, o.values["notes"]) for o in upper] == [
        ("151", "2023-06-27T07:10", "Morning Reading 1"),
        ("149", "2023-06-27T07:10", "Morning Reading 2"),
        ("138", "2023-06-27T21:40", "Evening Reading 1"),
        ("147", "2023-06-28T07:15", "Morning Reading 1"),
    ]
    assert any("without a heading (tired)" in said for said in reading.notices)


def test_a_unit_below_an_empty_heading_is_one_more_column_of_its_test() -> None:
    text = "Date,Glucose,,Urate\n,mmol/L,mg/dL,umol/L\n27/06/2023,5.4,97,310\n"
    assert [one[:3] for one in _shown(_read(text))] == [
        ("Glucose", "5.4", "mmol/L"),
        ("Glucose", "97", "mg/dL"),
        ("Urate", "310", "umol/L"),
    ]
