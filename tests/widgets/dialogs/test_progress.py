"""Long work shows what is happening after half a second, and can be stopped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.dialogs import progress
from secondop_desktop.widgets.dialogs.progress import Bar, ProgressDialog
from secondop_desktop.widgets.theme import Theme
from tests.widgets import walker


def _dialog(qtbot: QtBot) -> ProgressDialog:
    dialog = ProgressDialog(None, "Making the PDF", "Reading the journal")
    qtbot.addWidget(dialog)
    return dialog


def test_it_waits_half_a_second() -> None:
    assert progress.DELAY_MS == 500


def test_long_work_is_shown(look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "DELAY_MS", 0)
    dialog = _dialog(qtbot)
    dialog.start()
    qtbot.waitUntil(dialog.isVisible)
    assert walker.unnamed(dialog) == []


def test_short_work_never_is(look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "DELAY_MS", 0)
    dialog = _dialog(qtbot)
    other = _dialog(qtbot)
    dialog.start()
    dialog.finish()
    other.start()
    qtbot.waitUntil(other.isVisible)
    assert not dialog.isVisible()


def test_what_lets_nobody_read_is_shown_at_once(look: Theme, qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.start(at_once=True)
    assert dialog.isVisible()
    dialog.finish()


def test_it_says_what_is_happening_and_how_far(look: Theme, qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.show()
    assert not dialog.bar.isVisible()
    dialog.say("Writing page 3 of 20", 3, 20)
    assert dialog.text.text() == dialog.accessibleDescription() == "Writing page 3 of 20"
    assert dialog.bar.isVisible()
    assert (dialog.bar.value(), dialog.bar.maximum()) == (3, 20)


def test_stopping_is_asked_once_and_the_dialog_stays(look: Theme, qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.show()
    asked: list[bool] = []
    dialog.cancelled.connect(lambda: asked.append(True))
    dialog.cancel.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert asked == [True]
    assert dialog.isVisible()
    assert not dialog.cancel.isEnabled()
    dialog.say("Writing page 4 of 20", 4, 20)
    assert "page" not in dialog.text.text()
    dialog.finish()
    assert not dialog.isVisible()


def test_the_bar_fills_with_the_work(look: Theme, qtbot: QtBot) -> None:
    bar = Bar("Making the PDF")
    qtbot.addWidget(bar)
    bar.resize(200, 24)
    bar.setRange(0, 10)
    bar.setValue(5)
    seen = bar.grab().toImage()
    assert seen.pixelColor(50, 12).name().upper() == look.tokens.primary
    assert seen.pixelColor(150, 12).name().upper() == look.tokens.alternate
