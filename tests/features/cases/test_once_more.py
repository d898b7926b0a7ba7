"""Going round again, and what becomes of the referral."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.features.cases.kind import KIND
from secondop_desktop.features.cases.rules.journey import chosen_of, neighbours, newest_key
from secondop_desktop.features.cases.rules.once_more import once_more, once_more_words, round_words
from secondop_desktop.features.cases.rules.referral import referral_line, referral_told
from tests.features.rows import day, row

TODAY = date(2026, 6, 15)


def test_a_case_without_a_referral_only_counts_on() -> None:
    assert once_more(row(KIND), "") == {"round": 2}
    assert once_more(row(KIND, round=2), "")["round"] == 3


def test_the_referral_moves_to_the_notes_of_its_own_round() -> None:
    case = row(
        KIND,
        round=2,
        referral_asked=day("2026-03-01"),
        referral_declined=day("2026-03-20"),
        declined_why="No room",
        step_notes={"3": "first", "2.3": "Rang them"},
        unread={"chase": "31 February", "closed": "soon"},
    )
    values = once_more(case, "Dr Shah")
    assert values["step_notes"] == {
        "3": "first",
        "2.3": "Rang them\n\nReferral by Dr Shah: asked for 1 March 2026, "
        "turned down 20 March 2026.\nNo room\n\n31 February",
    }
    assert values["referral_asked"] is None
    assert values["declined_why"] == ""
    assert values["unread"] == {"closed": "soon"}


def test_what_was_typed_and_never_read_moves_too() -> None:
    case = row(KIND, unread={"referral_sent": "last Tuesday"})
    assert once_more(case, "")["step_notes"] == {"3": "Referral.\n\nlast Tuesday"}


def test_words_of_the_rounds() -> None:
    assert once_more_words(row(KIND)) == "Ask for a third opinion"
    assert once_more_words(row(KIND, round=2)) == "Ask for a fourth opinion"
    assert once_more_words(row(KIND, round=9)) == "Ask for one more opinion"
    assert round_words(1) == "For a second opinion"
    assert round_words(9) == "For opinion 10"


def test_keys_of_the_newest_round() -> None:
    assert [newest_key(row(KIND), key) for key in "137"] == ["1", "3", "7"]
    assert [newest_key(row(KIND, round=3), key) for key in "137"] == ["1", "3.3", "7"]


def test_neighbours_go_through_all_rounds() -> None:
    case = row(KIND, round=2)
    before, after = neighbours(case, "2.2")
    assert before is not None
    assert after is not None
    assert (before.key, after.key) == ("6", "2.3")
    assert neighbours(case, "1")[0] is None
    assert neighbours(case, "7")[1] is None


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ""),
        ({"referral_sent": day("2026-03-05")}, "Referral sent 5 March 2026"),
        (
            {"referral_sent": day("2026-03-05"), "chase": day("2026-07-01")},
            "Referral sent 5 March 2026, ask again by 1 July 2026",
        ),
        (
            {"referral_asked": day("2026-03"), "chase": day("2026-06-01")},
            "Referral asked for March 2026, time to ask how it is getting on",
        ),
        ({"chase": day("2026-07")}, "Ask about the referral by July 2026"),
        ({"chase": day("2026-05")}, "Time to ask how the referral is getting on"),
        (
            {"referral_accepted": day("2026-04"), "chase": day("2026-05")},
            "Referral accepted April 2026",
        ),
    ],
)
def test_the_referral_in_one_line(values: dict[str, Any], said: str) -> None:
    assert referral_line(row(KIND, **values), TODAY) == said


def test_a_referral_without_anything_but_who() -> None:
    assert referral_told(row(KIND), "Dr Shah") == "Referral by Dr Shah."


def test_the_case_that_is_shown() -> None:
    old, new = row(KIND, id="a"), row(KIND, id="b", closed=day("2026"))
    assert chosen_of([old, new], None) is old
    assert chosen_of([old, new], "b") is new
    assert chosen_of([new], "gone") is new
    assert chosen_of([], None) is None
