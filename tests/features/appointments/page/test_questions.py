"""The list of questions in the user's own order, and the answers side by side."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from secondop_desktop.features.appointments.page.questions import MINE, QuestionsPage
from secondop_desktop.features.appointments.page.side_view import AT_ONCE
from secondop_desktop.features.appointments.page.tick_list_dialog import PickDialog
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from tests.features.appointments.page.conftest import ASKED, Clinic
from tests.features.desk import settle
from tests.features.page_desk import full_disk
from tests.layouts_in_place import stray_items
from tests.widgets.walker import cut_off, small, unnamed
from tests.window.keyboard import focused, play, press, tab_to, use, write


def listed(page: QuestionsPage) -> list[str]:
    """Return the titles as the list shows them."""
    return [item.title for item in page.list.items()]


def choose(page: QuestionsPage, start: str) -> None:
    """Choose what is shown by the words it begins with, by keyboard."""
    tab_to("Show")
    for _each in range(page.choice.combo.count()):
        if page.choice.combo.currentText().startswith(start):
            break
        press("Down")
    assert page.choice.combo.currentText().startswith(start)


def beside(clinic: Clinic) -> QuestionsPage:
    """Show the answers side by side: Dr Bell was asked, Dr Kaya is to be asked."""
    kaya = clinic.desk.add("provider", name="Dr Kaya")
    other = clinic.desk.add(
        "appointment", purpose="Third", when=PartialDate(2031, 9, 1), provider=kaya
    )
    with clinic.journal.change("Ask both") as change:
        for entry in clinic.questions[:2]:
            change.edit("question", entry, appointments=(clinic.visit, other))
    start = {"appointment": clinic.visit, "provider": clinic.doctor}
    clinic.desk.add("answer", question=clinic.questions[0], text="Very sure.", **start)
    page = clinic.asking()
    use("Answers side by side")
    return page


def test_a_question_moves_by_keys_and_by_buttons(clinic: Clinic) -> None:
    page = clinic.asking()
    page.list.setFocus()
    press("Down")
    press("Alt+Down")
    assert listed(page) == [f"1. {ASKED[1]}", f"2. {ASKED[0]}", f"3. {ASKED[2]}"]
    assert focused() == "Questions"
    assert page.list.current_key() == clinic.questions[0]
    use("Move down")
    assert clinic.order() == [ASKED[1], ASKED[2], ASKED[0]]
    assert focused() == "Move up"
    clinic.journal.undo()
    assert clinic.order() == list(ASKED)


def test_the_list_is_filtered_by_what_is_open_and_by_appointment(clinic: Clinic) -> None:
    clinic.desk.add("question", text="Elsewhere", rank=4, status="answered")
    page = clinic.asking()
    assert len(listed(page)) == 4
    choose(page, "Still to ask")
    assert len(listed(page)) == 3
    choose(page, "For: Second opinion, 14 July 2031")
    assert listed(page) == [f"{at}. {text}" for at, text in enumerate(ASKED, 1)]
    use("Add a question")
    assert page.form is not None
    write("New here")
    assert page.flush()
    (made,) = clinic.journal.entries("question", text="New here")
    assert (made.appointments, made.rank) == ((clinic.visit,), 5)


def test_one_that_the_filter_hides_is_opened_all_the_same(clinic: Clinic) -> None:
    done = clinic.desk.add("question", text="Elsewhere", rank=4, status="answered")
    page = clinic.asking()
    choose(page, "Still to ask")
    page.open_entry(done)
    assert page.here() == done
    assert len(listed(page)) == 4


def test_questions_come_from_the_bank(clinic: Clinic) -> None:
    page = clinic.asking()

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickDialog)
        for text in ("How is this meant to help me?", "What will it not change?"):
            tab_to(text)
            press("Space")
        use("Add 2 questions")

    play(clinic.qtbot, partial(use, "Choose from the question bank…"), tick, settle)
    assert listed(page)[3:] == ["4. How is this meant to help me?", "5. What will it not change?"]
    (row,) = clinic.journal.entries("question", rank=5)
    assert (row.group, row.status, row.case) == ("Benefits", "open", clinic.desk.case)
    clinic.journal.undo()
    assert len(listed(page)) == 3


def test_how_many_answered_is_said(clinic: Clinic) -> None:
    clinic.desk.add("answer", question=clinic.questions[0], text="Yes")
    clinic.desk.add("answer", question=clinic.questions[0], no_answer="later")
    page = clinic.asking()
    assert [item.date for item in page.list.items()] == ["1 answer", "", ""]


def test_answers_stand_side_by_side_and_are_edited_in_place(clinic: Clinic) -> None:
    page = beside(clinic)
    sections = page.side.sections
    assert [section.line.text for section in sections] == list(ASKED)
    assert not page.panes.isVisible()
    first = sections[0].cells
    assert [edit.text.value() for cell in first for edit in cell.edits] == ["Very sure.", None]
    assert first[0].edits[0].source.text() == "14 July 2031, 10:30am · Second opinion"
    tab_to(f"Dr Kaya answers: {ASKED[0]}")
    write("Not at all.")
    assert page.flush()
    (made,) = clinic.journal.entries("answer", text="Not at all.")
    assert clinic.journal.name(made.provider) == "Dr Kaya"
    assert clinic.journal.name(made.appointment) == "Third"
    assert made.date.iso == "2031-09-01"
    assert page.side.sections[0] is sections[0]
    with clinic.journal.change("Elsewhere") as change:
        change.edit("answer", made.id, text="Perhaps.")
    assert page.side.sections[0].cells[1].edits[0].text.value() == "Perhaps."
    clinic.journal.undo()
    clinic.journal.undo()
    assert page.side.sections[0].cells[1].edits[0].text.value() is None


def test_they_are_filtered_by_facts_only(clinic: Clinic) -> None:
    page = beside(clinic)
    words = [page.choice.combo.itemText(at) for at in range(page.choice.combo.count())]
    assert words == [
        "All questions",
        "Answered by all",
        "Not answered yet by Dr Bell",
        "Not answered yet by Dr Kaya",
    ]
    choose(page, "Not answered yet by Dr Bell")
    assert [section.line.number for section in page.side.sections] == [2, 3]
    choose(page, "Not answered yet by Dr Kaya")
    assert len(page.side.sections) == 3
    for _each in range(2):
        tab_to("Show")
        press("Up")
    assert page.choice.combo.currentText() == "Answered by all"
    assert page.nothing.text() == "No question matches what you chose to show."


def test_a_long_list_is_shown_bit_by_bit(clinic: Clinic) -> None:
    for number in range(4, 16):
        clinic.desk.add("question", text=f"Question {number}?", rank=number)
    page = beside(clinic)
    assert len(page.side.sections) == AT_ONCE
    page.side.take_focus()
    use("Show 3 more questions")
    assert len(page.side.sections) == 15
    assert focused() == "Dr Bell answers: Question 13?"
    assert not page.side.more.isVisible()
    write("Yes")
    assert page.flush()
    with clinic.journal.change("Elsewhere") as change:
        change.edit("question", clinic.questions[0], text="Changed?")
    assert page.side.sections[0].line.text == "Changed?"
    assert focused() == "Dr Bell answers: Question 13?"
    assert stray_items() == []


def test_without_anybody_to_answer_that_is_said(clinic: Clinic) -> None:
    with clinic.journal.change("Away") as change:
        change.put_away("appointment", clinic.visit)
    page = clinic.asking()
    use("Answers side by side")
    assert page.nothing.isVisible()
    assert page.nothing.text().startswith("You have not said who to ask yet.")


def test_the_page_is_empty_without_questions(clinic: Clinic) -> None:
    with clinic.journal.change("Away") as change:
        for entry in clinic.questions:
            change.put_away("question", entry)
    page = clinic.asking()
    assert page.empty.isVisible()
    assert page.bank_button.isVisible()
    assert not page.switch.isVisible()


def test_a_failing_disk_keeps_the_view(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    page = beside(clinic)
    tab_to(f"Dr Kaya answers: {ASKED[1]}")
    write("Yes")

    with full_disk(monkeypatch):
        page.switch.buttons[MINE].click()
        assert page.is_beside
        assert page.side.isVisible()
        assert page.trouble.text.text() == "The disk is full."
    page.trouble.again.click()
    assert not page.trouble.isVisible()
    assert clinic.journal.entries("answer", text="Yes")


@pytest.mark.parametrize("percent", [100, 200])
def test_both_views_are_named_and_whole(clinic: Clinic, percent: int, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    clinic.desk.add("question", text="Wörd " * 20_000, appointments=(clinic.visit,))
    clinic.desk.add("answer", question=clinic.questions[2], text="مرحبا 👩‍⚕️\t" * 9000)
    page = beside(clinic)
    settle()
    for _view in range(2):
        assert unnamed(page) == []
        assert small(page) == []
        assert cut_off(page) == []
        page.switch.buttons[MINE].click()
        settle()


def test_a_question_is_read_with_its_answers_in_full(clinic: Clinic) -> None:
    said = "Six weeks at home, then half days. " * 8
    question = clinic.desk.add("question", text="When can I work again?")
    clinic.desk.add("answer", question=question, text=said)
    page = clinic.asking()
    page.open_entry(question)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert any(said.strip() in text for text in texts)
