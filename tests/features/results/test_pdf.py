"""Test results on paper."""

from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, Table, Together
from secondop_desktop.features.results.pdf import CHAPTERS, CHARTS
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.features.paper import Sheet
from tests.features.rows import day

RESULTS = CHAPTERS["result"]


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
        "Test and date Value Range printed Compared with that range Where it has got to "
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
