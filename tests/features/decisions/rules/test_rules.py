"""What options, benefits and risks may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.decisions.kind import OPTION, OUTCOME, READINESS
from secondop_desktop.features.decisions.rules.checks import (
    CHECKS,
    answered_no,
    newest_first,
    tasks_of,
)
from secondop_desktop.features.decisions.rules.options import STANCES, lacks_waiting, stances_known
from secondop_desktop.features.decisions.rules.outcomes import (
    chance_fits,
    chance_words,
    matters_in_scale,
    page_numbered,
)
from secondop_desktop.journal.user_order import in_order
from tests.features.rows import day, row

NUMBERS = st.one_of(st.none(), st.integers())


def test_more_people_than_there_are_is_refused_in_one_sentence() -> None:
    assert chance_fits(row(OUTCOME, x=7, n=5)) == (
        "7 in 5 people cannot be: the first number must not be the larger one."
    )


@given(x=NUMBERS, n=NUMBERS)
def test_x_in_n_counts_people(x: int | None, n: int | None) -> None:
    fits = (x is None or x >= 0) and (n is None or n >= 1)
    fits = fits and (x is None or n is None or x <= n)
    said = chance_fits(row(OUTCOME, x=x, n=n))
    assert (said == "") == fits
    assert said.count(".") == (not fits)


@given(NUMBERS)
def test_how_much_it_matters_is_0_to_5(number: int | None) -> None:
    wrong = number is not None and number not in range(6)
    assert bool(matters_in_scale(row(OUTCOME, matters=number))) == wrong


@given(NUMBERS)
def test_pages_begin_at_1(page: int | None) -> None:
    assert bool(page_numbered(row(OUTCOME, page=page))) == (page is not None and page < 1)


def test_chance_needs_both_numbers() -> None:
    assert chance_words(row(OUTCOME, x=0, n=100, period="in 5 years")) == (
        "0 in 100 people, in 5 years"
    )
    assert chance_words(row(OUTCOME, chance="unlikely")) == "unlikely"
    assert chance_words(row(OUTCOME)) == ""


@given(st.dictionaries(st.text(), st.sampled_from([word for word, _label in STANCES] + [""])))
def test_known_stances_pass(stances: dict[str, str]) -> None:
    assert stances_known(row(OPTION, stances=stances)) == ""


def test_another_stance_is_told_the_words() -> None:
    said = stances_known(row(OPTION, stances={"a": "possible", "b": "maybe"}))
    assert said.endswith("recommended, possible, advised against, not discussed.")


@pytest.mark.parametrize(
    ("waiting", "lacks"), [([], True), ([None, False], True), ([None, True], False)]
)
def test_waiting_is_always_among_the_options(waiting: list[bool | None], lacks: bool) -> None:
    assert lacks_waiting(row(OPTION, waiting=one) for one in waiting) is lacks


@given(st.lists(NUMBERS))
def test_options_keep_the_users_order(ranks: list[int | None]) -> None:
    found = [one.rank for one in in_order(row(OPTION, rank=rank) for rank in ranks)]
    ranked = [rank for rank in found if rank is not None]
    assert ranked == sorted(ranked)
    assert found[len(ranked) :] == [None] * ranks.count(None)


@given(st.lists(st.sampled_from([True, False, None]), min_size=4, max_size=4))
def test_each_no_leads_to_something_to_do(answers: list[bool | None]) -> None:
    fields = [check.field for check in CHECKS]
    found = answered_no(row(READINESS, **dict(zip(fields, answers, strict=True))))
    assert len(found) == answers.count(False)
    assert all(check.to_do.endswith(".") for check in found)


def test_the_newest_check_comes_first() -> None:
    first = row(READINESS, date=day("2026-05-01"), created="1")
    second = row(READINESS, date=day("2026-05-09"), created="0")
    undated = row(READINESS, created="2")
    assert newest_first([first, second, undated]) == [undated, second, first]
    again = row(READINESS, date=second.date, created=f"{second.created}9")
    assert newest_first([again, first, second]) == newest_first([second, first, again])
    assert newest_first([first, second, again]) == [again, second, first]


def test_a_no_shows_the_task_it_has_become() -> None:
    sure, options, *_rest = CHECKS
    now = row(READINESS, id="now", sure=False, know_options=False, support=True)
    before = row(KINDS["task"], id="1", text=sure.to_do, linked=("before",))
    assert tasks_of(now, [before]) == {"sure": before}
    before.done = True
    assert tasks_of(now, [before]) == {}
    mine = row(KINDS["task"], id="2", text=sure.to_do, linked=("now",), done=True)
    reworded = row(KINDS["task"], id="3", text="Ring the nurse", linked=("now",))
    apart = row(KINDS["task"], id="4", text="Buy stamps", linked=())
    assert tasks_of(now, [before, mine, reworded, apart]) == {
        "sure": mine,
        options.field: reworded,
    }
