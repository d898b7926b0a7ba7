"""Screen readers are told without moving the focus."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.background.announce import announce

Politeness = QAccessible.AnnouncementPoliteness


@pytest.mark.parametrize(
    ("urgent", "politeness"), [(False, Politeness.Polite), (True, Politeness.Assertive)]
)
def test_the_text_is_announced(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, urgent: bool, politeness: Politeness
) -> None:
    told: list[QAccessibleAnnouncementEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "3 records found", urgent=urgent)
    assert [(event.message(), event.politeness()) for event in told] == [
        ("3 records found", politeness)
    ]
    assert told[0].object() is widget
