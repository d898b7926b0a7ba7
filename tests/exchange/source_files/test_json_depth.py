"""How deep JSON lies is told the same by looking at all brackets at once, and one by one."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.source_files import json_depth
from secondop_desktop.exchange.source_files.json_depth import DEEPEST, TooDeepError, objects_in

_TEXTS = st.text(alphabet='ab"\\[]{}\n é€\U0001f600', max_size=12)
_JSON = st.recursive(
    st.none() | st.integers() | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=20,
)


def _objects(document: Any) -> int:
    if isinstance(document, dict):
        return 1 + sum(map(_objects, document.values()))
    return sum(map(_objects, document)) if isinstance(document, list) else 0


@given(document=_JSON, ascii_only=st.booleans(), size=st.integers(1, 9))
def test_objects_are_counted_whatever_stands_in_the_texts(
    document: Any, ascii_only: bool, size: int
) -> None:
    text = json.dumps(document, ensure_ascii=ascii_only)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_depth, "_AT_ONCE", size)  # a piece may end anywhere
        assert objects_in(text) == _objects(document)


@given(text=st.text(alphabet='[]{}",:1\\', max_size=60))
def test_what_is_no_json_is_counted_the_same_or_left_to_the_parser(text: str) -> None:
    shape = b"".join(json_depth._shape(text))
    if b'"' not in (bare := shape.replace(b'""', b"")) and json_depth._is_shallow(bare):
        assert "\\" in text or bare.count(b"{") == json_depth._counted(text)


@pytest.mark.parametrize("opened, closed", [("[", "]"), ('{"a":', "}"), ('[{"b":', "}]")])
@pytest.mark.parametrize("more", [0, 1])
def test_as_many_levels_as_may_be_and_one_more(opened: str, closed: str, more: int) -> None:
    each = opened.count("[") + opened.count("{")
    times = DEEPEST // each
    text = "[" * more + opened * times + "1" + closed * times + "]" * more
    if not more:
        assert objects_in(text) == opened.count("{") * times
        return
    with pytest.raises(TooDeepError):
        objects_in("\n\n" + text)


def test_the_line_of_the_bracket_that_is_too_deep_is_told() -> None:
    with pytest.raises(TooDeepError) as told:
        objects_in('["[[[[",\n' + "[" * (DEEPEST - 1) + "\n[")
    assert told.value.line == 3


def test_an_end_of_levels_without_an_end_is_found_soon() -> None:
    assert objects_in("]" * 1_000 + "{" * 10) == 10
