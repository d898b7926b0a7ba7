"""The decision with its checks: each "no" leads on, and what was decided before stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.decisions.page import DecisionPage
from secondop_desktop.features.decisions.rules.checks import CHECKS
from secondop_desktop.features.decisions.rules.options import WAITING_NAME
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
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

SURE = CHECKS[0]


def form_of(page: DecisionPage) -> Form:
    """Return the form of the decision that stands."""
    assert page.form is not None
    return page.form


def test_a_first_decision_is_kept_as_it_is_typed(table: Table) -> None:
    page = table.decision()
    page.focus_start()
    press()
    assert page.flush()
    (kept,) = table.rows("decision")
    assert (kept.stage, kept.case) == ("not thinking yet", table.desk.case)
    assert page.here() == kept.id
    table.desk.type(form_of(page).edits["why"], "I am well")
    assert page.flush()
    assert table.rows("decision")[0].why == "I am well"
    assert page.again_card.isHidden()
    table.undo()
    table.undo()
    assert table.rows("decision") == []
    assert form_of(page).draft.entry is None
    assert unnamed(page) == []


def test_the_options_stand_beside_it_waiting_among_them(table: Table) -> None:
    stances = {table.first: "recommended", table.second: "advised against"}
    option = table.option("Operate", stances=stances)
    table.desk.add("decision", stage="made", option=option)
    page = table.decision()
    operate, wait = (button.row for button in page.options_card.rows.buttons)
    assert operate.title == "Operate"
    assert operate.status is not None
    assert operate.status.word == "Your choice"
    assert operate.detail == (
        "First opinion: They suggest it\nSecond opinion: They advise against it"
    )
    assert wait.title == WAITING_NAME
    asked = QSignalSpy(page.place_wanted)
    page.options_card.rows.buttons[0].setFocus()
    press(Qt.Key.Key_Return)
    assert asked.at(0) == [f"option:{option}"]


def test_deciding_again_keeps_what_was_decided_before(table: Table) -> None:
    option = table.option("Operate", waiting=True)
    first = table.desk.add(
        "decision", stage="made", option=option, why="Two doctors say so", who_decides="I do"
    )
    page = table.decision()
    page.again_button.setFocus()
    press()
    before, now = table.rows("decision")
    assert (now.stage, now.who_decides, now.option) == ("considering", "I do", None)
    assert before.id == first
    assert page.here() == now.id
    assert focused() == "I am thinking it over"
    (row,) = page.earlier.buttons
    assert row.row.title == "Operate"
    assert "Two doctors say so" in row.row.detail
    assert page.again_card.isHidden()
    seen: list[str | None] = []
    in_window(lambda form: seen.append(form.draft.entry))
    row.setFocus()
    press(Qt.Key.Key_Return)
    assert seen == [first]
    table.undo()
    assert page.here() == first
    assert page.earlier_card.isHidden()
    assert page.again_card.isVisible()


def test_the_four_checks_are_made_again_and_earlier_ones_stay(table: Table) -> None:
    page = table.decision()

    def answer(word: str) -> None:
        def fill(form: Form) -> None:
            assert unnamed(form) == []
            for check in CHECKS:
                table.desk.answer(form.edits[check.field], word)

        in_window(fill)

    tab_to("Go through the four checks")
    answer("No")
    press()
    assert focused(page) == "Check again"
    assert len(page.readiness.tasks) == 4
    answer("Yes")
    press(page=page)
    assert len(table.rows("readiness")) == 2
    assert all(row.case == table.desk.case for row in table.rows("readiness"))


def test_checks_are_shown_by_their_day(table: Table) -> None:
    for day, sure in ((1, False), (8, True)):
        table.desk.add("readiness", date=PartialDate(2026, 6, day), sure=sure, support=True)
    page = table.decision()
    assert page.readiness.tasks == {}
    (earlier,) = page.readiness.past.buttons
    assert earlier.row.title == "1 June 2026"
    assert earlier.row.detail.startswith("Not yet: I feel sure what is right for me")
    seen: list[object] = []
    in_window(lambda form: seen.append(form.edits["sure"].value()))
    earlier.setFocus()
    press(Qt.Key.Key_Return)
    assert seen == [False]


def test_each_no_becomes_a_task_once(table: Table) -> None:
    check = table.desk.add("readiness", date=PartialDate(2026, 6, 1), sure=False, support=False)
    page = table.decision()
    page.readiness.tasks["sure"].setFocus()
    press()
    (task,) = table.rows("task")
    assert (task.text, task.linked, task.case) == (SURE.to_do, (check,), table.desk.case)
    assert focused() == "Open the task"
    asked = QSignalSpy(page.entry_wanted)
    press()
    assert asked.at(0) == [task.id]
    with table.journal.change("done") as change:
        change.edit("task", task.id, done=True)
    settle()
    assert page.readiness.tasks["sure"].text() == "Open the task (done)"
    assert page.readiness.tasks["support"].text() == "Make it a task"
    table.undo()
    table.undo()
    assert table.rows("task") == []
    assert page.readiness.tasks["sure"].text() == "Make it a task"
    assert focused() == "Make it a task"


def test_a_no_leads_to_the_screen_that_helps(table: Table) -> None:
    no = {check.field: False for check in CHECKS}
    table.desk.add("readiness", **no)
    page = table.decision()
    asked = QSignalSpy(page.place_wanted)
    for words in ("Go to the options", "Go to your questions", "Go to benefits and risks"):
        tab_to(words)
        press()
    assert [asked.at(at) for at in range(asked.count())] == [["option"], ["question"], ["option"]]


def test_what_the_file_cannot_take_stays(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    table.desk.add("decision", stage="made")
    table.desk.add("readiness", sure=False)
    page = table.decision()
    why = form_of(page).edits["why"]
    with full_disk(monkeypatch):
        page.readiness.tasks["sure"].click()
        assert "The disk is full" in page.trouble.text.text()
        page.again_button.click()
        table.desk.type(why, "I am well")
        assert not page.flush()
        page.refresh()
        assert why.value() == "I am well"
    assert page.flush()
    assert table.rows("decision")[0].why == "I am well"
    assert table.rows("task") == []


def test_done_says_so_and_the_bin_shows_what_stands_then(table: Table) -> None:
    first = table.desk.add("decision", stage="made", text="Operate")
    table.desk.add("decision", stage="considering", text="Wait after all")
    page = table.decision()
    form_of(page).foot.done.click()
    assert len(page.earlier.buttons) == 1
    form_of(page).foot.bin.click()
    settle()
    assert page.here() == first
    form_of(page).foot.bin.click()
    settle()
    assert page.here() == ""
    assert form_of(page).isVisible()


def test_options_that_come_while_it_is_open_are_offered(table: Table) -> None:
    table.desk.add("decision", stage="close")
    page = table.decision()
    table.desk.type(form_of(page).edits["why"], "I am well")
    table.option("Tablets")
    settle()
    offered = [name for _part, name in form_of(page).edits["option"].parts()]
    assert offered == ["None chosen yet", "Tablets", "Wait, or do nothing for now"]
    assert table.rows("decision")[0].why == "I am well"


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_is_named_and_nothing_is_cut_off(
    table: Table, qapp: QApplication, percent: int
) -> None:
    theme.apply(qapp, Scheme.DARK, percent)
    option = table.option("Operate " * 60, stances={table.first: "possible"})
    table.desk.add("decision", stage="made", option=option, why="why\t" * 20_000)
    table.desk.add("decision", stage="made", text="🫀 " * 5_000)
    table.desk.add("readiness", sure=False, notes="Long " * 2_000)
    page = table.decision()
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []


def test_waiting_can_be_chosen_before_anybody_wrote_about_it(table: Table) -> None:
    table.option("Tablets")
    page = table.decision()
    before = form_of(page)
    option = before.edits["option"]
    button = next(part for part, name in option.parts() if name == WAITING_NAME)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert before.flush()
    settle()
    [wait] = [row for row in table.rows("option") if row.waiting]
    [decision] = table.rows("decision")
    assert (decision.option, wait.name, wait.case) == (wait.id, WAITING_NAME, table.desk.case)
    assert form_of(page) is before  # nothing moved under the person's hand
    assert option.focus_widget() is button
    table.desk.type(before.edits["why"], "There is time")
    assert before.flush()
    assert len([row for row in table.rows("option") if row.waiting]) == 1


def test_one_undo_takes_the_choice_of_waiting_back(table: Table) -> None:
    table.desk.add("decision", stage="considering")
    page = table.decision()
    option = form_of(page).edits["option"]
    button = next(part for part, name in option.parts() if name == WAITING_NAME)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert form_of(page).flush()
    table.journal.undo()
    settle()
    assert table.rows("option") == []
    assert table.rows("decision")[0].option is None
