"""The Edit menu acts on the text that has the focus, and offers only what can be done."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.window.actions import ALL, COPY, CUT, PASTE
from secondop_desktop.window.shell import Shell

Text = QLineEdit | QTextEdit | QPlainTextEdit


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    """A window without a journal."""
    made = Shell()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def put(shell: Shell, widget: QWidget) -> None:
    """Lay a widget into the window and give it the focus."""
    widget.setParent(shell)
    widget.show()
    widget.setFocus()


def offered(shell: Shell) -> set[str]:
    """Return what the menu offers when it is opened now."""
    menu, acts = shell.acts.text_acts()
    menu.aboutToShow.emit()
    return {key for key, act in acts.items() if act.isEnabled()}


def text_of(widget: Text) -> str:
    """Return what stands in a widget."""
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_text_is_cut_and_pasted_from_the_menu(shell: Shell, kind: Callable[[str], Text]) -> None:
    QApplication.clipboard().clear()
    widget = kind("two words")
    put(shell, widget)
    assert offered(shell) == {ALL}
    shell.acts[ALL].trigger()
    assert offered(shell) == {ALL, COPY, CUT}
    shell.acts[CUT].trigger()
    assert text_of(widget) == ""
    assert offered(shell) == {ALL, PASTE}
    shell.acts[PASTE].trigger()
    shell.acts[PASTE].trigger()
    assert text_of(widget) == "two wordstwo words"


def test_text_that_is_only_read_can_be_copied(shell: Shell) -> None:
    widget = QTextEdit("read me")
    widget.setReadOnly(True)
    put(shell, widget)
    widget.selectAll()
    assert offered(shell) == {ALL, COPY}
    shell.acts[COPY].trigger()
    assert QApplication.clipboard().text() == "read me"


def test_a_label_with_chosen_words_can_be_copied(shell: Shell) -> None:
    label = QLabel("a small remark")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    put(shell, label)
    assert offered(shell) == set()
    label.setSelection(2, 5)
    assert offered(shell) == {COPY}
    shell.acts[COPY].trigger()
    assert QApplication.clipboard().text() == "small"


def test_a_passphrase_is_not_copied(shell: Shell) -> None:
    line = QLineEdit("secret")
    line.setEchoMode(QLineEdit.EchoMode.Password)
    put(shell, line)
    line.selectAll()
    assert COPY not in offered(shell)
    assert CUT not in offered(shell)


def test_nothing_is_offered_where_there_is_no_text(shell: Shell) -> None:
    shell.setFocus()
    assert offered(shell) == set()
    shell.editing.do(PASTE)
