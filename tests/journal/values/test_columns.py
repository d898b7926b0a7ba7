"""What the file holds, what the program works with, and what comes from outside."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.values import columns
from secondop_desktop.journal.values.columns import Value
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.journal.any_values import OF_TYPE

_TYPES = sorted(OF_TYPE, key=lambda kept: kept.__name__)
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def _all_types() -> set[type[Value]]:
    found: set[type[Value]] = set()
    waiting = Value.__subclasses__()
    while waiting:
        waiting += (kept := waiting.pop()).__subclasses__()
        found.add(kept)
    return {kept for kept in found if not kept.__name__.startswith("_")}


def test_every_type_is_tested() -> None:
    assert set(OF_TYPE) == _all_types()


@pytest.mark.parametrize("kept", _TYPES)
@given(data=st.data())
def test_what_is_stored_comes_back(kept: type[Value], data: st.DataObject) -> None:
    value = data.draw(OF_TYPE[kept])
    stored = kept().process_bind_param(value, None)
    assert stored is None or isinstance(stored, str | int)
    assert kept().process_result_value(stored, None) == value


@pytest.mark.parametrize("kept", _TYPES)
@given(data=st.data())
def test_what_is_shown_can_be_read_again(kept: type[Value], data: st.DataObject) -> None:
    value = data.draw(OF_TYPE[kept])
    again = kept().read(kept().show(value))
    if isinstance(value, PartialDate):
        assert again == PartialDate.parse(value.iso)  # "about" stands beside it
    elif isinstance(value, str):
        assert again == (value.replace("\r\n", "\n") if value.strip() else kept.empty)
    else:
        assert again == value


@pytest.mark.parametrize("kept", _TYPES)
@given(given_=_ANYTHING)
def test_anything_from_outside_is_read_or_refused(kept: type[Value], given_: object) -> None:
    try:
        value = kept().read(given_)
    except ValueError as error:
        assert str(error).startswith("must be ")
    else:
        stored = kept().process_bind_param(value, None)
        (stored if isinstance(stored, str) else "").encode()
        again = kept().process_result_value(stored, None)
        assert kept().process_bind_param(again, None) == stored
        assert isinstance(kept().words(value), str)


@pytest.mark.parametrize("kept", _TYPES)
@pytest.mark.parametrize("nothing", [None, "", "  ", "\t\n"])
def test_nothing_given_is_empty(kept: type[Value], nothing: str | None) -> None:
    assert kept().read(nothing) == kept.empty


@pytest.mark.parametrize(
    ("kept", "text", "value"),
    [
        (columns.YesNo, "Yes", True),
        (columns.YesNo, " no ", False),
        (columns.YesNo, 1, True),
        (columns.Whole, "12", 12),
        (columns.Whole, " -3 ", -3),
        (columns.Day, "2024-03", PartialDate(2024, 3)),
        (columns.Measured, " <0.5 ", Quantity("<0.5")),
        (columns.Measured, 13, Quantity("13")),
        (columns.PrintedRange, "1-2", Range("1-2")),
        (columns.Amount, "1,234.50", Decimal("1234.50")),
        (columns.Amount, "-5", Decimal(-5)),
        (columns.Refs, "a, b,a", ("a", "b")),
        (columns.Refs, ["a", "b"], ("a", "b")),
        (columns.Pairs, '{"1": "completed"}', {"1": "completed"}),
        (columns.Checklist, "Letter\nGlasses", (("Letter", False), ("Glasses", False))),
        (columns.Checklist, [["Letter", True]], (("Letter", True),)),
        (columns.Line, "a\r\nb\x00c", "a\nbc"),
        (columns.Line, "half \ud800 pair", "half \ufffd pair"),
        (columns.Line, 5, "5"),
    ],
)
def test_it_is_read_as_meant(kept: type[Value], text: object, value: object) -> None:
    assert kept().read(text) == value


@pytest.mark.parametrize(
    ("kept", "text"),
    [
        (columns.YesNo, "perhaps"),
        (columns.Whole, "1.5"),
        (columns.Whole, True),
        (columns.Day, "05/03/2024"),
        (columns.Amount, "89,50"),
        (columns.Amount, "1,23,456"),
        (columns.Amount, "0,500"),
        (columns.Amount, "£5"),
        (columns.Amount, "1e5"),
        (columns.Measured, ["5"]),
        (columns.Line, {"a": 1}),
        (columns.Refs, {"a": 1}),
        (columns.Refs, [1]),
        (columns.Pairs, "[1]"),
        (columns.Pairs, "{"),
        (columns.Checklist, [["a", True, 3]]),
        (columns.Checklist, 7),
    ],
)
def test_what_could_be_misread_is_refused(kept: type[Value], text: object) -> None:
    with pytest.raises(ValueError, match=r"must be "):
        kept().read(text)


@pytest.mark.parametrize(
    ("kept", "value", "words"),
    [
        (columns.YesNo, True, "Yes"),
        (columns.YesNo, False, "No"),
        (columns.YesNo, None, ""),
        (columns.Day, PartialDate(2024, 3, about=True), "about March 2024"),
        (columns.Measured, Quantity("<0.5"), "<0.5"),
        (columns.Amount, Decimal("89.50"), "89.50"),
        (columns.Pairs, {"1": "first", "2": "", "3": "third"}, "first\nthird"),
        (columns.Checklist, (("Letter", True), ("Glasses", False)), "Letter\nGlasses"),
    ],
)
def test_it_is_said_in_words(kept: type[Value], value: Any, words: str) -> None:
    assert kept().words(value) == words


def test_a_time_over_which_the_clocks_went_is_no_time() -> None:
    with pytest.raises(ValueError, match="there is no such day or time"):
        columns.Day().read("2025-03-30T01:20")
