"""Results found in a letter: compared with its pages, corrected, ticked, added in one step."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.features.results.page.found_view import FoundView
from secondop_desktop.features.results.page.result_menus import acts_on_results
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.preview.quote import read_frame
from secondop_desktop.widgets.theme import Scheme
from tests.exchange.printed_results.makers import Draw, by_qt, by_reportlab
from tests.exchange.printed_results.reports import SETS, Line, Put, by_dates, headed, letter
from tests.features.desk import Desk
from tests.features.page_desk import full_disk, open_page, rest
from tests.features.rows import day
from tests.widgets.walker import cut_off, unnamed

BLOOD, SALTS, _HORMONES = SETS


def record(desk: Desk, draw: Draw, make: Callable[[Draw], bytes] = by_reportlab) -> str:
    content = Content("blood.pdf", data=make(draw))
    return keep(desk.journal, content, None, {"person": desk.person, "title": "Blood results"})


def found(desk: Desk, letter: str) -> tuple[Any, FoundView]:
    page = open_page(desk, "result", at=f"found:{letter}", size=(1300, 800))
    view = page.report
    assert isinstance(view, FoundView)
    desk.qtbot.waitUntil(lambda: bool(view.grids) or view.said.text() != _LOOKING)
    return page, view


_LOOKING = "Looking for results in this letter…"


def test_what_is_ticked_is_added_in_one_step_with_its_page_and_frame(desk: Desk) -> None:
    letter = record(desk, headed(BLOOD).draw)
    page, view = found(desk, letter)
    assert view.said.text() == "11 results were found."
    assert view.add_button.text() == "Add 11 results"
    view.grids[0].lines[2].tick.click()
    view.grids[0].lines[0].line.boxes["value"].setText("89")
    view.lab.line.setText("Bristol")
    desk.press(view.add_button)
    rows = {row.test: row for row in desk.journal.entries("result")}
    assert len(rows) == 10
    assert "Platelets" not in rows
    first = rows["Haemoglobin"]
    assert (str(first.value), first.unit, str(first.range), first.flag) == (
        "89", "g/L", "115 - 165", "L",
    )  # fmt: skip
    assert (first.date, first.lab, first.record, first.page) == (
        day("2024-05-14"), "Bristol", letter, 1,
    )  # fmt: skip
    left, top, width, height = read_frame(first.place) or (0, 0, 0, 0)
    assert 0.08 < left < 0.12
    assert 0.16 < top < 0.2
    assert width > 0.5
    assert 0 < height < 0.03
    assert page.report is None
    desk.journal.undo()
    assert desk.journal.entries("result") == []


def test_a_frame_on_the_page_leads_to_its_line_and_a_line_to_its_frame(desk: Desk) -> None:
    _page, view = found(desk, record(desk, headed(BLOOD).draw))
    pages = view.beside.preview.shown.pages  # type: ignore[union-attr]
    assert len(pages.frames) == 11
    view.grids[0].lines[4].line.boxes["unit"].setFocus()
    assert pages.framed == 4
    spot = pages.spot(pages.frames[7]).center()
    QTest.mouseClick(pages, Qt.MouseButton.LeftButton, pos=spot)
    assert view.grids[0].lines[7].tick.hasFocus()
    assert pages.framed == 7


def test_each_date_has_its_lines_and_what_is_known_already_is_not_ticked(desk: Desk) -> None:
    desk.add("result", test="sodium", value=Quantity("139"), unit="mmol/L", date=day("2024-05-14"))
    _page, view = found(desk, record(desk, by_dates(SALTS).draw))
    assert [grid.date.value() for grid in view.grids] == [day("2024-01-03"), day("2024-05-14")]
    assert [len(grid.ticked()) for grid in view.grids] == [12, 11]
    assert view.grids[1].lines[0].line.note.text() == "You have this result already."
    desk.press(view.add_button)
    assert len(desk.journal.entries("result", date=day("2024-01-03"))) == 12


def test_nothing_in_sentences_is_ticked_and_a_line_can_be_written_by_hand(desk: Desk) -> None:
    _page, view = found(desk, record(desk, letter(SALTS).draw))
    assert view.said.text() == "4 results were found. 4 are not ticked: look at them carefully."
    assert not view.add_button.isEnabled()
    desk.press(view.line_button)
    line = view.grids[0].lines[-1]
    QTest.keyClicks(line.line.boxes["test"], "Ferritin")
    desk.press(view.add_button)
    assert desk.journal.entries("result") == []
    assert view.summary.isVisible()
    QTest.keyClicks(line.line.boxes["value"], "31")
    desk.press(view.add_button)
    (row,) = desk.journal.entries("result")
    assert (row.test, row.page, row.place) == ("Ferritin", None, "")


def test_pages_without_words_say_what_to_do(desk: Desk) -> None:
    def empty(put: Put) -> None:
        """A page on which nothing stands."""

    _page, view = found(desk, record(desk, empty, by_qt))
    assert "pictures without words" in view.said.text()
    assert not view.line_button.isEnabled()


def test_words_without_results_say_so(desk: Desk) -> None:
    _page, view = found(desk, record(desk, lambda put: put(60, 60, "Dear Ann, all is well.")))
    assert "No results were found" in view.said.text()
    assert view.line_button.isEnabled()


def test_leaving_adds_nothing_and_a_full_disk_keeps_what_was_ticked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = record(desk, headed(SALTS).draw)
    _page, view = found(desk, letter)
    with full_disk(monkeypatch):
        desk.press(view.add_button)
        assert view.trouble.isVisible()
    assert desk.journal.entries("result") == []
    assert view.add_button.text() == "Add 12 results"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    rest()
    assert desk.journal.entries("result") == []


def test_the_letter_of_a_report_offers_to_be_looked_through(desk: Desk) -> None:
    letter = record(desk, headed(SALTS).draw)
    page = open_page(desk, "result", at="report:")
    assert not page.report.find_button.isVisible()
    page.report.record.set_value(letter)
    page.report.record.edited.emit()
    button = page.report.find_button
    assert isinstance(button, Button)
    desk.press(button)
    assert isinstance(page.report, FoundView)


def test_a_result_is_shown_in_its_letter_again(desk: Desk) -> None:
    letter = record(desk, headed(BLOOD).draw)
    page, view = found(desk, letter)
    desk.press(view.add_button)
    rest()
    entry = page.view.series.points[-1].id
    page.view.table.choose(entry)
    (show,) = [one for one in acts_on_results(page, page.view.table) if one.icon == "record"]
    with desk.qtbot.waitSignal(page.place_wanted) as wanted:
        show.does()
    row = desk.journal.get("result", entry)
    assert wanted.args == [f"record:{letter}#page=1&words={row.place}"]


def test_every_part_is_named_and_nothing_is_cut_off(desk: Desk) -> None:
    _page, view = found(desk, record(desk, by_dates(BLOOD).draw))
    assert unnamed(view) == []
    assert [one for one in cut_off(view) if not one.startswith("Pages in ")] == []


_LONG = (
    Line("Haemoglobin", "98", "g/L", "115 - 165", "L"),
    Line("eGFR", "47", "mL/min/1.73m²", "> 60", "L"),
    Line("Alkaline phosphatase", "130", "U/L", "30 - 130"),
)
_LONGER = (
    Line("TSH receptor antibodies", "12", "thousand international units/L", "< 1.75", "H"),
    Line("Haemoglobin", "98", "g/L", "115 - 165", "L"),
)


@pytest.mark.parametrize("rows", [_LONG, _LONGER], ids=["long", "longer"])
def test_a_long_unit_is_read_whole_beside_the_page(desk: Desk, rows: tuple[Line, ...]) -> None:
    page, view = found(desk, record(desk, _wide(rows)))
    page.resize(1060, 690)
    rest()
    assert view.beside.preview.isVisible()
    boxes = [line.line.boxes for grid in view.grids for line in grid.lines]
    assert len(boxes) == len(rows)
    for name in ("value", "unit", "range", "flag"):
        assert all(one[name].width() >= one[name].needed() for one in boxes), name
    above = boxes[0]["test"].y() < boxes[0]["value"].y()
    assert above == (rows is _LONGER)
    if above:
        assert all(one["test"].width() >= one["test"].needed() for one in boxes)
    assert cut_off(view.column) == []
    assert unnamed(page) == []


def _wide(rows: tuple[Line, ...]) -> Draw:
    """Print rows with room for long units."""

    def draw(put: Put) -> None:
        put(60, 60, "Collected: 14/05/2024")
        places = (60, 220, 260, 440, 530)
        for x, head in zip(places, ("Test", "Result", "Units", "Range", "Flag"), strict=True):
            put(x, 160, head)
        for at, row in enumerate(rows, 1):
            for x, text in zip(places, row[:5], strict=True):
                put(x, 160 + 16 * at, text)

    return draw


def test_with_large_letters_in_a_small_window_only_the_lines_scroll(
    desk: Desk, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    page, view = found(desk, record(desk, headed(BLOOD).draw))
    page.resize(1024, 480)
    rest()
    assert view.column.verticalScrollBar().maximum() > 0
    assert page.scroller.verticalScrollBar().maximum() == 0
