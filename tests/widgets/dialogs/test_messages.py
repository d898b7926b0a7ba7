"""Questions have verbs on their buttons and start on the answer that does no harm."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.dialogs import messages
from secondop_desktop.widgets.dialogs.messages import Answer, Dialog, Question, TextQuestion
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker

EMPTY = Answer("empty", "Empty the bin", Rank.DANGER)
KEEP = Answer("keep", "Keep them")
TEXT = "4 entries will be gone for good. This cannot be undone."


def _press(verb: str) -> None:
    """Press a button of the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        next(button for button in dialog.findChildren(Button) if button.text() == verb).click()

    QTimer.singleShot(0, act)


def _question(qtbot: QtBot) -> Question:
    question = Question(None, "Empty the bin?", TEXT, (EMPTY, KEEP), "keep")
    qtbot.addWidget(question)
    question.show()
    question.activateWindow()
    qtbot.waitUntil(question.isActiveWindow)
    return question


def test_the_answer_that_is_pressed_comes_back(look: Theme, qtbot: QtBot) -> None:
    _press("Empty the bin")
    assert messages.ask(None, "Empty the bin?", TEXT, (EMPTY, KEEP)) == "empty"


@pytest.mark.parametrize(("verb", "given"), [("Empty the bin", True), ("Keep them", False)])
def test_confirm_is_true_only_for_the_verb(
    look: Theme, qtbot: QtBot, verb: str, given: bool
) -> None:
    _press(verb)
    answer = messages.confirm(None, "Empty the bin?", TEXT, "Empty the bin", "Keep them")
    assert answer is given


def test_a_message_is_closed_by_its_button(look: Theme, qtbot: QtBot) -> None:
    _press("Close")
    messages.tell(None, "Saved", "The journal is in your documents.")


def test_the_harmless_answer_has_the_focus(look: Theme, qtbot: QtBot) -> None:
    question = _question(qtbot)
    focused = question.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Keep them"


def test_escape_gives_no_answer(look: Theme, qtbot: QtBot) -> None:
    question = _question(qtbot)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert question.answer == ""
    assert not question.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_long_question_is_as_high_as_its_words_and_its_answers(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    verbs = ("Take them out of the bin", "Leave them in the bin for now", "Ask me again later")
    question = Question(None, "What becomes of these?", TEXT * 4, [Answer(v, v) for v in verbs])
    qtbot.addWidget(question)
    question.show()
    said = question.text
    assert said.height() >= said.heightForWidth(said.width())
    for button in question.findChildren(Button):
        assert button.geometry().bottom() < question.height()


def _settle(qtbot: QtBot, dialog: QWidget) -> None:
    """Wait until all is in sight: a dialog grows once its words are laid out."""
    qtbot.waitUntil(lambda: walker.cut_off(dialog) == [])


@pytest.mark.parametrize("percent", [100, 200])
def test_dialogs_are_named_and_whole(
    look: Theme, qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    edit = TextQuestion(None, "Name this list", "Name of the list")
    qtbot.addWidget(edit)
    edit.show()
    for dialog in (_question(qtbot), edit):
        _settle(qtbot, dialog)
        assert walker.unnamed(dialog) == walker.small(dialog) == []


def test_enter_in_the_line_gives_the_text(look: Theme, qtbot: QtBot) -> None:
    question = TextQuestion(None, "Name this list", "Name", "Bring")
    qtbot.addWidget(question)
    question.show()
    QTest.keyClicks(question.edit, "  Ask Dr Patel ")
    QTest.keyClick(question.edit, Qt.Key.Key_Return)
    assert question.answer == "done"
    assert question.edit.text().strip() == "Ask Dr Patel"


def test_a_text_question_that_is_left_gives_nothing(look: Theme, qtbot: QtBot) -> None:
    _press("Cancel")
    assert messages.ask_text(None, "Name this list", "Name", "Bring") is None
    _press("Done")
    assert messages.ask_text(None, "Name this list", "Name", " Bring ") == "Bring"


def test_a_dialog_is_no_wider_than_the_screen(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    dialog = Dialog(None, "A heading", TEXT)
    qtbot.addWidget(dialog)
    assert dialog.minimumWidth() <= dialog.screen().availableGeometry().width()
