"""The shortlist side by side: edited in place, in the user's own order."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.picker.picker import Picker
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk
from tests.features.page_desk import FULL, full_disk, open_page, rest
from tests.widgets.walker import cut_off, small, unnamed

BELL, SHAH = "Dr Bell", "Dr Shah"


@pytest.fixture
def both(desk: Desk) -> Desk:
    desk.add("provider", name=BELL, role="Consultant", shortlisted=True, rank=1)
    desk.add("provider", name=SHAH, shortlisted=True, rank=2)
    desk.add("provider", name="Hill Road Surgery")
    return desk


def shown(desk: Desk, size: tuple[int, int] = (1100, 800)) -> Any:
    return open_page(desk, "provider", size, at="shortlist")


def order(page: Any) -> list[str]:
    rest()
    return [column.head.name.text() for column in page.shortlist.columns.values()]


def column(page: Any, name: str) -> Any:
    columns = page.shortlist.columns.values()
    return next(one for one in columns if one.head.name.text() == name)


def provider(desk: Desk, name: str) -> Any:
    (row,) = desk.journal.entries("provider", name=name)
    return row


def test_the_view_is_opened_by_its_key_and_named(both: Desk) -> None:
    page = shown(both)
    assert page.here() == "shortlist"
    assert order(page) == [BELL, SHAH]
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []
    assert QApplication.focusWidget() is column(page, BELL).edits["specialty"].focus_widget()


def test_a_cell_is_saved_when_it_is_left(both: Desk) -> None:
    page = shown(both)
    cells = column(page, SHAH).edits
    both.type(cells["waiting_time"], "3 weeks")
    cells["independent"].combo.setFocus()
    QTest.keyClick(cells["independent"].combo, Qt.Key.Key_Down)
    cells["notes"].setFocus()
    row = provider(both, SHAH)
    assert (row.waiting_time, row.independent) == ("3 weeks", True)


def test_a_line_cell_keeps_one_line_and_prose_keeps_all(both: Desk) -> None:
    page = shown(both)
    cells = column(page, BELL).edits
    cells["distance"].text.setPlainText("34 miles\nby train")
    cells["notes"].text.setPlainText("One\nTwo")
    assert page.flush()
    row = provider(both, BELL)
    assert (row.distance, row.notes) == ("34 miles by train", "One\nTwo")


def test_move_right_is_one_step_and_keeps_the_focus(both: Desk) -> None:
    page = shown(both)
    column(page, BELL).head.after.setFocus()
    QTest.keyClick(column(page, BELL).head.after, Qt.Key.Key_Space)
    assert order(page) == [SHAH, BELL]
    assert [provider(both, name).rank for name in (SHAH, BELL)] == [1, 2]
    # There is nothing further right, so the focus is on the way back.
    assert QApplication.focusWidget() is column(page, BELL).head.before
    both.journal.undo()
    assert order(page) == [BELL, SHAH]
    both.journal.redo()
    assert order(page) == [SHAH, BELL]


def test_typing_survives_a_move(both: Desk) -> None:
    page = shown(both)
    both.type(column(page, BELL).edits["experience"], "300 a year")
    column(page, SHAH).head.before.click()
    assert order(page) == [SHAH, BELL]
    assert column(page, BELL).edits["experience"].value() == "300 a year"
    assert provider(both, BELL).experience == "300 a year"


def test_taken_off_it_stays_in_the_list(both: Desk) -> None:
    page = shown(both)
    column(page, BELL).head.off.click()
    assert order(page) == [SHAH]
    assert provider(both, BELL).shortlisted is False
    assert QApplication.focusWidget() is column(page, SHAH).head.off
    both.journal.undo()
    assert order(page) == [BELL, SHAH]
    assert provider(both, BELL).rank == 1


def test_somebody_of_the_list_is_put_at_the_end(both: Desk) -> None:
    page = shown(both)
    page.shortlist.add_button.click()
    picker = page.shortlist.findChild(Picker)
    assert isinstance(picker, Picker)
    assert [choice.title for choice in picker.rows.hits] == ["Hill Road Surgery"]
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert order(page) == [BELL, SHAH, "Hill Road Surgery"]
    both.journal.undo()
    assert order(page) == [BELL, SHAH]


def test_who_sees_nobody_is_offered_apart(both: Desk) -> None:
    both.add("provider", name="Mutual of Elm Lane", role="Health insurer")
    lab = both.add("provider", name="Oak Tree Laboratories")
    page = shown(both)
    page.shortlist.pick()
    first = page.shortlist.findChild(Picker)
    titles = [choice.title for choice in first.rows.hits]
    assert titles == ["Hill Road Surgery", "Others in your list…"]
    QTest.keyClicks(first.search, "oak tree")
    QTest.keyClick(first.search, Qt.Key.Key_Return)
    rest()
    others = page.shortlist.findChild(Picker)
    assert len(others.rows.hits) == 2
    QTest.keyClicks(others.search, "oak")
    QTest.keyClick(others.search, Qt.Key.Key_Return)
    assert provider(both, "Oak Tree Laboratories").shortlisted
    assert lab in page.shortlist.columns


def test_a_new_name_is_added_as_one_step(both: Desk) -> None:
    page = shown(both)
    page.shortlist.pick()
    picker = page.shortlist.findChild(Picker)
    assert isinstance(picker, Picker)
    QTest.keyClicks(picker.search, "Dr New")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert order(page)[-1] == "Dr New"
    both.journal.undo()
    assert both.journal.entries("provider", name="Dr New") == []


def test_an_empty_shortlist_leads_on(desk: Desk) -> None:
    page = shown(desk)
    assert page.shortlist.empty.isVisible()
    assert page.shortlist.empty.button.hasFocus()
    assert unnamed(page) == []
    page.shortlist.empty.button.click()
    assert isinstance(page.shortlist.findChild(Picker), Picker)


def test_the_user_goes_on_to_the_referral_of_the_round(both: Desk) -> None:
    page = shown(both)
    with both.qtbot.waitSignal(page.place_wanted) as sent:
        column(page, BELL).referral.click()
    assert sent.args == ["case:3"]
    with both.journal.change("again") as change:
        change.edit("case", both.case or "", round=2)
    with both.qtbot.waitSignal(page.place_wanted) as sent:
        column(page, BELL).referral.click()
    assert sent.args == ["case:2.3"]


def test_an_appointment_begins_with_them(both: Desk) -> None:
    page = shown(both)
    with both.qtbot.waitSignal(page.entry_wanted) as sent:
        column(page, SHAH).visit.click()
    (visit,) = both.journal.entries("appointment")
    assert sent.args == [visit.id]
    assert (visit.provider, visit.case) == (provider(both, SHAH).id, both.case)
    both.journal.undo()
    assert both.journal.entries("appointment") == []


def test_what_the_file_cannot_take_is_kept_and_said(
    both: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(both)
    both.type(column(page, BELL).edits["cost_note"], "£200")
    with full_disk(monkeypatch):
        assert not page.flush()
        column(page, BELL).head.after.click()
        assert order(page) == [BELL, SHAH]
    assert page.shortlist.trouble.text.text() == FULL
    assert column(page, BELL).edits["cost_note"].value() == "£200"
    assert page.flush()
    assert provider(both, BELL).cost_note == "£200"
    assert not page.shortlist.trouble.isVisible()


def test_large_text_stacks_and_moves_up_and_down(both: Desk, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    page = shown(both, (1100, 700))
    head = column(page, BELL).head
    assert page.shortlist.grid.stacked
    assert head.after.accessibleName() == f"Move down: {BELL}"
    assert page.shortlist.grid.view.verticalScrollBar().maximum() == 0
    assert unnamed(page) == []
    assert cut_off(page) == []
    theme.apply(qapp, Scheme.LIGHT, 100)
    rest()
    assert not page.shortlist.grid.stacked
    assert head.after.accessibleName() == f"Move right: {BELL}"


def test_the_focus_stays_when_it_is_stacked(both: Desk, qapp: QApplication) -> None:
    page = shown(both)
    cell: QWidget = column(page, SHAH).edits["notes"].focus_widget()
    cell.setFocus()
    theme.apply(qapp, Scheme.LIGHT, 200)
    rest()
    assert QApplication.focusWidget() is cell


def test_tab_goes_along_the_rows(both: Desk) -> None:
    page = shown(both)
    first, second = column(page, BELL).edits, column(page, SHAH).edits
    first["specialty"].setFocus()
    QTest.keyClick(first["specialty"].focus_widget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second["specialty"].focus_widget()
    QTest.keyClick(second["specialty"].focus_widget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first["organisation"].focus_widget()


def test_another_persons_doctors_are_not_here(both: Desk) -> None:
    with both.journal.change("Add") as change:
        other = change.add("person", name="Arthur")
        change.add("provider", person=other, name="Dr Other", shortlisted=True)
    page = shown(both)
    assert order(page) == [BELL, SHAH]
    assert "Dr Other" not in [item.title for item in page.list.items()]


def test_absurd_words_are_kept_and_do_not_hang(both: Desk) -> None:
    page = shown(both)
    words = "مرحبا 🫀\tŵŷ " * 8000
    column(page, BELL).edits["notes"].text.setPlainText(words)
    assert page.flush()
    assert provider(both, BELL).notes == words.strip()


def test_the_list_says_who_is_on_the_shortlist(both: Desk) -> None:
    page = open_page(both, "provider")
    tags = {item.title: item.status.word if item.status else "" for item in page.list.items()}
    assert tags == {BELL: "On the shortlist", SHAH: "On the shortlist", "Hill Road Surgery": ""}
    page.switch.buttons["shortlist"].click()
    assert page.shortlist.isVisible()
    page.open_entry(provider(both, SHAH).id)
    assert page.here() == provider(both, SHAH).id
    assert page.panes.isVisible()
