"""Any entry of any kind, as a script may give it, in the form in which it is shown again."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values.columns import (
    Amount,
    Checklist,
    Day,
    Measured,
    Named,
    Pairs,
    PrintedRange,
    Refs,
    Value,
    Whole,
    Words,
    YesNo,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=60)
_FILLED = TEXTS.filter(lambda text: text.strip() != "")
_KEYS = st.sampled_from("1234567")  # the steps of a case; elsewhere any text
_DATES = st.one_of(
    st.integers(1, 9999).map(lambda year: f"{year:04}"),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(str),
    st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
)
_AMOUNTS = st.decimals(-(10**9), 10**9, places=2).map(lambda amount: f"{amount:f}")


_BY_TYPE: dict[type[Value], st.SearchStrategy[Any]] = {
    Refs: st.just([]),
    Pairs: st.dictionaries(_KEYS, _FILLED, max_size=3),
    Named: st.dictionaries(_FILLED, _FILLED, max_size=3),
    Checklist: st.lists(st.tuples(_FILLED, st.booleans()).map(list), max_size=3),
    YesNo: st.none() | st.booleans(),
    Whole: st.integers(1, 5),
    Day: _DATES,
    Amount: _AMOUNTS,
    Measured: _FILLED.map(str.strip),
    PrintedRange: _FILLED.map(str.strip),
}


def _of_type(kind: Kind, field: Field) -> st.SearchStrategy[Any]:
    column = kind.type_of(field.name)
    if field.name == "n":
        return st.just(5)  # "x in n": x is at most 5
    if not field.choices:
        return _BY_TYPE.get(type(column), _FILLED)
    words = st.sampled_from([word for word, _label in field.choices])
    if isinstance(column, Pairs):
        return st.dictionaries(_KEYS, words, max_size=3)
    return st.lists(words, unique=True) if isinstance(column, Words) else words


_SAYS_SOMETHING = {"answer": "text"}
"""Fields that a rule asks for although an entry could do without them."""


@st.composite
def entries(draw: st.DrawFn, there: Mapping[str, str]) -> tuple[str, list[dict[str, Any]]]:
    """Draw a kind and some entries of it; ``there`` has an id of each kind to refer to."""
    kind = draw(st.sampled_from(list(KINDS.values())))
    return kind.name, [draw(_entry(kind, there)) for _ in range(draw(st.integers(1, 3)))]


@st.composite
def _entry(draw: st.DrawFn, kind: Kind, there: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"private": draw(st.booleans())}
    for field in kind.fields:
        wanted = field.required or field.name == _SAYS_SOMETHING.get(kind.name)
        if field.file or not (wanted or draw(st.booleans())):
            continue
        if field.refers and kind.name == "person":
            continue
        if field.refers and not isinstance(kind.type_of(field.name), Refs):
            found[field.name] = there[field.refers]
        else:
            found[field.name] = draw(_of_type(kind, field))
            if field.name in kind.dates and draw(st.booleans()):
                found["about" if field.name == kind.dates[0] else f"{field.name}_about"] = True
    return found
