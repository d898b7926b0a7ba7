"""How the family history shows itself, on lists and on paper."""

from typing import Any

import pytest

from secondop_desktop.features.relatives.kind import KIND
from secondop_desktop.features.relatives.pdf import CHAPTERS
from secondop_desktop.journal.kinds import MISTAKEN
from tests.features.desk import Desk
from tests.features.paper import Sheet
from tests.features.rows import day, names, row


@pytest.mark.parametrize(
    ("known", "title"),
    [
        ({"who": "Aunt"}, "Aunt"),
        ({"who": "Aunt", "condition": "Gout"}, "Aunt: Gout"),
        ({"who": "Aunt", "condition": "Gout", "certainty": "not sure"}, "Aunt: Gout (not sure)"),
        ({"condition": "Gout"}, "A relative: Gout"),
        ({"who": "Aunt", "certainty": MISTAKEN[0]}, "Aunt (entered by mistake)"),
    ],
)
def test_the_title_says_who_had_what(known: Any, title: str) -> None:
    assert KIND.title(row(KIND, **known), names) == title


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({"age": "52"}, "at age 52"),
        ({"age": "in her sixties"}, "in her sixties"),
        ({"age": "52", "died_of_it": True, "age_died": "53"}, "at age 52 · died of it at age 53"),
        ({"died_of_it": True}, "died of it"),
        ({"age_died": "90", "died_of_it": False}, "died at age 90 · not of it"),
        ({"age_died": "in the war"}, "died in the war"),
        ({"living": "died"}, "has died"),
        ({"living": "living", "died_of_it": False}, "living"),
        ({"living": "living"}, "living"),
        ({}, ""),
    ],
)
def test_the_line_says_no_more_than_was_told(known: Any, line: str) -> None:
    assert KIND.line(row(KIND, who="Aunt", **known), names) == line


def test_the_chapter_tells_each_illness() -> None:
    sheet = Sheet()
    known = {"age": "52", "died_of_it": True, "notes": "On my mother’s side"}
    sheet.add("relative", who="Aunt", condition="Stroke", date=day("1988"), **known)
    assert sheet.printed(CHAPTERS["relative"]) == (
        "Who What they have or had Age, and how it ended Notes "
        "Aunt Stroke at age 52 1988 died of it On my mother’s side"
    )


def test_who_and_what_are_saved_and_not_known_stays_open(desk: Desk) -> None:
    form = desk.open("relative")
    desk.type(form.edits["who"], "Great-aunt")
    desk.type(form.edits["condition"], "Something with the heart")
    desk.type(form.edits["age"], "in her sixties")
    saved = desk.get(form)
    assert (saved.who, saved.condition) == ("Great-aunt", "Something with the heart")
    assert (saved.age, saved.died_of_it) == ("in her sixties", None)
