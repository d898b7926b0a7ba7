"""Text grows with what is written, stays plain, and a long paste stays quick."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.fields import TextField
from tests.effort import effort
from tests.widgets.fields.conftest import Show


def test_it_grows_from_two_lines_to_the_most_and_back(show: Show, qtbot: QtBot) -> None:
    field = TextField(2, 6)
    show(field)
    line = field.text.fontMetrics().lineSpacing()
    least = field.text.height()
    assert least >= 2 * line
    field.set_value("\n".join("word" for _line in range(5)))
    qtbot.waitUntil(lambda: field.text.height() >= 5 * line)
    assert field.text.verticalScrollBar().maximum() == 0
    field.set_value("\n".join("word" for _line in range(50)))
    qtbot.waitUntil(lambda: field.text.height() >= 6 * line)
    assert field.text.height() < 8 * line
    field.set_value(None)
    qtbot.waitUntil(lambda: field.text.height() == least)


def test_wrapped_words_count_as_lines(show: Show, qtbot: QtBot) -> None:
    field = TextField(2, 20)
    show(field)
    field.set_value("word " * 100)
    line = field.text.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: field.text.height() > 4 * line)
    assert field.text.verticalScrollBar().maximum() == 0


def test_tab_leaves_and_rich_text_arrives_plain(show: Show) -> None:
    field = TextField()
    other = show(field)
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    data.setText("bold")
    QGuiApplication.clipboard().setMimeData(data)
    field.text.setFocus()
    field.text.paste()
    assert field.value() == "bold"
    assert field.text.loadResource(2, QUrl("file:///etc/hostname")) is None
    QTest.keyClick(field.text, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_a_long_text_pastes_with_no_more_work_than_a_short_one(show: Show) -> None:
    field = TextField()
    show(field)
    work = []
    for lines in (100, 1000, 10_000):
        field.text.clear()
        QGuiApplication.clipboard().setText(("word " * 20 + "\n") * lines)
        work.append(effort(field.text.paste))
        assert len(field.value() or "") > 99 * lines
    assert max(work) <= work[0] + 20


def test_undo_without_typing_goes_to_the_journal(show: Show) -> None:
    field = TextField()
    show(field)
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), field.window())
    shortcut.activated.connect(lambda: undone.append(True))
    field.text.setFocus()
    QTest.keyClicks(field.text, "a")
    assert field.text.document().isUndoAvailable()
    for _time in range(2):
        QTest.keyClick(field.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.value() is None
    assert undone == [True]
