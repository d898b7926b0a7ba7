"""The user's own order, and the places of opinions."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.user_order import in_order, in_places, moved, next_place, next_rank
from tests.features.rows import day, row

RANKS = st.lists(st.none() | st.integers(0, 9), min_size=1, max_size=8)


def _ranked(ranks: list[int | None]) -> list[Any]:
    return [row(KINDS["question"], id=str(at), rank=rank) for at, rank in enumerate(ranks)]


def _ids(rows: list[Any]) -> list[str]:
    return [one.id for one in in_order(rows)]


def test_what_has_no_rank_follows_as_it_came() -> None:
    one, two, last, first = _ranked([None, None, 7, 0])
    assert in_order([one, last, two, first]) == (first, last, one, two)


@given(RANKS, st.data())
def test_moving_changes_places_with_the_neighbour_only(
    ranks: list[int | None], data: st.DataObject
) -> None:
    rows = _ranked(ranks)
    ids = _ids(rows)
    among = data.draw(st.none() | st.sets(st.sampled_from(ids), min_size=1))
    places = [id_ for id_ in ids if among is None or id_ in among]
    chosen, by = data.draw(st.sampled_from(places)), data.draw(st.sampled_from([-1, 1]))
    for id_, rank in moved(rows, chosen, by, among).items():
        rows[int(id_)].rank = rank
    at = places.index(chosen)
    if 0 <= at + by < len(places):
        places[at], places[at + by] = places[at + by], places[at]
    others = set(ids) - set(places)
    found = _ids(rows)
    assert [id_ for id_ in found if id_ not in others] == places
    assert [id_ for id_ in found if id_ in others] == [id_ for id_ in ids if id_ in others]


@given(RANKS, st.integers(-9, 9), st.data())
def test_moving_keeps_the_order_of_the_others(
    ranks: list[int | None], by: int, data: st.DataObject
) -> None:
    rows = _ranked(ranks)
    before = _ids(rows)
    chosen = data.draw(st.sampled_from(before))
    for id_, rank in moved(rows, chosen, by).items():
        rows[int(id_)].rank = rank
    after = _ids(rows)
    assert [id_ for id_ in after if id_ != chosen] == [id_ for id_ in before if id_ != chosen]
    assert after.index(chosen) == min(max(before.index(chosen) + by, 0), len(before) - 1)


@given(RANKS)
def test_nothing_is_to_write_at_either_end(ranks: list[int | None]) -> None:
    rows = _ranked(ranks)
    assert moved(rows, _ids(rows)[0], -1) == moved(rows, _ids(rows)[-1], 1) == {}


def test_what_is_not_among_them_does_not_move() -> None:
    rows = _ranked([1, 2, 3])
    assert moved(rows, "1", 1, {"0", "2"}) == moved(rows, "9", 1) == {}


def test_a_new_one_is_the_last() -> None:
    assert next_rank([]) == 1
    assert next_rank(_ranked([3, None, 7])) == 8


def test_opinions_stand_by_their_place_then_by_their_date() -> None:
    kind = KINDS["opinion"]
    none, second = row(kind, date=day("2020")), row(kind, place=2)
    first, again = row(kind, place=1), row(kind, place=1, date=day("2026-07"))
    assert in_places([again, none, second, first]) == [first, again, second, none]


@given(st.lists(st.none() | st.integers(1)))
def test_the_next_opinion_comes_after_all_others(places: list[int | None]) -> None:
    place = next_place([row(KINDS["opinion"], place=one) for one in places])
    assert place >= 1
    assert all(place > (one or 0) for one in places)
