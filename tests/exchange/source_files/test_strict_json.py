"""JSON from outside is read exactly or refused in one sentence."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files.json_depth import DEEPEST
from secondop_desktop.exchange.source_files.strict_json import read_json

_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
_TREES = st.recursive(
    _LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text("abc", min_size=1), inner)
)


@given(_TREES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_what_was_written_is_read(tree: object, encoding: str) -> None:
    text = json.dumps(tree, ensure_ascii=False)
    assert read_json(text, "a.json") == tree
    assert read_json(text.encode(encoding), "a.json") == tree


@given(st.text(st.sampled_from('[]{}",:\\eE+-.019 "ntrueNa\n\x00é\u202e')) | st.binary())
def test_any_other_text_gets_one_sentence(text: str | bytes) -> None:
    try:
        read_json(text, "a.json")
    except UserError as problem:
        assert str(problem).startswith("a.json: ")
        assert "\n" not in str(problem)
        assert str(problem).count(".") >= 3  # in "a.json", after what is wrong, and what to do


def test_no_digit_is_lost() -> None:
    found = read_json('{"a": 1.10, "b": 0.1000000000000000055, "c": 12345678901234567890}', "a")
    assert found == {
        "a": Decimal("1.10"),
        "b": Decimal("0.1000000000000000055"),
        "c": 12345678901234567890,
    }


@pytest.mark.parametrize("levels", [DEEPEST + 1, 100_000])
@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_too_deep_is_refused(levels: int, bracket: str) -> None:
    with pytest.raises(UserError, match="200 levels deep"):
        read_json(bracket * levels, "deep.json")


def test_the_line_of_the_bracket_too_many_is_named() -> None:
    deep = '["[\n",\n' * DEEPEST + "{" + "]" * DEEPEST
    with pytest.raises(UserError, match=f"in line {2 * DEEPEST + 1},"):
        read_json(deep, "deep.json")


@pytest.mark.parametrize("start", ["[", '["', '["\\'])
def test_two_million_letters_without_an_end_are_gone_over_once(start: str) -> None:
    with pytest.raises(UserError, match="this is not JSON"):
        read_json(start + "x" * 2_000_000, "open.json")


def test_brackets_in_texts_are_not_depth() -> None:
    text = "[" * 500 + '"\\'
    assert read_json(json.dumps([text] * 3), "a") == [text] * 3
    assert read_json("[" * DEEPEST + "]" * DEEPEST, "a") != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NaN", "NaN is not a number"),
        ("[-Infinity]", "-Infinity is not a number"),
        ("1e400", "1e400 is too large or too small"),
        ("-1e-400", "too large or too small"),
        ("1e99999999999999999999", "too large or too small"),
        ("1" * 5000, "1… is too large"),
        ('{"a": 1, "b": 2, "a": 3}', "“a” appears twice"),
        ('"\\ud800"', "one half is missing"),
        ('{"\\udfff": 1}', "one half is missing"),
        ("", r"not JSON \(line 1, column 1\)"),
        ("[1,\n 2", "line 2"),
        (b'"\xff"', "at byte 1"),
    ],
)
def test_refused(text: str | bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        read_json(text, "a.json")
    assert str(caught.value).startswith("a.json: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"NaN": "NaN",\n"a": NaN}', "a.json: line 2: NaN is not .* Leave it out"),
        ('["Infinity",\n\n-Infinity]', "a.json: line 3: -Infinity is not"),
        ('["1e400", 11e400,\n1e400]', "a.json: line 1: the number 11e400"),
        ('["\\"1e400",\n1e400]', "a.json: line 2: the number 1e400 .* Correct it"),
        ("[\n" * (DEEPEST + 1), f"a.json: in line {DEEPEST + 1}, lists .* Make them flatter"),
        ('{"a": 1, "a": 3}', "appears twice in one object. Take one of them out"),
        ("[1,\n 2", "line 2, column 3.* Correct it there"),
    ],
)
def test_a_refusal_says_where_and_what_to_do(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_json(text, "a.json")


def test_a_pair_of_halves_is_a_letter() -> None:
    assert read_json('"\\ud83d\\ude00"', "a") == "\U0001f600"
