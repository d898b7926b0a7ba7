"""Chances out of one number of people: equal ones stay equal, and nothing is rounded in secret."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.decisions.kind import OUTCOME
from secondop_desktop.features.decisions.rules.chances import (
    ACROSS,
    AMONG,
    common,
    compared_words,
    differs,
    people_words,
    shown,
    stated,
)
from secondop_desktop.features.decisions.rules.outcomes import chance_words, told_words
from tests.features.rows import row


def chance(x: int | None, n: int | None, **more: Any) -> Any:
    """Return a benefit or risk with this figure."""
    return row(OUTCOME, x=x, n=n, **more)


@st.composite
def figures(draw: st.DrawFn) -> Any:
    """Draw a figure as doctors say it: usual denominators, odd ones, and very rare ones."""
    usual = st.sampled_from([2, 3, 5, 7, 8, 10, 20, 100, 200, 800, 1_000, 10_000, 1_000_000])
    n = draw(usual | st.integers(1, 3_000))
    return chance(draw(st.integers(0, n)), n)


@pytest.mark.parametrize(
    ("told_as", "among"),
    [
        ([(1, 2), (3, 10)], 10),
        ([(3, 100)], 100),
        ([(1, 50), (3, 10)], 100),
        ([(1, 3)], 100),
        ([(1, 800)], 10_000),
        ([(3, 1_000), (1, 2)], 1_000),
        ([(1, 10_000)], 10_000),
        ([(1, 1_000_000), (3, 100)], 100),
        ([(0, 100)], 10),
        ([(7, 5)], 100),
        ([], 100),
    ],
)
def test_the_least_number_that_shows_them_all(told_as: list[tuple[int, int]], among: int) -> None:
    assert common(chance(x, n) for x, n in told_as) == among


@given(st.lists(figures(), min_size=1, max_size=8))
def test_what_is_shown_is_exact_or_says_that_it_is_not(rows: list[Any]) -> None:
    among = common(rows)
    assert among in AMONG
    for one in rows:
        part, seen = stated(one), shown(one, among)
        assert part is not None
        assert seen is not None
        exact = Fraction(seen.people, seen.among) == part
        open_words = ("about ", "fewer than ", "more than ")
        assert exact != people_words(seen).startswith(open_words)
        assert exact or differs(one, among)
        if seen.rarer:
            assert part < Fraction(1, seen.among)
        elif seen.likelier:
            assert part > 1 - Fraction(1, seen.among)
        elif seen.about:
            smaller = min(part, 1 - part)
            assert abs(Fraction(seen.people, seen.among) - part) <= smaller / 20


@given(st.lists(figures(), min_size=1, max_size=8))
def test_a_smaller_number_would_not_show_them_all(rows: list[Any]) -> None:
    among = common(rows)
    for smaller in AMONG[: AMONG.index(among)]:
        seen = [shown(one, smaller) for one in rows if shown(one, among) != shown(one, 10**9)]
        assert any(one is None or one.rarer or one.likelier or one.among != smaller for one in seen)


@given(figures(), st.integers(2, 9), st.sampled_from(AMONG))
def test_equal_chances_look_equal(one: Any, times: int, among: int) -> None:
    same = chance(one.x * times, one.n * times)
    if shown(one, among) is not None and shown(one, among).among == among:  # type: ignore[union-attr]
        assert shown(one, among) == shown(same, among)


@given(st.lists(figures(), min_size=2, max_size=6))
def test_a_larger_chance_never_looks_smaller(rows: list[Any]) -> None:
    among = common(rows)
    seen = [(stated(one), shown(one, among)) for one in rows]
    placed = sorted((part, found) for part, found in seen if part is not None and found is not None)
    for (_low, less), (_high, more) in pairwise(placed):
        if {less.among, more.among} == {among} and not (less.rarer or more.rarer):
            assert less.people <= more.people


def test_one_in_three_is_never_33_in_100_in_secret() -> None:
    third = chance(1, 3, period="a year")
    assert compared_words(third, 100) == "about 33 in 100 people, a year"
    assert told_words(third) == "1 in 3 people"
    assert differs(third, 100)


def test_the_words_at_the_edges() -> None:
    assert compared_words(chance(0, 100), 1_000) == "0 in 1,000 people"
    assert compared_words(chance(1, 1_000_000), 100) == "fewer than 1 in 100 people"
    assert compared_words(chance(999_999, 1_000_000), 100) == "more than 99 in 100 people"
    assert compared_words(chance(5, 5), 100) == "100 in 100 people"
    assert told_words(chance(1, 1_000_000)) == "1 in 1,000,000 people"


def test_half_a_figure_is_told_and_not_drawn() -> None:
    assert chance_words(chance(3, None)) == "3 people, not known out of how many"
    assert chance_words(chance(1, None)) == "1 person, not known out of how many"
    assert chance_words(chance(None, 100)) == "not known how many out of 100 people"
    assert [shown(chance(*one), 100) for one in ((3, None), (None, 100), (7, 5), (-1, 5))] == [
        None
    ] * 4
    assert compared_words(chance(7, 5), 100) == "7 in 5 people"


@given(figures(), st.sampled_from(AMONG))
def test_only_what_can_be_counted_is_drawn(one: Any, among: int) -> None:
    seen = shown(one, among)
    assert seen is not None
    if seen.drawn:
        assert seen.among in ACROSS
        assert 0 <= seen.people <= seen.among
        assert seen.among % ACROSS[seen.among] == 0
