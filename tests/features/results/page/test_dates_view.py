"""All tests by date: in words, by keyboard, copied with headings, quick after twenty years."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest

from secondop_desktop.features.results.rules.by_date import by_date
from secondop_desktop.features.results.rules.series import series
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Space, Text, Weight
from tests.effort import effort
from tests.features.desk import Desk
from tests.features.page_desk import open_page, rest
from tests.features.rows import day
from tests.widgets.walker import unnamed


@pytest.fixture
def tested(desk: Desk) -> Desk:
    """Two tests on three dates, one of them without one."""
    for test, value, when, between in (
        ("Folate", "2.1", "2025-03-01", "3.9-20"),
        ("Folate", "7.0", "2026-03-01T09:30", "3.9-20"),
        ("Zinc", "31", "2026-03-01", "11-24"),
        ("Zinc", "12", "2025-03-01", "10-18"),
        ("Zinc", "15", "", "11-24"),
    ):
        date = day(when) if when else None
        values = {"value": Quantity(value), "range": Range(between), "unit": "nmol/L"}
        desk.add("result", test=test, date=date, **values)
    return desk


def table(desk: Desk) -> Any:
    page = open_page(desk, "result", at="dates")
    assert unnamed(page) == []
    return page


def row(shown: Any, at: int) -> list[str]:
    model = shown.model()
    return [model.index(at, column).data() for column in range(model.columnCount())]


def test_the_newest_date_is_first_and_results_of_one_day_stand_together(tested: Desk) -> None:
    shown = table(tested).dates
    way = Qt.Orientation.Horizontal
    heads = [shown.model().headerData(at, way) for at in range(3)]
    assert heads == ["1 March 2026", "1 March 2025", "No date"]
    assert [row(shown, 0), row(shown, 1)] == [["7.0", "2.1", ""], ["31", "12", "15"]]
    assert shown.model().headerData(1, Qt.Orientation.Vertical) == "Zinc, nmol/L\n11-24"


def test_where_a_result_lies_is_said_in_words(tested: Desk) -> None:
    model = table(tested).dates.model()
    below = Qt.ItemDataRole.UserRole
    assert model.index(0, 1).data(below) == "below"
    assert model.index(1, 0).data(below) == "above"
    assert model.index(1, 1).data(below) == "(10-18)"
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Folate, 1 March 2025: 2.1 nmol/L, below the range printed on the report"


def test_no_date_and_no_value_is_cut(tested: Desk) -> None:
    tested.add("result", test="Zinc", date=day("2024-05-11"), value=Quantity("9"), unit="nmol/L")
    shown = table(tested).dates
    look = theme.current()
    heads = QFontMetrics(look.font(Text.SMALL, Weight.BOLD))
    for at in range(shown.model().columnCount()):
        words = shown.model().headerData(at, Qt.Orientation.Horizontal).rpartition(" ")
        room = shown.columnWidth(at) - 2 * Space.MEDIUM
        assert all(heads.horizontalAdvance(part) <= room for part in words), words


def test_it_is_a_table_to_assistive_technology(tested: Desk) -> None:
    shown = table(tested).dates
    face = QAccessible.queryAccessibleInterface(shown)
    assert face.role() == QAccessible.Role.Table
    assert face.childCount() == (2 + 1) * (3 + 1)


def test_it_is_copied_with_its_headings(tested: Desk) -> None:
    shown = table(tested).dates
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Test\tUnit\tRange\t1 March 2026\t1 March 2025\tNo date"
    assert lines[2] == "Zinc\tnmol/L\t11-24\t31\t12\t15"
    QGuiApplication.clipboard().clear()


def test_enter_opens_the_result_in_its_test(tested: Desk) -> None:
    page = table(tested)
    page.focus_start()
    QTest.keyClick(page.dates, Qt.Key.Key_Right)
    QTest.keyClick(page.dates, Qt.Key.Key_Return)
    rest()
    assert not page.dates.isVisible()
    assert page.view.series.test == "Folate"
    assert (
        page.view.table.current_key()
        == by_date(series(tested.journal.entries("result"))).lines[0].cells[day("2025-03-01")][0].id
    )


@pytest.mark.parametrize("years", [2, 20])
def test_what_is_painted_does_not_grow_with_the_years(desk: Desk, years: int) -> None:
    with desk.journal.change("Add") as change:
        for number in range(years * 12):
            when = day(f"{2006 + number // 12}-{number % 12 + 1:02}-05")
            values = {"value": Quantity(str(number)), "date": when, "unit": "g/L"}
            change.add("result", person=desk.person, test="Haemoglobin", **values)
    shown = table(desk).dates
    assert effort(shown.viewport().repaint) < 4000
