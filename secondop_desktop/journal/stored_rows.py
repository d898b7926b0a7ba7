"""Rows of the file turned into rows of values; one value that cannot be read hides nothing else."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from secondop_desktop.journal.values.columns import Line, Reference, Value

_CANNOT = (ValueError, TypeError, ArithmeticError, LookupError, RecursionError)
"""What reading a value raises when what stands there is none."""

_Odd = dict[int, dict[str, str]]
"""What stands in the columns that could not be read, by the place of the row and the name."""


class StoredRows:
    """Reads the rows of one kind: immutable, with the model's attributes.

    Reading never raises for what a row holds. A value that cannot be read is empty, and what
    stands there is in the row's ``unread`` under its name, as if it had been typed like that.
    """

    def __init__(self, name: str, types: Mapping[str, Value]) -> None:
        self._names = tuple(types)
        self._types = tuple(types.values())
        self._unread = self._names.index("unread")
        self._made = _class_of(name, self._names)
        self._reads = tuple(map(_reads, self._types))

    def rows(
        self, found: Iterable[Sequence[Any]], met_harm: Callable[[], None] = lambda: None
    ) -> list[Any]:
        """Return rows of the file, each with all columns in order, as rows of values.

        ``met_harm`` is called when something among them could not be read.
        """
        columns: list[Sequence[Any]] = list(zip(*found, strict=True))
        odd: _Odd = {}
        for at, column in enumerate(columns):
            columns[at] = self._column(at, column, odd)
        if odd:
            met_harm()
            columns[self._unread] = _with_odd(columns[self._unread], odd)
        return list(map(self._made._make, zip(*columns, strict=True)))

    def row(self, raw: Mapping[str, Any]) -> Any:
        """Return one whole row of the file as a row of values."""
        values = [raw[name] for name in self._names]
        return self._read_at_once(values) or self.rows([values])[0]

    def _read_at_once(self, stored: Sequence[Any]) -> Any:
        """Read one row, or return None where something in it cannot be read."""
        values = list(stored)
        try:
            for at, (kept, reads) in enumerate(zip(self._types, self._reads, strict=True)):
                if type(values[at]) not in kept.holds:
                    return None
                if reads:
                    values[at] = kept.process_result_value(values[at], None)
        except _CANNOT:
            return None
        return self._made(*values)

    def column(
        self, name: str, stored: Sequence[Any], met_harm: Callable[[], None] = lambda: None
    ) -> Sequence[Any]:
        """Return the values of one column alone; one that cannot be read is empty."""
        odd: _Odd = {}
        found = self._column(self._names.index(name), stored, odd)
        if odd:
            met_harm()
        return found

    def decode(self, name: str, stored: object) -> tuple[Any, object]:
        """Return one value and its JSON; for what cannot be read, what stands there."""
        kept = self._types[self._names.index(name)]
        odd: _Odd = {}
        value = self._value(self._names.index(name), 0, stored, odd)
        return value, odd[0][name] if odd else kept.show(value)

    def _column(self, at: int, column: Sequence[Any], odd: _Odd) -> Sequence[Any]:
        """Read a column at once; value by value only where one of them cannot be read."""
        kept = self._types[at]
        try:
            if not kept.holds.issuperset(map(type, column)):
                raise TypeError
            return _read_once(kept, column) if self._reads[at] else column
        except _CANNOT:
            return [self._value(at, place, each, odd) for place, each in enumerate(column)]

    def _value(self, at: int, place: int, stored: object, odd: _Odd) -> Any:
        kept = self._types[at]
        try:
            if type(stored) not in kept.holds:
                raise TypeError
            return kept.process_result_value(stored, None)
        except _CANNOT:
            pass
        if isinstance(kept, Line) and not self._reads[at]:
            return None if stored is None and isinstance(kept, Reference) else standing(stored)
        odd.setdefault(place, {})[self._names[at]] = standing(stored)
        # What may be private is kept out of PDFs.
        return True if self._names[at] == "private" else kept.unreadable


def _class_of(name: str, columns: tuple[str, ...]) -> Any:
    return namedtuple(name, columns)


def _reads(kept: Value) -> bool:
    """Tell whether a column holds more than text and numbers."""
    return type(kept).process_result_value is not Value.process_result_value


def _read_once(kept: Value, column: Sequence[Any]) -> Sequence[Any]:
    """Read what many rows have alike, such as nothing, only once: they share the value."""
    if float in kept.holds:  # 1.0 is what 1 is, and is read as something else
        return [kept.process_result_value(each, None) for each in column]
    known = {each: kept.process_result_value(each, None) for each in set(column)}
    return [known[each] for each in column]


def _with_odd(unread: Sequence[Mapping[str, str]], odd: _Odd) -> list[Mapping[str, str]]:
    return [{**kept, **odd.get(place, {})} for place, kept in enumerate(unread)]


def standing(stored: object) -> str:
    """Return what stands in a column as text, whatever it is."""
    if isinstance(stored, bytes):
        return stored.decode("utf-8", "replace")
    return "" if stored is None else str(stored)
