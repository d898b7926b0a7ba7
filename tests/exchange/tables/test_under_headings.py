"""What stands between the headings and the results, or above both, is no result of its own."""

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Reading
from secondop_desktop.exchange.tables.reading import read
from secondop_desktop.journal.values.clock import local_today

NAMES = ("test", "value", "unit", "range", "date")


def _read(text: str) -> Reading:
    found = read(text, "t.csv", Asked(), KINDS)
    assert found is not None
    return found


def _rows(text: str) -> list[tuple[str, ...]]:
    return [
        tuple(str(draft.values.get(name) or "") for name in NAMES) for draft in _read(text).drafts
    ]


def test_a_row_of_units_and_one_of_ranges_belong_to_the_columns() -> None:
    text = (
        "Date,Lipase,Amylase\n"
        "units,U/L,U/L\n"
        "normal,13-60,28 - 100\n"
        "2025-08-01,41,77\n"
        "2025-08-09,<10,\n"
    )
    assert _rows(text) == [
        ("Lipase", "41", "U/L", "13-60", "1 August 2025"),
        ("Amylase", "77", "U/L", "28 - 100", "1 August 2025"),
        ("Lipase", "<10", "U/L", "13-60", "9 August 2025"),
    ]


def test_a_row_of_values_without_a_date_is_no_row_of_ranges() -> None:
    assert _rows("Date,ALT,AST\n,<5,<8\n2025-08-01,31,28\n")[:2] == [
        ("ALT", "<5", "", "", ""),
        ("AST", "<8", "", "", ""),
    ]


def test_pressures_without_a_date_are_no_row_of_units_and_an_average_none_of_results() -> None:
    text = (
        "Date,Time,BP,Blood pressure readings\n"
        "15/06/2025,8am,151/93,147/90\n"
        ",9.30 pm,142/86,139/85\n"
        "16/06/2025,8am,148/91,\n"
        "Average (without the first day),,143/87,\n"
    )
    found = _read(text)
    values = [str(draft.values["value"]) for draft in found.drafts]
    assert values == ["151", "93", "147", "90", "142", "86", "139", "85", "148", "91"]
    assert {draft.values["unit"] for draft in found.drafts} == {""}
    assert [one.line for one in found.skipped] == [5]


@pytest.mark.parametrize(
    ("heads", "notes", "units"),
    [
        (",Morning,,Evening,\nDate,Sys/Dia,Pulse,Sys/Dia,Pulse", ["Morning", "Evening"], [""]),
        (
            ",Zinc,,Copper,\nDate,Result (umol/L),Flag,Result (umol/L),Flag",
            ["", ""],
            ["umol/L"],
        ),
    ],
)
def test_two_rows_of_headings_give_each_column_its_day_and_unit(
    heads: str, notes: list[str], units: list[str]
) -> None:
    cells = "138/84,71,131/79,68" if "Pulse" in heads else "11,L,16,"
    found = _read(f"{heads}\n22/06/2025,{cells}\n").drafts
    assert [found[0].values["notes"], found[-1].values["notes"]] == notes
    assert {one.values["unit"] for one in found} == set(units)


def test_dates_without_a_year_are_asked_for_once() -> None:
    text = "Date,Time,Weight (kg)\n30 Dec,8am,71.2\nWed 31st December,8 p.m.,71.0\n2 Jan,8am,70.8\n"
    asked = Asked()
    found = read(text, "t.csv", asked, KINDS)
    [question] = asked.all()
    assert (question.key, question.answer) == ("date-year", "open")
    assert found is not None
    assert [one.values["unread"]["date"] for one in found.drafts] == [
        "30 Dec 8am", "Wed 31st December 8 p.m.", "2 Jan 8am",
    ]  # fmt: skip
    year = question.choices[2].key
    found = read(text, "t.csv", Asked({"date-year": year}), KINDS)
    assert found is not None
    after = str(int(year) + 1)
    assert [one.values["date"].iso for one in found.drafts] == [
        f"{year}-12-30T08:00", f"{year}-12-31T20:00", f"{after}-01-02T08:00",
    ]  # fmt: skip


def test_a_day_that_comes_again_a_year_later_is_kept_as_it_is_written() -> None:
    days = ("4 Feb", "4 Feb", "9 Jun", "20 Nov", "4 Feb", "7 Mar")
    text = "Date,Weight (kg)\n" + "".join(f"{day},7{at}.5\n" for at, day in enumerate(days))
    year = local_today().year - 3
    found = read(text, "t.csv", Asked({"date-year": str(year)}), KINDS)
    assert found is not None
    told = [one.values["date"].iso if "date" in one.values else "" for one in found.drafts]
    assert told == ["", "", f"{year}-06-09", f"{year}-11-20", "", f"{year + 1}-03-07"]
    assert [one.values["unread"]["date"] for one in found.drafts if "unread" in one.values] == [
        "4 Feb", "4 Feb", "4 Feb",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "date"),
    [
        ("Collected: 11 May 2025; reported: 13 May 2025", "11 May 2025"),
        ("Reported 13/05/2025\nSpecimen taken,11.05.2025", "11 May 2025"),
        ("Date of report | 13 May 2025", "13 May 2025"),
        ("Patient: Ivy Marsh\nDate of birth: 4 June 1950", ""),
    ],
)
def test_a_date_above_the_table_holds_for_rows_without_one(above: str, date: str) -> None:
    found = _read(f"{above}\nAnalyte,Result,Unit\nTransferrin,2.4,g/L\n")
    assert [str(one.values.get("date") or "") for one in found.drafts] == [date]
    assert any("is used for all" in notice for notice in found.notices) is bool(date)


def test_a_date_of_its_own_holds_against_the_one_above() -> None:
    text = "Printed: 1 June 2025\nAnalyte,Result,Date\nTransferrin,2.4,3 May 2025\n"
    assert [str(one.values["date"]) for one in _read(text).drafts] == ["3 May 2025"]


@pytest.mark.parametrize(
    ("written", "date"),
    [("1er juillet 2025", "1 July 2025"), ("7 de agosto de 2025", "7 August 2025")],
)
def test_days_as_other_languages_write_them(written: str, date: str) -> None:
    assert _rows(f"Test;Valore;Unità;Data\nFerro;14;µmol/L;{written}\n") == [
        ("Ferro", "14", "µmol/L", "", date)
    ]


def test_a_date_of_birth_shows_whether_the_day_comes_first() -> None:
    asked = Asked()
    text = "Patient,DOB,Test,Result,Collected\nIvy Marsh,25/12/1950,Iron,9,04/05/2025\n"
    found = read(text, "t.csv", asked, KINDS)
    assert found is not None
    assert [str(one.values["date"]) for one in found.drafts] == ["4 May 2025"]
    assert asked.all() == ()
