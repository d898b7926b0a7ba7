"""Tables of results: every row becomes its results, or is named with its line and the reason."""

from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Reading
from secondop_desktop.exchange.tables.reading import read


def _read(text: str | bytes, name: str = "t.csv") -> Reading:
    found = read(text, name, Asked(), KINDS)
    assert found is not None
    return found


def _rows(text: str | bytes, *names: str) -> list[tuple[str, ...]]:
    return [
        tuple(str(draft.values.get(name) or "") for name in names) for draft in _read(text).drafts
    ]


LAB = (
    "Test Name,Result,Units,Reference Range,Date Collected,Flag,Laboratory,Comments\n"
    "Ferritin,12,µg/L,15-300,05/03/2024,L,City Lab,Fasting\n"
    "CRP,<0.5,mg/L,<5,2024-03-05 09:15,,,\n"
    "Urine culture,No growth,,,March 2024,,,\n"
)


def test_each_row_is_one_result_as_printed() -> None:
    names = ("test", "value", "unit", "range", "date", "flag", "lab", "notes")
    assert _rows(LAB, *names) == [
        ("Ferritin", "12", "µg/L", "15-300", "5 March 2024", "L", "City Lab", "Fasting"),
        ("CRP", "<0.5", "mg/L", "<5", "5 March 2024, 9:15am", "", "", ""),
        ("Urine culture", "No growth", "", "", "March 2024", "", "", ""),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separators_and_encodings_are_told_apart(separator: str, encoding: str) -> None:
    text = separator.join(("analyte", "value", "unit")) + "\r\n"
    text += separator.join(("Vitamin B12", "310", "µg/L")) + "\r\n"
    assert _rows(text.encode(encoding), "test", "value", "unit") == [("Vitamin B12", "310", "µg/L")]


@pytest.mark.parametrize(
    ("low", "high", "expected"), [("3.5", "5.0", "3.5-5.0"), ("3.5", "", "≥3.5"), ("", "5", "≤5")]
)
def test_low_and_high_columns_make_a_range(low: str, high: str, expected: str) -> None:
    text = f"test,value,low,high\nPotassium,4.1,{low},{high}\n"
    assert _rows(text, "range") == [(expected,)]


def test_a_unit_or_a_flag_beside_the_value_is_parted_from_it() -> None:
    text = "test,result\nHb,134 g/L\nNa,129 L\nCRP,<0.5mg/L\nKetones,1+\nDate,12.5.24\n"
    assert _rows(text, "value", "unit", "flag") == [
        ("134", "g/L", ""),
        ("129", "", "L"),
        ("<0.5", "mg/L", ""),
        ("1+", "", ""),
        ("12.5.24", "", ""),
    ]


def test_sodium_is_a_test_and_a_dash_is_nothing() -> None:
    assert _rows("test,value,unit\nNa,140,-\n", "test", "unit") == [("Na", "")]


def test_columns_of_one_test_each_give_a_result_each() -> None:
    text = (
        "Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),Notes,TruRead\n"
        "Jan 02 2026,08:01,137,80,72,-,Off\n"
        "Jan 03 2026,08:02,124,73,,after stairs,Off\n"
    )
    assert _rows(text, "test", "value", "unit", "date", "panel", "notes") == [
        ("Systolic blood pressure", "137", "mmHg", "2 January 2026, 8:01am", "Blood pressure", ""),
        ("Diastolic blood pressure", "80", "mmHg", "2 January 2026, 8:01am", "Blood pressure", ""),
        ("Pulse", "72", "bpm", "2 January 2026, 8:01am", "", ""),
        (
            "Systolic blood pressure",
            "124",
            "mmHg",
            "3 January 2026, 8:02am",
            "Blood pressure",
            "after stairs",
        ),
        (
            "Diastolic blood pressure",
            "73",
            "mmHg",
            "3 January 2026, 8:02am",
            "Blood pressure",
            "after stairs",
        ),
    ]
    assert _read(text).notices == ["t.csv: the column TruRead was not used."]


TAKEN = "The row is about insulin or food, and holds no result."


def test_lines_of_the_meter_above_the_headings_are_passed_over() -> None:
    text = (
        "Glucose Data,Generated on,15-03-2026 09:12 UTC\n"
        "Device,Device Timestamp,Historic Glucose mmol/L,Rapid-Acting Insulin (units),Notes\n"
        "Libre,13-03-2026 00:05,6.5,,\n"
        "Libre,13-03-2026 00:20,,4,felt shaky\n"
    )
    found = _read(text)
    assert [(d.values["test"], str(d.values["value"])) for d in found.drafts] == [
        ("Historic Glucose", "6.5")
    ]
    assert [(one.where, one.why) for one in found.skipped] == [
        ("t.csv, line 4", f"{TAKEN} It holds: Rapid-Acting Insulin (units). felt shaky")
    ]


def test_rows_that_cannot_be_read_are_named() -> None:
    text = (
        "test,value,date\nHb,13,2024-01-02\nHb,,2024-01-02\n,13,2024-01-02\n\n"
        "Hb,13,31/02/2024\nHb,1,3,2024-01-02\n"
    )
    found = _read(text)
    assert [one.values.get("unread") for one in found.drafts] == [None, {"date": "31/02/2024"}]
    assert "“31/02/2024” in line 6 is not a date. The entry is kept" in found.notices[0]
    assert [(one.where, one.why) for one in found.skipped] == [
        ("t.csv, line 3", "There is no result in this row."),
        ("t.csv, line 4", "The row does not name its test."),
        ("t.csv, line 7", "The row has more cells than the table has headings."),
    ]


@pytest.mark.parametrize(
    ("answer", "dates"),
    [
        ("", ["3 April 2024", "5 June 2024"]),
        ("day-first", ["3 April 2024", "5 June 2024"]),
        ("month-first", ["4 March 2024", "6 May 2024"]),
        ("open", ["", ""]),
    ],
)
def test_dates_that_could_be_either_are_asked_about(answer: str, dates: list[str]) -> None:
    text = "test,value,date\nHb,13,03/04/2024\nHb,14,05/06/2024\n"
    asked = Asked({"date-order": answer} if answer else {})
    found = read(text, "t.csv", asked, KINDS)
    assert found is not None
    assert [str(draft.values.get("date") or "") for draft in found.drafts] == dates
    (question,) = asked.all()
    assert question.text == "Which date is 03/04/2024 in t.csv?"
    if answer == "open":
        assert found.drafts[0].values["unread"] == {"date": "03/04/2024"}


def test_one_date_that_fits_one_order_settles_all() -> None:
    assert _rows("test,value,date\nHb,13,03/04/2024\nHb,13,13/04/2024\n", "date") == [
        ("3 April 2024",),
        ("13 April 2024",),
    ]
    assert _rows("test,value,date\nHb,13,03/04/2024\nHb,13,04/13/2024\n", "date") == [
        ("4 March 2024",),
        ("13 April 2024",),
    ]


def test_dates_in_both_orders_are_refused() -> None:
    with pytest.raises(UserError, match=r"^t\.csv: in some dates the day comes first"):
        read("test,value,date\nHb,1,17/04/2024\nHb,1,04/18/2024\n", "t.csv", Asked(), KINDS)


def test_two_equal_rows_are_two_results_and_stay_so() -> None:
    text = "test,value,date\nHb,13,2024-01-02\nHb,13,2024-01-02\n"
    origins = [draft.origin for draft in _read(text).drafts]
    assert len(set(origins)) == 2
    assert [draft.origin for draft in _read(text, "again.csv").drafts] == origins


def test_a_formula_made_harmless_is_what_it_was() -> None:
    text = "test,value,notes\nCulture,'+++,'=1+1\n"
    assert _rows(text, "value", "notes") == [("+++", "=1+1")]


def test_text_over_several_lines_is_one_cell() -> None:
    text = 'test,value,notes\nHb,13,"One line\nand, another, and\nmore"\nNa,140,\n'
    assert _rows(text, "test", "notes") == [("Hb", "One line and, another, and more"), ("Na", "")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('test,value,unit\nHb,"13,g/L\nNa,140,mmol/L\n', 2),
        ('test,value,unit\nHb,13,g/L\nNa,"140,mmol/L\nK,"4",mmol/L\n', 3),
        ('test,value,unit,notes\nHb,13,g/L,"fine\nNa,140,mmol/L,\nK,4,mmol/L,"\n', 2),
    ],
)
def test_a_quote_left_open_swallows_nothing(text: str, line: int) -> None:
    with pytest.raises(UserError, match=rf"^t\.csv, line {line}: a quotation mark"):
        read(text, "t.csv", Asked(), KINDS)


@pytest.mark.parametrize(
    "given", ["Dear Margaret,\nthank you, all is well.\n", "a,b,c\n1,2,3\n", b"\x00\x01", "", "x"]
)
def test_other_texts_are_no_tables(given: Any) -> None:
    assert read(given, "t.txt", Asked(), KINDS) is None


def test_a_table_of_something_else_must_close_its_quotes_too() -> None:
    with pytest.raises(UserError, match="line 2"):
        read('a,b,c\n1,"2,3\n4,5,6\n', "t.csv", Asked(), KINDS)
