"""The person's own marks: set by one press or one key, noted, asked about, and shown alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.opinions.page.mark import MarkEdit
from secondop_desktop.features.opinions.page.opinions_page import OpinionsPage
from tests.features.desk import Desk, settle
from tests.features.opinions.case import focused, from_menu, key, opened, opinions, shown, write

ESCAPE, TAB = Qt.Key.Key_Escape, Qt.Key.Key_Tab
TAB_POLICY = Qt.FocusPolicy.TabFocus


def mark_of(page: OpinionsPage, aspect: str = "what") -> MarkEdit:
    """Return the mark of an aspect."""
    found = next(row.mark for row in page.grid.rows if row.aspect == aspect)
    assert found is not None
    return found


def marks(desk: Desk) -> list[tuple[str, str]]:
    """Return the marks that are saved."""
    return [(one.aspect, one.mark) for one in desk.journal.entries("mark")]


def chosen(page: OpinionsPage, aspect: str = "what") -> list[str]:
    """Return the marks whose buttons are pressed."""
    buttons = mark_of(page, aspect).mark.buttons
    return [word for word, button in buttons.items() if button.isChecked()]


def test_one_press_marks_a_difference_and_the_same_press_takes_it_away(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    button = mark_of(page).mark.buttons["different"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert marks(desk) == [("what", "different")]
    assert chosen(page) == ["different"]
    assert mark_of(page).note.words.lead("Different") is False
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert marks(desk) == [("what", "")]
    assert chosen(page) == []


@pytest.mark.parametrize(
    ("pressed", "word"),
    [
        (Qt.Key.Key_1, "same"),
        (Qt.Key.Key_2, "partly"),
        (Qt.Key.Key_3, "different"),
        (Qt.Key.Key_4, "unclear"),
    ],
)
def test_a_key_marks_and_another_takes_the_mark_away(
    desk: Desk, pressed: Qt.Key, word: str
) -> None:
    opinions(desk)
    page = opened(desk)
    mark_of(page, "risks").mark.setFocus()
    key(pressed)
    assert marks(desk) == [("risks", word)]
    has = QApplication.focusWidget()
    assert has is mark_of(page, "risks").mark.buttons[word]
    key(pressed)
    assert marks(desk) == [("risks", word)]
    key(Qt.Key.Key_Delete if word == "same" else Qt.Key.Key_0)
    assert marks(desk) == [("risks", "")]


def test_home_and_end_go_to_the_ends_of_a_row_and_of_the_board(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_End)
    assert mark_of(page).mark.buttons["same"].hasFocus()
    key(Qt.Key.Key_Right)
    assert mark_of(page).mark.buttons["partly"].hasFocus()
    key(Qt.Key.Key_Down)
    assert mark_of(page, "certainty").mark.buttons["same"].hasFocus()
    key(Qt.Key.Key_Left)
    assert focused() == "How sure they are, Second opinion, Dr Shah 2"
    key(Qt.Key.Key_Home)
    assert focused() == "How sure they are, First opinion, Dr Shah 1"
    has = QApplication.focusWidget()
    assert has is not None
    QTest.keyClick(has, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert mark_of(page, "open").mark.buttons["same"].hasFocus()


def test_tab_stops_once_at_the_marks_and_then_at_their_menu(desk: Desk) -> None:
    opinions(desk)
    desk.add("mark", aspect="what", mark="different")
    page = opened(desk)
    mark = mark_of(page)
    stops = [one for one in mark.mark.buttons.values() if one.focusPolicy() & TAB_POLICY]
    assert stops == [mark.mark.buttons["different"]]
    mark.mark.setFocus()
    key(TAB)
    assert mark.more.hasFocus()
    key(Qt.Key.Key_1)
    assert marks(desk) == [("what", "same")]


def test_the_menu_of_a_row_notes_asks_and_marks_as_not_discussed(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    mark = mark_of(page)
    from_menu(mark.menu, "Mark as not discussed")
    assert marks(desk) == [("what", "not discussed")]
    assert chosen(page) == []
    from_menu(mark.menu, "Add a note")
    write("Ask again")
    key(ESCAPE)
    assert desk.journal.entries("mark")[0].note == "Ask again"
    from_menu(mark.menu, "Take the mark away")
    assert [(one.mark, one.note) for one in desk.journal.entries("mark")] == [("", "Ask again")]


def test_only_what_the_person_marked_as_different_is_shown(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    mark_of(page).mark.setFocus()
    key(Qt.Key.Key_3)
    mark_of(page).note.open()
    write("They differ")
    key(ESCAPE)
    assert desk.journal.entries("mark")[0].note == "They differ"
    page.differences.setChecked(True)
    assert shown(page) == ["what"]
    desk.journal.undo()
    desk.journal.undo()
    assert shown(page) == []
    assert page.nothing.text() == "You have not marked anything as different yet."
    page.differences.setChecked(False)
    assert len(shown(page)) == 14


def test_nothing_but_the_persons_mark_makes_a_difference(desk: Desk) -> None:
    first, second = opinions(desk)
    for opinion, text in ((first, "Operate"), (second, "Never operate")):
        desk.add("statement", opinion=opinion, aspect="plan", text=text)
    page = opened(desk)
    page.differences.setChecked(True)
    assert shown(page) == []


def test_what_is_empty_can_be_hidden_and_shown_again(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    page.written.setChecked(True)
    assert shown(page) == ["overall", "what"]
    page.written.setChecked(False)
    assert len(shown(page)) == 14


def test_an_aspect_becomes_a_question_once(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    for _again in range(2):
        from_menu(mark_of(page).menu, "Turn into a question")
    (question,) = desk.journal.entries("question")
    assert question.text == "Why does your advice differ: what they think it is?"
    assert "Second opinion, Dr Shah 2: Said 2." in question.why
    assert question.case == desk.case
    assert "in your list already" in page.said.text.text()
