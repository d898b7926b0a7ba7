"""Headings of laboratories, spreadsheets and meters."""

import pytest

from secondop_desktop.exchange.tables.layout import Holds, recognise


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["test", "value"], {"test": 0, "value": 1}),
        (["Date", "Analyte", "RESULT", "UoM"], {"date": 0, "test": 1, "value": 2, "unit": 3}),
        (["test_name", "test_result"], {"test": 0, "value": 1}),
        (["Name", "Value", "Ref. Range"], {"test": 0, "value": 1, "range": 2}),
        (["Name", "Test", "Result"], {"person": 0, "test": 1, "value": 2}),
        (["Untersuchung", "Ergebnis", "Normbereich"], {"test": 0, "value": 1, "range": 2}),
        (["Assay", "Finding", "Comment (optional)"], {"test": 0, "value": 1, "notes": 2}),
    ],
)
def test_names_of_columns_are_known_in_their_variants(
    cells: list[str], expected: dict[str, int]
) -> None:
    found = recognise(cells)
    assert found is not None
    assert found.fields == expected


@pytest.mark.parametrize(
    ("cells", "holds"),
    [
        (["Analyte", "Unit", "03/02/2025", "14/05/2025"], Holds.DATES),
        (["", "03/02/2025", "14/05/2025"], Holds.DATES),
        (["Datum", "Hb", "Leukozyten"], Holds.MEASURES),
        (["Date", "Weight"], Holds.MEASURES),
        (["Drug name", "Strength", "Frequency", "Since"], Holds.MEDICINE),
        (["Name", "Dose", "Instructions"], Holds.MEDICINE),
        (["When", "Doctor", "Hospital", "Reason"], Holds.APPOINTMENT),
    ],
)
def test_the_rows_are_what_the_headings_say(cells: list[str], holds: Holds) -> None:
    found = recognise(cells)
    assert found is not None
    assert found.holds is holds


@pytest.mark.parametrize(
    "cells",
    [
        ["Date", "Amount"],
        ["test"],
        [],
        ["Systolic (mmHg)"],
        ["Name", "Phone", "Notes"],
        ["Date", "Description", "Place", "Amount"],
        ["Glucose Data", "Generated on", "15-03-2026 09:12 UTC"],
    ],
)
def test_other_headings_are_no_results(cells: list[str]) -> None:
    assert recognise(cells) is None


@pytest.mark.parametrize(
    ("cell", "test", "unit"),
    [
        ("Ferritin (µg/L)", "Ferritin", "µg/L"),
        ("Weight [kg]", "Weight", "kg"),
        ("Scan Glucose mmol/L", "Scan Glucose", "mmol/L"),
        ("SYS", "Systolic blood pressure", ""),
        ("Heart Rate", "Heart Rate", ""),
        ("BP", "BP", ""),
    ],
)
def test_a_column_names_its_test_and_unit(cell: str, test: str, unit: str) -> None:
    found = recognise(["Date", cell])
    assert found is not None
    assert [(one.test, one.unit) for one in found.measures] == [(test, unit)]


@pytest.mark.parametrize(
    "cell",
    ["Rapid-Acting Insulin (units)", "Carbohydrates (grams)", "Mood", "Age (years)", "Steps"],
)
def test_what_is_no_result_is_no_measure(cell: str) -> None:
    found = recognise(["Date", "Pulse", cell])
    assert found is not None
    assert [one.test for one in found.measures] == ["Pulse"]
