"""Entering a lab report: asked once, a line for each result, saved as typed, one step to undo."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.counted import Hand
from tests.features.desk import Desk
from tests.features.page_desk import full_disk, open_page, rest
from tests.features.rows import day
from tests.widgets.walker import cut_off, unnamed

KNOWN = (
    ("Sodium", "mmol/L", "133-146", "139"),
    ("Potassium", "mmol/L", "3.5-5.3", "4.4"),
    ("Urea", "mmol/L", "2.5-7.8", "6.1"),
    ("Creatinine", "µmol/L", "45-84", "71"),
    ("Albumin", "g/L", "35-50", "41"),
    ("ALT", "U/L", "<41", "22"),
    ("Bilirubin", "µmol/L", "<21", "9"),
    ("Calcium", "mmol/L", "2.20-2.60", "2.31"),
    ("CRP", "mg/L", "<5", "<1"),
    ("TSH", "mU/L", "0.27-4.20", "1.9"),
)


@pytest.fixture
def hand() -> Hand:
    """A hand that has done nothing yet."""
    return Hand()


@pytest.fixture
def known(desk: Desk) -> Desk:
    """Ten tests that were measured once before."""
    for test, unit, between, value in KNOWN:
        desk.add(
            "result",
            test=test,
            unit=unit,
            range=Range(between),
            value=Quantity(value),
            date=day("2026-01-15"),
        )
    return desk


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Leave nothing to paste to the next test."""
    yield
    QGuiApplication.clipboard().clear()


def report(desk: Desk, entry: str = "") -> Any:
    page = open_page(desk, "result", at=f"report:{entry}")
    return page.report


def made(desk: Desk, lab: str) -> list[Any]:
    return list(desk.journal.entries("result", lab=lab))


def typed(row: Any) -> tuple[str, str, str, str]:
    return row.test, str(row.value or ""), row.unit, str(row.range or "")


def test_ten_results_take_45_actions_at_most(known: Desk, hand: Hand) -> None:
    page = open_page(known, "result")
    hand.click(page.enter_button)
    hand.type("3 Feb 2026")
    hand.key("Return")
    hand.type("Northmoor Pathology")
    hand.key("Return")
    for number, (test, _unit, _range, value) in enumerate(KNOWN):
        hand.type(test)
        hand.key("Return")
        hand.type(value)
        if number < len(KNOWN) - 1:
            hand.key("Return")
    hand.key("Ctrl+Return")
    assert hand.actions <= 45
    rows = made(known, "Northmoor Pathology")
    assert [typed(row) for row in rows] == [(t, v, u, r) for t, u, r, v in KNOWN]
    assert {row.date for row in rows} == {day("2026-02-03")}
    assert page.report is None
    assert page.here() == rows[0].id


BLOCK = "\n".join(
    ["Test\tResult\tUnits\tReference range"]
    + [f"{test}\t{value}\t{unit}\t{between}" for test, unit, between, value in KNOWN]
)


def test_ten_results_take_three_actions_by_paste(desk: Desk, hand: Hand) -> None:
    page = open_page(desk, "result")
    QGuiApplication.clipboard().setText(BLOCK)
    hand.click(page.empty.button)
    hand.key("Ctrl+V")
    hand.key("Ctrl+Return")
    assert hand.actions <= 3
    rows = desk.journal.entries("result")
    assert [typed(row) for row in rows] == [(t, v, u, r) for t, u, r, v in KNOWN]


def test_a_block_pasted_into_the_date_fills_the_lines_too(desk: Desk, hand: Hand) -> None:
    page = open_page(desk, "result", at="report")
    QGuiApplication.clipboard().setText("Ferritin\t8\tµg/L\t13-150\t4 May 2026\n")
    hand.key("Ctrl+V")
    assert page.report.flush()
    (row,) = desk.journal.entries("result")
    assert typed(row) == ("Ferritin", "8", "µg/L", "13-150")
    assert row.date == day("2026-05-04")


def test_what_is_typed_is_kept_and_one_step_takes_the_report_back(known: Desk, hand: Hand) -> None:
    view = report(known)
    hand.type("4")
    for name, text in (("test", "Folate"), ("value", "9.9")):
        view.grid.lines[0].boxes[name].setFocus()
        hand.type(text)
        assert view.flush()
    view.grid.lines[1].boxes["test"].setFocus()
    hand.type("Vitamin B12")
    view.hide()
    assert [row.test for row in known.journal.entries("result")][10:] == ["Folate", "Vitamin B12"]
    known.journal.undo()
    assert len(known.journal.entries("result")) == 10
    known.journal.redo()
    assert len(known.journal.entries("result")) == 12


def test_a_date_that_is_none_yet_is_kept_as_typed(desk: Desk, hand: Hand) -> None:
    view = report(desk)
    hand.type("31/02/2026")
    view.hide()
    (row,) = desk.journal.entries("result")
    assert row.date is None
    assert "31/02/2026" in row.unread["date"]
    again = report(desk, row.id)
    assert again.date.typed() == row.unread["date"]
    assert not again.done()
    assert again.summary.isVisible()


