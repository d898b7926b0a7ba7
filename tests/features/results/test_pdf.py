"""Test results on paper."""

from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, Table, Together
from secondop_desktop.features.results.pdf import CHAPTERS
from secondop_desktop.features.results.pdf.every import CHARTS
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.exchange.pdf.papers import paper, tree
from tests.features.paper import Sheet
from tests.features.rows import day

GRID, RESULTS = CHAPTERS["result"], CHAPTERS["every-result"]


def _add(sheet: Sheet, test: str, value: str, when: str, **more: Any) -> None:
    span = {"range": Range(more.pop("span"))} if "span" in more else {}
    sheet.add("result", test=test, value=Quantity(value), date=day(when), **span, **more)


def _charts(sheet: Sheet) -> list[Block]:
    return [block for block in RESULTS.make(sheet) if isinstance(block, Together)]


def test_single_values_share_one_table_in_the_order_of_the_tests() -> None:
    sheet = Sheet()
    letter = sheet.add("record", title="Clinic letter")
    _add(sheet, "TSH", "5", "2026-05", unit="mU/L", span="<4", flag="H", record=letter, page=2)
    _add(sheet, "Ferritin", "20", "2026-06-02", unit="µg/L", span="15-150", lab="The Lab")
    assert sheet.printed(RESULTS) == (
        "Test and date Value Range printed Compared with that range Where from "
        "Ferritin 2 June 2026 20 µg/L 15-150 within The Lab "
        "TSH May 2026 5 mU/L <4 above, mark H Clinic letter, page 2"
    )


def test_many_values_are_a_chart_with_a_table_beside_it() -> None:
    sheet = Sheet()
    for month in range(1, 7):
        _add(sheet, "TSH", str(month), f"2026-{month:02}", unit="mU/L", panel="Thyroid")
    _add(sheet, "Ferritin", "20", "2026-06", unit="µg/L")
    heading, chart, table, others, rest = RESULTS.make(sheet)
    assert isinstance(heading, Heading)
    assert heading.words == "TSH, mU/L"
    assert isinstance(chart, Together)
    assert isinstance(table, Table)
    assert len(table.source) == 6
    assert isinstance(others, Heading)
    assert isinstance(rest, Table)
    assert sheet.printed(RESULTS).count("Thyroid") == 1


def test_a_line_that_never_moves_is_no_chart() -> None:
    sheet = Sheet()
    for month in range(1, 7):
        _add(sheet, "Height", "157", f"2026-{month:02}")
    assert _charts(sheet) == []


def test_only_the_tests_with_the_most_values_have_charts() -> None:
    sheet = Sheet()
    for test in range(CHARTS + 4):
        for month in range(1, 5 + test):
            _add(sheet, f"Test {test:02}", str(month), f"2026-{month % 12 + 1:02}")
    titles = [block.words for block in RESULTS.make(sheet) if isinstance(block, Heading)]
    assert titles == [*(f"Test {test:02}" for test in range(4, CHARTS + 4)), "Other results"]


def test_results_without_a_value_or_a_name_are_printed_too() -> None:
    sheet = Sheet()
    sheet.add("result", test="Biopsy", notes="To come")
    sheet.add("result", value=Quantity("7"), lab="The Lab")
    printed = sheet.printed(RESULTS)
    assert "Biopsy no date – To come" in printed
    assert "Test result no date 7 The Lab" in printed


def test_units_that_differ_from_the_heading_are_said() -> None:
    sheet = Sheet()
    for month in range(1, 5):
        _add(sheet, "TSH", str(month), f"2026-{month:02}", unit="mu/l" if month == 1 else "mu/L")
    assert "January 2026 1 mu/l" in sheet.printed(RESULTS)
    assert "February 2026 2 " in sheet.printed(RESULTS)


def test_large_print_says_the_same_in_three_columns() -> None:
    sheet = Sheet(large=True)
    _add(sheet, "TSH", "5", "2026-05", unit="mU/L", span="<4", lab="The Lab")
    assert sheet.printed(RESULTS) == (
        "Test and date Value Range printed TSH May 2026 The Lab 5 mU/L <4 above"
    )


def test_the_grid_has_a_line_for_each_test_and_a_column_for_each_date() -> None:
    sheet = Sheet()
    _add(sheet, "TSH", "5", "2026-05-02", unit="mU/L", span="<4", flag="H")
    _add(sheet, "TSH", "3.1", "2026-06-03", unit="mU/L", span="<4")
    _add(sheet, "Ferritin", "12", "2026-06-03", unit="µg/L", span="15-150")
    assert sheet.printed(GRID) == (
        "↑ ↓ above or below the range printed with it; letters are the laboratory's own marks. "
        "Test 2 May 2026 3 Jun 2026 Ferritin µg/L 15-150 12 ↓ TSH mU/L <4 5 H 3.1"
    )


def test_signs_that_no_line_bears_are_not_explained() -> None:
    sheet = Sheet()
    _add(sheet, "Urate", "0.31", "2026-05-02", unit="mmol/L", span="0.2-0.43")
    assert "↑" not in sheet.printed(GRID)


def test_more_than_twelve_dates_are_counted_with_their_span() -> None:
    sheet = Sheet()
    for month in range(1, 13):
        for year in (2024, 2025):
            _add(sheet, "TSH", f"{month}", f"{year}-{month:02}-03", unit="mU/L")
    (table,) = [block for block in GRID.make(sheet) if isinstance(block, Table)]
    assert len(table.columns) == 14
    assert "12 earlier, 1 to 12" in sheet.printed(GRID)


def test_a_test_measured_long_ago_keeps_its_value_and_date() -> None:
    sheet = Sheet()
    for month in range(1, 13):
        _add(sheet, "TSH", "3", f"2025-{month:02}-03", unit="mU/L")
        _add(sheet, "TSH", "3", f"2026-{month:02}-03", unit="mU/L")
    for at in range(14):
        _add(sheet, f"Old test {at:02}", str(at), f"20{at + 1:02}-02-03")
    printed = sheet.printed(GRID)
    assert "0 (3 Feb 2001)" in printed
    assert "12 earlier, 3" not in printed  # the columns are for what is the latest of a test
    assert all(f"Old test {at:02}" in printed for at in range(14))


def test_both_blood_pressures_are_one_line() -> None:
    sheet = Sheet()
    for name, value in (("Systolic blood pressure", "130"), ("Diastolic blood pressure", "80")):
        _add(sheet, name, value, "2026-05-02", unit="mmHg")
    assert "Blood pressure mmHg 130/80" in sheet.printed(GRID)
    assert "iastolic" not in sheet.printed(GRID)


def test_long_words_and_what_has_no_value_stand_below_the_grid() -> None:
    sheet = Sheet()
    _add(sheet, "MRSA screen", "not detected", "2026-05-02", specimen="Nose swab")
    sheet.add("result", test="Biopsy", notes="To come")
    printed = sheet.printed(GRID)
    assert "MRSA screen (Nose swab): not detected (2 May 2026)" in printed
    assert "1 result without a value or a test is not shown here." in printed


def test_charts_are_for_what_opinions_name_and_stand_beside_one_another() -> None:
    sheet = Sheet()
    for test in ("TSH", "Ferritin", "Potassium"):
        for month in (1, 2, 3):
            _add(sheet, test, str(month), f"2026-{month:02}-03")
    named = [row.id for row in sheet.of("result") if row.test != "Potassium"]
    sheet.add("opinion", place=1, results_seen=tuple(named))
    drawn = tree(paper(*GRID.make(sheet)))
    assert drawn.count("Figure") == 2
    assert "Potassium: 3 results" not in drawn
