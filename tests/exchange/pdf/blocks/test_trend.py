"""The chart of one test: honest distances, printed ranges, open markers."""

import itertools
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secondop_desktop.exchange.pdf.blocks.axis import Scale, ticks
from secondop_desktop.exchange.pdf.blocks.trend import Point, trend
from secondop_desktop.exchange.pdf.pages.document import preview
from secondop_desktop.exchange.pdf.sheet import BAND, LINK, rgb
from tests.exchange.pdf.papers import ABOUT, operations, paper, tree

_DAY = date(2024, 3, 1)


def _operations(*points: Point) -> list[tuple[list[float], str]]:
    data = paper(trend(points, unit="g/L", alt="A chart"))
    with pikepdf.open(BytesIO(data)) as pdf:
        found = []
        for operands, operator in operations(pdf.pages[0]):
            if operator in {"re", "l", "m", "c", "d", "rg"}:
                numbers = [n for n in operands if not isinstance(n, pikepdf.Array)]
                found.append(([float(n) for n in numbers], operator))
        return found


def _filled(operations: list[tuple[list[float], str]], colour: str) -> int:
    return sum(
        operator == "rg" and operands == pytest.approx(rgb(colour), abs=0.002)
        for operands, operator in operations
    )


def test_the_chart_says_its_unit_values_days_and_key() -> None:
    points = [Point(_DAY, 5.8, low=3, high=5, said="5.80"), Point(date(2025, 1, 9), 4, "<")]
    tags = tree(paper(trend(points, unit="mmol/L", alt="Two results")))
    assert tags.startswith("Document\n  Figure “Two results” mmol/L")
    for text in ("5.80", "<4", "1 Mar 2024", "9 Jan 2025", "Shaded: the range", "Open circle: "):
        assert text in tags


def test_days_lie_as_far_apart_as_they_were() -> None:
    days = [_DAY, _DAY + timedelta(100), _DAY + timedelta(300)]
    operations = _operations(*(Point(day, 5) for day in days))
    ticks_down = [
        (first[0], second[0])
        for (first, move), (second, line) in itertools.pairwise(operations)
        if (move, line) == ("m", "l")
        and first[0] == second[0]
        and first[1] - second[1] == pytest.approx(3)
    ]
    (one, _), (two, _), (three, _) = ticks_down
    assert (three - two) / (two - one) == pytest.approx(2, abs=0.01)


def test_bands_change_with_the_printed_range() -> None:
    same = [Point(_DAY + timedelta(30 * n), 120, low=115, high=165) for n in range(3)]
    changed = [*same, Point(_DAY + timedelta(200), 120, low=120)]
    plain = [Point(_DAY, 120), Point(_DAY + timedelta(9), 121)]
    assert [
        sum(name == "re" for _n, name in _operations(*points)) for points in (plain, same, changed)
    ] == [
        0,
        1,
        2,
    ]
    dashed = [
        sum(name == "d" for _n, name in _operations(*points)) for points in (plain, same, changed)
    ]
    assert dashed[0] == dashed[1]
    assert sum(name == "l" for _n, name in _operations(*changed)) > sum(
        name == "l" for _n, name in _operations(*same)
    )
    assert _filled(_operations(*same), BAND) == 1


def test_a_result_with_a_comparator_has_an_open_marker() -> None:
    points = [Point(_DAY, 1), Point(_DAY + timedelta(9), 2, ">"), Point(_DAY + timedelta(20), 3)]
    operations = _operations(*points)
    assert _filled(operations, LINK) == 2
    assert _filled(operations, "FFFFFF") == 1


def test_a_chart_needs_a_result_and_words() -> None:
    with pytest.raises(ValueError, match="a result"):
        trend([], unit="g/L", alt="Nothing")
    with pytest.raises(ValueError, match="text alternative"):
        trend([Point(_DAY, 1)], unit="g/L", alt="")


def test_what_no_font_has_is_counted_in_a_chart_too() -> None:
    _data, built = preview([trend([Point(_DAY, 1, said="😀")], unit="漢", alt="Odd")], ABOUT)
    assert built.missing.characters == {"😀": 1, "漢": 1}


_NUMBER = st.floats(min_value=-1e9, max_value=1e9)


@given(st.lists(_NUMBER, min_size=1, max_size=8))
@example([5e-324])
def test_round_numbers_reach_around_all_results(numbers: list[float]) -> None:
    marks = ticks(numbers)
    assert marks[0] <= min(numbers)
    assert max(numbers) <= marks[-1]
    assert 2 <= len(marks) <= 9
    assert marks == sorted(set(marks))


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [
        ([104, 121, 115, 165], [100, 120, 140, 160, 180]),
        ([0.2, 0.5], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]),
        ([7], [5, 7.5, 10]),
        ([0], [0, 0.5]),
    ],
)
def test_round_numbers_are_round(numbers: list[float], marks: list[float]) -> None:
    assert ticks(numbers) == marks


def test_a_single_number_lies_in_the_middle() -> None:
    assert Scale(5, 5, 0, 10).at(5) == 5


@given(
    st.lists(
        st.builds(
            Point,
            day=st.dates(),
            value=_NUMBER,
            comparator=st.sampled_from(["", "<", ">", "≤", "≥"]),
            low=st.none() | _NUMBER,
            high=st.none() | _NUMBER,
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_results_can_be_drawn(points: list[Point]) -> None:
    assert tree(paper(trend(points, unit="µg/L", alt="A chart"))).startswith("Document\n  Figure")
