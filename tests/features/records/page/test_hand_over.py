"""Handing records over, and to whom a record was handed on its own page."""

from typing import Any

import pytest

from secondop_desktop.features.records.page.hand_over import HandOver
from tests.features.desk import Desk, settle
from tests.features.page_desk import FULL, answering, full_disk, open_page, rest
from tests.features.rows import day
from tests.widgets.walker import unnamed


@pytest.fixture
def letter(desk: Desk) -> str:
    return desk.add("record", title="Letter", type="letter")


def dialog_of(desk: Desk, *records: str) -> HandOver:
    parent = open_page(desk, "record")
    given = {"person": desk.person, "case": desk.case}
    dialog = HandOver(parent, desk.journal, given, records)
    dialog.show()
    settle()
    return dialog


def test_everything_in_it_is_named(desk: Desk, letter: str) -> None:
    dialog = dialog_of(desk, letter)
    assert unnamed(dialog) == []
    dialog.reject()


def test_nothing_is_saved_until_all_is_said(desk: Desk) -> None:
    dialog = dialog_of(desk)
    dialog.save.click()
    said = [entry.row.title for entry in dialog.summary.entries]
    assert said == ["Choose who gets them", "Choose at least one record"]
    assert dialog.summary.hasFocus()
    assert desk.journal.entries("told") == []
    dialog.reject()


def test_an_unreadable_date_is_said_and_kept(desk: Desk, letter: str) -> None:
    dialog = dialog_of(desk, letter)
    dialog.edits["provider"].put(desk.add("provider", name="Dr Bell"))
    date: Any = dialog.edits["date"]
    date.day.setText("31")
    date.month.setText("2")
    dialog.save.click()
    assert len(dialog.summary.entries) == 1
    assert date.day.text() == "31"
    assert dialog.made is None
    dialog.reject()


def test_a_full_disk_is_said_and_the_answers_stay(
    desk: Desk, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bell = desk.add("provider", name="Dr Bell")
    dialog = dialog_of(desk, letter)
    dialog.edits["provider"].put(bell)
    with full_disk(monkeypatch):
        dialog.save.click()
    assert [entry.row.title for entry in dialog.summary.entries] == [FULL]
    assert dialog.edits["provider"].value() == bell
    dialog.save.click()
    assert dialog.made
    assert desk.journal.get("told", dialog.made).records == (letter,)


def test_a_record_says_to_whom_it_was_handed_and_leads_there(desk: Desk, letter: str) -> None:
    bell = desk.add("provider", name="Dr Bell")
    told = desk.add("told", provider=bell, records=(letter,), date=day("2026-03"))
    page = open_page(desk, "record")
    page.open_entry(letter)
    rest()
    (button,) = page.view.handed.buttons
    assert button.row.title == "Given to Dr Bell, March 2026"
    with desk.qtbot.waitSignal(page.entry_wanted) as sent:
        button.click()
    assert sent.args == [told]


def test_handing_over_from_the_record_shows_it_at_once(desk: Desk, letter: str) -> None:
    bell = desk.add("provider", name="Dr Bell")
    page = open_page(desk, "record")
    page.open_entry(letter)

    def fill(dialog: Any) -> None:
        dialog.edits["provider"].put(bell)
        dialog.edits["what"].text.setPlainText("With a note")
        dialog.save.click()

    answering(HandOver, fill)
    page.view.hand.click()
    rest()
    (told,) = desk.journal.entries("told")
    assert (told.provider, told.records, told.what) == (bell, (letter,), "With a note")
    assert len(page.view.handed.buttons) == 1
    desk.journal.undo()
    rest()
    assert page.view.handed.buttons == []
    assert not page.view.handed.isVisible()


def test_a_pack_of_the_same_records_is_one_press_away(desk: Desk, letter: str) -> None:
    page = open_page(desk, "record")
    page.open_entry(letter)
    led: list[str] = []
    page.place_wanted.connect(led.append)
    answering(HandOver, lambda dialog: dialog.to_pack.click())
    page.view.hand.click()
    rest()
    assert led == [f"pack:records={letter}"]
    assert desk.journal.entries("told") == []
