"""Whom a case concerns, and who was told."""

from typing import Any

from secondop_desktop.features.told.kind import KIND
from secondop_desktop.features.told.rules import (
    concerned,
    count_told,
    gave_words,
    others_told,
    told_words,
)
from tests.features.rows import day, row


class Opinion:
    """What the rules need to know of an opinion."""

    date = None

    def __init__(self, provider: str | None, place: int | None) -> None:
        self.provider, self.place = provider, place


def told(provider: str | None, when: str = "") -> Any:
    """Return an entry of who was told."""
    return row(KIND, provider=provider, date=day(when) if when else None)


def test_nobody_is_concerned_while_nothing_is_known() -> None:
    assert concerned([], None, None, []) == ()
    assert count_told(()) == (0, 0)


def test_whoever_gave_an_opinion_the_gp_and_who_referred() -> None:
    opinions = [Opinion("b", 2), Opinion("a", 1), Opinion(None, 3), Opinion("c", None)]
    found = concerned(opinions, "gp", "a", [told("gp", "2026-03")])
    assert [one.provider for one in found] == ["a", "b", "c", "gp"]
    assert found[0].roles == ("gave the first opinion", "referred you")
    assert [one.is_told for one in found] == [False, False, False, True]
    assert count_told(found) == (1, 4)


def test_what_one_was_told_comes_in_its_order() -> None:
    later, sooner, some_day = told("a", "2026-05"), told("a", "2026-03-01"), told("a")
    (one,) = concerned([Opinion("a", 1)], None, None, [some_day, later, sooner])
    assert one.told == (sooner, later, some_day)


def test_others_are_kept_apart() -> None:
    known = concerned([Opinion("a", 1)], None, None, [])
    others = others_told(known, [told("a"), told("z", "2026-02"), told("y", "2026-01"), told(None)])
    assert [one.provider for one in others] == ["y", "z", ""]
    assert all(one.roles == () for one in others)


def test_words() -> None:
    assert told_words(told("a", "2026-03-03"), "By phone") == "Told 3 March 2026, by phone"
    assert told_words(told("a"), "") == "Told, no date written down"
    assert gave_words(7) == "gave opinion 7"
    assert gave_words(0) == gave_words(None) == "gave an opinion"
