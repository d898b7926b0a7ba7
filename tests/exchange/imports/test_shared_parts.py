"""What many lines say alike is held once, and every line still says what it said."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.incoming import json_lines, shared_parts
from secondop_desktop.exchange.incoming.shared_parts import SharedParts
from secondop_desktop.journal.progress import nobody
from tests.exchange.bundles import observation, written

_PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-2, 2)
    | st.sampled_from(list(map(Decimal, ("1", "1.0", "1.00", "0", "-0.0", "7.5", "7.50"))))
    | st.text("ab1", max_size=3)
    | st.just("x" * 80)
)
_LINE = st.recursive(
    _PLAIN,
    lambda inner: (
        st.lists(inner, max_size=14) | st.dictionaries(st.sampled_from("abc1"), inner, max_size=4)
    ),
    max_leaves=20,
)


def _exactly(value: Any) -> Any:
    """Return a value so that what differs in type, digits or order differs here."""
    if isinstance(value, dict):
        return "dict", [(name, _exactly(one)) for name, one in value.items()]
    if isinstance(value, list):
        return "list", list(map(_exactly, value))
    return type(value).__name__, str(value)


@given(lines=st.lists(_LINE, max_size=6), most=st.integers(0, 20))
def test_every_line_says_what_it_said(lines: list[Any], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared_parts, "_MOST", most)  # begun anew at any place
        shared = SharedParts()
        held = [shared.of(line) for line in lines]
    assert list(map(_exactly, held)) == list(map(_exactly, lines))


def _parts(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if type(value) is list else ()
    return [value, *(part for one in inner for part in _parts(one))] if inner else []


def _file(path: Path, number: int) -> Path:
    told = (written(observation(f"o{at}", value=at / 10)) for at in range(number))
    path.write_text("\n".join(told), encoding="utf-8")
    return path


def test_a_line_more_holds_only_what_it_alone_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "LONG", 1)
    counts = []
    for number in (50, 300):
        found = json_lines.read(_file(tmp_path / "o.ndjson", number), "o.ndjson", nobody)
        assert found is not None
        assert [one.body["id"] for one in found.resources] == [f"o{at}" for at in range(number)]
        parts = [part for one in found.resources for part in _parts(one.body)]
        counts.append(len({id(part) for part in parts}))
    each = (counts[1] - counts[0]) / 250
    assert each <= 2, "the resource itself, and its value"


def test_what_is_looked_for_does_not_grow_with_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_parts, "_MOST", 100)
    shared, line = SharedParts(), {"id": "a", "subject": {"reference": "Patient/1"}}
    for number in range(2_000):
        shared.of(json.loads(json.dumps({**line, "id": str(number)})))
    assert len(shared._met) < 120
