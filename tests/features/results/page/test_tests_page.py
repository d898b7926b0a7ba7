"""The page of test results: each test with its newest value, and one of them over time."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.results.page.result_menus import acts_on_results
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk
from tests.features.page_desk import open_page, rest
from tests.features.rows import day
from tests.journal.written import raw
from tests.widgets.walker import cut_off, unnamed

HB, K = "Haemoglobin, g/L", "Potassium, mmol/L"


def add(desk: Desk, value: str, when: str = "", **more: Any) -> str:
    """Write a haemoglobin in g/L with the range of its laboratory, unless said otherwise."""
    usual = {"test": "Haemoglobin", "unit": "g/L", "range": Range("115-165"), "lab": "City Lab"}
    date = day(when) if when else None
    return desk.add("result", **{**usual, "value": Quantity(value), "date": date, **more})


@pytest.fixture
def measured(desk: Desk) -> Desk:
    """A test with three values and one without a date, and another test with a single one."""
    for value, when in (("104", "2026-03-05"), ("120", "2026-06-01"), ("99", "2026-01-02")):
        add(desk, value, when)
    add(desk, "111")
    add(desk, "5.2", "2026-02-01", test="Potassium", unit="mmol/L", range=None)
    return desk


def titles(page: Any) -> dict[str, str]:
    return {item.title: item.detail for item in page.list.items()}


def values(page: Any) -> list[str]:
    """Return the dates and values of the table as it stands."""
    model = page.view.table.model()
    return [
        " ".join(str(model.index(row, column).data()) for column in (0, 1))
        for row in range(model.rowCount())
    ]


def choose(page: Any, title: str) -> None:
    page.list.choose(next(item.key for item in page.list.items() if item.title == title))
    rest()


def newest(desk: Desk) -> Any:
    return max(desk.journal.entries("result"), key=lambda row: row.created)


def test_each_test_says_its_newest_value_whatever_was_written_last(measured: Desk) -> None:
    page = open_page(measured, "result")
    said = titles(page)
    assert said.keys() == {HB, K}
    assert said[HB] == "120 g/L, 1 June 2026"
    assert said[K] == "5.2 mmol/L, 1 February 2026"
    assert unnamed(page) == []


def test_a_result_with_a_harmed_date_is_listed_apart_as_what_is_to_be_seen_to(
    measured: Desk,
) -> None:
    """It is a draft then, and stands in no series as if nobody had known its date."""
    entry = add(measured, "98", "2026-07-07")
    with raw(measured.journal.path) as connection:
        connection.execute("UPDATE result SET date = 'soon' WHERE id = ?", (entry,))
    measured.journal.read_afresh()
    page = open_page(measured, "result")
    assert page.tests.key_with(entry) == (entry, "", "")
    choose(page, HB)
    assert "98 g/L" not in " ".join(values(page))
    assert titles(page)[HB] == "120 g/L, 1 June 2026"


def test_a_test_stands_newest_first_and_what_has_no_date_only_in_the_table(
    measured: Desk,
) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    assert values(page) == [
        "No date 111 g/L",
        "1 June 2026 120 g/L",
        "5 March 2026 104 g/L",
        "2 January 2026 99 g/L",
    ]
    assert page.view.chart.isVisible()
    assert page.view.unplotted.text() == "1 without a date or in words are only in the table."
    choose(page, K)
    assert values(page) == ["1 February 2026 5.2 mmol/L"]
    assert not page.view.chart.isVisible()
    assert not page.view.unplotted.isVisible()


def test_one_more_of_a_test_starts_with_what_stays_the_same(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)

    page.view.more.click()
    edits = page.form.edits
    assert edits["test"].value() == "Haemoglobin"
    assert edits["value"].value() is None
    measured.type(edits["value"], "118")
    assert page.form.done()
    made = newest(measured)
    assert (made.test, made.unit, made.lab, str(made.range)) == (
        *("Haemoglobin", "g/L", "City Lab", "115-165"),
    )
    assert (made.value.text, made.person) == ("118", measured.person)
    assert page.view.table.current_key() == made.id
    measured.journal.undo()
    assert "118 g/L" not in " ".join(values(page))


def test_nothing_is_written_by_looking_into_an_empty_form(measured: Desk) -> None:
    page = open_page(measured, "result")
    page.add_button.click()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.form is None
    assert len(measured.journal.entries("result")) == 5
    assert page.focusWidget() is page.list
    assert page.view is not None


def test_enter_on_a_row_turns_that_result_into_its_form_in_the_pane(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    first = page.view.table.keys()[0]
    page.view.table.choose(first)
    QTest.keyClick(page.view.table, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert page.form.draft.entry == page.here() == first
    page.form.edits["value"].put(Quantity("112"))
    page.form.edits["value"].edited.emit()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.form is None
    assert page.view.table.current_key() == first
    assert "No date 112 g/L" in values(page)


def test_another_row_of_the_list_leaves_the_form_with_what_was_typed(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    measured.type(page.form.edits["notes"], "Fasting")
    choose(page, K)
    assert page.form is None
    assert page.view.title.text() == K
    assert "Fasting" in [row.notes for row in measured.journal.entries("result")]


def test_delete_puts_the_results_chosen_in_the_bin_by_one_step(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    table = page.view.table
    table.setFocus()
    table.choose(table.keys()[1])
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert values(page) == ["No date 111 g/L", "2 January 2026 99 g/L"]
    measured.journal.undo()
    assert len(values(page)) == 4


def test_a_whole_test_goes_by_its_row(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert titles(page).keys() == {K}
    measured.journal.undo()
    assert titles(page).keys() == {HB, K}


def test_tests_stand_by_name_or_by_the_newest(measured: Desk) -> None:
    add(measured, "1.2", "2027-01-01", test="albumin")
    page = open_page(measured, "result")
    order = page.listed.tools.order
    order.setCurrentIndex(order.findText("By name, A to Z"))
    assert [item.title for item in page.list.items()] == ["albumin, g/L", HB, K]
    order.setCurrentIndex(order.findText("Newest first"))
    assert [item.title for item in page.list.items()] == ["albumin, g/L", HB, K]


def test_a_result_is_opened_in_its_test_and_told_as_here(measured: Desk) -> None:
    page = open_page(measured, "result")
    (entry,) = [row.id for row in measured.journal.entries("result", test="Potassium")]
    page.open_entry(entry)
    assert page.view.title.text() == K
    assert page.view.table.current_key() == page.here() == entry
    page.open_entry("nobody")
    assert page.here() == entry


def test_a_test_whose_last_result_goes_is_closed(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, K)
    (entry,) = [row.id for row in measured.journal.entries("result", test="Potassium")]
    with measured.journal.change("Put away") as change:
        change.put_away("result", entry)
    rest()
    assert titles(page).keys() == {HB}
    assert page.view is None
    assert page.here() == ""
    measured.journal.undo()
    assert titles(page).keys() == {HB, K}


def test_results_of_others_are_not_here(measured: Desk) -> None:
    with measured.journal.change("Add") as change:
        other = change.add("person", name="Owen Evans")
        change.add("result", person=other, test="Glucose", value=Quantity("5"))
    assert titles(open_page(measured, "result")).keys() == {HB, K}


def test_nothing_yet_offers_the_first_and_one_alone_is_in_words(desk: Desk) -> None:
    page = open_page(desk, "result")
    assert page.empty.isVisible()
    assert not page.panes.isVisible()
    page.focus_start()
    assert page.focusWidget() is page.empty.button
    add(desk, "positive", "2026-01-02", test="Virus", unit="", range=None)
    assert not page.empty.isVisible()
    assert titles(page) == {"Virus": "positive, 2 January 2026"}


def test_files_are_brought_in_elsewhere(measured: Desk) -> None:
    page = open_page(measured, "result")
    with measured.qtbot.waitSignal(page.place_wanted) as heard:
        page.bring.click()
    assert heard.args == ["import"]


@pytest.mark.parametrize("percent", [100, 200])
def test_absurd_names_and_large_text_are_whole(
    measured: Desk, qapp: QApplication, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    name = "🫀 مرحبا ŵ " * 400
    for number in range(3):
        add(measured, str(number), f"2026-01-0{number + 1}", test=name)
    page = open_page(measured, "result", (1020, 680))
    page.open_entry(newest(measured).id)
    rest()
    assert page.view.series.test.split() == name.split()
    assert unnamed(page) == []
    assert cut_off(page) == []


def test_a_draft_is_listed_as_one_and_never_counted(desk: Desk) -> None:
    add(desk, "120", "2026-06-01")
    begun = desk.add("result", unit="mmol/L", lab="City Lab")
    unread = desk.add(
        "result", test="Haemoglobin", unit="g/L", value=Quantity("90"), unread={"date": "31 Feb"}
    )
    empty = desk.add("result", test="Sodium")
    page = open_page(desk, "result")
    listed = [(item.key[0], item.status.word) for item in page.list.items() if item.status]
    assert listed == [(empty, "Draft"), (unread, "Draft"), (begun, "Draft")]
    assert titles(page)[HB].startswith("120 g/L, 1 June 2026")
    assert "90" not in titles(page)[HB]


def test_a_draft_opens_itself_and_becomes_a_result(desk: Desk) -> None:
    add(desk, "120", "2026-06-01")
    draft = desk.add("result", test="Sodium")
    page = open_page(desk, "result")
    page.open_entry(draft)
    assert page.here() == draft
    assert page.view is None
    assert "draft" in page.begun.said.text()
    with desk.journal.change("Edit") as change:
        change.edit("result", draft, value=Quantity("140"), unit="mmol/L")
    assert "Sodium, mmol/L" in titles(page)
    assert page.begun is None


def test_a_result_told_in_words_only_is_listed_without_being_a_draft(desk: Desk) -> None:
    told = desk.add("result", test="Urine culture", notes="No growth")
    page = open_page(desk, "result")
    [item] = page.list.items()
    assert item.status is None
    page.open_entry(told)
    assert page.begun.said.text() == "No growth"


def test_nine_tests_are_in_sight_on_a_small_laptop(desk: Desk) -> None:
    for number in range(14):
        add(desk, "5", "2026-02-01", test=f"Test {number:02}")
    page = open_page(desk, "result", (1144, 716))  # the top row of 52 stands in it
    shown = page.list.viewport().rect()
    whole = [
        at
        for at in range(14)
        if shown.contains(page.list.visualRect(page.list.model().index(at, 0)))
    ]
    assert len(whole) >= 9
    assert page.view is not None


def test_the_filter_leaves_what_fits(desk: Desk) -> None:
    for number in range(9):
        add(desk, "5", "2026-02-01", test=f"Test {number:02}")
    page = open_page(desk, "result")
    page.filter.setText("test 07")
    assert [item.title for item in page.list.items()] == ["Test 07, g/L"]


def starred(desk: Desk) -> list[str]:
    return [str(row.value) for row in desk.journal.entries("result") if row.star]


def test_a_result_is_starred_on_the_page_and_one_undo_takes_it_back(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    page.view.table.choose(next(p.id for p in page.view.series.points if str(p.value) == "104"))
    assert not page.view.star.isChecked()
    page.view.star.click()
    assert starred(measured) == ["104"]
    assert page.view.star.isChecked()
    assert titles(page)[HB] == "120 g/L, 1 June 2026 · ★ for a doctor"
    page.view.star.click()
    assert starred(measured) == []
    measured.journal.undo()
    assert starred(measured) == ["104"]
    assert unnamed(page) == []


def test_the_menu_of_the_list_stars_the_newest_result(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    act = next(one for one in page.row_acts() if one.icon == "star")
    act.does()
    assert starred(measured) == ["120"]
    act = next(one for one in page.row_acts() if one.icon == "star")
    assert act.words == "Take the star away"
    act.does()
    assert starred(measured) == []


def test_several_results_are_starred_from_the_menu_of_their_table(measured: Desk) -> None:
    page = open_page(measured, "result")
    choose(page, HB)
    page.view.table.selectAll()
    act = next(one for one in acts_on_results(page, page.view.table) if one.icon == "star")
    act.does()
    assert len(starred(measured)) == 4
