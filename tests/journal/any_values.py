"""Values of every column type, as hypothesis draws them."""

from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from secondop_desktop.journal.kinds import Field, Kind
from secondop_desktop.journal.values import columns
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
DATES = st.builds(
    PartialDate,
    st.integers(1900, 2100),
    st.integers(1, 12),
    st.integers(1, 28),
    st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    st.booleans(),
).filter(lambda day: not day.is_skipped)  # as on 2 April 1944 at 2am: nobody can write such a time
_PRINTED = st.sampled_from(["13.4", "<0.5", "≥ 90", "positive", "13,4", "1,234", "−2"])
_RANGES = st.sampled_from(["115-165", "<5", "up to 3", "negative", "0.2 – 1.0", "3,5-5,1"])
_IDS = st.from_regex(r"[0-9a-f]{20}", fullmatch=True)

_SETTLED: dict[type[columns.Value], st.SearchStrategy[Any]] = {
    columns.Measured: st.builds(Quantity.of, _PRINTED, st.sampled_from([",", "."])),
    columns.PrintedRange: st.just(Range.of("1,005-1,030", ",")),
}
"""What a table decided beside a text that two readings fit."""

OF_TYPE: dict[type[columns.Value], st.SearchStrategy[Any]] = {
    columns.Line: TEXTS,
    columns.Prose: TEXTS,
    columns.Code: TEXTS,
    columns.Reference: st.none() | _IDS,
    columns.Moment: st.just("")
    | st.dates(date(1970, 1, 1), date(2200, 1, 1)).map(lambda day: f"{day}T09:30:00+00:00"),
    columns.YesNo: st.none() | st.booleans(),
    columns.Whole: st.none() | st.integers(-(10**15) + 1, 10**15 - 1),
    columns.Day: st.none() | DATES,
    columns.Measured: st.none() | st.builds(Quantity, _PRINTED),
    columns.PrintedRange: st.none() | st.builds(Range, _RANGES),
    columns.Amount: st.none()
    | st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4),
    columns.Refs: st.lists(_IDS, unique=True).map(tuple),
    columns.Words: st.lists(_IDS, unique=True).map(tuple),
    columns.Pairs: st.dictionaries(TEXTS, TEXTS),
    columns.Named: st.dictionaries(TEXTS, TEXTS),
    columns.Checklist: st.lists(st.tuples(TEXTS, st.booleans())).map(tuple),
}


def of_field(kind: Kind, field: Field) -> st.SearchStrategy[Any]:
    """Draw what one field may hold, from its choices where it has them."""
    kept = kind.types[field.name]
    words = st.sampled_from(["", *(word for word, _label in field.choices)])
    if field.choices and isinstance(kept, columns.Words):
        return st.lists(words.filter(bool), unique=True).map(tuple)
    if field.choices and isinstance(kept, columns.Pairs):
        return st.dictionaries(st.sampled_from("1234567"), words)
    return words if field.choices else OF_TYPE[type(kept)] | _SETTLED.get(type(kept), st.nothing())
