"""Opinions side by side: everything said is shown once, and only the user compares."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.opinions.kind import MARK, OPINION, STATEMENT
from secondop_desktop.features.opinions.rules.aspects import (
    ASPECTS,
    MARKS,
    page_numbered,
    place_counted,
    place_words,
)
from secondop_desktop.features.opinions.rules.side_by_side import (
    Grid,
    Row,
    as_json,
    grid,
    only_differences,
)
from tests.features.rows import DR_SHAH, day, names, row

WORDS = (
    "what certainty basis plan why alternatives benefits risks waiting urgency outlook "
    "followup open"
)
OPINIONS = st.lists(
    st.builds(
        lambda ident, place: row(OPINION, id=str(ident), place=place),
        ident=st.uuids(),
        place=st.one_of(st.none(), st.integers(1, 4)),
    ),
    max_size=4,
)


def opinion(ident: str, place: int | None, **more: Any) -> Any:
    return row(OPINION, id=ident, place=place, **more)


def said(ident: str, of: str, aspect: str, text: str = "", **more: Any) -> Any:
    return row(STATEMENT, id=ident, opinion=of, aspect=aspect, text=text, **more)


def aspect_row(whole: Grid, aspect: str) -> Row:
    (found,) = (one for one in whole.rows if one.aspect == aspect)
    return found


def test_aspects_are_in_their_order_with_a_meaning_each() -> None:
    assert [aspect.word for aspect in ASPECTS] == WORDS.split()
    assert all(aspect.label and aspect.meaning.endswith(".") for aspect in ASPECTS)
    assert len({aspect.label for aspect in ASPECTS}) == len(ASPECTS)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (1, "First opinion"),
        (2, "Second opinion"),
        (5, "Fifth opinion"),
        (6, "Opinion 6"),
        (None, "Opinion"),
        (0, "Opinion"),
    ],
)
def test_place_in_words(place: int | None, words: str) -> None:
    assert place_words(place) == words


def test_columns_go_by_place_whatever_the_order_given() -> None:
    given_ = [opinion("x", None), opinion("b", 2), opinion("a", 1)]
    assert [column.id for column in grid(given_, [], []).columns] == ["a", "b", "x"]


def test_nothing_entered_still_shows_every_aspect() -> None:
    empty = grid([], [], [])
    assert [one.aspect for one in empty.rows] == WORDS.split()
    assert all(one.cells == () and not one.mark for one in empty.rows)


@given(opinions=OPINIONS, data=st.data())
def test_everything_said_is_shown_once_in_its_place(opinions: list[Any], data: Any) -> None:
    idents = [one.id for one in opinions]
    statements = data.draw(
        st.lists(
            st.builds(
                lambda ident, of, aspect: said(str(ident), of, aspect, "words"),
                ident=st.uuids(),
                of=st.sampled_from([*idents, "put away"]),
                aspect=st.sampled_from([*WORDS.split(), "cost"]),
            )
        )
    )
    whole = grid(opinions, statements, [])
    columns = [column.id for column in whole.columns]
    assert sorted(columns) == sorted(idents)
    assert all([cell.opinion for cell in one.cells] == columns for one in whole.rows)
    shown = sorted(
        (statement.id, one.aspect, cell.opinion)
        for one in whole.rows
        for cell in one.cells
        for statement in cell.said
    )
    wanted = [(s.id, s.aspect, s.opinion) for s in statements if s.opinion in idents]
    assert shown == sorted(wanted)
    strange = whole.rows[len(ASPECTS) :]
    assert all(any(cell.said for cell in one.cells) for one in strange)


def test_cell_joins_what_was_said_and_where() -> None:
    statements = [
        said("s1", "a", "risks", "Infection", source="letter, page 2", record="r", page=2),
        said("s2", "a", "risks", "A clot", source="said in person"),
        said("s3", "a", "risks", "", source="letter, page 2"),
    ]
    cell = aspect_row(grid([opinion("a", 1)], statements, []), "risks").cells[0]
    assert cell.text == "Infection\n\nA clot"
    assert cell.source == "letter, page 2; said in person"
    assert (cell.said[0].record, cell.said[0].page) == ("r", 2)


def test_not_discussed_only_while_nothing_is_written() -> None:
    silent = said("s", "a", "outlook", not_discussed=True)
    spoken = said("t", "a", "outlook", "Good")
    first = opinion("a", 1)
    assert aspect_row(grid([first], [silent], []), "outlook").cells[0].not_discussed
    assert not aspect_row(grid([first], [silent, spoken], []), "outlook").cells[0].not_discussed
    assert not aspect_row(grid([first], [], []), "outlook").cells[0].not_discussed


def test_the_last_mark_counts() -> None:
    marks = [
        row(MARK, id="m1", aspect="plan", mark="same"),
        row(MARK, id="m2", aspect="plan", mark="different", note="Operation or not"),
    ]
    plan = aspect_row(grid([], [], marks), "plan")
    assert (plan.mark, plan.note, plan.mark_id) == ("different", "Operation or not", "m2")


@pytest.mark.parametrize(("mark", "_label"), MARKS)
def test_only_the_user_says_what_differs(mark: str, _label: str) -> None:
    opinions = [opinion("a", 1), opinion("b", 2)]
    statements = [said("s", "a", "plan", "Operate"), said("t", "b", "plan", "Wait")]
    assert only_differences(grid(opinions, statements, [])).rows == ()
    marked = grid(opinions, statements, [row(MARK, id="m", aspect="plan", mark=mark)])
    left = only_differences(marked)
    assert left.columns == marked.columns
    assert [one.aspect for one in left.rows] == (
        ["plan"] if mark in {"partly", "different"} else []
    )


def test_json_holds_aspects_by_opinions_with_marks_and_sources() -> None:
    opinions = [opinion("a", 1, provider=DR_SHAH, date=day("2026-03")), opinion("b", 2)]
    statements = [said("s", "a", "plan", "Operate", source="letter, page 2")]
    marks = [row(MARK, id="m", aspect="plan", mark="unclear", note="Ask")]
    told = json.loads(json.dumps(as_json(grid(opinions, statements, marks), names)))
    first = told["opinions"][0]
    assert (first["place"], first["provider_name"], first["date"]) == (1, "Dr Shah", "2026-03")
    assert told["opinions"][1]["date"] is None
    plan = told["aspects"][3]
    assert (plan["aspect"], plan["mark"], plan["note"]) == ("plan", "unclear", "Ask")
    assert [cell["opinion"] for cell in plan["cells"]] == ["a", "b"]
    assert plan["cells"][0]["text"] == "Operate"
    assert plan["cells"][0]["statements"][0]["source"] == "letter, page 2"
    assert plan["cells"][1]["statements"] == []


@given(st.one_of(st.none(), st.integers()))
def test_places_and_pages_begin_at_1(number: int | None) -> None:
    wrong = number is not None and number < 1
    assert bool(place_counted(row(OPINION, place=number))) == wrong
    assert bool(page_numbered(row(STATEMENT, page=number))) == wrong