def test_a_report_is_gone_on_with(desk: Desk) -> None:
    shared = {"date": day("2026-03-02"), "lab": "City Lab"}
    first = desk.add("result", test="Iron", value=Quantity("11"), **shared)
    desk.add("result", test="Zinc", value=Quantity("12"), **shared)
    desk.add("result", test="Copper", value=Quantity("13"), date=day("2026-03-02"))
    view = report(desk, first)
    assert [line.test for line in view.grid.value()] == ["Iron", "Zinc"]
    view.grid.lines[1].boxes["test"].setFocus()
    for name in ("test", "value"):
        box = view.grid.lines[1].boxes[name]
        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Delete)
    assert view.done()
    assert {row.test for row in desk.journal.entries("result")} == {"Iron", "Copper"}


def test_one_sign_is_read_by_all_lines_of_the_report(desk: Desk) -> None:
    view = report(desk)
    view.take_block("Natrium\t1.400\tmmol/L\t\nKalium\t4,4\tmmol/L\t3,5-5,3", 0)
    assert view.flush()
    first, second = desk.journal.entries("result")
    assert (str(first.value), first.value.number) == ("1.400", 1400)
    assert second.value.read_as == ""
    assert view.grid.lines[0].note.text() == "Read as 1400"


def test_what_can_mean_two_numbers_is_asked_and_kept_as_printed(desk: Desk) -> None:
    view = report(desk)
    view.take_block("Platelets\t1,200\t10⁹/L\t", 0)
    line = view.grid.lines[0]
    assert [button.text() for button in line.which.buttons] == ["1200", "1.200"]
    assert view.flush()
    assert desk.journal.entries("result")[0].value == Quantity("1,200")
    line.which.buttons[0].click()
    assert view.flush()
    assert desk.journal.entries("result")[0].value == Quantity("1,200", "1200")


def test_the_same_again_is_noticed_once(known: Desk) -> None:
    view = report(known)
    view.date.set_value(day("2026-01-15"))
    view.date.edited.emit()
    view.take_block("sodium\t139\tmmol/l\t", 0)
    assert not view.done()
    assert view.summary.isVisible()
    assert view.done()


def test_a_line_without_a_test_or_a_value_is_pointed_out(desk: Desk) -> None:
    view = report(desk)
    view.grid.put_block(0, view.grid.value())
    QTest.keyClicks(view.grid.lines[0].boxes["value"], "5")
    QTest.keyClicks(view.grid.lines[1].boxes["test"], "Iron")
    assert [problem.text for problem in view.problems()] == [
        "Line 1: enter the name of the test",
        "Line 2: enter the result of Iron, or clear the line",
    ]


def test_results_of_several_dates_are_not_mixed(desk: Desk) -> None:
    view = report(desk)
    view.take_block("Iron\t5\tµmol/L\t1 May 2026\nIron\t6\tµmol/L\t2 May 2026", 0)
    assert view.grid.value() == ()
    assert view.said.isVisible()


def test_nothing_is_written_by_looking(desk: Desk, hand: Hand) -> None:
    page = open_page(desk, "result", at="report")
    hand.key("Escape")
    assert page.report is None
    assert desk.journal.entries("result") == []


def test_a_full_disk_is_told_and_nothing_is_lost(
    desk: Desk, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = report(desk)
    view.grid.lines[0].boxes["test"].setFocus()
    with full_disk(monkeypatch):
        hand.type("Iron")
        assert not view.done()
        assert view.trouble.told
    assert view.flush()
    assert [row.test for row in desk.journal.entries("result")] == ["Iron"]


@pytest.mark.parametrize("size", [(1100, 690), (820, 560)])
def test_every_box_has_a_name_and_room(known: Desk, size: tuple[int, int]) -> None:
    page = open_page(known, "result", size, at="report")
    page.report.take_block(BLOCK, 0)
    rest()
    assert unnamed(page) == []
    assert cut_off(page) == []
    assert page.scroller.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("block", "rows", "said"),
    [
        (
            "Ramipril 5 mg once daily\nSerum zinc\n9.1 umol/L\nNormal range: 11 - 19 umol/L\n",
            [("Serum zinc", "9.1", "umol/L", "11 - 19 umol/L")],
            "Ramipril 5 mg once daily",
        ),
        ("Name\tTest\tResult\nNora Field\tZinc\t9\nTom Field\tZinc\t12\n", [], "several people"),
        ("Please come again in 2 weeks.\nYours,\nDr Sand", [], "Nothing was changed"),
    ],
)
def test_what_a_block_does_not_bring_is_said(
    desk: Desk, block: str, rows: list[tuple[str, str, str, str]], said: str
) -> None:
    view = report(desk)
    view.take_block(block, 0)
    assert view.flush()
    assert [typed(row) for row in desk.journal.entries("result")] == rows
    assert said in view.said.text.text()
