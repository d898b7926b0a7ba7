"""Every screen as a screen reader has it: headings, names, and lists that say what they list."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.sidebar import PLACES
from tests.window.heard import Role, faults, heard
from tests.window.test_reading_order import against_the_eye

KEYS = [place.key for place in PLACES]


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("key", KEYS)
def test_a_screen_has_headings_and_nothing_says_too_little(
    session: Session, qapp: QApplication, key: str
) -> None:
    session.shell.resize(1366, 768)
    pictures.open_screen(session, key)
    pictures.settle(qapp)
    assert Role.Heading in [one.role() for one in heard(session.shell)]
    assert faults(session.shell) == []
    _lists_say_what_they_list(session)
    centre = QAccessible.queryAccessibleInterface(session.shell.centre)
    assert list(against_the_eye(centre)) == []


def _lists_say_what_they_list(session: Session) -> None:
    for box in session.shell.findChildren(QComboBox):
        if box.isVisible() and box.currentText():
            name = QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name)
            assert name.endswith(f": {box.currentText()}")
