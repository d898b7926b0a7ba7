"""A fault nobody caught is told calmly, without what the journal holds."""

import sys
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window.unexpected_errors import Faults, describe_exception
from tests.widgets.walker import unnamed
from tests.window.keyboard import play, press, tab_to

SECRET = "Severe aortic stenosis"


@pytest.fixture
def faults(qtbot: QtBot, look: Theme) -> Iterator[Faults]:
    """A window that listens for faults."""
    window = QLineEdit()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
        window.setFocus()
    made = Faults(window)
    yield made
    made.stop()


def raised(error: Exception) -> Exception:
    """Return an exception that was really raised."""
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - to be told
        return caught


def words() -> str:
    """Return all the words of the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert unnamed(dialog) == []
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_fault_is_told_without_health_data(
    faults: Faults, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    error = raised(ValueError(SECRET))
    heard: list[str] = []
    play(
        qtbot,
        partial(faults.report, ValueError, error, error.__traceback__),
        lambda: heard.append(words()),
        partial(tab_to, "Copy the details"),
        partial(press, "Space"),
    )
    assert "A fault in the program" in heard[0]
    copied = QApplication.clipboard().text()
    assert "test_unexpected_errors.py" in copied
    assert copied.startswith("ValueError")
    for text in (heard[0], copied, capsys.readouterr().err):
        assert SECRET not in text


def test_a_sentence_for_the_person_is_shown_as_it_is(faults: Faults, qtbot: QtBot) -> None:
    error = raised(UserError("The disk is full. Make room."))
    heard: list[str] = []
    play(
        qtbot,
        partial(faults.report, UserError, error, error.__traceback__),
        lambda: heard.append(words()),
        partial(press, "Escape"),
    )
    assert "The disk is full. Make room." in heard[0]


def test_one_fault_is_told_at_a_time(faults: Faults, qtbot: QtBot) -> None:
    error = raised(ValueError("one"))
    hear = partial(faults.report, ValueError, error, error.__traceback__)
    play(qtbot, hear, hear, partial(press, "Escape"))
    assert QApplication.activeModalWidget() is None


def test_stopping_a_program_is_no_fault(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(faults, "_before", lambda *given: heard.append(given[0]))
    faults.report(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert heard == [KeyboardInterrupt]


def test_python_tells_its_faults_again_afterwards(qtbot: QtBot, look: Theme) -> None:
    before = sys.excepthook
    window = QWidget()
    qtbot.addWidget(window)
    faults = Faults(window)
    assert sys.excepthook == faults.report
    faults.stop()
    assert sys.excepthook is before


def test_the_details_name_the_place() -> None:
    assert "raised" in describe_exception(raised(KeyError(SECRET)))
    assert SECRET not in describe_exception(raised(KeyError(SECRET)))
