"""Messages are told by icon and words; the error summary leads to what is wrong."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.feedback.notice import ErrorSummary, Notice, Problem
from secondop_desktop.widgets.theme import Scheme, Space, Theme
from secondop_desktop.widgets.theme.tone import Tone
from tests.widgets import walker

TEXT = "The letter of 3 July 2026 could not be read. Open it to see what is missing."


@pytest.mark.parametrize("tone", list(Tone))
def test_a_notice_is_whole_at_any_text_size(
    look: Theme, qapp: QApplication, qtbot: QtBot, tone: Tone
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    notice = Notice(TEXT, tone, "What happened")
    qtbot.addWidget(notice)
    notice.add_action(Button("Open it"))
    notice.resize(500, notice.heightForWidth(500))
    notice.show()
    assert walker.cut_off(notice) == []
    assert notice.accessibleName() == "What happened"


def test_a_button_beside_a_long_message_keeps_its_distance(look: Theme, qtbot: QtBot) -> None:
    notice = Notice(TEXT * 4, title="Next", beside=True)
    qtbot.addWidget(notice)
    button = Button("See the appointment")
    notice.add_action(button)
    notice.resize(700, notice.heightForWidth(700))
    notice.show()

    def gap() -> int:
        return button.mapTo(notice, QPoint()).x() - notice.text.geometry().right()

    qtbot.waitUntil(lambda: gap() > Space.MEDIUM)
    notice.resize(300, 500)
    qtbot.waitUntil(
        lambda: button.mapTo(notice, QPoint()).y() > notice.text.geometry().bottom() > 0
    )


def test_a_notice_can_say_something_else(look: Theme, qtbot: QtBot) -> None:
    notice = Notice(TEXT, Tone.ERROR, "What happened")
    qtbot.addWidget(notice)
    notice.say("All changes saved", Tone.SUCCESS)
    notice.show()
    assert notice.text.text() == notice.accessibleName() == "All changes saved"
    assert not notice.heading.isVisible()


@pytest.fixture
def form(look: Theme, qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(ErrorSummary())
    for name in ("Date", "Place"):
        edit = QLineEdit()
        edit.setAccessibleName(name)
        column.addWidget(edit)
    holder.resize(600, 400)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    return holder


def test_the_summary_takes_the_focus_and_leads_to_the_field(form: QWidget, qtbot: QtBot) -> None:
    summary, edits = form.findChildren(ErrorSummary)[0], form.findChildren(QLineEdit)
    problems = [
        Problem("Enter the date of the appointment", edits[0]),
        Problem("Enter the place", edits[1]),
    ]
    summary.show_problems(problems)
    assert summary.hasFocus()
    assert "Enter the place" in summary.accessibleDescription()
    assert walker.unnamed(form) == walker.small(form) == []
    QTest.keyClick(summary.entries[1], Qt.Key.Key_Return)
    assert edits[1].hasFocus()


def test_without_problems_the_summary_goes_away(form: QWidget) -> None:
    summary, edit = form.findChildren(ErrorSummary)[0], form.findChildren(QLineEdit)[0]
    summary.show_problems([Problem("Enter the date", edit)])
    summary.show_problems([])
    assert not summary.isVisible()
    assert summary.entries == []
