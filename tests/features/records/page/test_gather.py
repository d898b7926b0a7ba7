"""To gather: one act each for asking, coming and longer waits, all of which can be undone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog

from secondop_desktop.features.records.page.asking_dialogs import AskForRecord
from secondop_desktop.features.records.page.chase_dialog import ChaseDialog
from secondop_desktop.features.records.page.short_form import ShortForm
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.dialogs.messages import Question, TextQuestion
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk
from tests.features.page_desk import FULL, answering, full_disk, open_page, rest
from tests.features.rows import day
from tests.widgets.preview.samples import pdf
from tests.widgets.walker import cut_off, small, unnamed

TODAY = PartialDate.of(date.today())  # noqa: DTZ011 - the person's own day


@pytest.fixture
def wished(desk: Desk) -> Desk:
    """Two records wanted from a hospital, one asked for long ago, one held by nobody yet."""
    hospital = desk.add("provider", name="City Hospital", phone="01632 960333")
    for title in ("Scan report", "Scan pictures"):
        desk.add("record", title=title, state="wanted", holder=hospital)
    desk.add("record", title="Notes", state="asked", asked=day("2020-06-03"), holder=hospital)
    desk.add("record", title="Old letter", state="wanted")
    return desk


def shown(desk: Desk, size: tuple[int, int] = (1100, 800)) -> Any:
    return open_page(desk, "record", size, at="gather")


def record(desk: Desk, title: str) -> Any:
    (row,) = desk.journal.entries("record", title=title)
    return row


def part(page: Any, title: str, does: str) -> Any:
    rest()
    lines = (line for card in page.gather.cards for line in card.lines)
    return next(line for line in lines if line.title == title).parts[does]


def act(page: Any, name: str, does: str) -> Any:
    rest()
    return next(card for card in page.gather.cards if card.name == name).parts[does]


def test_records_are_grouped_by_holder_and_named(wished: Desk) -> None:
    page = shown(wished)
    groups = [(card.name, [line.title for line in card.lines]) for card in page.gather.cards]
    assert groups == [
        ("City Hospital", ["Notes", "Scan report", "Scan pictures"]),
        ("Nobody named yet", ["Old letter"]),
    ]
    assert page.gather.said.text() == "1 asked for, 3 still to ask for, 1 overdue"
    assert page.here() == "gather"
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []


def test_asked_today_is_one_act_by_keyboard(wished: Desk) -> None:
    page = shown(wished)
    part(page, "Scan report", "asked").setFocus()
    QTest.keyClick(part(page, "Scan report", "asked"), Qt.Key.Key_Space)
    row = record(wished, "Scan report")
    assert (row.state, row.asked) == ("asked", TODAY)
    # Its button is gone, so the focus is on the next thing to do with the same record.
    assert part(page, "Scan report", "longer").hasFocus()
    wished.journal.undo()
    assert record(wished, "Scan report").state == "wanted"
    assert part(page, "Scan report", "asked").isVisible()


def test_all_of_a_holder_are_asked_for_in_one_step(wished: Desk) -> None:
    page = shown(wished)
    act(page, "City Hospital", "all").click()
    titles = ("Scan report", "Scan pictures")
    assert [record(wished, title).asked for title in titles] == [TODAY, TODAY]
    assert record(wished, "Notes").asked == day("2020-06-03")
    assert record(wished, "Old letter").state == "wanted"
    wished.journal.undo()
    assert [record(wished, title).state for title in titles] == ["wanted", "wanted"]


def test_two_more_months_are_ticked_and_taken_back(wished: Desk) -> None:
    page = shown(wished)
    box = part(page, "Notes", "longer")
    assert isinstance(box, QCheckBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert record(wished, "Notes").extended is True
    assert part(page, "Notes", "longer").hasFocus()
    wished.journal.undo()
    assert not record(wished, "Notes").extended
    assert not part(page, "Notes", "longer").isChecked()


def test_it_came_on_paper_with_its_place(wished: Desk) -> None:
    page = shown(wished)

    def place(dialog: Any) -> None:
        dialog.edit.setText("Blue folder")
        dialog.done_button.click()

    def paper(dialog: Any) -> None:
        answering(TextQuestion, place)
        dialog._leave("paper")

    answering(Question, paper)
    part(page, "Notes", "came").click()
    row = record(wished, "Notes")
    assert (row.state, row.received, row.place) == ("received", TODAY, "Blue folder")
    wished.journal.undo()
    row = record(wished, "Notes")
    assert (row.state, row.received, row.place) == ("asked", None, "")


def test_it_came_as_a_file_in_one_step(
    wished: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "notes.pdf"
    letter.write_bytes(pdf(2))
    chosen = ([str(letter)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: chosen)
    page = shown(wished)
    answering(Question, lambda dialog: dialog._leave("file"))
    part(page, "Notes", "came").click()
    row = record(wished, "Notes")
    assert (row.title, row.state, row.received, row.pages) == ("Notes", "received", TODAY, 2)
    assert wished.journal.file(row.file) == letter.read_bytes()
    wished.journal.undo()
    row = record(wished, "Notes")
    assert (row.state, row.file) == ("asked", "")


def test_stepping_back_changes_nothing(wished: Desk) -> None:
    page = shown(wished)
    answering(Question, lambda dialog: dialog.reject())
    part(page, "Notes", "came").click()
    assert record(wished, "Notes").state == "asked"


def test_a_day_to_ask_again_is_a_task(wished: Desk) -> None:
    page = shown(wished)

    def later(dialog: Any) -> None:
        dialog.save.click()
        assert dialog.day.problem() is None
        dialog.day.put(day("2031-05-06"))
        dialog.save.click()

    answering(ChaseDialog, later)
    act(page, "City Hospital", "chase").click()
    (task,) = wished.journal.entries("task")
    assert (task.due, task.case, task.person) == (day("2031-05-06"), wished.case, wished.person)
    assert record(wished, "Notes").id in task.linked
    assert record(wished, "Old letter").id not in task.linked
    assert task.text == "Ask City Hospital again for the records"
    answering(ChaseDialog, lambda dialog: (dialog.day.put(day("2031-06-01")), dialog.save.click()))
    act(page, "City Hospital", "chase").click()
    assert [one.due for one in wished.journal.entries("task")] == [day("2031-06-01")]
    wished.journal.undo()
    wished.journal.undo()
    assert wished.journal.entries("task") == []


def test_the_request_letter_is_begun_for_the_holder(wished: Desk) -> None:
    page = shown(wished)
    with wished.qtbot.waitSignal(page.place_wanted) as sent:
        act(page, "City Hospital", "letter").click()
    holder = record(wished, "Notes").holder
    assert sent.args == [f"letter:new:request:{holder}"]
    assert "letter" not in page.gather.cards[1].parts


def test_another_record_is_wanted_from_the_holder(wished: Desk) -> None:
    page = shown(wished)

    def fill(dialog: Any) -> None:
        assert dialog.value("holder") == "City Hospital"
        wished.type(dialog.edits["title"], "Consent form")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answering(AskForRecord, fill)
    act(page, "City Hospital", "more").click()
    row = record(wished, "Consent form")
    assert (row.state, row.holder, row.case) == ("wanted", record(wished, "Notes").holder, row.case)
    assert page.focusWidget() is part(page, "Consent form", "asked")


def test_a_record_is_asked_for_in_four_acts(desk: Desk) -> None:
    page = shown(desk)
    acts = 0

    def fill(dialog: Any) -> None:
        nonlocal acts
        for name, text in (("title", "Heart scan of May"), ("holder", "Northern Hospital")):
            wanted = dialog.edits[name]
            desk.type(wanted, text)
            acts += 1
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        acts += 1

    answering(AskForRecord, fill)
    QTest.keyClick(page.gather.empty.button, Qt.Key.Key_Space)
    acts += 1
    row = record(desk, "Heart scan of May")
    assert (row.state, desk.journal.name(row.holder)) == ("wanted", "Northern Hospital")
    assert acts <= 4
    desk.journal.undo()
    assert desk.journal.entries("provider") == desk.journal.entries("record") == []


def test_a_day_of_asking_says_that_it_was_asked_for(desk: Desk) -> None:
    page = shown(desk)

    def fill(dialog: Any) -> None:
        dialog.finish()
        assert dialog.summary.isVisible()
        wished = {"title": "Notes of the ward", "asked": day("2024-02-05")}
        for name, value in wished.items():
            dialog.edits[name].put(value)
        dialog.finish()

    answering(AskForRecord, fill)
    page.gather.empty.button.click()
    row = record(desk, "Notes of the ward")
    assert (row.state, row.asked, row.holder) == ("asked", day("2024-02-05"), None)


def test_who_holds_it_is_the_only_question(wished: Desk) -> None:
    page = shown(wished)
    button = part(page, "Old letter", "holder")
    assert button.text() == "Say who holds it…"
    seen: list[str] = []

    def look(dialog: Any) -> None:
        seen.extend(dialog.edits)
        assert dialog.focusWidget() is dialog.edits["holder"].line
        wished.type(dialog.edits["holder"], "city hospital")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answering(ShortForm, look)
    button.click()
    assert seen == ["holder"]
    assert record(wished, "Old letter").holder == record(wished, "Notes").holder
    assert page.focusWidget() is part(page, "Old letter", "asked")


def test_a_full_disk_is_said_and_nothing_pretends(
    wished: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(wished)
    with full_disk(monkeypatch):
        part(page, "Scan report", "asked").click()
        box = part(page, "Notes", "longer")
        box.click()
    assert page.said.text.text() == FULL
    assert page.said.isVisible()
    assert record(wished, "Scan report").state == "wanted"
    assert not part(page, "Notes", "longer").isChecked()
    part(page, "Scan report", "asked").click()
    assert record(wished, "Scan report").state == "asked"


def test_nothing_to_gather_leads_on(desk: Desk) -> None:
    page = shown(desk)
    assert page.gather.empty.button.hasFocus()
    assert unnamed(page) == []
    seen: list[Any] = []

    def look(dialog: Any) -> None:
        seen.extend(dialog.edits)
        dialog.reject()

    answering(AskForRecord, look)
    page.gather.empty.button.click()
    assert seen == ["title", "holder", "asked"]
    assert desk.journal.entries("record") == []


def test_large_text_fits(wished: Desk, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    page = shown(wished, (1050, 700))
    assert unnamed(page) == []
    assert cut_off(page) == []
    assert page.other.verticalScrollBar().maximum() == 0


def test_another_persons_records_are_not_here(wished: Desk) -> None:
    with wished.journal.change("Add") as change:
        other = change.add("person", name="Arthur")
        change.add("record", person=other, title="His scan", state="wanted")
    page = shown(wished)
    titles = [line.title for card in page.gather.cards for line in card.lines]
    assert titles
    assert "His scan" not in titles


def test_a_very_long_title_does_not_hang(desk: Desk) -> None:
    desk.add("record", title="🫀 مرحبا " * 10_000, state="wanted")
    page = shown(desk)
    assert len(page.gather.cards) == 1
    assert cut_off(page) == []
