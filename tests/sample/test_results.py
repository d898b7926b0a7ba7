"""Eleven blood counts over two years, and the odd shapes that results come in."""

from secondop_desktop.features.results.rules.series import Series, bands, series
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.quantities import Side


def _one(story: Journal, test: str) -> Series:
    (found,) = [one for one in series(story.entries("result")) if one.test == test]
    return found


def test_haemoglobin_is_one_row_of_eleven_over_two_years(story: Journal) -> None:
    one = _one(story, "Haemoglobin")
    assert (len(one.plotted), one.unit) == (11, "g/L")
    first, last = one.plotted[0].date, one.plotted[-1].date
    assert first and last
    assert 660 < (last.first_day - first.first_day).days < 740


def test_one_count_is_below_the_range_printed_with_it(story: Journal) -> None:
    sides = [point.side for point in _one(story, "Haemoglobin").points]
    assert (sides.count(Side.BELOW), sides.count(Side.WITHIN)) == (1, 10)


def test_the_range_changes_with_the_lab(story: Journal) -> None:
    assert [band.range.text for band in bands(_one(story, "Haemoglobin"))] == [
        "115 - 165",
        "120 to 150",
    ]


def test_comparators_words_and_missing_ranges_are_there(story: Journal) -> None:
    rows = story.entries("result")
    assert any(row.value.comparator == "<" for row in rows)
    assert any(row.value.number is None for row in rows)
    assert any(row.range is None for row in rows)
    assert any(row.range and row.range.low is None and row.range.high for row in rows)
    assert any(row.date.day is None for row in rows)
