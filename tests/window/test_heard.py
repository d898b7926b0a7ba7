"""Every view and every dialog that a button opens says what it is to a screen reader."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.given_files import GivenFiles
from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.fields.calendar import CalendarPopup
from secondop_desktop.window import pictures
from secondop_desktop.window.help.help_window import HelpWindow
from secondop_desktop.window.session import Session
from tests.window import views
from tests.window.heard import faults

Heard = dict[str, list[str]]
SOME: Final = ("question/usual", "home/add", "record:needed/hand over")
"""Views whose buttons open a dialog of each sort."""


@pytest.fixture
def dialogs(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Hear each dialog of ours in place of waiting for an answer; the system's own stay away."""
    heard: Heard = {}

    def hear(dialog: QDialog) -> int:
        dialog.show()
        pictures.settle(qapp)
        heard.setdefault(f"{type(dialog).__name__} {dialog.windowTitle()}", faults(dialog))
        if isValid(dialog):
            dialog.reject()
        return 0

    monkeypatch.setattr(QDialog, "exec", hear)
    monkeypatch.setattr(QDialog, "open", hear)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    return heard


def asking(page: QWidget) -> Iterator[QAbstractButton]:
    """Yield the buttons that ask something before they act: those that end in dots."""
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.text().endswith("…"):
            yield button


def walk(session: Session, app: QApplication, names: Sequence[str]) -> Heard:
    """Open these views, and what their buttons ask; return what the views lack."""
    lacks: Heard = {}
    for name in names:
        views.show(session, name)
        pictures.settle(app)
        lacks[name] = faults(session.shell)
        page = session.page
        assert page is not None
        for button in [*asking(page), *asking(page.bar)]:
            if isValid(button) and button.isVisible() and session.page is page:
                button.click()
                pictures.settle(app)
    return lacks


def wanting(heard: Heard) -> Heard:
    return {name: found for name, found in heard.items() if found}


def test_dialogs_of_each_sort_say_what_they_are(
    session: Session, qapp: QApplication, dialogs: Heard
) -> None:
    assert wanting(walk(session, qapp, SOME)) == {}
    sorts = {name.partition(" ")[0] for name in dialogs}
    assert sorts >= {"Picker", "PickDialog", "HandOver"}
    assert wanting(dialogs) == {}


@pytest.mark.long
@pytest.mark.parametrize("share", range(4))
def test_every_view_and_dialog_says_what_it_is(
    session: Session, qapp: QApplication, dialogs: Heard, share: int
) -> None:
    assert wanting(walk(session, qapp, views.names()[share::4])) == {}
    assert wanting(dialogs) == {}


def test_the_card_of_a_letter_says_what_it_is(
    session: Session, qapp: QApplication, dialogs: Heard, tmp_path: Path
) -> None:
    path = tmp_path / "scan0031.txt"
    path.write_text("3 November 2026\n\nDear Mrs Wensleydown\n\nDr Anjali Varmaraj\n")
    session.take_in(GivenFiles((path,)))
    pictures.settle(qapp)
    assert [name.partition(" ")[0] for name in dialogs] == ["LetterCard"]
    assert wanting(dialogs) == {}


def test_the_calendar_says_what_it_is(session: Session, qapp: QApplication) -> None:
    popup = CalendarPopup(None, session.shell.help_button)
    popup.show()
    pictures.settle(qapp)
    try:
        assert faults(popup) == []
    finally:
        popup.close()


def test_the_help_says_what_it_is(session: Session, qapp: QApplication) -> None:
    session.shell.show_help()
    pictures.settle(qapp)
    (window,) = [one for one in qapp.topLevelWidgets() if isinstance(one, HelpWindow)]
    try:
        assert window.isVisible()
        assert faults(window) == []
    finally:
        window.close()


# The walker is trusted, so it must find what it promises to find.


def _edit(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def _combo() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.addItem("By phone")
    made.setAccessibleName("By phone")
    return made


def _frame() -> QFrame:
    made = QFrame()
    made.setAccessibleName("Chart")
    made.setFocusPolicy(made.focusPolicy().StrongFocus)
    return made


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: _edit(""), "no name"),
        (lambda: _edit("Pages of the letter"), ""),
        (lambda: _edit("Pages of The pages as printed"), "says a thing twice"),
        (lambda: QLabel("•"), "only a mark"),
        (_frame, "no role"),
        (_combo, "named by its answer alone"),
        (lambda: heading("", 2), "a heading without words"),
        (lambda: heading("Letters", 2), ""),
    ],
)
def test_it_finds_what_says_too_little(
    qtbot: QtBot, make: Callable[[], QWidget], said: str
) -> None:
    holder = QWidget()
    holder.setWindowTitle(_("Letters"))
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(make())
    holder.show()
    found = {fault.partition(":")[0] for fault in faults(holder)}
    assert said in found if said else not found
