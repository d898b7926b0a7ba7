"""A table shows words and sorts by what they mean."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from secondop_desktop.widgets.lists.table.rows import Column, RowsModel, SortedRows, TableRow

COLUMNS = (Column("Date"), Column("Result", right=True))


def _keys(rows: list[TableRow], column: int, way: Qt.SortOrder) -> list[object]:
    parent = QObject()
    model, ordered = RowsModel(COLUMNS, parent), SortedRows(parent)
    model.replace(rows)
    ordered.setSourceModel(model)
    ordered.sort(column, way)
    spots = [ordered.mapToSource(ordered.index(at, 0)).row() for at in range(len(rows))]
    return [rows[at].key for at in spots]


def _row(key: int, day: datetime.date | None, value: float | None) -> TableRow:
    return TableRow(key, (str(day or ""), str(value or "")), (day, value))


@given(st.lists(st.tuples(st.none() | st.dates(), st.none() | st.floats(-9, 9)), max_size=12))
def test_sorting_keeps_what_is_missing_last(pairs: list[tuple[datetime.date, float]]) -> None:
    rows = [_row(key, day, value) for key, (day, value) in enumerate(pairs)]
    for way in Qt.SortOrder:
        for column in (0, 1):
            shown = [rows[key].order[column] for key in _keys(rows, column, way)]  # type: ignore[call-overload]
            there = [value for value in shown if value is not None]
            assert shown == [*there, *[None] * (len(shown) - len(there))]
            assert there == sorted(there, reverse=way is Qt.SortOrder.DescendingOrder)


def test_without_an_order_words_sort_without_regard_to_case() -> None:
    rows = [TableRow(key, (key, "")) for key in ("beta", "Alpha", "gamma")]
    assert _keys(rows, 0, Qt.SortOrder.AscendingOrder) == ["Alpha", "beta", "gamma"]


def test_a_cell_is_read_out_with_its_heading() -> None:
    parent = QObject()
    model = RowsModel(COLUMNS, parent)
    model.replace([TableRow(1, ("1 June 2025", "<105 g/L"))])
    said = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Result: <105 g/L"


def test_the_model_keeps_to_the_rules_of_qt() -> None:
    parent = QObject()
    model = RowsModel(COLUMNS, parent)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode, parent)
    model.replace([TableRow(1, ("1 June 2025", "<105 g/L"))])
    assert tester.model() is model
