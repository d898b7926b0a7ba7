"""Options side by side: waiting among them, chances out of one number, in the person's order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel

from secondop_desktop.features.decisions.page import OptionsPage
from secondop_desktop.features.decisions.rules.options import WAITING_NAME, lacks_waiting
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.icon_array import IconArray
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.theme import Scheme
from tests.features.decisions.page.conftest import (
    Table,
    focused,
    in_window,
    press,
    tab_to,
)
from tests.features.desk import settle
from tests.features.page_desk import full_disk
from tests.widgets.walker import cut_off, small, unnamed


def words(page: OptionsPage) -> list[str]:
    """Return all that can be read on the cards."""
    labels = page.board.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def names(page: OptionsPage) -> list[str]:
    """Return the options from left to right."""
    return [column.title for column in page.columns]


def choose(act: QAction, words: str) -> None:
    """Choose from the menu of a line what says these words."""
    assert act.text() == words
    act.trigger()
    settle()


def test_an_empty_page_says_what_it_is_for_and_adds_the_first_option(table: Table) -> None:
    page = table.options()
    page.focus_start()
    assert focused() == "Add an option"
    assert page.board.isVisible()  # waiting is one of the options before any is written
    assert page.wait_button.isVisible()
    in_window(lambda form: table.desk.type(form.edits["name"], "Operate"))
    press()
    assert names(page) == ["Operate"]
    assert focused(page) == "More for: Operate"
    assert unnamed(page) == []


def test_waiting_stands_among_the_options_until_it_is_written_about(table: Table) -> None:
    table.option("Operate")
    page = table.options()
    assert WAITING_NAME in words(page)
    assert lacks_waiting(table.rows("option"))
    tab_to("Write about it")
    in_window(lambda form: table.desk.type(form.edits["description"], "A scan in May"))
    press()
    wait = table.rows("option")[-1]
    assert (wait.name, wait.waiting, wait.case) == (WAITING_NAME, True, table.desk.case)
    assert "A scan in May" in words(page)
    assert focused(page) == f"More for: {WAITING_NAME}"
    table.undo()
    table.undo()
    assert [row.name for row in table.rows("option")] == ["Operate"]
    assert WAITING_NAME in words(page)


def test_each_opinions_view_is_set_in_place(table: Table) -> None:
    operate, wait = table.option("Operate"), table.option("Wait", waiting=True)
    page = table.options()
    combos = page.columns[0].stances.combos
    assert list(combos) == [table.first, table.second]
    combos[table.second].setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert page.flush()
    assert table.journal.get("option", operate).stances == {table.second: "possible"}
    assert table.journal.get("option", wait).stances == {}
    table.undo()
    assert table.journal.get("option", operate).stances == {}
    assert page.columns[0].stances.combos[table.second].currentIndex() == 0
    assert QApplication.focusWidget() is page.columns[0].stances.combos[table.second]


def test_without_an_opinion_the_page_leads_to_them(table: Table) -> None:
    with table.journal.change("bin") as change:
        change.put_away("opinion", table.first)
        change.put_away("opinion", table.second)
    table.option("Wait", waiting=True)
    page = table.options()
    asked = QSignalSpy(page.place_wanted)
    tab_to("Go to the opinions")
    press()
    assert asked.at(0) == ["opinion"]


def test_options_move_left_and_right_and_the_keyboard_goes_with_them(table: Table) -> None:
    for name in ("Operate", "Tablets", "Wait"):
        table.option(name, waiting=name == "Wait")
    page = table.options()
    tab_to("More for: Operate")
    assert not page.columns[0].menu.before.isEnabled()
    choose(page.columns[0].menu.after, "Move right")
    assert names(page) == ["Tablets", "Operate", "Wait"]
    assert focused() == "More for: Operate"
    choose(page.columns[1].menu.after, "Move right")
    assert names(page) == ["Tablets", "Wait", "Operate"]
    assert focused() == "More for: Operate"
    assert [row.rank for row in page.options()] == [1, 2, 3]
    table.undo()
    assert names(page) == ["Tablets", "Operate", "Wait"]
    table.undo()
    assert names(page) == ["Operate", "Tablets", "Wait"]
    assert table.journal.undo_label() == "add"


def test_benefits_and_risks_move_up_and_down_and_are_never_sorted(table: Table) -> None:
    option = table.option("Wait", waiting=True)
    ids = [table.risk(option, text) for text in ("Pain", "A clot", "Tired")]
    with table.journal.change("matters") as change:
        change.edit("outcome", ids[2], matters=5)
    page = table.options()
    assert [view.title for view in page.columns[0].views] == ["Pain", "A clot", "Tired"]
    tab_to("More for: A clot")
    choose(page.columns[0].views[1].menu.before, "Move up")
    assert [view.title for view in page.columns[0].views] == ["A clot", "Pain", "Tired"]
    assert focused() == "More for: A clot"
    table.undo()
    assert [view.title for view in page.columns[0].views] == ["Pain", "A clot", "Tired"]


def test_a_line_goes_into_the_bin_and_comes_back_by_undo(table: Table) -> None:
    option = table.option("Wait", waiting=True)
    table.risk(option, "Pain")
    page = table.options()
    choose(page.columns[0].views[0].menu.bin, "Put in the bin")
    assert page.columns[0].views == []
    table.undo()
    assert [view.title for view in page.columns[0].views] == ["Pain"]
    choose(page.columns[0].menu.bin, "Put in the bin")
    assert names(page) == []
    table.undo()
    assert names(page) == ["Wait"]


def test_four_options_stand_side_by_side_and_the_table_fits_its_words(table: Table) -> None:
    for name in ("Wait", "Open-heart operation", "Catheter valve", "Tablets only"):
        option = table.option(name, waiting=name == "Wait", description="A scan in May. " * 4)
        for text in ("A stroke", "A clot", "A long time in hospital"):
            table.risk(option, text, 2, 100)
    page = table.options((1144, 664))
    assert not page.board.stacked
    bar = page.board.view.verticalScrollBar()
    assert page.scroller.verticalScrollBar().maximum() == 0
    assert bar.maximum() + page.board.view.viewport().height() < 1_500
    sheet = page.board.view.widget()
    assert sheet is not None
    last = max(
        column.cells[-1].mapTo(sheet, column.cells[-1].rect().bottomLeft()).y()
        for column in page.columns
    )
    assert sheet.height() - last < 60


def test_all_chances_are_out_of_one_number_in_words_and_as_people(table: Table) -> None:
    wait, operate = table.option("Wait", waiting=True), table.option("Operate")
    table.risk(wait, "A clot", 1, 50)
    table.risk(operate, "A stroke", 1, 3)
    page = table.options()
    said = words(page)
    assert "2 in 100 people" in said
    assert "As told: 1 in 50 people" in said
    assert "About 33 in 100 people" in said
    assert "All chances here are shown out of 100 people." in page.counting.text()
    arrays = page.board.findChildren(IconArray)
    shown = {one.accessibleName(): (one.filled, one.total) for one in arrays}
    assert shown == {"2 in 100 people": (2, 100), "about 33 in 100 people": (33, 100)}


def test_odd_chances_are_told_and_not_drawn(table: Table) -> None:
    wait = table.option("Wait", waiting=True)
    for text, x, n in (("A", 7, 5), ("B", 3, None), ("C", 1, 1_000_000), ("D", 0, 100)):
        table.risk(wait, text, x, n)
    page = table.options()
    said = words(page)
    assert "7 in 5 people" in said
    assert "7 in 5 people cannot be: the first number must not be the larger one." in said
    assert "3 people, not known out of how many" in said
    assert "Fewer than 1 in 10 people" in said
    assert "As told: 1 in 1,000,000 people" in said
    (only,) = page.board.findChildren(IconArray)
    assert (only.filled, only.total) == (0, 10)


def test_how_much_it_matters_is_chosen_in_place(table: Table) -> None:
    option = table.option("Wait", waiting=True)
    risk = table.risk(option, "Pain")
    page = table.options()
    (view,) = page.columns[0].views
    combo = view.matters.combo
    ends = [combo.itemText(at) for at in range(combo.count())]
    assert ends == ["Not said", "0 (not at all)", "1", "2", "3", "4", "5 (the most)"]
    tab_to("How much it matters to you: Pain")
    press(Qt.Key.Key_End)
    assert page.flush()
    assert table.journal.get("outcome", risk).matters == 5
    table.undo()
    assert table.journal.get("outcome", risk).matters is None
    assert page.columns[0].views[0].matters.value() is None


def test_a_risk_is_added_to_its_own_option(table: Table) -> None:
    table.option("Operate")
    wait = table.option("Wait", waiting=True)
    page = table.options()

    def fill(form: Form) -> None:
        assert form.edits["good_or_bad"].value() == "bad"
        table.desk.type(form.edits["text"], "Fainting")

    tab_to("Add a risk: Wait")
    in_window(fill)
    press()
    (risk,) = table.rows("outcome")
    assert (risk.option, risk.text, risk.case) == (wait, "Fainting", table.desk.case)
    assert focused(page) == "More for: Fainting"


def test_the_source_leads_to_its_letter(table: Table) -> None:
    letter = table.desk.add("record", title="Clinic letter")
    option = table.option("Wait", waiting=True)
    table.desk.add("outcome", option=option, text="Pain", record=letter, page=2)
    page = table.options()
    asked = QSignalSpy(page.entry_wanted)
    tab_to("Open: Clinic letter, page 2")
    press(Qt.Key.Key_Return)
    assert asked.at(0) == [letter]
    assert "Not yet marked as good or bad" in page.board._rows


def test_what_the_file_cannot_take_stays_and_is_saved_again(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = table.option("Wait", waiting=True)
    table.option("Operate")
    risk = table.risk(option, "Pain")
    page = table.options()
    (view,) = page.columns[0].views
    with full_disk(monkeypatch):
        view.matters.combo.setCurrentIndex(4)
        assert not page.flush()
        assert page.trouble.isVisible()
        page.refresh()
        page.columns[1].menu.before.trigger()
        assert view.matters.value() == 3
    page.trouble.findChildren(type(page.add_button))[0].click()
    assert page.trouble.isHidden()
    assert table.journal.get("outcome", risk).matters == 3
    with full_disk(monkeypatch):
        page.columns[1].menu.before.trigger()
        assert "The disk is full" in page.trouble.text.text()
    assert names(page) == ["Wait", "Operate"]


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_is_named_and_nothing_is_cut_off(
    table: Table, qapp: QApplication, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    for name in ("Operate " * 40, "Tablets", "عملية 🫀"):
        option = table.option(name, description="A long word\t" * 9_000)
        table.risk(option, "Pain " * 400, 3, 1_000)
        table.risk(option, "Clot", 1, 2)
    page = table.options((1040, 700))
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []
    assert page.board.stacked == (percent == 200)
    moves = "Move down" if percent == 200 else "Move right"
    assert page.columns[1].menu.after.text() == moves


def test_an_entry_is_brought_into_view_and_told_where_one_is(table: Table) -> None:
    table.option("Operate")
    wait = table.option("Wait", waiting=True)
    risk = table.risk(wait, "Pain")
    page = table.options()
    page.open_entry(wait)
    assert (focused(), page.here()) == ("More for: Wait", wait)
    page.open_entry(risk)
    assert (focused(), page.here()) == ("More for: Pain", risk)
    settle()


def test_options_of_another_case_stay_away(table: Table) -> None:
    other = table.desk.add("case", question="Another question?")
    table.option("Elsewhere", case=other)
    mine = table.option("Here")
    page = table.options()
    assert [row.id for row in page.options()] == [mine]


def test_a_risk_without_an_option_can_be_given_one(table: Table) -> None:
    wait = table.option("Wait", waiting=True)
    risk = table.desk.add("outcome", text="Fainting", good_or_bad="bad")
    page = table.options()
    page.open_entry(risk)
    assert focused().startswith("Fainting")
    assert unnamed(page) == []

    def choose(form: Form) -> None:
        form.edits["option"].set_value(wait)
        form.edits["option"].edited.emit()

    in_window(choose)
    press()
    assert page.loose.isHidden()
    assert [view.title for view in page.columns[0].views] == ["Fainting"]
    assert focused(page) == "More for: Fainting"
