"""Results in a row: nothing joined that differs, nothing said that was not printed."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.results.kind import KIND
from secondop_desktop.features.results.rules.held import page_numbered
from secondop_desktop.features.results.rules.parts import parted_values
from secondop_desktop.features.results.rules.series import (
    Series,
    bands,
    same_unit,
    series,
    side_of,
    side_words,
    summary,
)
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range, Side
from tests.features.rows import row

UNITS = ("g/L", "g/dL", "mmol/L", "mg/L", "mU/L", "MU/L", "")
DATES = st.one_of(st.none(), st.dates().map(PartialDate.of))


def result(value: str, date: str = "", printed: str = "", **more: Any) -> Any:
    """Return a haemoglobin in g/L unless said otherwise."""
    return row(
        KIND,
        value=Quantity(value) if value else None,
        date=PartialDate.parse(date) if date else None,
        range=Range(printed) if printed else None,
        **({"test": "Haemoglobin", "unit": "g/L"} | more),
    )


def one(rows: Sequence[Any]) -> Series:
    """Return the only series of some results."""
    (found,) = series(rows)
    return found


RESULTS = st.builds(
    lambda ident, test, unit, specimen, date, value: row(
        KIND,
        id=ident,
        test=test,
        unit=unit,
        specimen=specimen,
        date=date,
        value=Quantity(value),
    ),
    ident=st.uuids().map(str),
    test=st.sampled_from(["Haemoglobin", "haemoglobin ", "Glucose"]),
    unit=st.sampled_from(UNITS),
    specimen=st.sampled_from(["", "Blood", "Urine"]),
    date=DATES,
    value=st.sampled_from(["104", "<5", "positive"]),
)


@given(st.lists(RESULTS))
def test_every_result_is_in_one_series_of_its_own_unit(rows: list[Any]) -> None:
    found = series(rows)
    by_id = {one.id: one for one in rows}
    assert sorted(p.id for s in found for p in s.points) == sorted(by_id)
    for part in found:
        members = [by_id[point.id] for point in part.points]
        assert {member.unit for member in members} == {part.unit}
        assert len({member.test.strip().lower() for member in members}) == 1
        assert len({member.specimen for member in members} - {""}) <= 1


@given(st.lists(RESULTS))
def test_points_go_by_date_with_the_undated_last(rows: list[Any]) -> None:
    for part in series(rows):
        dated = [point.date.stored for point in part.points if point.date]
        assert dated == sorted(dated)
        assert all(point.date is None for point in part.points[len(dated) :])


@given(st.lists(RESULTS))
def test_order_of_entry_does_not_matter(rows: list[Any]) -> None:
    def shapes(found: Sequence[Series]) -> list[tuple[str, str, int]]:
        return [(part.test.strip().lower(), part.unit, len(part.points)) for part in found]

    assert shapes(series(rows)) == shapes(series(rows[::-1]))


def test_mixed_units_make_separate_series() -> None:
    found = series([result("10.4", unit="g/dL"), result("104", unit="g/L")])
    assert [(part.unit, len(part.points)) for part in found] == [("g/L", 1), ("g/dL", 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("g/L", "g/l"), ("mL", "ml"), ("µmol/L", "μmol/l"), ("g / L", "g/L"), ("fL", "fl")],
)
def test_spellings_of_one_unit_are_one(first: str, second: str) -> None:
    assert same_unit(first) == same_unit(second)
    latest = result("7", "2026", unit=second)
    assert one([result("5", "2025", unit=first), latest]).unit == second


@pytest.mark.parametrize(
    ("first", "second"),
    [("mU/L", "MU/L"), ("mmol/L", "mg/dL"), ("g/L", "g/dL"), ("mol", "moL"), ("%", "")],
)
def test_different_units_stay_apart(first: str, second: str) -> None:
    assert same_unit(first) != same_unit(second)


def test_a_specimen_not_named_joins_only_without_doubt() -> None:
    blood, urine, unsaid = (
        result("5", "2026-01", specimen="Blood"),
        result("6", "2026-02", specimen="Urine"),
        result("7", "2026-03"),
    )
    assert one([blood, unsaid]).specimen == "Blood"
    assert [part.specimen for part in series([blood, urine, unsaid])] == ["", "Blood", "Urine"]


def test_results_without_test_or_value_are_left_out() -> None:
    assert series([result(""), result("5", test=" ")]) == ()


def test_a_chart_shows_only_numbers_with_a_date() -> None:
    rows = [result("104", "2026-01"), result("positive", "2026-02"), result("121")]
    assert [point.value.text for point in one(rows).plotted] == ["104"]


def test_summary_says_the_span_and_what_lies_outside() -> None:
    values = ("104", "121", "113", "110", "119", "118")
    months = range(1, 7)
    rows = [result(v, f"2026-{m:02}", "115-165") for v, m in zip(values, months, strict=True)]
    assert summary(one(rows)) == ("6 results, 104 to 121. 3 below the range printed on the report.")


@pytest.mark.parametrize(
    ("values", "printed", "said"),
    [
        (["140"], "115-165", "1 result, 140. All within the range printed on the report."),
        (["140"], "", "1 result, 140. 1 was printed without a range."),
        (["140", "140"], "", "2 results, all 140. 2 were printed without a range."),
        (["positive"], "", "1 result, 1 in words. 1 was printed without a range."),
        (["<5", "5"], "words only", "2 results, <5 to 5."),
        (["1,200.5", "90"], "", "2 results, 90 to 1,200.5. 2 were printed without a range."),
        (
            ["100", "170", "180"],
            "115-165",
            "3 results, 100 to 180. 1 below and 2 above the range printed on the report.",
        ),
        (
            ["170", "trace"],
            "115-165",
            "2 results, 170, 1 in words. 1 above the range printed on the report.",
        ),
        (["<120", "140"], "115-165", "2 results, <120 to 140."),
    ],
)
def test_summary_never_says_more_than_was_printed(
    values: list[str], printed: str, said: str
) -> None:
    assert summary(one([result(value, "2026", printed) for value in values])) == said


@given(
    numbers=st.lists(st.integers(0, 300), min_size=1),
    low=st.integers(0, 300),
    width=st.integers(0, 100),
)
def test_summary_counts_what_the_report_shows(numbers: list[int], low: int, width: int) -> None:
    said = summary(one([result(str(n), "2026", f"{low}-{low + width}") for n in numbers]))
    below, above = sum(n < low for n in numbers), sum(n > low + width for n in numbers)
    assert said.startswith(f"{len(numbers)} result")
    assert (f"{below} below" in said) == (below > 0)
    assert (f"{above} above" in said) == (above > 0)
    assert ("All within" in said) == (below == above == 0)
    assert str(min(numbers)) in said
    assert str(max(numbers)) in said


def test_a_new_band_begins_where_the_printed_range_changes() -> None:
    rows = [
        result("120", "2024-01", "115-165"),
        result("121", "2024-06", "115 – 165"),
        result("122", "2025-01", "120-160"),
        result("123", "2025-02"),
        result("124", "2025-03", "120-160"),
        result("125", "", "110-150"),
    ]
    found = [(b.range.text, b.first.iso, b.last.iso) for b in bands(one(rows))]
    assert found == [
        ("115-165", "2024-01", "2024-06"),
        ("120-160", "2025-01", "2025-01"),
        ("120-160", "2025-03", "2025-03"),
    ]


def test_ranges_in_words_are_compared_as_words() -> None:
    rows = [
        result("1", "2024", "see note"),
        result("1", "2025", "See  note"),
        result("1", "2026", "ask"),
    ]
    assert [band.range.text for band in bands(one(rows))] == ["see note", "ask"]


def test_side_is_said_in_plain_words() -> None:
    assert side_of(result("104", "", "115-165")) is Side.BELOW
    assert side_of(result("104")) is None
    assert side_words(Side.BELOW) == "below the range printed on the report"
    assert side_words(Side.ABOVE) == "above the range printed on the report"
    assert side_words(None) == ""


@given(st.one_of(st.none(), st.integers()))
def test_pages_begin_at_1(page: int | None) -> None:
    assert bool(page_numbered(row(KIND, page=page))) == (page is not None and page < 1)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": Quantity("7.2 H")}, {"value": Quantity("7.2"), "unit": "", "flag": "H"}),
        (
            {"value": Quantity("131 mmol/L"), "flag": "L"},
            {"value": Quantity("131"), "unit": "mmol/L", "flag": "L"},
        ),
        ({"value": Quantity("<5 (see note)")}, {}),
        ({"value": Quantity("135/85")}, {}),
        ({"value": Quantity("1,300", "1300")}, {}),
        (
            {"value": Quantity("5"), "unit": "mmol/L", "range": Range("3.5-5.1 mmol/L")},
            {"range": Range("3.5-5.1 mmol/L", "3.5-5.1")},
        ),
        ({"value": Quantity("5"), "unit": "mg/dL", "range": Range("3.5-5.1 mmol/L")}, {}),
        ({"value": Quantity("5"), "range": Range("3-6")}, {}),
        ({}, {}),
    ],
)
def test_what_was_given_as_one_is_told_apart(given: Any, expected: Any) -> None:
    assert parted_values({"test": "Sodium", **given}) == expected
